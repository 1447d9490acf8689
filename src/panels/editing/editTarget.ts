import { createContext, use } from 'react'
import type { EditableKind } from '../../formats/changes.ts'

/** What is to be edited; a new entry where there is no id. */
export interface EditTarget {
  kind: EditableKind
  id: string | null
}

/** Opens the form of an entry. */
export const EditContext = createContext<((target: EditTarget) => void) | null>(null)

/** `null` in a copy and in an embed, where nothing is edited. */
export function useEdit(): ((target: EditTarget) => void) | null {
  return use(EditContext)
}
