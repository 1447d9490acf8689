import { isFailing, isRealised } from '../model/outcome.ts'
import type { Dataset, Initiative, Magnitude } from '../model/schema.ts'
import { dateCell, type Sheet, type SheetCell } from '../model/sheet.ts'
import { writeCsv } from './csvTable.ts'
import { writeTsv } from './sheetText.ts'
import { writeXlsx, type About } from './xlsxTable.ts'

/**
 * A dataset as an edge list for spreadsheets and other programs: a row an initiative and dyad. It keeps who is tied to
 * whom, by what and since when; of an initiative's course it keeps the first step, when it was first realised, when it
 * ended, and the latest step. The dataset's own format keeps all.
 */

const COLUMNS = [
  { label: 'From', width: 20 },
  { label: 'To', width: 20 },
  { label: 'Direction', width: 10 },
  { label: 'Type', width: 14 },
  { label: 'Subtype', width: 20 },
  { label: 'Title', width: 50 },
  { label: 'Begun', width: 12 },
  { label: 'First stage', width: 12 },
  { label: 'First realised', width: 12 },
  { label: 'Ended', width: 12 },
  { label: 'Latest date', width: 12 },
  { label: 'Latest stage', width: 12 },
  { label: 'Value', width: 12 },
  { label: 'Unit', width: 10 },
  { label: 'Value of', width: 24 },
  { label: 'Other figures', width: 40 },
  { label: 'Parties', width: 30 },
  { label: 'Tags', width: 20 },
  { label: 'Sources', width: 50 },
  { label: 'Note', width: 60 },
] as const

/** An edge list of a dataset, with the names of actors, types and subtypes rather than their ids. */
export function edgeListSheet({ actors, relationTypes, initiatives, sources }: Dataset): Sheet {
  const nameOf = new Map(actors.map(({ id, names }) => [id, names.en]))
  const typeOf = new Map(
    relationTypes.map((type) => [
      type.id,
      { label: type.label, subtypes: new Map(type.subtypes.map(({ id, label }) => [id, label])) },
    ]),
  )
  const sourceOf = new Map(sources.map(({ id, title, url }) => [id, url ?? title]))
  const rows = initiatives.flatMap((initiative) => {
    const type = typeOf.get(initiative.type)
    const rest = courseCells(initiative)
    const cited = [...new Set(initiative.milestones.flatMap((milestone) => milestone.sources))]
    return dyadsOf(initiative).map(([from, to]): SheetCell[] => [
      nameOf.get(from) ?? from,
      nameOf.get(to) ?? to,
      initiative.directed ? 'directed' : 'mutual',
      type?.label ?? initiative.type,
      type?.subtypes.get(initiative.subtype) ?? initiative.subtype,
      initiative.title,
      ...rest,
      ...figureCells(initiative.magnitudes ?? []),
      initiative.parties.join('; '),
      initiative.tags.join('; '),
      cited.map((id) => sourceOf.get(id) ?? id).join('; '),
      initiative.summary,
    ])
  })
  return { head: COLUMNS.map(({ label }) => label), rows }
}

/** An edge list as CSV in UTF-8, with a byte order mark and no cell that a spreadsheet would run. */
export function edgeListCsv(dataset: Dataset): string {
  const { head, rows } = edgeListSheet(dataset)
  return writeCsv(head, rows)
}

/** As {@link edgeListCsv}, with tabs between the cells. */
export function edgeListTsv(dataset: Dataset): string {
  return `\uFEFF${writeTsv(edgeListSheet(dataset))}\r\n`
}

/** As {@link edgeListCsv}, as an Excel workbook. @param about what its second sheet says of it */
export function edgeListXlsx(dataset: Dataset, about: About): Promise<Blob> {
  return writeXlsx({ ...edgeListSheet(dataset), widths: COLUMNS.map(({ width }) => width) }, about)
}

function dyadsOf({ from, to }: Initiative): [string, string][] {
  return from.flatMap((one) => to.filter((other) => other !== one).map((other): [string, string] => [one, other]))
}

/** Begun, first stage, first realised, ended, latest date, latest stage. */
function courseCells({ milestones }: Initiative): SheetCell[] {
  const first = milestones[0]!
  const last = milestones.at(-1)!
  const realised = milestones.find(({ stage }) => isRealised(stage))
  return [
    dateCell(first.date),
    first.stage,
    realised ? dateCell(realised.date) : null,
    isFailing(last.stage) && milestones.length > 1 ? dateCell(last.date) : null,
    dateCell(last.date),
    last.stage,
  ]
}

/** Value, unit, value of, other figures: the first figure in numbers, the others in words. */
function figureCells([first, ...others]: readonly Magnitude[]): SheetCell[] {
  if (!first) return [null, null, null, null]
  const words = others.map(
    ({ kind, value, unit, date }) => `${kind}: ${value} ${unit}${date === undefined ? '' : ` (${date})`}`,
  )
  return [first.value, first.unit, first.kind, words.join('; ')]
}
