import { dateCode, dateText, inFewBytes, type Codes } from './initiatives.ts'
import { type LinesInBytes, LinesWriter, NumbersWriter, startIn, wholeNumbers } from './lines.ts'
import type { InitiativeTexts, TextsList } from './outline.ts'
import type { Magnitude } from './schema.ts'

/** A column of texts: each different one once, and for every row which it has. */
export interface CodedLines {
  values: LinesInBytes
  codes: Codes
}

/**
 * The texts of initiatives on their side: a column for each thing that is written of them, in arrays of bytes and numbers. Lists
 * of texts are one text each, see {@link listText}.
 */
export interface TextColumns {
  titles: CodedLines
  summaries: CodedLines
  parties: CodedLines
  tags: CodedLines
  /** Where the milestones of each initiative end, and those of the next one begin. */
  milestoneEnds: Uint32Array
  notes: CodedLines
  /** The ids of the sources of each milestone. */
  cited: CodedLines
  /** Where the figures of each initiative end, and those of the next one begin. */
  figureEnds: Uint32Array
  figureKinds: CodedLines
  figureValues: Float64Array
  figureUnits: CodedLines
  /** As in `InitiativeColumns.dates`; 0 where a figure has none. */
  figureDates: Uint32Array
  figuresCited: CodedLines
}

/** The columns that hold texts. */
export const TEXT_COLUMNS = [
  'titles',
  'summaries',
  'parties',
  'tags',
  'notes',
  'cited',
  'figureKinds',
  'figureUnits',
  'figuresCited',
] as const satisfies readonly (keyof TextColumns)[]

/** Up to so many texts are kept once they have been read. */
const MOST_KEPT = 100_000

/** The texts of initiatives, each made of its columns when it is asked for. */
export class TextsInColumns implements TextsList {
  readonly columns: TextColumns
  readonly length: number
  readonly #made: InitiativeTexts[] | null

  constructor(columns: TextColumns) {
    this.columns = columns
    this.length = columns.titles.codes.length
    this.#made = this.length <= MOST_KEPT ? new Array<InitiativeTexts>(this.length) : null
  }

  /** Turns a list on its side; what is so already stays as it is. */
  static of(list: TextsList): TextsInColumns {
    if (list instanceof TextsInColumns) return list
    const writer = new TextsWriter()
    for (const one of list) writer.add(one)
    return writer.done()
  }

  at(position: number): InitiativeTexts | undefined {
    if (!(position >= 0 && position < this.length)) return undefined
    const known = this.#made?.[position]
    if (known) return known
    const made = textsAt(this.columns, position)
    if (this.#made) this.#made[position] = made
    return made
  }

  *[Symbol.iterator](): Iterator<InitiativeTexts> {
    for (let i = 0; i < this.length; i++) yield this.at(i)!
  }
}

function textsAt(columns: TextColumns, position: number): InitiativeTexts {
  const { milestoneEnds, notes, cited, figureEnds, figureDates, figureValues } = columns
  const milestones: InitiativeTexts['milestones'] = []
  for (let j = startIn(milestoneEnds, position); j < milestoneEnds[position]!; j++) {
    milestones.push({ note: lineAt(notes, j), sources: listIn(lineAt(cited, j)) })
  }
  const magnitudes: Magnitude[] = []
  for (let j = startIn(figureEnds, position); j < figureEnds[position]!; j++) {
    magnitudes.push({
      kind: lineAt(columns.figureKinds, j),
      value: figureValues[j]!,
      unit: lineAt(columns.figureUnits, j),
      ...(figureDates[j] !== 0 && { date: dateText(figureDates[j]!) }),
      sources: listIn(lineAt(columns.figuresCited, j)),
    })
  }
  return {
    title: lineAt(columns.titles, position),
    summary: lineAt(columns.summaries, position),
    parties: listIn(lineAt(columns.parties, position)),
    tags: listIn(lineAt(columns.tags, position)),
    milestones,
    magnitudes,
  }
}

function lineAt({ values, codes }: CodedLines, row: number): string {
  return values.at(codes[row]!)!
}

/** A list of texts as one: empty for a list of none, and as JSON for others, so that no sign in them means anything else. */
export function listText(list: readonly string[]): string {
  return list.length === 0 ? '' : JSON.stringify(list)
}

/** The list that {@link listText} has written. */
export function listIn(text: string): string[] {
  return text === '' ? [] : (JSON.parse(text) as string[])
}

/** Gathers a column of texts. */
class CodedWriter {
  readonly #lines = new LinesWriter()
  readonly #codes = wholeNumbers()

  get length(): number {
    return this.#codes.length
  }

  put(text: string): void {
    this.#codes.push(this.#lines.put(text))
  }

  done(): CodedLines {
    return { values: this.#lines.done(), codes: inFewBytes(this.#codes.done(), this.#lines.length) }
  }
}

/** Gathers the texts of initiatives one by one. */
export class TextsWriter {
  readonly #titles = new CodedWriter()
  readonly #summaries = new CodedWriter()
  readonly #parties = new CodedWriter()
  readonly #tags = new CodedWriter()
  readonly #milestoneEnds = wholeNumbers()
  readonly #notes = new CodedWriter()
  readonly #cited = new CodedWriter()
  readonly #figureEnds = wholeNumbers()
  readonly #figureKinds = new CodedWriter()
  readonly #figureValues = new NumbersWriter((length) => new Float64Array(length))
  readonly #figureUnits = new CodedWriter()
  readonly #figureDates = wholeNumbers()
  readonly #figuresCited = new CodedWriter()
  readonly #lists = new WeakMap<readonly string[], string>()
  readonly #dates = new Map<string | undefined, number>([[undefined, 0]])

  add({ title, summary, parties, tags, milestones, magnitudes }: InitiativeTexts): void {
    this.#titles.put(title)
    this.#summaries.put(summary)
    this.#parties.put(this.#listText(parties))
    this.#tags.put(this.#listText(tags))
    for (const { note, sources } of milestones) {
      this.#notes.put(note)
      this.#cited.put(this.#listText(sources))
    }
    this.#milestoneEnds.push(this.#notes.length)
    for (const { kind, value, unit, date, sources } of magnitudes) {
      this.#figureKinds.put(kind)
      this.#figureValues.push(value)
      this.#figureUnits.put(unit)
      let code = this.#dates.get(date)
      if (code === undefined) this.#dates.set(date, (code = dateCode(date!)))
      this.#figureDates.push(code)
      this.#figuresCited.put(this.#listText(sources))
    }
    this.#figureEnds.push(this.#figureValues.length)
  }

  /** What was gathered; nothing is added after that. */
  done(): TextsInColumns {
    return new TextsInColumns({
      titles: this.#titles.done(),
      summaries: this.#summaries.done(),
      parties: this.#parties.done(),
      tags: this.#tags.done(),
      milestoneEnds: this.#milestoneEnds.done(),
      notes: this.#notes.done(),
      cited: this.#cited.done(),
      figureEnds: this.#figureEnds.done(),
      figureKinds: this.#figureKinds.done(),
      figureValues: this.#figureValues.done(),
      figureUnits: this.#figureUnits.done(),
      figureDates: this.#figureDates.done(),
      figuresCited: this.#figuresCited.done(),
    })
  }

  /** Readers give the same list again and again where the same is cited. */
  #listText(list: readonly string[]): string {
    if (list.length === 0) return ''
    let text = this.#lists.get(list)
    if (text === undefined) this.#lists.set(list, (text = listText(list)))
    return text
  }
}
