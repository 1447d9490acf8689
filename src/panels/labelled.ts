import { t, type Message } from '../language/messages.ts'

/** Options that a constant holds, with their labels in the present language. */
export function labelled<Option extends { label: Message }>(
  options: readonly Option[],
): (Omit<Option, 'label'> & { label: string })[] {
  return options.map((own) => ({ ...own, label: t(own.label) }))
}
