import type { Outcome } from '../model/outcome.ts'
import type { Dimension } from '../network/filters.ts'
import { relationColour } from '../scene/palette.ts'
import { LINE_STYLES } from '../scene/strokes.ts'
import { LineSample } from './LineSample.tsx'
import { useScheme, useSession } from './useSession.ts'

/** The mark that the graph draws an option with: the letter of a relation type, the line of an outcome; else nothing. */
export function OptionMark({ dimension, value }: { dimension: Dimension; value: string }) {
  const { outline } = useSession().columns
  const scheme = useScheme()
  if (dimension === 'outcome') return <LineSample line={LINE_STYLES[value as Outcome]} />
  if (dimension !== 'type') return null
  const type = outline.relationTypes.find(({ id }) => id === value)
  return (
    <span className="letter" style={{ color: relationColour(type, scheme) }} aria-hidden="true">
      {type?.letter}
    </span>
  )
}
