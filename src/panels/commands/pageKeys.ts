import type { Command, CommandContext } from './command.ts'
import { plainCommands, runCommand } from './commands.ts'
import { hasSingleKeys } from './singleKeys.ts'

/** Where one types. */
const FIELDS =
  'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable], [role=textbox]'
/** What takes letters as the beginning of a name to go to, or figures as a value. */
const TAKES_LETTERS =
  '[role=grid], [role=treegrid], [role=tree], [role=listbox], [role=menu], [role=combobox], [role=spinbutton], [aria-haspopup=listbox]'
const OVER_THE_PAGE = '[role=dialog], [role=alertdialog], [role=menu]'

/** What a key does on the page: runs the command whose shortcut it is, where that is meant. */
export function onPageKey(event: KeyboardEvent, context: CommandContext): void {
  // In a briefing only its own keys do anything: it puts back what was there before.
  if (event.defaultPrevented || context.session.presenting.getState()) return
  const keys = keysOf(event)
  if (keys === null) return
  const command = plainCommands(context).find((own) => own.keys?.includes(keys))
  if (!command || !isMeant(event, keys, command, context)) return
  event.preventDefault()
  if (command.isOffered) runCommand(command)
}

/** What was pressed, as commands write their shortcuts; `null` for what can be none. */
function keysOf(event: KeyboardEvent): string | null {
  const { ctrlKey, metaKey, altKey, shiftKey } = event
  const key = latinKey(event)
  // On some keyboards a bracket is written with Alt: then Alt is no modifier but a part of the sign.
  const isSign = /^[^\p{L}\p{N}\s]$/u.test(key) && (altKey || event.getModifierState('AltGraph'))
  if (isSign) return key
  if (altKey) return null
  if (ctrlKey || metaKey) return `Mod+${shiftKey ? 'Shift+' : ''}${key.toUpperCase()}`
  if (shiftKey && /^\p{L}$/u.test(key)) return null
  return key.length === 1 ? key.toLowerCase() : key
}

/** What a key writes; of a letter of another script the Latin one that is printed on the same key, by which shortcuts are called. */
function latinKey({ key, code }: KeyboardEvent): string {
  const isOther = /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key)
  return (isOther && /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()) || key
}

function isMeant(
  { target }: KeyboardEvent,
  keys: string,
  { worksInFields }: Command,
  { dialog }: CommandContext,
): boolean {
  const element = target instanceof Element ? target : null
  const hasModifier = keys.startsWith('Mod+')
  if (element?.closest(FIELDS)) return hasModifier && worksInFields === true
  if (hasModifier) return true
  // What is typed ahead of a dialog that is being fetched is meant for it.
  if (dialog !== null || document.querySelector(OVER_THE_PAGE)) return false
  return keys === 'Escape' || (hasSingleKeys() && !element?.closest(TAKES_LETTERS))
}

const NAMES: Record<string, [plain: string, onMac: string]> = {
  Mod: ['Ctrl', '⌘'],
  Shift: ['Shift', '⇧'],
  Escape: ['Esc', 'Esc'],
}

/** The keys of a shortcut one by one, as they are written on the keyboard: "Ctrl", "K". */
export function keyNames(keys: string): string[] {
  const isMac = /^Mac|^iP/.test(navigator.platform)
  return keys.split('+').map((key) => NAMES[key]?.[isMac ? 1 : 0] ?? key.toUpperCase())
}
