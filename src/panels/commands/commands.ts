import { isPermitted, type Permit } from '../../state/edition.ts'
import type { Command, CommandContext, CommandGroup } from './command.ts'
import { dateCommands } from './dateCommands.ts'
import { editCommands } from './editCommands.ts'
import { filterCommands } from './filterCommands.ts'
import { exportCommands, goCommands, pageCommands } from './pageCommands.ts'
import { savedCommands } from './savedCommands.ts'
import { viewCommands } from './viewCommands.ts'

/** One is in the search already. */
const SEARCH = 'page:search'

/** The commands that have, or may have, a shortcut: all but the filters. Made anew each time, since they follow the choices. */
export function plainCommands(context: CommandContext): Command[] {
  const all = [viewCommands, dateCommands, savedCommands, goCommands, exportCommands, editCommands, pageCommands]
  return permitted(
    context,
    all.flatMap((make) => make(context)),
  )
}

/** What a reader of a copy or an embed must be allowed, for the commands of a group. */
const NEEDED: Partial<Record<CommandGroup, Permit>> = {
  view: 'views',
  layout: 'views',
  date: 'asof',
  filter: 'filters',
  go: 'details',
}
/** What belongs to Dyad's own page, where things are kept and have an address. */
const OF_THE_PAGE = /^(?:saved:|export:(?:picture|link|share)$|page:settings$)/

/** The commands that the reader may give. */
function permitted({ session: { edition } }: CommandContext, commands: readonly Command[]): Command[] {
  if (!edition) return [...commands]
  return commands.filter(({ id, group }) => {
    const needed = id.startsWith('export:') ? 'details' : id.startsWith('go:focus:') ? 'views' : NEEDED[group]
    return !OF_THE_PAGE.test(id) && (needed === undefined || isPermitted(edition, needed))
  })
}

/** What the search offers: all that would change anything now. */
export function offeredCommands(context: CommandContext): Command[] {
  const all = [...plainCommands(context), ...permitted(context, filterCommands(context))]
  return all.filter(({ id, isOffered }) => isOffered && id !== SEARCH)
}

/** What is offered before anything is typed, and before anything was used. */
const MOST_USEFUL = [
  'view:map',
  'view:timeline',
  'filter:clear',
  'date:to:0',
  'date:play',
  'saved:save',
  'saved:briefing',
  'export:picture',
  'page:shortcuts',
]
const MOST_RECENT = 4
const MOST_OFFERED = 10

/** The ids of the commands that were used last, the latest first; forgotten when the page is left. */
const recent: string[] = []

/** Runs a command and remembers it. */
export function runCommand(command: Command): void {
  recent.splice(0, recent.length, command.id, ...recent.filter((id) => id !== command.id).slice(0, MOST_RECENT - 1))
  command.run()
}

/** The commands to offer where nothing is typed: those used last, then the most useful ones. */
export function usualCommands(commands: readonly Command[]): Command[] {
  const ids = [...new Set([...recent, ...MOST_USEFUL])]
  return ids.flatMap((own) => commands.find(({ id }) => id === own) ?? []).slice(0, MOST_OFFERED)
}
