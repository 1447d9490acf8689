import { known, msg, t, type Message } from '../language/messages.ts'
import { OUTCOMES, type Outcome } from '../model/outcome.ts'
import { CHANGE_LABELS, CHANGES, type Comparison } from '../network/changes.ts'
import type { Columns } from '../network/columns.ts'
import { OUTCOME_LABELS } from '../network/filters.ts'
import { countTogether, type Link } from '../network/links.ts'
import { briefNumber, type Measure } from '../network/measures.ts'
import { CHANGE_SIGNS } from './changeSigns.ts'
import { relationColour, type Scheme } from './palette.ts'
import { diameterOf, lineWidth, type SizeScale, type WidthScale } from './widths.ts'

/** What the drawing means. */
export interface Legend {
  types: { id: string; label: string; letter: string; colour: string; initiatives: number }[]
  outcomes: { outcome: Outcome; label: string; meaning: string }[]
  /** What the width of a link stands for, with some real values of the measure. */
  width: { measure: Measure; steps: { value: number; words: string; width: number }[] }
  /** What the size of a flag stands for, with some real values; `null` where it is all initiatives of the dataset. */
  size: { measure: Measure; steps: { value: number; words: string; diameter: number }[] } | null
  /** True where a conflict is drawn. */
  hasConflict: boolean
  /** True where a link is drawn that passes the focus by. */
  hasBackground: boolean
  /** Where two dates are compared, what the signs on the badges mean; else empty. */
  changes: { sign: string; label: string }[]
}

/** What each outcome means, in few words. */
export const OUTCOME_MEANINGS: Record<Outcome, Message> = {
  realised: msg('in force, delivering or completed'),
  pending: msg('promised, nothing delivered yet'),
  ended: msg('had been realised, then stopped'),
  failed: msg('stopped before any result'),
}

interface LegendInput {
  columns: Columns
  links: readonly Link[]
  scale: WidthScale
  size: SizeScale | null
  focus: string
  scheme: Scheme
  comparison: Comparison | null
}

/** The legend of some links: every relation type of the dataset, with how many selected initiatives it has. */
export function legendOf({ columns, links, scale, size, focus, scheme, comparison }: LegendInput): Legend {
  const byType = new Map<string, Link[]>()
  for (const link of links) {
    const own = byType.get(link.type)
    if (own) own.push(link)
    else byType.set(link.type, [link])
  }
  return {
    types: columns.outline.relationTypes.map((type) => ({
      id: type.id,
      label: known(type.label),
      letter: type.letter,
      colour: relationColour(type, scheme),
      initiatives: countTogether(byType.get(type.id) ?? []),
    })),
    outcomes: OUTCOMES.map((outcome) => ({
      outcome,
      label: t(OUTCOME_LABELS[outcome]),
      meaning: t(OUTCOME_MEANINGS[outcome]),
    })),
    width: {
      measure: scale.reading.measure,
      steps: roundSteps(scale.reading.most, scale.reading.measure.isCount).map((value) => ({
        value,
        words: briefNumber(value),
        width: lineWidth(scale, value),
      })),
    },
    size: size && {
      measure: size.reading.measure,
      steps: roundSteps(size.most, size.reading.measure.isCount).map((value) => ({
        value,
        words: briefNumber(value),
        diameter: diameterOf(size, value),
      })),
    },
    hasConflict: links.some(({ valence }) => valence === 'conflict'),
    hasBackground: links.some(({ dyad }) => dyad.a !== focus && dyad.b !== focus),
    changes: comparison
      ? CHANGES.filter((change) => change !== 'unchanged').map((change) => ({
          sign: CHANGE_SIGNS[change],
          label: t(CHANGE_LABELS[change]),
        }))
      : [],
  }
}

/** A small, a middle and a large round value, as far as the dataset has them; of a count the smallest is one. */
function roundSteps(most: number, isCount: boolean): number[] {
  if (isCount) {
    const large = most >= 10 ? Math.floor(most / 10) * 10 : most
    const steps = [1, Math.round(large / 2), large]
    return [...new Set(steps.filter((step) => step >= 1))]
  }
  const power = 10 ** Math.floor(Math.log10(most))
  const large = [5, 2, 1].map((step) => step * power).find((step) => step <= most)!
  return [large / 10, large / 2, large]
}
