import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import { dateInWords, isoDate } from '../../model/dates.ts'
import { lastStep } from '../../model/outcome.ts'
import type { Texts } from '../../model/outline.ts'
import { CHANGE_LABELS } from '../../network/changes.ts'
import type { Columns } from '../../network/columns.ts'
import { initiativeTitle, outcomeSince, stageInWords, subtypeLabel } from '../../network/profile.ts'
import { initiativesOf, sliceInWords, type Slice } from '../../network/slice.ts'
import { initiativesInWords } from '../../network/words.ts'
import type { Derived } from '../../state/derived.ts'
import { Icon } from '../icons.tsx'
import { useChoice, useDerived, useSession, useTexts } from '../useSession.ts'
import { CiteMenu } from './CiteMenu.tsx'
import { InitiativeRow } from './InitiativeRow.tsx'
import { DetailsHeading } from './Inspecting.tsx'
import { saveText } from './saveText.ts'

/** The initiatives behind a number, and ways to take them away. */
export function SliceDetails({ slice }: { slice: Slice }) {
  const { columns } = useSession()
  const derived = useDerived()
  const { selection, comparison, asOf } = derived
  const since = useChoice((choices) => choices.since)
  const texts = useTexts()
  const initiatives = useMemo(
    () => initiativesOf({ columns, selection, comparison }, slice),
    [columns, selection, comparison, slice],
  )
  const dyad = columns.dyads.find(({ id }) => id === slice.dyad)
  const title = sliceInWords(columns, slice, since ? dateInWords(since) : 'another date')
  const noteOf = (position: number) => {
    const { milestones } = columns.outline.initiatives[position]!
    if (selection.silent[position])
      return `last heard of in ${dateInWords(milestones[lastStep(milestones, asOf)]!.date)}`
    if (!slice.change || slice.change === 'unchanged') return undefined
    const day = outcomeSince(milestones, asOf)
    return day === null ? undefined : `since ${dateInWords(isoDate(day))}`
  }
  const sources = texts
    ? [...new Set(initiatives.flatMap((i) => texts.initiatives[i]!.milestones.flatMap((own) => own.sources)))]
    : []
  return (
    <>
      <DetailsHeading>{title}</DetailsHeading>
      <p className="muted figures">
        {initiatives.length === 0
          ? 'No initiative that passes the filters.'
          : `${initiativesInWords(initiatives.length)}, by the day they begin.`}
      </p>
      {initiatives.length > 0 && (
        <div className="slice-actions">
          <Button
            className="button"
            onPress={() => void saveSlice({ columns, derived, texts, initiatives, name: title })}
          >
            <Icon name="download" /> CSV
          </Button>
          {texts && (
            <CiteMenu
              name="dyad-sources"
              citation={`“${title}”: ${initiativesInWords(initiatives.length)}, as of ${dateInWords(isoDate(asOf))}. In: ${columns.outline.citation}`}
              sources={sources.flatMap((id) => texts.sources[id] ?? [])}
            />
          )}
        </div>
      )}
      <ul className="rows">
        {initiatives.map((position) => (
          <li key={position}>
            <InitiativeRow
              position={position}
              pair={dyad ? [dyad.a, dyad.b] : [columns.outline.focus]}
              note={noteOf(position)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

interface SavedSlice {
  columns: Columns
  derived: Derived
  texts: Texts | null
  initiatives: readonly number[]
  name: string
}

/** Saves the list with what each initiative has come to, at both dates where two are compared. */
async function saveSlice({ columns, derived, texts, initiatives, name }: SavedSlice): Promise<void> {
  const { writeCsv } = await import('../../formats/csvTable.ts')
  const { selection, comparison, asOf } = derived
  const date = isoDate(asOf)
  const head = ['id', 'title', 'from', 'to', 'type', 'subtype', 'valence', 'begun', 'stage', `outcome ${date}`]
  const since = comparison ? isoDate(comparison.since) : null
  const rows = initiatives.map((i) => {
    const initiative = columns.outline.initiatives[i]!
    const { id, from, to, type, valence, milestones } = initiative
    const change = comparison?.changes[i]
    const day = outcomeSince(milestones, asOf)
    return [
      id,
      initiativeTitle(columns, texts, i),
      from.join(' '),
      to.join(' '),
      type,
      subtypeLabel(columns, initiative),
      valence,
      milestones[0]!.date,
      stageInWords(milestones[lastStep(milestones, asOf)]!.stage),
      selection.outcomes[i] ?? '',
      day === null ? '' : isoDate(day),
      selection.silent[i] ? 'silent' : '',
      ...(comparison ? [comparison.before[i] ?? 'not begun', change ? CHANGE_LABELS[change] : ''] : []),
      [...new Set(texts?.initiatives[i]?.milestones.flatMap((own) => own.sources))].join(' '),
    ]
  })
  const text = writeCsv(
    [...head, 'outcome since', 'silent', ...(since ? [`outcome ${since}`, `change since ${since}`] : []), 'sources'],
    rows,
  )
  const file = name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()
  saveText(`dyad-${file}-${date}.csv`, text, 'text/csv')
}
