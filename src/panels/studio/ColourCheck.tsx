import { listInWords } from '../../language/numbers.ts'
import { useMemo } from 'react'
import { checkSets, colourUseInWords, SIGHTS, type ColourSet, type Sight } from '../../pictures/colourCheck.ts'
import { MenuSelect } from '../MenuSelect.tsx'

interface ColourCheckProps {
  /** What the picture tells apart by colour; `null` until it is there. */
  sets: readonly ColourSet[] | null
  sight: Sight | 'all'
  onSight: (sight: Sight | 'all') => void
}

/** Whether what colours tell apart in the picture can be told apart in print and by all readers. */
export function ColourCheck({ sets, sight, onSight }: ColourCheckProps) {
  const verdicts = useMemo(() => checkSets(sets ?? []), [sets])
  const hasColours = sets?.some(({ colours }) => colours.length > 1)
  return (
    <section className="studio-group">
      <h3>Colours</h3>
      {hasColours && (
        <ul className="studio-verdicts small">
          {verdicts.map(({ sight: own, alike }) => (
            <li key={own} data-verdict={alike.length === 0 ? 'apart' : 'alike'}>
              <strong>{SIGHTS[own]}:</strong>{' '}
              {alike.length === 0
                ? 'all colours can be told apart.'
                : `${listInWords([...new Set(alike.map(({ labels }) => labels.join(' and ')))])} look alike.`}
            </li>
          ))}
        </ul>
      )}
      {sets && <p className="muted small">{colourUseInWords(sets).join(' ')}</p>}
      <MenuSelect
        className="studio-select"
        label="Show the preview"
        options={[
          { id: 'all', label: 'In all its colours' },
          ...(Object.keys(SIGHTS) as Sight[]).map((id) => ({ id, label: SIGHTS[id] })),
        ]}
        value={sight}
        onChange={(id) => onSight(id as Sight | 'all')}
      />
    </section>
  )
}
