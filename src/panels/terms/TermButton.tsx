import { lazy, Suspense, useRef, useState } from 'react'
import { Icon } from '../icons.tsx'
import type { TermId } from './terms.ts'
import './terms.css'

const TermMeaning = lazy(() => import('./TermMeaning.tsx').then((own) => ({ default: own.TermMeaning })))

interface TermButtonProps {
  term: TermId
  /** The term as it stands beside the button. */
  label: string
}

/** Beside a term of the field: says what it means when it is pressed, by mouse, finger or key. */
export function TermButton({ term, label }: TermButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        className="term-button"
        aria-label={`What is meant by ${label}`}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="help" />
      </button>
      {isOpen && (
        <Suspense>
          <TermMeaning term={term} label={label} button={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
