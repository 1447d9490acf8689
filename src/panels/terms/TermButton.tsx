import { t } from '../../language/messages.ts'
import { lazy, Suspense, useRef, useState } from 'react'
import { Icon } from '../icons.tsx'
import { TERM_LABELS, type TermId } from './terms.ts'
import './terms.css'

const TermMeaning = lazy(() => import('./TermMeaning.tsx').then((own) => ({ default: own.TermMeaning })))

/** Beside a term of the field: says what it means when it is pressed, by mouse, finger or key. */
export function TermButton({ term }: { term: TermId }) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        className="term-button"
        aria-label={t('What is meant by {term}', { term: t(TERM_LABELS[term]) })}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="help" />
      </button>
      {isOpen && (
        <Suspense>
          <TermMeaning term={term} button={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
