import type { Change } from '../network/changes.ts'
import { CHANGE_SIGNS } from '../scene/changeSigns.ts'

/** The sign of a change, as the graph draws it. */
export function ChangeSign({ change }: { change: Change }) {
  return (
    <span className="change-sign" aria-hidden="true">
      {CHANGE_SIGNS[change]}
    </span>
  )
}
