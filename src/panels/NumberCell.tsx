import { t } from '../language/messages.ts'
import type { Cell } from '../network/ledgerColumns.ts'
import type { Share } from '../network/share.ts'
import type { Stop } from './useGridPlace.ts'
import { useSession } from './useSession.ts'
import './gridtable.css'

interface NumberCellProps {
  cell: Cell
  /** What it is a number of, for those who listen. */
  of: string
  stop: Stop
}

/** A number of a table; where there are initiatives behind it, a press opens them. */
export function NumberCell({ cell, of, stop }: NumberCellProps) {
  const { choices } = useSession()
  const { text, note, aside, slice, share, value } = cell
  const content = (
    <>
      <span>
        <span className="number">{text}</span>
        {note && (
          <span className="note" aria-hidden={aside ? true : undefined}>
            {` ${note}`}
          </span>
        )}
      </span>
      {share && <Interval share={share} />}
    </>
  )
  if (!slice || value === null || (value === 0 && !share)) {
    return (
      <span className={value === 0 ? 'cell none' : 'cell'} title={aside} {...stop}>
        {content}
        {aside && <span className="visually-hidden">{`${t(', ')}${aside}`}</span>}
      </span>
    )
  }
  return (
    <button
      type="button"
      className="cell"
      title={aside}
      aria-label={`${of}: ${aside ? [text, aside].join(t(', ')) : text}`}
      onClick={() => choices.setState({ inspected: { kind: 'slice', slice } })}
      {...stop}
    >
      {content}
    </button>
  )
}

/** A share as a dot on a line from none to all, with the interval in which it may lie. */
function Interval({ share: { share, low, high } }: { share: Share }) {
  return (
    <svg className="interval" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <line className="interval-all" x1="0" x2="100" y1="4" y2="4" />
      <line className="interval-range" x1={low * 100} x2={high * 100} y1="4" y2="4" />
      <line className="interval-share" x1={share * 100} x2={share * 100} y1="0" y2="8" />
    </svg>
  )
}
