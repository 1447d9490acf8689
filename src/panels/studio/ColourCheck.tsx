import { useMemo } from 'react'
import { checkColours, SIGHTS, type MeaningfulColour, type Sight } from '../../pictures/colourCheck.ts'
import { listInWords } from '../../network/words.ts'
import { MenuSelect } from '../MenuSelect.tsx'

interface ColourCheckProps {
  colours: readonly MeaningfulColour[]
  /** Whether letters in the picture tell the colours apart as well. */
  hasLetters: boolean
  sight: Sight | 'all'
  onSight: (sight: Sight | 'all') => void
}

/** Whether the colours of the picture can be told apart in print and by all readers. */
export function ColourCheck({ colours, hasLetters, sight, onSight }: ColourCheckProps) {
  const verdicts = useMemo(() => checkColours(colours), [colours])
  return (
    <section className="studio-group">
      <h3>Colours</h3>
      <ul className="studio-verdicts small">
        {verdicts.map(({ sight: own, alike }) => (
          <li key={own} data-verdict={alike.length === 0 ? 'apart' : 'alike'}>
            <strong>{SIGHTS[own]}:</strong>{' '}
            {alike.length === 0
              ? 'all colours can be told apart.'
              : `${listInWords(alike.map(({ labels }) => labels.join(' and ')))} look alike.`}
          </li>
        ))}
      </ul>
      {verdicts.some(({ alike }) => alike.length > 0) && (
        <p className="muted small">
          {hasLetters
            ? 'The letters on the badges tell them apart as well.'
            : 'Without names and badges nothing else tells them apart: switch names on, or show fewer relation types.'}
        </p>
      )}
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
