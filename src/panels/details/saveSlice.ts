import type { CitedSource } from '../../formats/citations.ts'
import { inEnglish } from '../../language/messages.ts'
import { isoDate } from '../../model/dates.ts'
import { lastStep } from '../../model/outcome.ts'
import type { Texts } from '../../model/outline.ts'
import { CHANGE_LABELS } from '../../network/changes.ts'
import type { Columns } from '../../network/columns.ts'
import { initiativeTitle, outcomeSince, STAGE_LABELS, subtypeInEnglish } from '../../network/profile.ts'
import type { Derived } from '../../state/derived.ts'
import { saveText } from './saveText.ts'

interface SavedSlice {
  columns: Columns
  derived: Derived
  texts: Texts | null
  initiatives: readonly number[]
  name: string
}

/**
 * Saves the list with what each initiative has come to, at both dates where two are compared.
 * @returns the name of the file
 */
export async function saveSlice({ columns, derived, texts, initiatives, name }: SavedSlice): Promise<string> {
  const { writeCsv } = await import('../../formats/csvTable.ts')
  const { selection, comparison, asOf } = derived
  const date = isoDate(asOf)
  const head = ['id', 'title', 'from', 'to', 'type', 'subtype', 'valence', 'begun', 'stage', `outcome ${date}`]
  const since = comparison ? isoDate(comparison.since) : null
  const rows = initiatives.map((i) => {
    const initiative = columns.outline.initiatives.at(i)!
    const { id, from, to, type, valence, milestones } = initiative
    const change = comparison?.changes[i]
    const day = outcomeSince(milestones, asOf)
    return [
      id,
      initiativeTitle(columns, texts, i),
      from.join(' '),
      to.join(' '),
      type,
      subtypeInEnglish(columns, initiative),
      valence,
      milestones[0]!.date,
      inEnglish(STAGE_LABELS[milestones[lastStep(milestones, asOf)]!.stage]),
      selection.outcomes.at(i) ?? '',
      day === null ? '' : isoDate(day),
      selection.isSilent(i) ? 'silent' : '',
      ...(comparison ? [comparison.before.at(i) ?? 'not begun', change ? inEnglish(CHANGE_LABELS[change]) : ''] : []),
      [...new Set(texts?.initiatives.at(i)?.milestones.flatMap((own) => own.sources))].join(' '),
    ]
  })
  const text = writeCsv(
    [...head, 'outcome since', 'silent', ...(since ? [`outcome ${since}`, `change since ${since}`] : []), 'sources'],
    rows,
  )
  const file = `dyad-${name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}-${date}.csv`
  saveText(file, text, 'text/csv')
  return file
}

/** The sources of the milestones of some initiatives, each once, in the order in which they are cited. */
export function sourcesOf(texts: Texts, initiatives: readonly number[]): CitedSource[] {
  const ids = new Set(initiatives.flatMap((i) => texts.initiatives.at(i)!.milestones.flatMap(({ sources }) => sources)))
  return [...ids].flatMap((id) => texts.sources[id] ?? [])
}
