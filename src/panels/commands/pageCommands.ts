import { CITATION_FORMATS } from '../../formats/citations.ts'
import { initiativesInWords } from '../../network/words.ts'
import { copyText } from '../copyText.ts'
import { saveSlice, sourcesOf } from '../details/saveSlice.ts'
import { saveText } from '../details/saveText.ts'
import type { SchemeWish } from '../Dialogs.tsx'
import type { Command, CommandContext } from './command.ts'
import { focusOn } from '../pointedAt.ts'
import { saySoon } from './saySoon.ts'

/** What the Details show. */
export function goCommands({ session }: CommandContext): Command[] {
  const { choices, columns } = session
  const { inspected, focus } = choices.getState()
  const partners = columns.outline.actors.filter(({ tier }) => tier === 'core')
  return [
    {
      id: 'go:findings',
      group: 'Go',
      label: 'Read the findings',
      keywords: ['summary', 'what it comes to'],
      isOffered: session.derive().selection.size > 0,
      run: () => choices.setState({ inspected: { kind: 'findings' } }),
    },
    {
      id: 'go:list',
      group: 'Go',
      label: 'List the initiatives in the selection',
      keywords: ['all'],
      isOffered: true,
      run: () => choices.setState({ inspected: { kind: 'slice', slice: {} } }),
    },
    {
      id: 'go:back',
      group: 'Go',
      label: 'Close what is inspected',
      keywords: ['Details', 'nothing'],
      keys: ['Escape'],
      isOffered: inspected !== null,
      run: () => choices.setState({ inspected: null }),
    },
    ...partners.map(({ id, names }): Command => ({
      id: `go:focus:${id}`,
      group: 'Go',
      label: `Put ${names.en} in the middle`,
      keywords: ['focus', 'centre'],
      isOffered: focus !== id,
      run: () => focusOn(session, id),
    })),
  ]
}

/** What can be taken away. */
export function exportCommands({ session, view, open }: CommandContext): Command[] {
  const { columns, derive, texts } = session
  const derived = derive()
  const { initiatives } = derived.selection
  const loaded = texts.getState()
  const known = loaded.status === 'ready' ? loaded.texts : null
  const count = initiativesInWords(initiatives.length)
  return [
    {
      id: 'export:picture',
      group: 'Export',
      label: 'Export a picture',
      keywords: ['save', 'download', 'PNG', 'SVG', 'image'],
      isOffered: true,
      run: () => open('export'),
    },
    {
      id: 'export:csv',
      group: 'Export',
      label: 'Save the selection as CSV',
      keywords: ['export', 'download', 'table', 'initiatives'],
      isOffered: initiatives.length > 0,
      run: async () => {
        const file = await saveSlice({ columns, derived, texts: known, initiatives, name: 'selection' })
        saySoon(`Saved ${count} as ${file}.`)
      },
    },
    ...CITATION_FORMATS.map(({ label, extension, mediaType, write }): Command => ({
      id: `export:${extension}`,
      group: 'Export',
      label: `Save the sources of the selection as ${label}`,
      keywords: ['export', 'download', 'cite', 'citations', 'references'],
      isOffered: known !== null && initiatives.length > 0,
      run: () => {
        const sources = sourcesOf(known!, initiatives)
        saveText(`dyad-sources.${extension}`, write(sources), mediaType)
        saySoon(`Saved the ${sources.length} sources of ${count} as dyad-sources.${extension}.`)
      },
    })),
    {
      id: 'export:link',
      group: 'Export',
      label: 'Copy the link',
      keywords: ['share', 'address', 'URL'],
      isOffered: true,
      run: async () => {
        // Where the browser does not let the page copy, the link can be taken from the dialog.
        if (await copyText(location.href)) saySoon('The link was copied.')
        else open('share')
      },
    },
    {
      id: 'export:print',
      group: 'Export',
      label: 'Print the view with its sources',
      keywords: ['paper', 'PDF'],
      keys: ['Mod+P'],
      worksInFields: true,
      isOffered: true,
      run: async () => (await import('../print/printing.tsx')).printView(session, view),
    },
    {
      id: 'export:share',
      group: 'Export',
      label: 'Share',
      keywords: ['link', 'address', 'URL'],
      isOffered: true,
      run: () => open('share'),
    },
  ]
}

const SCHEMES: Record<SchemeWish, string> = {
  light: 'Light',
  dark: 'Dark',
  system: 'Light or dark as the system has it',
}

/** The page itself. */
export function pageCommands({ session, open, wish, onWish }: CommandContext): Command[] {
  const { undo, redo, pastStates, futureStates } = session.choices.temporal.getState()
  return [
    {
      id: 'page:search',
      group: 'Page',
      label: 'Search, and find a command',
      keywords: [],
      keys: ['Mod+K', '/'],
      worksInFields: true,
      isOffered: true,
      run: () => open('search'),
    },
    {
      id: 'page:undo',
      group: 'Page',
      label: 'Undo',
      keywords: ['back'],
      keys: ['Mod+Z'],
      isOffered: pastStates.length > 0,
      run: () => undo(),
    },
    {
      id: 'page:redo',
      group: 'Page',
      label: 'Redo',
      keywords: ['again'],
      keys: ['Mod+Shift+Z'],
      isOffered: futureStates.length > 0,
      run: () => redo(),
    },
    {
      id: 'page:data',
      group: 'Page',
      label: 'Add data, or open another dataset',
      keywords: [
        'import',
        'open',
        'file',
        'CSV',
        'Excel',
        'GEXF',
        'GraphML',
        'SIPRI',
        'Comtrade',
        'upload',
        'datasets',
      ],
      isOffered: session.edition === null,
      run: () => open('data'),
    },
    {
      id: 'page:shortcuts',
      group: 'Page',
      label: 'Keyboard shortcuts',
      keywords: ['keys', 'help'],
      keys: ['?'],
      isOffered: true,
      run: () => open('shortcuts'),
    },
    {
      id: 'page:settings',
      group: 'Page',
      label: 'Settings',
      keywords: ['preferences'],
      isOffered: true,
      run: () => open('settings'),
    },
    {
      id: 'page:about',
      group: 'Page',
      label: 'About this data',
      keywords: ['codebook', 'stages', 'outcomes', 'method', 'how to cite', 'licence', 'version', 'help'],
      isOffered: true,
      run: () => open('about'),
    },
    {
      id: 'page:tour',
      group: 'Page',
      label: 'Take the tour',
      keywords: ['help', 'how to use', 'introduction', 'begin'],
      isOffered: true,
      run: () => open('tour'),
    },
    ...(Object.keys(SCHEMES) as SchemeWish[]).map((own): Command => ({
      id: `page:${own}`,
      group: 'Page',
      label: SCHEMES[own],
      keywords: ['appearance', 'scheme', 'colours', 'theme'],
      isOffered: wish !== own,
      run: () => onWish(own),
    })),
  ]
}
