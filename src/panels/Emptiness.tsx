import { dateInWords } from '../language/dates.ts'
import { msg, t, type Message } from '../language/messages.ts'
import { Button } from 'react-aria-components'
import { NO_FILTERS } from '../network/filters.ts'
import { relaxations, type Relaxation } from '../network/relax.ts'
import { useChoice, useDerived, useMay, useSession } from './useSession.ts'

const WITHOUT: Record<Relaxation['part'], Message> = {
  type: msg('Without the relation types: {count, number}'),
  subtype: msg('Without the subtypes: {count, number}'),
  outcome: msg('Without the outcomes: {count, number}'),
  nature: msg('Without the nature: {count, number}'),
  valence: msg('Without the valence: {count, number}'),
  partner: msg('Without the partners: {count, number}'),
  confidence: msg('Without the confidence: {count, number}'),
  sourceKind: msg('Without the kinds of source: {count, number}'),
  period: msg('Without the period: {count, number}'),
  text: msg('Without the words: {count, number}'),
}

/** Why nothing is shown, and the ways back. */
export function Emptiness() {
  const session = useSession()
  const filters = useChoice((present) => present.filters)
  const asOf = useChoice((present) => present.asOf)
  const { selection } = useDerived()
  const { columns, choices } = session
  const [mayDate, mayFilter] = [useMay('asof'), useMay('filters')]
  if (selection.begun === 0) {
    return (
      <div className="emptiness">
        <h2>{t('Nothing had begun yet')}</h2>
        <p>{t('No initiative of this dataset had begun by {date}.', { date: dateInWords(asOf) })}</p>
        {mayDate && (
          <Button className="button primary" onPress={() => choices.setState({ asOf: columns.outline.asOf })}>
            {t('Go to {date}', { date: dateInWords(columns.outline.asOf) })}
          </Button>
        )}
      </div>
    )
  }
  const ways = relaxations(columns, filters, selection.asOf, session.matches()).slice(0, 3)
  return (
    <div className="emptiness">
      <h2>{t('Nothing passes these filters')}</h2>
      <p>
        {t(
          ways.length > 0
            ? '{begun, plural, one {# initiative} other {# initiatives}} had begun by {date}, but none passes all of these filters together.'
            : '{begun, plural, one {# initiative} other {# initiatives}} had begun by {date}, but no single filter lets any of them through.',
          { begun: selection.begun, date: dateInWords(asOf) },
        )}
      </p>
      {mayFilter && (
        <div className="ways">
          {ways.map((way) => (
            <Button key={way.part} className="button" onPress={() => choices.setState({ filters: way.filters })}>
              {t(WITHOUT[way.part], { count: way.initiatives })}
            </Button>
          ))}
          <Button className="button primary" onPress={() => choices.setState({ filters: NO_FILTERS })}>
            {t('Clear all filters')}
          </Button>
        </div>
      )}
    </div>
  )
}
