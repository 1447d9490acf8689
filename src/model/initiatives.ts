import { effectiveDays, type Day } from './dates.ts'
import { NumbersWriter, startIn, wholeNumbers, type Lines } from './lines.ts'
import { STAGES, type Stage } from './outcome.ts'
import type { InitiativeOutline } from './outline.ts'
import type { Confidence, SourceKind, Valence } from './schema.ts'

/** Initiatives by position, as an array has them; what is large makes each only when it is asked for. */
export interface InitiativeList extends Iterable<InitiativeOutline> {
  readonly length: number
  at: (position: number) => InitiativeOutline | undefined
}

/** Whole numbers from 0 in as few bytes as the largest of them needs. */
export type Codes = Uint8Array | Uint16Array | Uint32Array

/** A column in which few different values recur: each value once, and for every row which it has. */
export interface Coded<T> {
  values: readonly T[]
  codes: Codes
}

/**
 * The initiatives of a dataset on their side: a column for each thing that is known of them, in arrays of numbers. A million of
 * them take some 30 MB so, beside their ids, and as objects some 500. All but the ids can be sent between workers as it is;
 * `keptHalves.ts` has the form in which all is kept.
 */
export interface InitiativeColumns {
  ids: Lines
  sides: Coded<readonly [from: string[], to: string[], directed: boolean]>
  kinds: Coded<readonly [type: string, subtype: string]>
  grades: Coded<readonly [Valence, Confidence]>
  sourceKinds: Coded<SourceKind[]>
  /** Where the milestones of each initiative end, and those of the next one begin. */
  ends: Uint32Array
  /** Of each milestone its stage, as a position in `STAGES`. */
  stages: Uint8Array
  /** Its date as it is written: 20151223, 20151200 for a month, 20150000 for a year. */
  dates: Uint32Array
  /** The day on which it takes effect, see `effectiveDays`. */
  days: Int32Array
}

/** Up to so many initiatives are kept once they have been asked for. */
const MOST_KEPT = 100_000

/** The initiatives of a dataset, from {@link InitiativeColumns}. */
export class Initiatives implements InitiativeList {
  readonly columns: InitiativeColumns
  readonly length: number
  readonly #made: InitiativeOutline[] | null
  #positions: Map<string, number> | null = null

  constructor(columns: InitiativeColumns) {
    this.columns = columns
    this.length = columns.ids.length
    this.#made = this.length <= MOST_KEPT ? new Array<InitiativeOutline>(this.length) : null
  }

  /** Turns a list on its side; what is so already stays as it is. */
  static of(list: InitiativeList): Initiatives {
    return list instanceof Initiatives ? list : new Initiatives(columnsFrom(list))
  }

  at(position: number): InitiativeOutline | undefined {
    if (!(position >= 0 && position < this.length)) return undefined
    const known = this.#made?.[position]
    if (known) return known
    const made = initiativeAt(this.columns, position)
    if (this.#made) this.#made[position] = made
    return made
  }

  /** The position of an initiative by its id; `undefined` where there is none. */
  positionOf(id: string): number | undefined {
    if (!this.#made) {
      // An index of a million ids would be larger than all the rest, and few are ever looked for.
      const position = this.columns.ids.indexOf(id)
      return position < 0 ? undefined : position
    }
    this.#positions ??= new Map(Array.from(this.columns.ids, (own, position) => [own, position]))
    return this.#positions.get(id)
  }

  *[Symbol.iterator](): Iterator<InitiativeOutline> {
    for (let i = 0; i < this.length; i++) yield this.at(i)!
  }
}

function initiativeAt(columns: InitiativeColumns, position: number): InitiativeOutline {
  const { ids, sides, kinds, grades, sourceKinds, ends, stages, dates, days } = columns
  const [from, to, directed] = sides.values[sides.codes[position]!]!
  const [type, subtype] = kinds.values[kinds.codes[position]!]!
  const [valence, confidence] = grades.values[grades.codes[position]!]!
  const milestones: InitiativeOutline['milestones'] = []
  for (let j = startIn(ends, position); j < ends[position]!; j++) {
    milestones.push({ date: dateText(dates[j]!), day: days[j]!, stage: STAGES[stages[j]!]! })
  }
  const kindsCited = sourceKinds.values[sourceKinds.codes[position]!]!
  const id = ids.at(position)!
  return { id, from, to, directed, type, subtype, valence, confidence, sourceKinds: kindsCited, milestones }
}

function columnsFrom(list: InitiativeList): InitiativeColumns {
  const ids: string[] = []
  const days = new NumbersWriter((length) => new Int32Array(length))
  const writer = new InitiativesWriter()
  for (const one of list) {
    ids.push(one.id)
    writer.add(one)
    for (const { day } of one.milestones) days.push(day)
  }
  return { ids, ...writer.done(), days: days.done() }
}

/** Gathers the columns of initiatives one by one, but for their ids. */
export class InitiativesWriter {
  readonly #sides = pairCoder<readonly [from: string[], to: string[], directed: boolean]>()
  readonly #kinds = pairCoder<readonly [type: string, subtype: string]>()
  readonly #grades = pairCoder<readonly [Valence, Confidence]>()
  readonly #cited = pairCoder<SourceKind[]>()
  readonly #ends = wholeNumbers()
  readonly #stages = new NumbersWriter((length) => new Uint8Array(length))
  readonly #dates = wholeNumbers()
  readonly #dateCodes = new Map<string, number>()

  /** How many there are. */
  get length(): number {
    return this.#ends.length
  }

  /** Adds one; its milestones stand in the order of their days. */
  add(
    one: Omit<InitiativeOutline, 'id' | 'milestones'> & { milestones: readonly { date: string; stage: Stage }[] },
  ): void {
    const { from, to, directed, type, subtype, valence, confidence, sourceKinds } = one
    // No id has such a sign, so that no two sides look alike.
    const toward = directed ? listKey(to) : `${listKey(to)}\t`
    this.#sides.put(listKey(from), toward, () => [from, to, directed])
    this.#kinds.put(type, subtype, () => [type, subtype])
    this.#grades.put(valence, confidence, () => [valence, confidence])
    this.#cited.put(listKey(sourceKinds), '', () => sourceKinds)
    for (const { date, stage } of one.milestones) {
      this.#stages.push(STAGES.indexOf(stage))
      let code = this.#dateCodes.get(date)
      if (code === undefined) this.#dateCodes.set(date, (code = dateCode(date)))
      this.#dates.push(code)
    }
    this.#ends.push(this.#dates.length)
  }

  /** What was gathered. */
  done(): Omit<InitiativeColumns, 'ids' | 'days'> {
    return {
      sides: this.#sides.done(),
      kinds: this.#kinds.done(),
      grades: this.#grades.done(),
      sourceKinds: this.#cited.done(),
      ends: this.#ends.done(),
      stages: this.#stages.done(),
      dates: this.#dates.done(),
    }
  }
}

/** Most lists have one member. */
function listKey(list: readonly string[]): string {
  return list.length === 1 ? list[0]! : list.join('\n')
}

/** Gathers a {@link Coded} column of values that two texts tell from one another. */
function pairCoder<T>(): { put: (one: string, other: string, value: () => T) => void; done: () => Coded<T> } {
  const values: T[] = []
  const known = new Map<string, Map<string, number>>()
  const codes = wholeNumbers()
  return {
    put: (one, other, value) => {
      let others = known.get(one)
      if (!others) known.set(one, (others = new Map()))
      let code = others.get(other)
      if (code === undefined) {
        code = values.push(value()) - 1
        others.set(other, code)
      }
      codes.push(code)
    },
    done: () => ({ values, codes: inFewBytes(codes.done(), values.length) }),
  }
}

/** Codes in as few bytes as they need. @param values how many different codes there are */
export function inFewBytes(codes: ArrayLike<number>, values: number): Codes {
  if (values <= 0x100) return Uint8Array.from(codes)
  if (values <= 0x1_0000) return Uint16Array.from(codes)
  return codes instanceof Uint32Array ? codes : Uint32Array.from(codes)
}

/** A date of evidence as a number, see {@link InitiativeColumns.dates}. */
export function dateCode(date: string): number {
  return Number(date.slice(0, 4)) * 10_000 + Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10))
}

/** The date of evidence that a number stands for. */
export function dateText(code: number): string {
  const digits = String(code).padStart(8, '0')
  if (digits.endsWith('0000')) return digits.slice(0, 4)
  const month = `${digits.slice(0, 4)}-${digits.slice(4, 6)}`
  return digits.endsWith('00') ? month : `${month}-${digits.slice(6)}`
}

/** The days on which milestones take effect, as `effectiveDays` has them, of all initiatives at once. */
export function effectiveDaysOf(dates: Uint32Array, ends: Uint32Array): Int32Array {
  const days = new Int32Array(dates.length)
  const known = new Map<number, Day>()
  for (let i = 0; i < ends.length; i++) {
    let next = Number.POSITIVE_INFINITY
    for (let j = ends[i]! - 1; j >= startIn(ends, i); j--) {
      let last = known.get(dates[j]!)
      if (last === undefined) {
        last = effectiveDays([dateText(dates[j]!)])[0]!
        known.set(dates[j]!, last)
      }
      next = Math.min(last, next)
      days[j] = next
    }
  }
  return days
}
