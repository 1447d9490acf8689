import type { LineStyle } from '../scene/scene.ts'
import { CAPS, DASHES, PALE_OPACITY } from '../scene/strokes.ts'

/** A short stretch of a line as the graph draws it. */
export function LineSample({
  line,
  colour = 'currentColor',
  width = 2.4,
}: {
  line: LineStyle
  colour?: string
  width?: number
}) {
  return (
    <svg className="line-sample" width="26" height="12" viewBox="0 0 26 12" aria-hidden="true" focusable="false">
      <line
        x1="1"
        x2="25"
        y1="6"
        y2="6"
        stroke={colour}
        strokeWidth={width}
        strokeDasharray={DASHES[line].join(' ')}
        strokeLinecap={CAPS[line]}
        strokeOpacity={line === 'pale' ? PALE_OPACITY : 1}
      />
    </svg>
  )
}
