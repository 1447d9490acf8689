import { dateInWords } from '../language/dates.ts'
import { inParts, t } from '../language/messages.ts'
import { listInWords } from '../language/numbers.ts'
import { useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { changedInWords, CHANGES, changesOf, type Change, type Comparison } from '../network/changes.ts'
import { tallyInWords } from '../network/links.ts'
import { accountOfAll, sumOf } from '../network/tally.ts'
import { isCompared } from '../state/choices.ts'
import { ChangeSign } from './ChangeSign.tsx'
import { Icon } from './icons.tsx'
import { OutcomeBar } from './OutcomeBar.tsx'
import { rich, STRESSED } from './rich.tsx'
import { TermButton } from './terms/TermButton.tsx'
import { useChoice, useChoiceLater, useDerived, useIsPlaying, useMay, useSession } from './useSession.ts'

/** The state of the screen in words, and what it comes to: promised against delivered. */
export function Headline() {
  const { columns, choices } = useSession()
  const isPlaying = useIsPlaying()
  const { sentence, selection, comparison } = useDerived()
  const hasDetails = useMay('details')
  const { outputs, processes, conflict, silent } = accountOfAll(columns, selection)
  const promised = sumOf(outputs)
  const isByOutcome = useChoiceLater(({ filters }) => filters.outcome !== null)
  // Of a part that was picked by its outcome no share can be told.
  const verdict = isByOutcome
    ? inParts(
        '<b>{promised, number}</b> {promised, plural, one {output} other {outputs}}: {outcomes}; other outcomes are filtered out',
        { promised, outcomes: listInWords(tallyInWords(outputs, silent)) },
      )
    : inParts(
        '<b>{realised, number}</b> of {promised, plural, one {# promised output} other {# promised outputs}} realised, {pending, number} pending{silent, plural, =0 {} other { (# silent)}}, {ended, number} ended, {failed, number} failed',
        { ...outputs, promised, silent },
      )
  const besides = [
    ...(sumOf(processes) > 0
      ? [t('{count, plural, one {# process} other {# processes}}', { count: sumOf(processes) })]
      : []),
    ...(sumOf(conflict) > 0 ? [t('{count, number} in conflict', { count: sumOf(conflict) })] : []),
  ]
  return (
    <div className="headline" data-playing={isPlaying || undefined}>
      <p className="sentence">{sentence}</p>
      {selection.size > 0 && hasDetails && (
        <Button
          className="button small-button findings-button"
          onPress={() => choices.setState({ inspected: { kind: 'findings' } })}
        >
          {t('Findings')}
        </Button>
      )}
      {selection.size > 0 && (
        <div className="verdict">
          <div className="verdict-bar">
            {promised > 0 && !isByOutcome && (
              <OutcomeBar
                tally={outputs}
                width={150}
                label={t('Outputs: {realised, number} of {promised, number} realised', {
                  realised: outputs.realised,
                  promised,
                })}
              />
            )}
          </div>
          <p className="verdict-words figures">
            {promised > 0 ? rich(verdict, STRESSED) : t('No outputs')}
            <span className="muted">{besides.map((own) => ` · ${own}`).join('')}</span> <TermButton term="verdict" />
          </p>
        </div>
      )}
      {comparison ? <Changes comparison={comparison} /> : <NotEarlier />}
      <Notices />
    </div>
  )
}

/** What became of the selected initiatives since the other date, each number with its list. */
function Changes({ comparison }: { comparison: Comparison }) {
  const { choices } = useSession()
  const { selection } = useDerived()
  const hasDetails = useMay('details')
  const tally = changesOf(comparison, selection.initiatives)
  const number = (change: Change) => (
    <Button
      key={change}
      className="change"
      isDisabled={tally[change] === 0 || !hasDetails}
      onPress={() => choices.setState({ inspected: { kind: 'slice', slice: { change } } })}
    >
      <ChangeSign change={change} /> {changedInWords(change, tally[change])}
    </Button>
  )
  return (
    <p className="changes figures">
      {number('begun')}
      <span className="muted">{t('of the other {count, number}:', { count: selection.size - tally.begun })}</span>
      {CHANGES.filter((change) => change !== 'begun').map(number)}
    </p>
  )
}

/** Says that the other date is not before the as-of date, so that nothing is compared, and offers to change them over. */
function NotEarlier() {
  const { choices } = useSession()
  const since = useChoice((present) => present.since)
  const asOf = useChoiceLater((present) => present.asOf)
  const isPlaying = useIsPlaying()
  const may = useMay('asof')
  if (since === null || isCompared({ since, asOf })) return null
  return (
    <p className="changes">
      <span className="muted">
        {t('Nothing to compare: {date} is not before the as-of date.', { date: dateInWords(since) })}
      </span>
      {since !== asOf && !isPlaying && may && (
        <Button className="link-button" onPress={() => choices.setState({ since: asOf, asOf: since })}>
          {t('Swap the dates')}
        </Button>
      )}
    </p>
  )
}

/** What a hash asked for and could not get. */
function Notices() {
  const { notices } = useSession()
  const lines = useSyncExternalStore(notices.subscribe, notices.getState)
  if (lines.length === 0) return null
  return (
    <div className="notices" role="alert">
      <ul>
        {lines.slice(0, 5).map((line, i) => (
          <li key={i}>{line}</li>
        ))}
        {lines.length > 5 && <li>{t('And {count, number} more of the kind.', { count: lines.length - 5 })}</li>}
      </ul>
      <Button className="icon-button" aria-label={t('Dismiss the notice')} onPress={() => notices.setState([], true)}>
        <Icon name="close" />
      </Button>
    </div>
  )
}
