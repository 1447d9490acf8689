import { isFailing, isRealised, type Stage } from '../../model/outcome.ts'
import { relationColour } from '../../scene/palette.ts'
import { useScheme, useSession } from '../useSession.ts'

/** What a stage says of an initiative, in one sign: promised an open circle, delivered a full one, stopped a cross. */
export function StageMark({ stage, x = 6, y = 6 }: { stage: Stage; x?: number | string; y?: number }) {
  if (isFailing(stage)) {
    // A path can't stand at a percentage, an inner svg can.
    return (
      <svg className="stage-mark stopped" x={x} y={y} width="1" height="1" overflow="visible">
        <path d="M-4 -4 L4 4 M-4 4 L4 -4" />
      </svg>
    )
  }
  return <circle className={`stage-mark ${isRealised(stage) ? 'delivered' : 'promised'}`} cx={x} cy={y} r="4" />
}

/** The letter of a relation type, in its colour. */
export function RelationLetter({ type }: { type: string }) {
  const scheme = useScheme()
  const declared = useSession().columns.outline.relationTypes.find(({ id }) => id === type)
  return (
    <span className="letter" style={{ color: relationColour(declared, scheme) }} aria-hidden="true">
      {declared?.letter ?? '?'}
    </span>
  )
}
