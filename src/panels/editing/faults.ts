import { createContext, use } from 'react'
import type { EntryChecked } from '../../formats/editChecks.ts'

export const NO_FAULTS: EntryChecked = { faults: [], advice: [] }

/** What is wrong with the fields of the form. */
export const FaultsContext = createContext<EntryChecked>(NO_FAULTS)

/** What is said at a field. */
export function useFault(field: string): { fault: string | undefined; advice: string | undefined } {
  const { faults, advice } = use(FaultsContext)
  return {
    fault: faults.find((own) => own.field === field)?.sentence,
    advice: advice.find((own) => own.field === field)?.sentence,
  }
}

/** Puts the focus on the first field of a form that something is wrong with. */
export function focusFirstFault(form: HTMLElement | null): void {
  const first = form?.querySelector<HTMLElement>(
    '[data-invalid] input, [data-invalid] textarea, [data-invalid] button, .field-fault[tabindex]',
  )
  first?.focus()
  // What stands at the foot of the form is not to stand over it.
  first?.scrollIntoView({ block: 'center' })
}
