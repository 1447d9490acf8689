import { t } from '../language/messages.ts'
import type { ActorFinder } from './actorFinder.ts'
import { guessMapping } from './edgeListMapping.ts'
import { previewRows } from './edgeListRows.ts'
import type { FileInput, Mapping } from './reading.ts'
import { readBareTable, rowsOf } from './tableFile.ts'

/** A row of an edge list as it will be read. */
export interface PreviewRow {
  /** Counts from 1. */
  row: number
  /** The actors by the names under which they will stand. */
  from: string
  to: string
  type: string
  title: string
  milestones: string
  value: string
  source: string
  /** Why it will not be taken; `null` where it will. */
  problem: string | null
}

/** The columns of an edge list with its first rows, for saying what each column holds. */
export interface TableSample {
  /** As the first row names them; empty names where it does not. */
  columns: readonly string[]
  mapping: Mapping
  preview: readonly PreviewRow[]
}

const MOST_ROWS = 8

/**
 * The columns and the first rows of an edge list.
 * @param mapping what the person said of the columns; `null`: as guessed
 * @throws ReadingError where it is no table
 */
export async function sampleTable(
  file: FileInput,
  mapping: Mapping | null,
  actors: ActorFinder,
  today: string,
): Promise<TableSample> {
  const rows = rowsOf(await readBareTable(file))
  const own = mapping ?? guessMapping(rows, actors)
  const widest = rows.slice(0, 200).reduce((most, row) => Math.max(most, row.length), 0)
  const names = own.hasHead ? (rows[0] ?? []) : []
  const preview = previewRows(rows, own, MOST_ROWS, actors, today)
  return {
    columns: Array.from({ length: widest }, (_, i) => names[i]?.trim() ?? ''),
    mapping: own,
    preview: preview.map(({ row, from, to, fromActor, toActor, type, title, milestones, value, source, reason }) => ({
      row: row + 1,
      from: fromActor ?? from,
      to: toActor ?? to,
      type,
      title,
      milestones,
      value,
      source,
      problem:
        reason ?? (isSelf(fromActor ?? from, toActor ?? to) ? t('both actors are the same; a tie needs two.') : null),
    })),
  }
}

function isSelf(from: string, to: string): boolean {
  return from.trim().toLowerCase() === to.trim().toLowerCase()
}
