import type { Message } from '../language/messages.ts'
import type { Day } from '../model/dates.ts'
import type { Dataset, Initiative } from '../model/schema.ts'

/** A writer of one format, for data that is handed on. */
export interface Writer {
  /** `gexf` */
  id: string
  /** "GEXF, for Gephi" */
  label: Message
  /** Without a dot. */
  ending: string
  mediaType: string
  /** What it is good for, in a sentence. */
  about: Message
  /** What of a dataset the format cannot hold, in sentences; none where it comes back the same. */
  losses: readonly Message[]
  /** @param asOf the day as of which outcomes are written */
  write: (dataset: Dataset, asOf: Day) => Promise<Uint8Array | string>
  /**
   * The same text in pieces, one of them for each initiative, for what is longer than a text can be. The initiatives are those
   * given, one after the other, and not those of the dataset.
   */
  pieces?: (dataset: Dataset, initiatives: Iterable<Initiative>) => Iterable<string>
}
