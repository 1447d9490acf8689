import type { Hovered } from './pointedAt.ts'

interface TooltipProps {
  hovered: Hovered
  /** Of the view that it stands over, in pixels. */
  width: number
}

/** What is under the pointer, in words. The same words can be read in the Details, so it is no live region. */
export function Tooltip({ hovered, width }: TooltipProps) {
  const isRight = hovered.x > width / 2
  const [, head, rest] = /^(.*?)(?:(?:: |：)(.*))?$/s.exec(hovered.words)!
  return (
    <div
      className="tooltip"
      aria-hidden="true"
      style={{
        top: Math.max(4, hovered.y - 12),
        ...(isRight ? { right: width - hovered.x + 16 } : { left: hovered.x + 16 }),
      }}
    >
      <strong>{head}</strong>
      <span className="figures">{rest}</span>
    </div>
  )
}
