import * as fc from 'fast-check'
import type { ActorFinder } from '../../src/formats/actorFinder.ts'
import { cleanLine, cleanText } from '../../src/formats/cleanText.ts'
import type { ReadingContext } from '../../src/formats/reading.ts'
import { STAGES } from '../../src/model/outcome.ts'
import {
  CONFIDENCES,
  SOURCE_KINDS,
  type Actor,
  type Dataset,
  type Initiative,
  type Magnitude,
  type Milestone,
  type Observation,
} from '../../src/model/schema.ts'

/** Datasets to write and read back: one by hand, and any number made up. */

const china: Actor = { id: 'CHN', kind: 'state', tier: 'core', names: { en: 'China', ru: 'Китай' }, iso2: 'CN' }
const russia: Actor = { id: 'RUS', kind: 'state', tier: 'core', names: { en: 'Russia', ru: 'Россия' }, iso2: 'RU' }
const india: Actor = { id: 'IND', kind: 'state', tier: 'core', names: { en: 'India' }, iso2: 'IN' }

/** A finder that knows three states, by name, ISO codes and id. */
export const finder: ActorFinder = {
  byName: (name) =>
    [china, russia, india].find(({ id, iso2, names }) => [id, iso2, names.en, names.ru].includes(name.trim())) ?? null,
  byNumber: () => null,
  byCowLetters: () => null,
  byId: (code) => [china, russia, india].find(({ id }) => id === code) ?? null,
  suggestions: () => [],
}

export function contextWith(own: Partial<ReadingContext> = {}): ReadingContext {
  return { actors: finder, decisions: new Map(), mapping: null, onProgress: () => {}, ...own }
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Three actors of the graph and one around it, three initiatives, a series, a membership, a view. */
export function smallDataset(): Dataset {
  return structuredClone(SMALL)
}

const SMALL: Dataset = {
  format: 'dyad/1',
  title: 'A small dataset',
  description: 'Written by hand.',
  version: '2.1',
  asOf: '2020-12-31',
  focus: 'RUS',
  licence: 'CC BY 4.0',
  citation: 'Nobody, 2020.',
  markedDates: [{ date: '2014-03', label: 'Crimea' }],
  views: [{ name: 'Arms', sentence: 'What was sold?', hash: 'type=arms' }],
  actors: [
    { ...russia, seat: { name: 'Moscow', latitude: 55.75, longitude: 37.62 }, flag: 'ru', isoNumeric: '643' },
    { ...china, names: { en: 'China', ru: 'Китай', native: { language: 'zh', text: '中国' } } },
    {
      id: 'SCO',
      kind: 'organisation',
      tier: 'surrounding',
      names: { en: 'SCO' },
      fullName: 'Shanghai Cooperation Organisation',
    },
    { id: 'NOR', kind: 'state', tier: 'context', names: { en: 'Norway' }, iso2: 'NO' },
  ],
  relationTypes: [
    {
      id: 'arms',
      label: 'Arms',
      letter: 'A',
      colour: { light: '#a3195b', dark: '#f27aa6' },
      subtypes: [
        { id: 'transfer', label: 'Arms transfer', nature: 'output' },
        { id: 'exercise', label: 'Exercise', nature: 'process' },
      ],
    },
    {
      id: 'energy',
      label: 'Energy',
      letter: 'E',
      colour: { light: '#006600', dark: '#66cc66' },
      subtypes: [{ id: 'pipeline', label: 'Pipeline', nature: 'output' }],
    },
  ],
  initiatives: [
    {
      id: 'power-of-siberia',
      from: ['RUS'],
      to: ['CHN'],
      directed: true,
      type: 'energy',
      subtype: 'pipeline',
      title: 'Power of Siberia, "the pipe"',
      summary: 'Gas for thirty years.\nFirst line, second line.',
      parties: ['Gazprom', 'CNPC; and others'],
      milestones: [
        { date: '2014-05-21', stage: 'signed', note: '=HYPERLINK("http://example.org")', sources: ['gazprom-2014'] },
        { date: '2019-12', stage: 'delivering', note: 'Первый газ', sources: ['gazprom-2014', 'tass-2019'] },
      ],
      magnitudes: [
        { kind: 'capacity', value: 38, unit: 'bcm/yr', sources: ['gazprom-2014'] },
        { kind: 'cost', value: 0.1, unit: 'USD bn', date: '2014', sources: ['tass-2019'] },
      ],
      tags: ['gas', "'=quoted"],
      confidence: 'high',
    },
    {
      id: 'peace-mission',
      from: ['RUS', 'CHN'],
      to: ['SCO'],
      directed: false,
      type: 'arms',
      subtype: 'exercise',
      title: '-Peace Mission',
      summary: '',
      parties: [],
      milestones: [{ date: '2005', stage: 'completed', note: '', sources: ['tass-2019'] }],
      tags: [],
      confidence: 'unstated',
    },
    {
      id: 'embargo',
      from: ['CHN'],
      to: ['RUS'],
      directed: true,
      type: 'arms',
      subtype: 'transfer',
      title: '<script>alert(1)</script>',
      summary: 'A & B',
      parties: ['@party'],
      milestones: [
        { date: '1989-06-27', stage: 'in-force', note: 'n', sources: ['tass-2019'] },
        { date: '1992-11', stage: 'expired', note: 'm', sources: ['tass-2019'] },
      ],
      tags: [],
      valence: 'conflict',
      confidence: 'low',
    },
  ],
  sources: [
    {
      id: 'gazprom-2014',
      title: 'Contract',
      publisher: 'Gazprom',
      date: '2014-05-21',
      url: 'https://gazprom.example/a?b=1&c=2',
      kind: 'company',
      language: 'en',
      supports: 'The price.',
    },
    { id: 'tass-2019', title: 'Пуск', publisher: 'ТАСС', kind: 'news', language: 'ru' },
    { id: 'not-cited', title: 'Read and not cited', publisher: 'Nobody', kind: 'unstated', language: 'und' },
  ],
  series: [
    {
      id: 'arms-share',
      title: 'Shares',
      measure: 'Share of imports',
      type: 'arms',
      directed: true,
      absence: 'zero',
      method: 'Counted.\nTwice.',
      codes: { OTHER: 'All others' },
      observations: [
        {
          from: 'RUS',
          to: 'CHN',
          year: 2010,
          untilYear: 2014,
          value: 61.5,
          unit: '%',
          facets: { rank: '1', basis: 'a,b' },
          sources: ['tass-2019'],
        },
        { from: 'OTHER', to: 'NOR', year: 1999, value: -1e-7, unit: '%', sources: ['tass-2019'], note: '+1' },
      ],
    },
  ],
  memberships: [
    { organisation: 'SCO', member: 'RUS', role: 'member', from: '2001-06-15', sources: ['tass-2019'] },
    { organisation: 'SCO', member: 'NOR', role: 'observer', sources: ['tass-2019', 'not-cited'] },
  ],
}

const ODD = [
  '=1+1',
  "'=1",
  "''",
  "'",
  '+7',
  '-x',
  '@a',
  'a,b;c',
  '"',
  'a "b"\n=c',
  ']]>',
  '?>',
  '&amp;',
  '<b>',
  '{"a":1}',
  '[]',
  'Привет',
  '中国',
  '👩‍👩‍👧 é',
  'null',
  'true',
  '0',
  'a\tb',
  '__proto__',
  'constructor',
  '\uFFFE\uFFFF',
]
const anyText = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const line = anyText.map((text) => cleanLine(text, 200))
const lines = anyText.map((text) => cleanText(text, 20_000))
/** A text of one line that is not empty. */
const word = line.map((text) => text || 'x')
const kebab = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}$/)
const actorId = fc.stringMatching(/^[A-Z][A-Z0-9]{1,11}$/)
const year = fc.integer({ min: 1, max: 9999 }).map((number) => String(number).padStart(4, '0'))
const date = fc.oneof(
  year,
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
  day(),
)
const colour = fc.stringMatching(/^#[0-9a-f]{6}$/)
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
)
const url = fc.constantFrom('https://example.org/a?b=c&d="e"', 'http://xn--e1afmkfd.example/', "https://a.example/'x'")

function day(): fc.Arbitrary<string> {
  return fc
    .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
}

function without<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T
}

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined })

const actorParts = fc
  .record({
    kind: fc.constantFrom('state', 'organisation'),
    tier: fc.constantFrom('core', 'surrounding'),
    names: fc
      .record({
        en: word,
        ru: optional(word),
        native: optional(fc.record({ language: fc.constantFrom('zh', 'zh-Hant'), text: word })),
      })
      .map(without),
    fullName: optional(word),
    iso2: optional(fc.stringMatching(/^[A-Z]{2}$/)),
    isoNumeric: optional(fc.stringMatching(/^\d{3}$/)),
    seat: optional(
      fc.record({
        name: word,
        latitude: fc.integer({ min: -90, max: 90 }),
        longitude: fc.double({ min: -180, max: 180, noNaN: true }).map((value) => value + 0),
      }),
    ),
    flag: optional(fc.constantFrom('ru', 'gb-sct')),
  })
  .map(without) as fc.Arbitrary<Omit<Actor, 'id'>>

const types = fc.uniqueArray(
  fc.record({
    id: kebab,
    label: word,
    letter: fc.constantFrom('A', 'Я', 'Ω'),
    colour: fc.record({ light: colour, dark: colour }),
    subtypes: fc.uniqueArray(fc.record({ id: kebab, label: word, nature: fc.constantFrom('output', 'process') }), {
      minLength: 1,
      maxLength: 3,
      selector: ({ id }) => id,
    }),
  }),
  { minLength: 1, maxLength: 3, selector: ({ id }) => id },
) as fc.Arbitrary<Dataset['relationTypes']>

const sourceList = fc.uniqueArray(
  fc
    .record({
      id: kebab,
      title: word,
      publisher: word,
      date: optional(date),
      url: optional(url),
      kind: fc.constantFrom(...SOURCE_KINDS),
      language: fc.constantFrom('en', 'und'),
      supports: optional(lines.map((text) => text || 'x')),
    })
    .map(without),
  { minLength: 1, maxLength: 4, selector: ({ id }) => id },
) as fc.Arbitrary<Dataset['sources']>

/** Any dataset in its plain form, with texts as they are once read. */
export const anyDataset: fc.Arbitrary<Dataset> = fc
  .tuple(
    fc.uniqueArray(actorId, { minLength: 2, maxLength: 6 }),
    types,
    sourceList,
    fc.uniqueArray(kebab, { maxLength: 4 }),
    fc.uniqueArray(kebab, { maxLength: 2 }),
  )
  .chain(([ids, relationTypes, sources, initiativeIds, seriesIds]) => {
    const cited = fc.uniqueArray(fc.constantFrom(...sources.map(({ id }) => id)), { minLength: 1, maxLength: 3 })
    const half = Math.ceil(ids.length / 2)
    const milestone = fc.record({
      date: day(),
      stage: fc.constantFrom(...STAGES),
      note: lines,
      sources: cited,
    }) as fc.Arbitrary<Milestone>
    const magnitude = fc
      .record({ kind: word, value: number, unit: word, date: optional(date), sources: cited })
      .map(without) as fc.Arbitrary<Magnitude>
    const initiative = (id: string): fc.Arbitrary<Initiative> =>
      fc
        .constantFrom(
          ...relationTypes.flatMap((type) => type.subtypes.map((subtype) => [type.id, subtype.id] as const)),
        )
        .chain(([type, subtype]) =>
          fc.record({
            id: fc.constant(id),
            from: fc.uniqueArray(fc.constantFrom(...ids.slice(0, half)), { minLength: 1, maxLength: 3 }),
            to: fc.uniqueArray(fc.constantFrom(...ids.slice(half)), { minLength: 1, maxLength: 3 }),
            directed: fc.boolean(),
            type: fc.constant(type),
            subtype: fc.constant(subtype),
            title: word,
            summary: lines,
            parties: fc.array(word, { maxLength: 3 }),
            milestones: fc
              .array(milestone, { minLength: 1, maxLength: 4 })
              .map((list) => list.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))),
            magnitudes: optional(fc.array(magnitude, { minLength: 1, maxLength: 2 })),
            tags: fc.array(word, { maxLength: 2 }),
            valence: optional(fc.constant('conflict')),
            confidence: fc.constantFrom(...CONFIDENCES),
          }),
        )
        .map(without) as fc.Arbitrary<Initiative>
    const observation = fc
      .record({
        from: fc.constantFrom(...ids.slice(0, half)),
        to: fc.constantFrom(...ids.slice(half), 'OTHER'),
        year: fc.integer({ min: 1, max: 5000 }),
        untilYear: optional(fc.integer({ min: 5000, max: 9999 })),
        value: number,
        unit: word,
        facets: optional(fc.dictionary(fc.constantFrom('rank', 'flow type', 'constructor'), word)),
        sources: cited,
        note: optional(lines.map((text) => text || 'x')),
      })
      .map(without) as fc.Arbitrary<Observation>
    return fc
      .record({
        format: fc.constant('dyad/1'),
        title: word,
        description: lines.map((text) => text || 'x'),
        version: word,
        asOf: day(),
        focus: fc.constantFrom(...ids),
        licence: lines.map((text) => text || 'x'),
        citation: lines.map((text) => text || 'x'),
        markedDates: fc.array(fc.record({ date, label: word }), { maxLength: 2 }),
        views: optional(
          fc.array(
            fc.record({
              name: word.map((text) => [...text][0]!),
              sentence: fc.constantFrom('Why?', '=1'),
              hash: fc.constantFrom('', 'a=b&c=%20'),
            }),
            { minLength: 1, maxLength: 2 },
          ),
        ),
        actors: fc.tuple(...ids.map((id) => actorParts.map((parts): Actor => ({ id, ...parts })))),
        relationTypes: fc.constant(relationTypes),
        initiatives: fc.tuple(...initiativeIds.map(initiative)),
        sources: fc.constant(sources),
        series: fc.tuple(
          ...seriesIds.map((id) =>
            fc
              .record({
                id: fc.constant(id),
                title: word,
                measure: word,
                type: optional(fc.constant(relationTypes[0]!.id)),
                directed: fc.boolean(),
                absence: fc.constantFrom('unknown', 'zero'),
                method: lines.map((text) => text || 'x'),
                codes: fc
                  .dictionary(fc.constantFrom('WORLD', 'toString'), word)
                  .map((codes) => ({ OTHER: 'Others', ...codes })),
                observations: fc.array(observation, { maxLength: 3 }),
              })
              .map(without),
          ),
        ),
        memberships: fc.constant([]),
      })
      .map(without) as unknown as fc.Arbitrary<Dataset>
  })
