/** Line icons, 16 by 16, drawn in the colour of the text around them. The button that holds one carries its name. */
const PATHS = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.6 10.6 14 14',
  undo: 'M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7',
  redo: 'M10 3l3.500 3.500L10 10M13 6.500H6.500a4 4 0 0 0 0 8H9',
  views: 'M4 2h8v12l-4-3.500L4 14Z',
  data: 'M2.500 4c0-2.500 11-2.500 11 0v8c0 2.500-11 2.500-11 0ZM2.500 4c0 2.500 11 2.500 11 0M2.500 8c0 2.500 11 2.500 11 0',
  share: 'M8 10V2M5 4.500 8 1.500l3 3M4 7.500H3v7h10v-7h-1',
  download: 'M8 2v8M4.500 7 8 10.500 11.500 7M2.500 13.500h11',
  settings:
    'M2 4.500h7M12 4.500h2M2 11.500h2M7 11.500h7M10.500 6.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM5.500 13.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  close: 'M3.500 3.500l9 9M12.500 3.500l-9 9',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
  filter: 'M2 3h12L9.500 8.500V13l-3 1.500v-6Z',
  details: 'M3 3h10M3 6.500h10M3 10h7M3 13.500h5',
  flag: 'M4 14V2M4 2.500h8L10 5.500l2 3H4',
  play: 'M4.500 2.500v11l8-5.500Z',
  pause: 'M5 3v10M11 3v10',
  monthOn: 'M6 3.500 10.500 8 6 12.500',
  monthBack: 'M10 3.500 5.500 8l4.500 4.500',
  yearOn: 'M3.500 3.500 8 8l-4.500 4.500M8.500 3.500 13 8l-4.500 4.500',
  yearBack: 'M12.500 3.500 8 8l4.500 4.500M7.500 3.500 3 8l4.500 4.500',
  again: 'M13 8a5 5 0 1 1-1.500-3.500M13 2v3h-3',
  chevron: 'M4 6l4 4 4-4',
  letGo: 'M9.500 1.500l5 5-2.500 1-1 4.500-7-7 4.500-1ZM7.500 8.500 2 14M2.500 2.500l11 11',
  language:
    'M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM1.500 8h13M8 1.500c-4.500 4-4.500 9 0 13M8 1.500c4.500 4 4.500 9 0 13',
  help: 'M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM6 6.300c0-2.800 4.200-2.800 4.200 0 0 1.500-2.200 1.600-2.200 3M8 11.600v.1',
} as const

export type IconName = keyof typeof PATHS

/** Those that point back or on, and turn round where lines are read from right to left. */
const TURNING: ReadonlySet<IconName> = new Set(['undo', 'redo', 'monthOn', 'monthBack', 'yearOn', 'yearBack'])

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={TURNING.has(name) ? 'icon-turns' : undefined}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
