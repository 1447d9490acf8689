import { createContext, use } from 'react'
import type { KeptOutline, KeptTexts } from '../formats/keptHalves.ts'
import type { LanguageId } from '../language/languages.ts'
import type { Inspected } from '../state/choices.ts'
import type { KeptAbout, KeptChanges, KeptHead, Library } from '../state/library.ts'

/** Which dataset is open, and how another one is opened. What does it is the page's (`src/app`). */
export interface DatasetSwitch {
  /** The open one, as the library has it; `null` for Dyad's own, and for one that could not be kept. */
  present: KeptHead | null
  /** What was changed in it when it was opened; another object with each opening. */
  changes: KeptChanges
  /** True where the open dataset is Dyad's own. */
  isOwn: boolean
  /** An address that the link asks for; it is fetched only once the person has agreed. */
  asked: string | null
  /** The person's datasets; fetched when first asked for. */
  library: () => Promise<Library>
  openOwn: () => Promise<void>
  /** @throws Error with a sentence where it is not there or cannot be read */
  openKept: (id: string) => Promise<void>
  /**
   * Opens the present dataset, or a copy of it, as it was edited: whatever is chosen and shown stays.
   * @param known what was changed in it, where that is known; else it is looked up
   * @throws Error as `openKept`
   */
  openEdited: (id: string, known?: KeptChanges) => Promise<void>
  /**
   * Opens the present dataset anew in another language; whatever is chosen stays.
   * @throws Error where its messages cannot be fetched
   */
  speak: (language: LanguageId) => Promise<void>
  /** Shows something of the dataset that is open by now in the Details. */
  inspect: (inspected: Inspected) => void
  /**
   * Opens a dataset that was just read, and keeps it. Where it cannot be kept it stays open until the page is left, and that
   * is said.
   * @param read its halves in the form in which they are kept; the texts may still be on their way
   */
  openRead: (read: { outline: KeptOutline; texts: Promise<KeptTexts> }, about: KeptAbout) => Promise<void>
}

export const DatasetContext = createContext<DatasetSwitch | null>(null)

/** `null` in a copy and in an embed, where there is one dataset only. */
export function useDatasets(): DatasetSwitch | null {
  return use(DatasetContext)
}
