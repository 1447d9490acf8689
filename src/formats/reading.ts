import type { Message } from '../language/messages.ts'
import type { Dataset } from '../model/schema.ts'
import type { ActorFinder } from './actorFinder.ts'
import type { Halves } from './cut.ts'

/**
 * What reading a file of other people's data takes and gives. Readers are pure: no page, no store; they run in a worker,
 * in a test and in Node.
 */

/** A file as it was chosen, dropped, pasted or fetched. */
export interface FileInput {
  /** With its ending; `pasted.txt` for what was pasted. */
  name: string
  bytes: Uint8Array
  /** Where only parts of it were fetched; without it, `bytes` are the whole file. */
  parts?: FileParts
}

/** Which parts of a large Parquet file were fetched (`parquetParts.ts`). */
export interface FileParts {
  /** Of the whole file, in bytes. */
  size: number
  /** Where each part begins in the file and how long it is; `bytes` holds them one after the other in this order. */
  at: readonly (readonly [start: number, length: number])[]
  /** The numbers of the groups of rows in them, from 0. */
  groups: readonly number[]
  /** The first and the last year that the person wants; rows of others in the same groups are passed over. */
  years: readonly [first: number, last: number] | null
}

/** What a person decided about a name that finds no actor: an actor of its own, the same as another, or its rows left out. */
export type Decision = { as: 'own' } | { as: 'actor'; id: string } | { as: 'none' }

/** Which column of a table holds what; columns count from 0, `null` where there is none. */
export interface Mapping {
  from: number
  to: number
  type: number | null
  title: number | null
  date: number | null
  /** The date on which it ended. */
  until: number | null
  stage: number | null
  value: number | null
  /** Of the values, where no column says so. */
  unit: string
  unitColumn: number | null
  /** The address, or the words, of a source. */
  source: number | null
  note: number | null
  directed: boolean
  /** What a dated row is taken for where no column gives its stage: a person says it, Dyad does not guess. */
  stageOfRow: 'announced' | 'signed' | 'in-force' | 'completed'
  /** Whether the first row names the columns. */
  hasHead: boolean
}

/** What a reader is told besides the file. */
export interface ReadingContext {
  actors: ActorFinder
  /** By the name as it is written in the file. */
  decisions: ReadonlyMap<string, Decision>
  /** For edge lists; `null` where Dyad is to read them as it guesses. */
  mapping: Mapping | null
  /** The day, as `YYYY-MM-DD`, to which ties without any date are dated; that of the machine where it is not given. */
  today?: string
  /** Called now and then with how much is done, 0 to 1. */
  onProgress: (share: number) => void
}

/** A row, or an entry, that was not taken. */
export interface RejectedRow {
  /** The line on which it begins, or the number of the entry, from 1. */
  line: number
  /** Its cells as they are written. */
  cells: readonly string[]
  /** Why, and what would be right, in a sentence. */
  reason: string
}

/** A name or code that found no actor. */
export interface UnknownActor {
  name: string
  /** In how many rows it stands. */
  rows: number
  /** Actors that it may stand for, the likeliest first. */
  suggestions: readonly { id: string; label: string }[]
}

/** What came of reading a file. */
export interface Reading {
  /** What was read. Where there are halves, it is made of them when it is asked for. */
  readonly dataset: Dataset
  /** The same in columns, where the reader builds those: as objects a million initiatives take gigabytes. */
  readonly halves?: Halves
  /** How many rows, or entries, were taken. */
  taken: number
  rejected: readonly RejectedRow[]
  /** What the columns of the rejected rows are called. */
  head: readonly string[]
  /** What a person should know of how it was read, in sentences. */
  notes: readonly string[]
  unknown: readonly UnknownActor[]
}

/** The only error that readers throw: one sentence that says what is wrong and what would work. */
export class ReadingError extends Error {
  override name = 'ReadingError'
}

/** A reader of one format. */
export interface Reader {
  /** `sipri-register` */
  id: string
  /** "SIPRI trade register (CSV)" */
  label: Message
  /** Whether a file looks like one of this format, from its beginning. Never throws. */
  recognises: (sample: Sample) => boolean
  /** @throws ReadingError and nothing else */
  read: (file: FileInput, context: ReadingContext) => Promise<Reading>
}

/** The beginning of a file, for telling what it is. */
export interface Sample {
  /** In lower case, with its dot; empty where there is none. */
  ending: string
  /** The first 64 KiB. */
  bytes: Uint8Array
  /** The same as text; empty where it is none. */
  text: string
}

/** The most that is read. What is larger gets a sentence, not a frozen page. */
export const LIMITS = {
  bytes: 256 * 1024 * 1024,
  /** Of all files in an archive together, once they are unpacked. */
  unpacked: 1024 * 1024 * 1024,
  initiatives: 1_000_000,
  actors: 20_000,
  rejected: 10_000,
  depth: 64,
} as const
