import { msg, t, type Message } from '../../language/messages.ts'
import { upperFirst } from '../../language/numbers.ts'
import type { RefObject } from 'react'
import { Dialog, Heading, Popover } from 'react-aria-components'
import { OUTCOMES } from '../../model/outcome.ts'
import { NATURE_LABELS, OUTCOME_LABELS, VALENCE_LABELS } from '../../network/filters.ts'
import { OUTCOME_MEANINGS } from '../../scene/legend.ts'
import {
  CONFIDENCE_MEANINGS,
  CONFIDENCE_NAMES,
  NATURE_MEANINGS,
  SILENT_MEANING,
  VALENCE_MEANINGS,
} from '../about/codebook.ts'
import { TERM_LABELS, type TermId } from './terms.ts'

interface TermMeaningProps {
  term: TermId
  /** What it is about, and goes back to. */
  button: RefObject<HTMLButtonElement | null>
  onClose: () => void
}

/** What a term means, as the codebook has it. */
export function TermMeaning({ term, button, onClose }: TermMeaningProps) {
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
          {upperFirst(t(TERM_LABELS[term]))}
        </Heading>
        <dl>
          {MEANINGS[term].map(([name, meaning], i) => (
            <div key={i}>
              <dt>{t(name)}</dt>
              <dd>{t(meaning)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </Popover>
  )
}

type Meaning = readonly [name: Message, meaning: Message]

const outcomes: Meaning[] = [
  ...OUTCOMES.map((own): Meaning => [OUTCOME_LABELS[own], OUTCOME_MEANINGS[own]]),
  [msg('Silent'), SILENT_MEANING],
]
const natures = named(NATURE_LABELS, NATURE_MEANINGS)

const MEANINGS: Record<TermId, readonly Meaning[]> = {
  outcome: outcomes,
  nature: natures,
  valence: named(VALENCE_LABELS, VALENCE_MEANINGS),
  confidence: named(CONFIDENCE_NAMES, CONFIDENCE_MEANINGS),
  verdict: [...natures, ...outcomes, [msg('In conflict'), VALENCE_MEANINGS.conflict]],
}

function named<Id extends string>(names: Record<Id, Message>, meanings: Record<Id, Message>): Meaning[] {
  return (Object.keys(meanings) as Id[]).map((id) => [names[id], meanings[id]])
}
