import type { Day } from '../model/dates.ts'
import type { Dataset } from '../model/schema.ts'

/** A writer of one format, for data that is handed on. */
export interface Writer {
  /** `gexf` */
  id: string
  /** "GEXF, for Gephi" */
  label: string
  /** Without a dot. */
  ending: string
  mediaType: string
  /** What it is good for, in a sentence. */
  about: string
  /** What of a dataset the format cannot hold, in sentences; none where it comes back the same. */
  losses: readonly string[]
  /** @param asOf the day as of which outcomes are written */
  write: (dataset: Dataset, asOf: Day) => Promise<Uint8Array | string>
}
