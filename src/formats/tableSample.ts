import type { Mapping } from './reading.ts'

/** A row of an edge list as it will be read. */
export interface PreviewRow {
  /** The line of the file on which it begins. */
  line: number
  from: string
  to: string
  type: string
  title: string
  date: string
  value: string
  source: string
  /** Why it will not be taken; `null` where it will. */
  problem: string | null
}

/** The columns of an edge list with its first rows, for saying what each column holds. */
export interface TableSample {
  /** The names of the columns, or `Column 1` and so on. */
  columns: readonly string[]
  mapping: Mapping
  preview: readonly PreviewRow[]
}
