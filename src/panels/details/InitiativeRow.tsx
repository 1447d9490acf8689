import { dataLanguage, t } from '../../language/messages.ts'
import { listInWords } from '../../language/numbers.ts'
import { lastStep } from '../../model/outcome.ts'
import { outcomeInWords } from '../../network/filters.ts'
import { initiativeTitle, stageInWords } from '../../network/profile.ts'
import { LINE_STYLES } from '../../scene/strokes.ts'
import { LineSample } from '../LineSample.tsx'
import { RowButton } from '../RowButton.tsx'
import { useDerived, useSession, useTexts } from '../useSession.ts'
import { useActorName, useInspect } from './Inspecting.tsx'

interface InitiativeRowProps {
  position: number
  /** Actors that go without saying here. */
  pair: readonly string[]
  /** What else there is to say of it here. */
  note?: string
}

/** One initiative of a list: its title, and what it has come to; a press opens it. */
export function InitiativeRow({ position, pair, note }: InitiativeRowProps) {
  const { columns } = useSession()
  const { selection, asOf } = useDerived()
  const texts = useTexts()
  const inspect = useInspect()
  const nameOf = useActorName()
  const { id, from, to, milestones, valence } = columns.outline.initiatives.at(position)!
  const outcome = selection.outcomes.at(position)
  const stage = milestones[lastStep(milestones, asOf)]?.stage
  const others = [...new Set([...from, ...to])].filter((actor) => !pair.includes(actor)).map(nameOf)
  return (
    <RowButton className="initiative-row" onPress={() => inspect({ kind: 'initiative', id })}>
      <span className="row-title" lang={texts ? dataLanguage() : undefined}>
        {initiativeTitle(columns, texts, position)}
      </span>
      <span className="row-line muted">
        <span className="figures">{columns.beginYears[position]}</span>
        {outcome && (
          <span className="row-outcome">
            <LineSample line={LINE_STYLES[outcome]} />{' '}
            {selection.isSilent(position)
              ? t('{outcome}, silent', { outcome: outcomeInWords(outcome) })
              : outcomeInWords(outcome)}
          </span>
        )}
        {stage && <span>{stageInWords(stage)}</span>}
        {others.length > 0 && <span>{t('with {partners}', { partners: shorten(others) })}</span>}
        {note && <span>{note}</span>}
        {valence === 'conflict' && <span className="flagged">{t('conflict')}</span>}
      </span>
    </RowButton>
  )
}

/** Names up to three; of more, two and how many more. */
function shorten(names: string[]): string {
  return listInWords(
    names.length <= 3 ? names : [...names.slice(0, 2), t('{count, number} more', { count: names.length - 2 })],
  )
}
