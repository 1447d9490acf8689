import { useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { accountOf, sumOf } from '../network/tally.ts'
import { Icon } from './icons.tsx'
import { OutcomeBar } from './OutcomeBar.tsx'
import { useDerived, useSession } from './useSession.ts'

/** The state of the screen in words, and what it comes to: promised against delivered. */
export function Headline() {
  const { columns } = useSession()
  const { sentence, selection } = useDerived()
  const { outputs, processes, conflict } = accountOf(columns, selection, selection.initiatives)
  const promised = sumOf(outputs)
  return (
    <div className="headline">
      <p className="sentence" role="status">
        {sentence}
      </p>
      {selection.initiatives.length > 0 && (
        <div className="verdict">
          {promised > 0 && (
            <OutcomeBar tally={outputs} width={150} label={`Outputs: ${outputs.realised} of ${promised} realised`} />
          )}
          <p className="verdict-words figures">
            {promised > 0 ? (
              <>
                <strong>{outputs.realised}</strong> of {promised} promised {promised === 1 ? 'output' : 'outputs'}{' '}
                realised, {outputs.pending} pending, {outputs.ended} ended, {outputs.failed} failed
              </>
            ) : (
              'No outputs'
            )}
            <span className="muted">
              {sumOf(processes) > 0 && ` · ${sumOf(processes)} ${sumOf(processes) === 1 ? 'process' : 'processes'}`}
              {sumOf(conflict) > 0 && ` · ${sumOf(conflict)} in conflict`}
            </span>
          </p>
        </div>
      )}
      <Notices />
    </div>
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
        {lines.length > 5 && <li>And {lines.length - 5} more of the kind.</li>}
      </ul>
      <Button className="icon-button" aria-label="Dismiss the notice" onPress={() => notices.setState([], true)}>
        <Icon name="close" />
      </Button>
    </div>
  )
}
