import { t } from '../language/messages.ts'
import { lowerFirst } from '../language/numbers.ts'
import type { Columns } from './columns.ts'
import type { Head } from './matrix.ts'

/** What the heads of a matrix are called. */
export interface HeadNames {
  /** On its own: "China", "Without Russia", "Arms", "Arms transfer". */
  label: (head: Head) => string
  /** After the name of a row: "arms", "arms transfer", "China". */
  inSentence: (head: Head) => string
}

/** Names heads, each with the name that the dataset gives it. */
export function namesOfHeads(columns: Pick<Columns, 'options'>, nameOf: (actor: string) => string): HeadNames {
  const { type, subtype } = columns.options
  const label = (head: Head) => {
    switch (head.kind) {
      case 'type':
        return type.find(({ value }) => value === head.type)!.label
      case 'subtype':
        return subtype.find(({ value }) => value === head.subtype)!.label
      case 'without':
        return t('Without {actor}', { actor: nameOf(head.actor) })
      default:
        return nameOf(head.actor)
    }
  }
  return { label, inSentence: (head) => ('actor' in head ? label(head) : lowerFirst(label(head))) }
}
