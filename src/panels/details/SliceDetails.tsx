import { t } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import { isoDate } from '../../model/dates.ts'
import { lastStep } from '../../model/outcome.ts'
import { outcomeSince } from '../../network/profile.ts'
import { initiativesOf, sliceInWords, type Slice } from '../../network/slice.ts'
import { Icon } from '../icons.tsx'
import { useChoice, useDerived, useSession, useTexts } from '../useSession.ts'
import { CiteMenu } from './CiteMenu.tsx'
import { InitiativeRow } from './InitiativeRow.tsx'
import { LongList } from './LongList.tsx'
import { DetailsHeading } from './Inspecting.tsx'
import { saveSlice, sourcesOf } from './saveSlice.ts'

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
  const title = sliceInWords(columns, slice, since ? dateInWords(since) : t('another date'))
  const noteOf = (position: number) => {
    const { milestones } = columns.outline.initiatives.at(position)!
    if (selection.isSilent(position))
      return t('last heard of in {date}', { date: dateInWords(milestones[lastStep(milestones, asOf)]!.date) })
    if (!slice.change || slice.change === 'unchanged') return undefined
    const day = outcomeSince(milestones, asOf)
    return day === null ? undefined : t('since {date}', { date: dateInWords(isoDate(day)) })
  }
  return (
    <>
      <DetailsHeading>{title}</DetailsHeading>
      <p className="muted figures">
        {initiatives.length === 0
          ? t('No initiative that passes the filters.')
          : t('{count, plural, one {# initiative} other {# initiatives}}, by the day they begin.', {
              count: initiatives.length,
            })}
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
              citation={t(
                '“{title}”: {count, plural, one {# initiative} other {# initiatives}}, as of {date}. In: {citation}',
                {
                  title,
                  count: initiatives.length,
                  date: dateInWords(isoDate(asOf)),
                  citation: columns.outline.citation,
                },
              )}
              sources={() => sourcesOf(texts, initiatives)}
            />
          )}
        </div>
      )}
      <LongList key={title} rows={initiatives}>
        {(position) => (
          <InitiativeRow
            position={position}
            pair={dyad ? [dyad.a, dyad.b] : [columns.outline.focus]}
            note={noteOf(position)}
          />
        )}
      </LongList>
    </>
  )
}
