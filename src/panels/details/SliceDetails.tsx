import { useMemo } from 'react'
import { dateInWords } from '../../model/dates.ts'
import { initiativesOf, sliceInWords, type Slice } from '../../network/slice.ts'
import { initiativesInWords } from '../../network/words.ts'
import { useChoice, useDerived, useSession } from '../useSession.ts'
import { InitiativeRow } from './InitiativeRow.tsx'
import { DetailsHeading } from './Inspecting.tsx'

/** The initiatives behind a number. */
export function SliceDetails({ slice }: { slice: Slice }) {
  const { columns } = useSession()
  const { selection, comparison } = useDerived()
  const since = useChoice((choices) => choices.since)
  const initiatives = useMemo(
    () => initiativesOf({ columns, selection, comparison }, slice),
    [columns, selection, comparison, slice],
  )
  const dyad = columns.dyads.find(({ id }) => id === slice.dyad)
  return (
    <>
      <DetailsHeading>{sliceInWords(columns, slice, since ? dateInWords(since) : 'another date')}</DetailsHeading>
      <p className="muted figures">{initiativesInWords(initiatives.length)}, by the day they begin.</p>
      <ul className="rows">
        {initiatives.map((position) => (
          <li key={position}>
            <InitiativeRow position={position} pair={dyad ? [dyad.a, dyad.b] : [columns.outline.focus]} />
          </li>
        ))}
      </ul>
    </>
  )
}
