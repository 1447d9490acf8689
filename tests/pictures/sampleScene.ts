import { readFileSync } from 'node:fs'
import { effectiveDays, parseDate } from '../../src/model/dates.ts'
import type { InitiativeOutline, Outline } from '../../src/model/outline.ts'
import type { Stage } from '../../src/model/outcome.ts'
import type { Actor, RelationType } from '../../src/model/schema.ts'
import { columnsOf } from '../../src/network/columns.ts'
import { NO_FILTERS, type Filters } from '../../src/network/filters.ts'
import { everyLink, linksOf } from '../../src/network/links.ts'
import { select } from '../../src/network/select.ts'
import { selectionInWords } from '../../src/network/words.ts'
import { focusLayout, type Shape } from '../../src/scene/layouts.ts'
import type { Scheme } from '../../src/scene/palette.ts'
import { sceneOf, type Scene } from '../../src/scene/scene.ts'
import { networkSubject } from '../../src/pictures/networkArt.ts'
import { USUAL_STYLE } from '../../src/pictures/subject.ts'
import { pictureSvg, type PictureFrame } from '../../src/pictures/svg.ts'

function actor(id: string, kind: Actor['kind'], en: string, flag?: string): Actor {
  return { id, kind, tier: 'core', names: { en, ru: en }, flag }
}

function relationType(
  id: string,
  label: string,
  letter: string,
  light: string,
  dark: string,
  subtypes: string[],
): RelationType {
  return {
    id,
    label,
    letter,
    colour: { light, dark },
    subtypes: subtypes.map((subtype) => ({ id: subtype, label: subtype, nature: 'output' })),
  }
}

type Life = [date: string, stage: Stage][]

function initiative(
  id: string,
  [from, to]: [string, string],
  [type, subtype]: [string, string],
  life: Life,
  valence: InitiativeOutline['valence'] = 'cooperation',
): InitiativeOutline {
  const days = effectiveDays(life.map(([date]) => date))
  return {
    id,
    from: [from],
    to: [to],
    directed: true,
    type,
    subtype,
    valence,
    confidence: 'high',
    sourceKinds: ['news'],
    milestones: life.map(([date, stage], i) => ({ date, day: days[i]!, stage })),
  }
}

/** Four actors and initiatives of every outcome, as they stood at the end of 2025. */
export const outline: Outline = {
  title: 'Russia and its Asia-Pacific partners',
  description: '',
  version: '1',
  asOf: '2025-12-31',
  focus: 'RUS',
  licence: 'CC BY 4.0',
  citation: '',
  markedDates: [],
  actors: [
    actor('RUS', 'state', 'Russia', 'ru'),
    actor('IND', 'state', 'India', 'in'),
    actor('JPN', 'state', 'Japan', 'jp'),
    actor('SCO', 'organisation', 'Shanghai Cooperation Organisation'),
  ],
  relationTypes: [
    relationType('arms', 'Arms', 'A', '#a3195b', '#f27aa6', ['co-development', 'transfer']),
    relationType('energy', 'Energy', 'E', '#b86e00', '#f0ae42', ['upstream', 'lng', 'gas-pipeline']),
    relationType('diplomacy', 'Diplomacy', 'D', '#2f6db3', '#7db4ee', [
      'dialogue',
      'membership',
      'sanctions',
      'treaty',
    ]),
    relationType('economy', 'Economy', 'M', '#1b7f5c', '#5fcba3', ['fund']),
  ],
  initiatives: [
    initiative(
      'rus-ind-fgfa',
      ['RUS', 'IND'],
      ['arms', 'co-development'],
      [
        ['2007', 'signed'],
        ['2010-12', 'signed'],
        ['2018-04', 'cancelled'],
      ],
    ),
    initiative(
      'ind-rus-sakhalin-1',
      ['IND', 'RUS'],
      ['energy', 'upstream'],
      [
        ['2001', 'signed'],
        ['2005-10-01', 'delivering'],
      ],
    ),
    initiative(
      'rus-ind-treaty-1993',
      ['RUS', 'IND'],
      ['diplomacy', 'treaty'],
      [
        ['1993-01-28', 'signed'],
        ['2013-09-09', 'in-force'],
      ],
    ),
    initiative('rus-jpn-sakhalin-2-lng', ['RUS', 'JPN'], ['energy', 'lng'], [['2009-04-06', 'delivering']]),
    initiative(
      'rus-jpn-sakhalin-hokkaido-gas-pipeline',
      ['RUS', 'JPN'],
      ['energy', 'gas-pipeline'],
      [['2014-10-15', 'proposed']],
    ),
    initiative(
      'rus-jpn-sanctions-2022',
      ['JPN', 'RUS'],
      ['diplomacy', 'sanctions'],
      [
        ['2022-03-16', 'announced'],
        ['2022-04-20', 'in-force'],
      ],
      'conflict',
    ),
    initiative(
      'sco-afghanistan-contact-group',
      ['RUS', 'SCO'],
      ['diplomacy', 'dialogue'],
      [
        ['2005-11-04', 'signed'],
        ['2017-10-11', 'delivering'],
        ['2024-06', 'stalled'],
      ],
    ),
    initiative(
      'sco-development-bank',
      ['RUS', 'SCO'],
      ['economy', 'fund'],
      [
        ['2010-11-25', 'proposed'],
        ['2021-09-17', 'stalled'],
        ['2025-09-01', 'announced'],
      ],
    ),
    initiative(
      'sco-ind-membership',
      ['IND', 'SCO'],
      ['diplomacy', 'membership'],
      [
        ['2015-07-10', 'announced'],
        ['2017-06-09', 'in-force'],
      ],
    ),
  ],
}

/** The scene of the sample under some filters, and the sentence over it. */
export function sampleScene(
  scheme: Scheme,
  shape: Shape,
  filters: Partial<Filters> = {},
  of: Outline = outline,
): { scene: Scene; sentence: string } {
  const columns = columnsOf(of)
  const chosen = { ...NO_FILTERS, ...filters }
  const selection = select(columns, chosen, parseDate(of.asOf)!.last, null)
  const links = linksOf(columns, chosen, selection)
  const scene = sceneOf({
    columns,
    links,
    every: everyLink(columns),
    positions: focusLayout(of, of.focus, shape),
    focus: of.focus,
    scheme,
  })
  return { scene, sentence: selectionInWords(columns, chosen, selection, of.asOf) }
}

function flagOf(name: string): string {
  return readFileSync(new URL(`../../node_modules/flag-icons/flags/1x1/${name}.svg`, import.meta.url), 'utf8')
}

export const flags: Readonly<Record<string, string>> = { ru: flagOf('ru'), in: flagOf('in'), jp: flagOf('jp') }

/** The frame of the sample's pictures. */
export function sampleFrame(subtitle: string, width: number, height: number): PictureFrame {
  return {
    title: outline.title,
    subtitle,
    sourceLine:
      'Source: Dyad, Russia and its Asia-Pacific partners, version 1. Every initiative is dated and cited. CC BY 4.0',
    asOf: '31 December 2025',
    width,
    height,
    unit: 'px',
    background: 'palette',
    legend: { parts: null, place: 'auto' },
    style: USUAL_STYLE,
  }
}

/** The Network of the sample in a frame. */
export function sampleSvg(scene: Scene, frame: PictureFrame, own: Readonly<Record<string, string>> = flags): string {
  return pictureSvg(networkSubject(scene, own, frame.style), frame).svg
}
