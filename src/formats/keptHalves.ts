import { msg, t, type Message } from '../language/messages.ts'
import { effectiveDaysOf, Initiatives, type Codes, type InitiativeColumns } from '../model/initiatives.ts'
import { LinesInBytes, LinesWriter, type PackedLines } from '../model/lines.ts'
import type { Outline, Texts } from '../model/outline.ts'
import { STAGES } from '../model/outcome.ts'
import { TEXT_COLUMNS, TextsInColumns, type TextColumns } from '../model/textColumns.ts'
import { unpackOutline, unpackTexts } from './compact.ts'

/**
 * The form in which the two halves of a dataset are kept in the browser, and go from the worker that reads a file to the
 * page: their columns as arrays of numbers and bytes, which are copied, or handed on, as they are. The form in which they
 * travel over the wire, and in which datasets were kept before, is `compact.ts`.
 */

const OUTLINE_FORM = 'dyad-outline-columns/1'
const TEXTS_FORM = 'dyad-texts-columns/1'

/** The columns of an outline in which few different values recur. */
const CODED = ['sides', 'kinds', 'grades', 'sourceKinds'] as const

/** An outline as it is kept; the days on which milestones take effect follow from their dates. */
export interface KeptOutline extends Pick<InitiativeColumns, 'ends' | 'stages' | 'dates'> {
  form: typeof OUTLINE_FORM
  head: Omit<Outline, 'initiatives'>
  ids: PackedLines
  /** Their values as JSON: tens of thousands of small lists are read four times as quickly so as by the browser's own copying. */
  coded: Record<(typeof CODED)[number], { values: string; codes: Codes }>
}

type TextColumn = (typeof TEXT_COLUMNS)[number]

/** Texts as they are kept. */
export interface KeptTexts {
  form: typeof TEXTS_FORM
  rest: Omit<Texts, 'initiatives'>
  lines: Record<TextColumn, { values: PackedLines; codes: Codes }>
  numbers: Pick<TextColumns, 'milestoneEnds' | 'figureEnds' | 'figureValues' | 'figureDates'>
}

/** What the browser keeps of a dataset is not whole: said in a sentence. */
export class DamagedError extends Error {
  override name = 'DamagedError'
}

const DAMAGED_OUTLINE = msg(
  'What this browser keeps of the dataset is damaged: the outline cannot be read. Nothing was changed or removed; to have it whole, add the file again.',
)
const DAMAGED_TEXTS = msg(
  'What this browser keeps of the dataset is damaged: the texts cannot be read. Nothing was changed or removed; to have it whole, add the file again.',
)

/** The form in which an outline is kept; it shares its arrays with the outline. */
export function keptOutline({ initiatives, ...head }: Outline): KeptOutline {
  const { columns } = Initiatives.of(initiatives)
  const { ids, ends, stages, dates } = columns
  const coded = CODED.map((name) => {
    const { values, codes } = columns[name]
    return [name, { values: JSON.stringify(values), codes }] as const
  })
  return {
    form: OUTLINE_FORM,
    head,
    ids: ids instanceof LinesInBytes ? ids.packed : packed(ids),
    coded: Object.fromEntries(coded) as KeptOutline['coded'],
    ends,
    stages,
    dates,
  }
}

function packed(ids: Iterable<string>): PackedLines {
  const lines = new LinesWriter()
  for (const id of ids) lines.append(id)
  return lines.done().packed
}

/** The form in which texts are kept; it shares its arrays with them where they are in columns. */
export function keptTexts({ initiatives, ...rest }: Texts): KeptTexts {
  const { columns } = TextsInColumns.of(initiatives)
  const { milestoneEnds, figureEnds, figureValues, figureDates } = columns
  const lines = TEXT_COLUMNS.map((name) => {
    const { values, codes } = columns[name]
    return [name, { values: values.packed, codes }] as const
  })
  return {
    form: TEXTS_FORM,
    rest,
    lines: Object.fromEntries(lines) as KeptTexts['lines'],
    numbers: { milestoneEnds, figureEnds, figureValues, figureDates },
  }
}

/**
 * The outline that is kept.
 * @param kept as {@link keptOutline} or, before there was that, `packOutline` has made it
 * @throws DamagedError where it is not whole
 */
export function openOutline(kept: unknown): Outline {
  return opened(DAMAGED_OUTLINE, kept, OUTLINE_FORM, unpackOutline, (own: KeptOutline) => {
    const { head, ids, ends, stages, dates } = own
    const count = ends.length
    checkLines(ids, count)
    const coded = {
      sides: codedOf(own, 'sides'),
      kinds: codedOf(own, 'kinds'),
      grades: codedOf(own, 'grades'),
      sourceKinds: codedOf(own, 'sourceKinds'),
    }
    checkRising(ends, dates.length)
    checkCodes(stages, dates.length, STAGES.length)
    const rest = { ends, stages, dates, days: effectiveDaysOf(dates, ends) }
    return { ...head, initiatives: new Initiatives({ ids: new LinesInBytes(ids), ...coded, ...rest }) }
  })
}

function codedOf<N extends (typeof CODED)[number]>({ coded, ends }: KeptOutline, name: N): InitiativeColumns[N] {
  const { values: written, codes } = coded[name]
  const values: unknown = JSON.parse(written)
  if (!Array.isArray(values)) throw new RangeError('no values')
  checkCodes(codes, ends.length, values.length)
  return { values, codes } as unknown as InitiativeColumns[N]
}

/** The texts that are kept, see {@link openOutline}. */
export function openTexts(kept: unknown): Texts {
  return opened(DAMAGED_TEXTS, kept, TEXTS_FORM, unpackTexts, ({ rest, lines, numbers }: KeptTexts) => {
    const { milestoneEnds, figureEnds, figureValues, figureDates } = numbers
    const count = milestoneEnds.length
    const milestones = milestoneEnds[count - 1] ?? 0
    const figures = figureValues.length
    checkRising(milestoneEnds, milestones)
    checkRising(figureEnds, figures)
    if (figureEnds.length !== count || figureDates.length !== figures) throw new RangeError('columns that end early')
    const rows: Record<TextColumn, number> = {
      titles: count,
      summaries: count,
      parties: count,
      tags: count,
      notes: milestones,
      cited: milestones,
      figureKinds: figures,
      figureUnits: figures,
      figuresCited: figures,
    }
    const columns = TEXT_COLUMNS.map((name) => {
      const { values, codes } = lines[name]
      checkLines(values, values.ends.length)
      checkCodes(codes, rows[name], values.ends.length)
      return [name, { values: new LinesInBytes(values), codes }] as const
    })
    const own = Object.fromEntries(columns) as Pick<TextColumns, TextColumn>
    return { ...rest, initiatives: new TextsInColumns({ ...own, ...numbers }) }
  })
}

/** Opens what is kept in a form of columns, or in the one before; whatever is wrong with it is told in a sentence. */
function opened<K extends { form: string }, T>(
  damaged: Message,
  kept: unknown,
  form: K['form'],
  unpack: (text: string) => T,
  open: (own: K) => T,
): T {
  try {
    if (typeof kept === 'string') return unpack(kept)
    if ((kept as Partial<K> | null | undefined)?.form !== form) throw new RangeError('another form')
    return open(kept as K)
  } catch {
    throw new DamagedError(t(damaged))
  }
}

function checkLines({ bytes, ends }: PackedLines, count: number): void {
  if (!(bytes instanceof Uint8Array) || ends.length !== count) throw new RangeError('texts that end early')
  checkRising(ends, bytes.length)
}

/** @param last where the last run has to end */
function checkRising(ends: Uint32Array, last: number): void {
  if (!(ends instanceof Uint32Array)) throw new RangeError('no ends')
  let before = 0
  for (const end of ends) {
    if (end < before) throw new RangeError('ends that fall')
    before = end
  }
  if (before !== last) throw new RangeError('runs that end early')
}

/** @param below what each has to be less than */
function checkCodes(codes: Codes, count: number, below: number): void {
  if (!ArrayBuffer.isView(codes) || codes.length !== count) throw new RangeError('a column that ends early')
  for (const code of codes) if (code >= below) throw new RangeError(`no value ${code}`)
}

/** The buffers of what is kept, to be handed to another thread. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  walk(value, (leaf) => ArrayBuffer.isView(leaf) && found.add(leaf.buffer as ArrayBuffer))
  return [...found]
}

/** About how many bytes something takes where it is kept. */
export function bytesOf(value: unknown): number {
  let bytes = 0
  walk(value, (leaf) => {
    if (ArrayBuffer.isView(leaf)) bytes += leaf.byteLength
    else bytes += typeof leaf === 'string' ? leaf.length : BYTES_OF_A_NUMBER
  })
  return bytes
}

const BYTES_OF_A_NUMBER = 8

/** Visits all that is in an object but for objects and arrays themselves. */
function walk(value: unknown, visit: (leaf: unknown) => void): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) visit(value)
  else for (const own of Object.values(value)) walk(own, visit)
}
