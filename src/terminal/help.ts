import { SIZE_PRESETS, sizeInWords } from '../studio/sizes.ts'
import { FILE_OPTIONS, FILTER_OPTIONS, LOOK_OPTIONS, VIEW_OPTIONS } from './options.ts'

const EXAMPLES = [
  'npx dyad picture -o network.svg',
  'npx dyad picture --type arms --as-of 2015-12-31 --focus IND -o arms.svg',
  "npx dyad picture --outcome realised --size slide --title 'What lasted' -o lasted.png",
  'npx dyad picture --partner CHN,IND --size 85x110mm --dpi 600 -o column.pdf',
  "npx dyad picture --hash 'type=energy&asof=2020-06-30' --format svg -o - > energy.svg",
]

/** What `dyad --help` says. */
export function dyadHelp(): string {
  return [
    'Dyad, a bilateral relations graph explorer: what was promised, and what was delivered.',
    '',
    'Usage: npx dyad COMMAND',
    '',
    '  picture     writes a picture of the network, as SVG, PNG or PDF',
    '',
    'npx dyad picture --help tells all about it; npx dyad --version tells the version.',
    'The explorer itself is started with npm start.',
  ].join('\n')
}

/** What `dyad picture --help` says. */
export function pictureHelp(): string {
  return [
    'Writes a picture of what is chosen: the same picture as the studio in the browser makes.',
    'The same command writes the same bytes, on any day and on any machine.',
    '',
    'Usage: npx dyad picture [OPTIONS] -o FILE',
    '',
    'Which initiatives (a LIST is parted by commas; without any option all of them)',
    ...FILTER_OPTIONS.map(optionLine),
    '',
    'Seen how',
    ...VIEW_OPTIONS.map(optionLine),
    '',
    'Drawn how',
    ...LOOK_OPTIONS.map(optionLine),
    '',
    'Written where',
    ...FILE_OPTIONS.map(optionLine),
    '',
    'Sizes',
    ...SIZE_PRESETS.map((preset) => {
      const isFirst = preset === SIZE_PRESETS[0]
      const end = `${sizeInWords(preset)}, a PNG at ${preset.dpi} dpi${isFirst ? '; the usual one' : ''}`
      return `  ${preset.id.padEnd(NAME_WIDTH)}${end}`
    }),
    '',
    'Examples',
    ...EXAMPLES.map((example) => `  ${example}`),
    '',
    'Ends with status 0 where the file is written, 2 where an option or a value is wrong, 1 where the',
    'file cannot be written or the data not be read.',
  ].join('\n')
}

const NAME_WIDTH = 24

function optionLine({ name, value, short, help }: (typeof FILE_OPTIONS)[number]): string {
  const named = `${short ? `-${short}, ` : ''}--${name}${value === undefined ? '' : ` ${value}`}`
  return `  ${named.padEnd(NAME_WIDTH)}${help}`
}
