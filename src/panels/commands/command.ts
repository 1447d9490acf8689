import { dataLanguage, inEnglish, msg, t, type Message } from '../../language/messages.ts'
import type { Session } from '../../state/session.ts'
import type { DatasetSwitch } from '../datasetSwitch.ts'
import type { SchemeWish } from '../Dialogs.tsx'
import type { EditTarget } from '../editing/editTarget.ts'
import type { GraphView } from '../graphView.ts'

/**
 * Commands: all that can be done with the page, one object each. The search, the list of shortcuts and the keys are made
 * from the same objects.
 */

/** What can stand over the page; one at a time. */
export type OpenDialog =
  | 'search'
  | 'share'
  | 'export'
  | 'settings'
  /** What the dataset holds, and how it is cited. */
  | 'about'
  /** A walk past the parts of the page. */
  | 'tour'
  | 'shortcuts'
  | 'views'
  /** The same, opened to save the present view. */
  | 'save-view'
  /** Of the person's views where there are any, else of the dataset's. */
  | 'briefing'
  | 'dataset-briefing'
  /** Other people's data, and the datasets that are kept here. */
  | 'data'
  /** The same, opened to read what was changed. */
  | 'changes'
  /** The form of an entry. */
  | 'edit'
  | null

/** What a command may act on. */
export interface CommandContext {
  session: Session
  view: GraphView
  /** What stands over the page, or is on its way there. */
  dialog: OpenDialog
  /** Opens a dialog in place of the one that is open. */
  open: (dialog: OpenDialog) => void
  /** `null` in a copy and in an embed, where nothing is edited. */
  editing: { edit: (target: EditTarget) => void; datasets: DatasetSwitch } | null
  wish: SchemeWish
  onWish: (wish: SchemeWish) => void
}

/** The groups of commands, in the order of the list of shortcuts. */
export const COMMAND_GROUPS = {
  view: msg('View'),
  layout: msg('Layout'),
  date: msg('Date'),
  filter: msg('Filter'),
  saved: msg('Saved views'),
  go: msg('Go'),
  export: msg('Export'),
  edit: msg('Edit'),
  page: msg('Page'),
} satisfies Record<string, Message>
export type CommandGroup = keyof typeof COMMAND_GROUPS

export interface Command {
  /** Stays the same while the page is open, so that a command that was used can be found again. */
  id: string
  group: CommandGroup
  /** What it does, beginning with a verb where it can: "Show the Map". */
  label: string
  /** Other words by which it is found. */
  keywords: readonly string[]
  /**
   * Its shortcuts: one sign as it is typed (`?`), `Escape`, or with `Mod+` and `Shift+` before a capital, where `Mod` is
   * Ctrl, and Command on a Mac.
   */
  keys?: readonly string[]
  /** True where those with `Mod` work while one types in a field too. */
  worksInFields?: boolean
  /** False where it would change nothing now. */
  isOffered: boolean
  run: () => void
}

/**
 * What a command is called, and what else it is found by: in another language than English its English words too, by which
 * one may know it from elsewhere.
 * @param others see {@link otherWords}
 */
export function called(label: Message, others: Message): Pick<Command, 'label' | 'keywords'> {
  return { label: t(label), keywords: otherWords(others, ...(dataLanguage() === undefined ? [] : [inEnglish(label)])) }
}

/**
 * Words by which a command is found, in the present language and in English.
 * @param others several, with commas between them
 * @param names in whatever language they are
 */
export function otherWords(others: Message, ...names: readonly string[]): string[] {
  const said = dataLanguage() === undefined ? [t(others)] : [t(others), inEnglish(others)]
  return [...said.flatMap((words) => words.split(/\s*[,，、]\s*/)), ...names]
}
