import { t } from '../../language/messages.ts'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Decision, UnknownActor } from '../../formats/reading.ts'
import { countInWords } from '../../network/words.ts'
import type { FileReader } from '../../state/reading.ts'
import { MenuSelect } from '../MenuSelect.tsx'

const MOST_SHOWN = 50

/** Names that find no actor, for the person to decide; until then each is an actor of its own, and nothing is lost. */
export function UnknownActors({ unknown, reader }: { unknown: readonly UnknownActor[]; reader: FileReader }) {
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(() => reader.wishes().decisions)
  const isChanged = decisions !== reader.wishes().decisions
  const decide = (name: string, decision: Decision) => setDecisions(new Map(decisions).set(name, decision))
  return (
    <section className="unknown-actors" aria-label={t('Names that find no actor')}>
      <h3>
        {t('{count, plural, =1 {One name finds no actor} other {# names find no actor}}', { count: unknown.length })}
      </h3>
      <p className="muted small">{t('Each stands as an actor of its own, unless you say that it is another.')}</p>
      <ul className="unknown-list">
        {unknown.slice(0, MOST_SHOWN).map(({ name, rows, suggestions }) => (
          <li key={name}>
            <span className="unknown-name">
              {name || t('(nothing)')} <span className="muted small">{countInWords(rows, 'row')}</span>
            </span>
            <MenuSelect
              className="unknown-choice"
              label={t('What “{name}” is', { name })}
              isLabelHidden
              options={[
                { id: ' own', label: t('An actor of its own') },
                ...suggestions.map(({ id, label }) => ({ id, label: t('The same as {actor}', { actor: label }) })),
                { id: ' none', label: t('Leave its rows out') },
              ]}
              value={idOf(decisions.get(name))}
              onChange={(id) => decide(name, decisionOf(id))}
            />
          </li>
        ))}
      </ul>
      {unknown.length > MOST_SHOWN && (
        <p className="muted small">
          {t('And {count, plural, one {# more that stands in fewer rows} other {# more that stand in fewer rows}}.', {
            count: unknown.length - MOST_SHOWN,
          })}
        </p>
      )}
      {isChanged && (
        <Button className="button small-button" onPress={() => reader.again({ decisions })}>
          {t('Read again with these choices')}
        </Button>
      )}
    </section>
  )
}

/** No id of an actor begins with a space. */
function idOf(decision: Decision | undefined): string {
  if (!decision || decision.as === 'own') return ' own'
  return decision.as === 'none' ? ' none' : decision.id
}

function decisionOf(id: string): Decision {
  if (id === ' own') return { as: 'own' }
  return id === ' none' ? { as: 'none' } : { as: 'actor', id }
}
