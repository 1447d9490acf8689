import { t } from '../language/messages.ts'
import type { Day } from '../model/dates.ts'
import type { Dataset } from '../model/schema.ts'
import { cutDataset, type Halves } from './cut.ts'
import { datasetOf, initiativesIn } from './datasetOf.ts'
import { WRITERS } from './writers.ts'
import type { Writer } from './writing.ts'

/** What of a dataset is to be handed on, and how. */
export interface HandingOn {
  /** Positions of the initiatives, rising; `null` for all. */
  initiatives: readonly number[] | null
  /** The day as it was on which everything is to be; `null` for whole lives. */
  until: Day | null
  /** The id of a writer. */
  format: string
  /** The day as of which outcomes are written. */
  asOf: Day
}

/** The dataset that is handed on, in its plain form, see `cutDataset`. */
export function handedOn(halves: Halves, { initiatives, until }: Pick<HandingOn, 'initiatives' | 'until'>) {
  const ids = initiatives && new Set(initiatives.map((i) => halves.outline.initiatives.at(i)!.id))
  return cutDataset(datasetOf(halves), { initiatives: ids, until })
}

/**
 * Writes a dataset, or a part of it, as a file.
 * @param onProgress told the share of the initiatives that is written, where that is known
 * @throws Error with a sentence that says what to do, where the file would be longer than it can be made at once
 */
export async function fileOf(
  halves: Halves,
  { format, asOf, ...cut }: HandingOn,
  onProgress: (share: number) => void = () => {},
): Promise<Blob> {
  const writer = WRITERS.find(({ id }) => id === format)!
  const { outline, texts } = halves
  if (writer.pieces && cut.initiatives === null && cut.until === null) {
    // All there is, as it is: no initiative has to be made before it is written, nor kept afterwards.
    const rest = datasetOf({ outline: { ...outline, initiatives: [] }, texts: { ...texts, initiatives: [] } })
    return inPieces(writer, writer.pieces(rest, initiativesIn(halves)), outline.initiatives.length, onProgress)
  }
  return fileFrom(handedOn(halves, cut), { format, asOf }, onProgress)
}

/** As {@link fileOf}, of a dataset that is cut already, see {@link handedOn}. */
export async function fileFrom(
  dataset: Dataset,
  { format, asOf }: Pick<HandingOn, 'format' | 'asOf'>,
  onProgress: (share: number) => void = () => {},
): Promise<Blob> {
  const writer = WRITERS.find(({ id }) => id === format)!
  if (writer.pieces) {
    const { initiatives } = dataset
    return inPieces(writer, writer.pieces(dataset, initiatives), initiatives.length, onProgress)
  }
  try {
    return new Blob([(await writer.write(dataset, asOf)) as BlobPart], { type: writer.mediaType })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Error(
      t(
        'The file would be longer than a browser can make at once. Choose fewer initiatives by the filters, or “{format}”, which is written in pieces.',
        { format: t(WRITERS[0]!.label) },
      ),
      { cause: error },
    )
  }
}

/** So many letters are put together before the browser takes them out of the page's own memory. */
const LETTERS_AT_ONCE = 4_000_000

function inPieces(
  { mediaType }: Writer,
  pieces: Iterable<string>,
  count: number,
  onProgress: (share: number) => void,
): Blob {
  const parts: Blob[] = []
  let letters = 0
  let some: string[] = []
  let written = 0
  const put = () => {
    parts.push(new Blob(some))
    some = []
    letters = 0
    onProgress(Math.min(1, written / Math.max(1, count)))
  }
  for (const piece of pieces) {
    some.push(piece)
    letters += piece.length
    written++
    if (letters >= LETTERS_AT_ONCE) put()
  }
  put()
  return new Blob(parts, { type: mediaType })
}
