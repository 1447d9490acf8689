import { upperFirst } from '../../language/numbers.ts'
import type { RefObject } from 'react'
import { Dialog, Heading, Popover } from 'react-aria-components'
import { OUTCOMES } from '../../model/outcome.ts'
import { OUTCOME_LABELS } from '../../network/filters.ts'
import { OUTCOME_MEANINGS } from '../../scene/legend.ts'
import { CONFIDENCE_MEANINGS, NATURE_MEANINGS, SILENT_MEANING, VALENCE_MEANINGS } from '../about/codebook.ts'
import type { TermId } from './terms.ts'

interface TermMeaningProps {
  term: TermId
  label: string
  /** What it is about, and goes back to. */
  button: RefObject<HTMLButtonElement | null>
  onClose: () => void
}

/** What a term means, as the codebook has it. */
export function TermMeaning({ term, label, button, onClose }: TermMeaningProps) {
  return (
    <Popover
      className="popover term-popover"
      placement="bottom start"
      triggerRef={button}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Dialog className="term-meaning">
        <Heading slot="title" className="term-title">
          {upperFirst(label)}
        </Heading>
        <dl>
          {MEANINGS[term].map(([name, meaning]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </Popover>
  )
}

type Meaning = readonly [name: string, meaning: string]

const outcomes: Meaning[] = [
  ...OUTCOMES.map((own): Meaning => [OUTCOME_LABELS[own], OUTCOME_MEANINGS[own]]),
  ['Silent', SILENT_MEANING],
]
const natures = named(NATURE_MEANINGS)

const MEANINGS: Record<TermId, readonly Meaning[]> = {
  outcome: outcomes,
  nature: natures,
  valence: named(VALENCE_MEANINGS),
  confidence: named(CONFIDENCE_MEANINGS),
  verdict: [...natures, ...outcomes, ['In conflict', VALENCE_MEANINGS.conflict]],
}

function named(meanings: Readonly<Record<string, string>>): Meaning[] {
  return Object.entries(meanings).map(([name, meaning]) => [upperFirst(name), meaning])
}
