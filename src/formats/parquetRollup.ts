import { known, msg, t } from '../language/messages.ts'
import { parseDate } from '../model/dates.ts'
import { STAGES, type Stage } from '../model/outcome.ts'
import {
  NATURES,
  VALENCES,
  type Actor,
  type Nature,
  type RelationType,
  type Subtype,
  type Valence,
} from '../model/schema.ts'
import { cleanLine } from './cleanText.ts'
import { buildDataset, freeIds, kebab, kebabOfWords, type NewInitiative } from './datasetBuilder.ts'
import { openParquet, PARQUET_MARK, type RowsOfGroup } from './parquetFile.ts'
import { LIMITS, ReadingError, type Reader } from './reading.ts'
import { OTHER, typeKey, typesFound } from './typesFound.ts'

/**
 * A roll-up of event data: one row a pair of actors, type and month, with the number of events, as an engine outside makes
 * it from files too large for a browser. `docs/scale.md` says what its columns hold and has the SQL.
 */

/** Whether a file has a column for a roll-up under this name. */
export function isRollupColumn(name: string): boolean {
  const plain = plainName(name)
  return [...REQUIRED, ...OPTIONAL].some((column) => column === plain)
}

const REQUIRED = ['from_actor', 'to_actor', 'type', 'month', 'events'] as const
const OPTIONAL = ['subtype', 'nature', 'valence', 'stage', 'mean_goldstein', 'mentions'] as const
type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number]

/** Reads roll-ups of event data in Parquet. */
export const parquetRollup: Reader = {
  id: 'parquet-rollup',
  label: msg('Roll-up of events (Parquet)'),
  recognises: ({ bytes }) => PARQUET_MARK.every((byte, i) => bytes[i] === byte),
  read: async (file, context) => {
    const parquet = await openParquet(file)
    const columns = columnsOf(file.name, parquet.columns)
    if (parquet.rows > LIMITS.initiatives) {
      throw new ReadingError(
        t(
          '“{file}” has {count, plural, one {# row} other {# rows}}, and at most {most, number} can be read at once: roll up fewer years or actors, or years in place of months.',
          { file: file.name, count: parquet.rows, most: LIMITS.initiatives },
        ),
      )
    }
    const groups: RowsOfGroup[] = []
    const names = [...columns.values()]
    for await (const group of parquet.read(names)) {
      groups.push(group)
      context.onProgress((0.4 * (group.firstRow + group.rows)) / parquet.rows)
    }
    const positions = new Map([...columns.keys()].map((column, i) => [column, i]))
    /** The column of a group; `null` where the file has none such. */
    const valuesOf = ({ values }: RowsOfGroup, column: Column): ArrayLike<unknown> | null => {
      const i = positions.get(column)
      return i === undefined ? null : values[i]!
    }
    const types = kindsIn(
      groups.map((group) => ({
        rows: group.rows,
        type: valuesOf(group, 'type')!,
        subtype: valuesOf(group, 'subtype'),
        nature: valuesOf(group, 'nature'),
      })),
    )
    const builder = buildDataset(
      {
        title: titleOf(file.name),
        description:
          'Counts of events by pair, type and month, rolled up from event data. Machines code such events from news: a count says how much was reported, and is no initiative.',
        licence: 'As the event data that was rolled up has it; not stated in the file',
        citation: `${file.name}, a roll-up of event data. Cite the event data that it was made of.`,
        relationTypes: types.list,
        source: { title: file.name, publisher: 'Publisher not stated', kind: 'database' },
      },
      context,
    )
    for (const note of notesOn(positions, types)) builder.note(note)
    const stages = choices(STAGES)
    const valences = choices(VALENCES)
    const months = new Map<string, string | null>()
    const wanted = file.parts?.years
    const years = wanted && {
      first: `${String(wanted[0]).padStart(4, '0')}-01`,
      last: `${String(wanted[1]).padStart(4, '0')}-12`,
    }
    if (wanted) builder.note(t('Only the years {first} to {last} were taken.', { first: wanted[0], last: wanted[1] }))

    const idOf = kebabOfWords()
    const inId = ({ id }: Actor): string => idOf(id)
    const figures = new Map<number, string>()
    const eventsInWords = (events: number): string => {
      let own = figures.get(events)
      if (own === undefined) {
        own = events === 1 ? 'one event' : `${events.toLocaleString('en')} events`
        if (figures.size < MOST_FIGURES) figures.set(events, own)
      }
      return own
    }
    const addGroup = (group: RowsOfGroup): void => {
      const own = Object.fromEntries(
        [...REQUIRED, ...OPTIONAL].map((column) => [column, valuesOf(group, column) ?? NOTHING]),
      ) as Record<Column, ArrayLike<unknown>>
      for (let i = 0; i < group.rows; i++) {
        if (i % ROWS_A_STEP === 0) context.onProgress(0.4 + (0.6 * (group.firstRow + i)) / parquet.rows)
        const reason = addRow(own, i)
        if (reason === null) continue
        const cells = group.values.map((values) => cleanLine(wordOf(values[i] ?? null), LONGEST_CELL))
        builder.reject(group.firstRow + i + 1, cells, reason)
      }
    }
    /** @returns why it was not taken; `null` where it was, or is not wanted */
    const addRow = (own: Record<Column, ArrayLike<unknown>>, i: number): string | null => {
      const fromName = wordOf(own.from_actor[i])
      const toName = wordOf(own.to_actor[i])
      if (fromName === '' || toName === '') return t('The row names no actor in from_actor or in to_actor.')
      const kind = types.of(wordOf(own.type[i]), wordOf(own.subtype[i]))
      if (kind === null) return t('The row has no type.')
      const written = wordOf(own.month[i])
      let month = months.get(written)
      if (month === undefined) months.set(written, (month = monthOf(written)))
      if (years && month !== null && (month < years.first || month > years.last)) return null
      if (month === null) return t('The month, "{written}", is no date such as 2015-03 or 2015-03-01.', { written })
      const events = numberOf(own.events[i])
      if (events === null || events <= 0)
        return t('The number of events, "{written}", is no number above 0.', { written: wordOf(own.events[i]) })
      const stageWord = wordOf(own.stage[i])
      const stage = stages.get(stageWord || 'announced')
      if (stage === undefined)
        return t('The stage, "{written}", is none of {stages}.', { written: stageWord, stages: STAGES.join(', ') })
      const valenceWord = wordOf(own.valence[i])
      const valence = valences.get(valenceWord || 'cooperation')
      if (valence === undefined)
        return t('The valence, "{written}", is neither cooperation nor conflict.', { written: valenceWord })
      const from = builder.actor(fromName)
      const to = builder.actor(toName)
      if (from === null || to === null)
        return t('You chose to leave out the rows of "{name}".', { name: from === null ? fromName : toName })
      if (from === to) return t('Both actors are the same; a tie needs two.')
      const magnitudes: NewInitiative['magnitudes'] = [{ kind: 'events', value: events, unit: 'events', date: month }]
      const goldstein = numberOf(own.mean_goldstein[i])
      if (goldstein !== null)
        magnitudes.push({ kind: 'mean Goldstein scale', value: goldstein, unit: 'points', date: month })
      const mentions = numberOf(own.mentions[i])
      if (mentions !== null) magnitudes.push({ kind: 'mentions', value: mentions, unit: 'mentions', date: month })
      builder.add({
        id: `${kind.type}-${kind.subtype}-${inId(from)}-${inId(to)}-${month}`,
        from,
        to,
        directed: true,
        type: kind.type,
        subtype: kind.subtype,
        title: `${kind.label}: ${from.names.en} to ${to.names.en}, ${eventsInWords(events)}`,
        milestones: [{ date: month, stage }],
        magnitudes,
        ...(valence === 'conflict' && { valence }),
      })
      return null
    }
    // Each is let go of once its rows are taken.
    for (let group = groups.shift(); group; group = groups.shift()) addGroup(group)
    return builder.finish(names)
  },
}

const ROWS_A_STEP = 20_000
/** A column that the file has not. */
const NOTHING: ArrayLike<unknown> = []
/** So many numbers are kept in words: writing one takes longer than all else of its row. */
const MOST_FIGURES = 10_000
/** Of a cell as it is shown among the rejected rows. */
const LONGEST_CELL = 4000
/** So many subtypes of one type are told apart; what is rarer is "Other". */
const MOST_SUBTYPES = 60

/** Where each column stands in the file, by the name there: names in any case, and with spaces for lines. @throws ReadingError */
function columnsOf(name: string, own: readonly string[]): Map<Column, string> {
  const byName = new Map(
    own.map((column) => [
      column
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, '_'),
      column,
    ]),
  )
  const missing = REQUIRED.filter((column) => !byName.has(column))
  if (missing.length > 0) {
    throw new ReadingError(
      t(
        '“{file}” is no roll-up of events: it has no column {missing}. It has {count, plural, =0 {no column with one value a row} other {{columns}}}. Wanted are {wanted}, as docs/scale.md has them; a table of ties is read from CSV.',
        {
          file: name,
          missing: missing.join(', '),
          count: own.length,
          columns: own.slice(0, 20).join(', '),
          wanted: REQUIRED.join(', '),
        },
      ),
    )
  }
  const found = new Map<Column, string>()
  for (const column of [...REQUIRED, ...OPTIONAL]) {
    const as = byName.get(column)
    if (as !== undefined) found.set(column, as)
  }
  return found
}

function plainName(column: string): string {
  return column
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
}

/** What a row is about: its relation type and subtype, and the words for a title. */
interface Kind {
  type: string
  subtype: string
  label: string
}

interface Kinds {
  list: RelationType[]
  /** @returns `null` where the row has no word for its type */
  of: (type: string, subtype: string) => Kind | null
  /** How many types are joined as "Other". */
  joined: number
}

interface KindColumns {
  rows: number
  type: ArrayLike<unknown>
  subtype: ArrayLike<unknown> | null
  nature: ArrayLike<unknown> | null
}

/** The relation types and subtypes that a file has words for, the commonest first; a subtype's nature is that of its first row. */
function kindsIn(groups: readonly KindColumns[]): Kinds {
  const words = new Map<string, { label: string; rows: number }>()
  const subtypes = new Map<string, Map<string, { label: string; rows: number; nature: Nature }>>()
  const natures = choices(NATURES)
  const keys = new Map<string, string>()
  const keyOf = (word: string): string => {
    let key = keys.get(word)
    if (key === undefined) keys.set(word, (key = typeKey(word)))
    return key
  }
  for (const { rows, type, subtype, nature } of groups) {
    for (let i = 0; i < rows; i++) {
      const label = wordOf(type[i])
      const key = keyOf(label)
      if (key === '') continue
      const word = words.get(key)
      if (word) word.rows++
      else words.set(key, { label, rows: 1 })
      let under = subtypes.get(key)
      if (!under) subtypes.set(key, (under = new Map()))
      const own = wordOf(subtype?.[i]) || label
      const earlier = under.get(keyOf(own))
      if (earlier) earlier.rows++
      else under.set(keyOf(own), { label: own, rows: 1, nature: natures.get(wordOf(nature?.[i])) ?? 'process' })
    }
  }
  const found = typesFound(words)
  const list = found.types.map((type): RelationType => ({ ...type, subtypes: [] }))
  const kinds = new Map<string, Map<string, Kind>>()
  for (const [key, under] of subtypes) {
    const { type: id } = found.of(key)
    const type = list.find((own) => own.id === id)!
    const free = freeIds((wish) => type.subtypes.some((own) => own.id === wish), '-')
    const own = new Map<string, Kind>()
    let other: Subtype | undefined
    for (const [word, { label, nature }] of [...under].sort((one, two) => two[1].rows - one[1].rows)) {
      const clean = cleanLine(label, LONGEST_LABEL) || 'Events'
      let subtype: Subtype
      if (type.subtypes.length < MOST_SUBTYPES) {
        subtype = { id: free(kebab(clean) || 'events'), label: clean, nature }
        type.subtypes.push(subtype)
      } else {
        other ??= type.subtypes.find((one) => one.id === OTHERS.id) ?? OTHERS
        if (!type.subtypes.includes(other)) type.subtypes.push(other)
        subtype = other
      }
      own.set(word, { type: id, subtype: subtype.id, label: clean })
    }
    kinds.set(key, own)
  }
  return {
    list,
    joined: found.joined,
    of: (type, subtype) => kinds.get(keyOf(type))?.get(keyOf(subtype || type)) ?? null,
  }
}

const LONGEST_LABEL = 80
const OTHERS: Subtype = { id: 'others-of-the-file', label: 'Others', nature: 'process' }

/** What to say of codings that the file does not give, in sentences. */
function notesOn(has: ReadonlyMap<Column, number>, { joined }: Kinds): string[] {
  const notes: string[] = []
  if (!has.has('stage')) {
    notes.push(t('The file has no column stage: every row was taken as announced, so that none counts as realised.'))
  }
  if (!has.has('valence')) notes.push(t('The file has no column valence: every row was taken as cooperation.'))
  if (!has.has('nature')) {
    notes.push(t('The file has no column nature: every type was taken as a process, which is no lasting output.'))
  }
  if (joined > 0) {
    notes.push(
      t('The file has more types than can be told apart: the {count, number} rarest are joined as “{label}”.', {
        count: joined,
        label: known(OTHER),
      }),
    )
  }
  notes.push(t('Each row is a count of events in a month: what the numbers of initiatives count here are such rows.'))
  return notes
}

/** What a cell says, as a word. */
function wordOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
}

/** A number that is one; whole ones come as bigint. */
function numberOf(value: unknown): number | null {
  const number = typeof value === 'bigint' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** The month of a date as it is written, `2015-03`, `2015-03-01` or 201503; `null` where it is none. */
function monthOf(written: string): string | null {
  const text = /^\d{6}$/.test(written) ? `${written.slice(0, 4)}-${written.slice(4)}` : written.slice(0, 10)
  const span = parseDate(text)
  return span === null || span.precision === 'year' ? null : text.slice(0, 7)
}

function choices<T extends Stage | Valence | Nature>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one, one]))
}

function titleOf(name: string): string {
  return `Events of ${name.replace(/\.[^.]*$/, '')}`
}
