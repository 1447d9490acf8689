import { msg, t, type Message } from '../../language/messages.ts'
import type { EditableKind } from '../../formats/changes.ts'
import type { Inspected } from '../../state/choices.ts'
import type { EditTarget } from '../editing/editTarget.ts'
import { called, type Command, type CommandContext } from './command.ts'
import { saySoon } from './saySoon.ts'

const NEW: readonly { kind: EditableKind; label: Message; others: Message }[] = [
  { kind: 'initiative', label: msg('Add an initiative'), others: msg('new, agreement, milestone, deal') },
  { kind: 'actor', label: msg('Add an actor'), others: msg('new, state, organisation, country') },
  { kind: 'source', label: msg('Add a source'), others: msg('new, publication, citation') },
]

/** What changes the dataset itself. */
export function editCommands({ session, editing, open }: CommandContext): Command[] {
  if (!editing) return []
  const { edit, datasets } = editing
  const { inspected, focus } = session.choices.getState()
  const target = targetOf(inspected, focus)
  const { changes, at } = datasets.changes
  // What makes and takes back edits is fetched with the first one.
  const act = async (which: 'undoEdit' | 'redoEdit', words: string) => {
    try {
      await (await import('../editing/edits.ts'))[which](datasets)
      saySoon(words)
    } catch (error) {
      saySoon(error instanceof Error ? error.message : String(error))
    }
  }
  return [
    ...NEW.map(({ kind, label, others }): Command => ({
      id: `edit:add:${kind}`,
      group: 'edit',
      ...called(label, others),
      isOffered: true,
      run: () => edit({ kind, id: null }),
    })),
    {
      id: 'edit:inspected',
      group: 'edit',
      ...called(msg('Edit what is inspected'), msg('correct, change, form')),
      keys: ['e'],
      isOffered: target !== null,
      run: () => target && edit(target),
    },
    {
      id: 'edit:undo',
      group: 'edit',
      ...called(msg('Undo the last edit'), msg('take back, revert')),
      isOffered: at > 0,
      run: () => void act('undoEdit', t('The last edit was taken back.')),
    },
    {
      id: 'edit:redo',
      group: 'edit',
      ...called(msg('Redo the last edit'), msg('again')),
      isOffered: at < changes.length,
      run: () => void act('redoEdit', t('The edit was made again.')),
    },
    {
      id: 'edit:changes',
      group: 'edit',
      ...called(msg('Show the changes'), msg('edits, patch, YAML, propose, history')),
      isOffered: true,
      run: () => open('changes'),
    },
  ]
}

/** What of what the Details show can be edited; the focus actor where nothing is inspected. */
function targetOf(inspected: Inspected, focus: string): EditTarget | null {
  if (inspected === null) return { kind: 'actor', id: focus }
  return inspected.kind === 'actor' || inspected.kind === 'initiative'
    ? { kind: inspected.kind, id: inspected.id }
    : null
}
