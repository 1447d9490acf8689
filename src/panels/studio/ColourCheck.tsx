import { inParts, t } from '../../language/messages.ts'
import { listInWords } from '../../language/numbers.ts'
import { useMemo } from 'react'
import { checkSets, colourUseInWords, SIGHTS, type ColourSet, type Sight } from '../../pictures/colourCheck.ts'
import { MenuSelect } from '../MenuSelect.tsx'
import { rich, STRESSED } from '../rich.tsx'

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
      <h3>{t('Colours')}</h3>
      {hasColours && (
        <ul className="studio-verdicts small">
          {verdicts.map(({ sight: own, alike }) => (
            <li key={own} data-verdict={alike.length === 0 ? 'apart' : 'alike'}>
              {rich(
                alike.length === 0
                  ? inParts('<b>{sight}:</b> all colours can be told apart.', { sight: t(SIGHTS[own]) })
                  : inParts('<b>{sight}:</b> {pairs} look alike.', {
                      sight: t(SIGHTS[own]),
                      pairs: listInWords([...new Set(alike.map(({ labels }) => listInWords(labels)))]),
                    }),
                STRESSED,
              )}
            </li>
          ))}
        </ul>
      )}
      {sets && <p className="muted small">{colourUseInWords(sets).join(' ')}</p>}
      <MenuSelect
        className="studio-select"
        label={t('Show the preview')}
        options={[
          { id: 'all', label: t('In all its colours') },
          ...(Object.keys(SIGHTS) as Sight[]).map((id) => ({ id, label: t(SIGHTS[id]) })),
        ]}
        value={sight}
        onChange={(id) => onSight(id as Sight | 'all')}
      />
    </section>
  )
}
