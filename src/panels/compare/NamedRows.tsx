import { numberInWords } from '../../language/numbers.ts'
import { dataLanguage, t } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import { Button } from 'react-aria-components'
import type { Column } from '../../network/compare.ts'
import { outcomeInWords } from '../../network/filters.ts'
import { initiativeTitle, whenInWords } from '../../network/profile.ts'
import { LINE_STYLES } from '../../scene/strokes.ts'
import { RelationLetter } from '../details/Marks.tsx'
import { LineSample } from '../LineSample.tsx'
import { useDerived, useSession, useTexts } from '../useSession.ts'
import { Nothing, NumberButton } from './Cells.tsx'

interface RowProps {
  compared: readonly Column[]
}

/** The last initiatives to begin with each partner. */
export function NewestRow({ compared }: RowProps) {
  const { columns } = useSession()
  return (
    <tr>
      <th scope="row">{t('The newest')}</th>
      {compared.map(({ partner, newest }) => (
        <td key={partner}>
          <ul className="named">
            {newest.map((position) => {
              const begun = columns.outline.initiatives.at(position)!.milestones[0]!
              return (
                <li key={position}>
                  <Title position={position} />
                  <span className="muted">{t('begun {when}', { when: whenInWords(begun.date) })}</span>
                  <OutcomeOf position={position} />
                </li>
              )
            })}
          </ul>
          {newest.length === 0 && <Nothing />}
        </td>
      ))}
    </tr>
  )
}

/** The initiatives with each partner for which the largest values were stated. */
export function LargestRow({ compared }: RowProps) {
  return (
    <tr>
      <th scope="row">
        {t('The largest')}{' '}
        <span className="muted row-note">
          {t(
            'Only values that a source states in US dollars are compared, as they were then; trade and targets of trade are none of them.',
          )}
        </span>
      </th>
      {compared.map(({ partner, largest }) => (
        <td key={partner}>
          <ul className="named">
            {largest.map(({ initiative, figure, dollars }) => (
              <li key={initiative}>
                <Title position={initiative} />
                <span className="figures">
                  <strong>{dollarsInWords(dollars)}</strong>{' '}
                  <span className="muted">
                    <span lang={dataLanguage()}>{figure.kind}</span>
                    {figure.date && t(', ') + dateInWords(figure.date)}
                  </span>
                </span>
                <OutcomeOf position={initiative} />
              </li>
            ))}
          </ul>
          {largest.length === 0 && <Nothing>{t('no value stated in dollars')}</Nothing>}
        </td>
      ))}
    </tr>
  )
}

/** @param billions of US dollars */
function dollarsInWords(billions: number): string {
  const digits = { maximumSignificantDigits: 4 }
  return billions < 1
    ? t('USD {value} m', { value: numberInWords(billions * 1000, digits) })
    : t('USD {value} bn', { value: numberInWords(billions, digits) })
}

/** The subtypes that no other of the compared partners has. */
export function OnlyRow({ compared }: RowProps) {
  const { columns } = useSession()
  const labels = new Map(columns.options.subtype.map(({ value, label }) => [value, label]))
  return (
    <tr>
      <th scope="row">
        {t('Only with this one')} <span className="muted row-note">{t('subtypes that none of the others has')}</span>
      </th>
      {compared.map(({ partner, dyad, only }) => (
        <td key={partner}>
          <ul className="only-kinds">
            {only.map(({ type, subtype, initiatives }) => (
              <li key={subtype}>
                <RelationLetter type={type} />
                <NumberButton slice={{ dyad, subtype }}>
                  {labels.get(subtype) ?? subtype} {initiatives}
                </NumberButton>
              </li>
            ))}
          </ul>
          {only.length === 0 && <Nothing>{t('nothing that the others lack')}</Nothing>}
        </td>
      ))}
    </tr>
  )
}

function Title({ position }: { position: number }) {
  const { choices, columns } = useSession()
  const texts = useTexts()
  const { id } = columns.outline.initiatives.at(position)!
  return (
    <Button className="link-button" onPress={() => choices.setState({ inspected: { kind: 'initiative', id } })}>
      <span lang={dataLanguage()}>{initiativeTitle(columns, texts, position)}</span>
    </Button>
  )
}

function OutcomeOf({ position }: { position: number }) {
  const { selection } = useDerived()
  const outcome = selection.outcomes.at(position)
  if (!outcome) return null
  const words = outcomeInWords(outcome)
  return (
    <span className="row-outcome">
      <LineSample line={LINE_STYLES[outcome]} />{' '}
      {selection.isSilent(position) ? t('{outcome}, silent', { outcome: words }) : words}
    </span>
  )
}
