import { msg } from '../language/messages.ts'

/** A report: what is written as a page of HTML and as a PDF, in plain words and numbers. */

/** The parts that a report can have, and what each is called. */
export const REPORT_PARTS = {
  picture: msg('Picture'),
  findings: msg('Findings'),
  ledger: msg('Ledger'),
  initiatives: msg('Initiatives'),
  sources: msg('Sources'),
  method: msg('How to read this report'),
} as const
export type ReportPartId = keyof typeof REPORT_PARTS

export interface Report {
  title: string
  /** What is selected, in a sentence. */
  sentence: string
  /** "31 December 2015" */
  asOf: string
  parts: readonly ReportPart[]
  /** How the dataset and this report are cited. */
  citation: string
  licence: string
  /** The address at which the same can be seen alive; '' where it is none of the web. */
  link: string
}

export type ReportPart = { id: ReportPartId; heading: string } & (
  | { kind: 'picture'; svg: string }
  | { kind: 'sentences'; sentences: readonly ReportSentence[] }
  | { kind: 'table'; table: ReportTable; note: string }
  | { kind: 'sources'; sources: readonly ReportSource[] }
)

export interface ReportSentence {
  text: string
  /** A list that the sentence leads to. */
  items: readonly string[]
  /** Numbers of sources. */
  cites: readonly number[]
}

export interface ReportTable {
  /** Names over several columns, from the second column on; none for a table without groups. */
  groups: readonly { label: string; span: number }[]
  head: readonly ReportHead[]
  /** Each as long as the head; the first cell names the row. */
  rows: readonly { cells: readonly ReportCell[]; isTotal: boolean }[]
}

export interface ReportHead {
  label: string
  isNumber: boolean
  /** How wide the column is beside the others, where they share a width. */
  share: number
}

export interface ReportCell {
  text: string
  /** Where it is not that of the report. */
  language?: string | undefined
  /** Smaller, after the text. */
  note?: string
  /** Numbers of sources. */
  cites?: readonly number[]
}

/** A source with the number that it is cited by: its place in the list, from 1. */
export interface ReportSource {
  number: number
  title: string
  /** Of the title, where it is not that of the report. */
  language?: string | undefined
  /** Publisher, date, and the language where it is not English. */
  details: string
  /** '' where there is no address of the web. */
  url: string
}
