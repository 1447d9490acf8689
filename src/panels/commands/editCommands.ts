import type { EditableKind } from '../../formats/changes.ts'
import type { Inspected } from '../../state/choices.ts'
import type { EditTarget } from '../editing/editTarget.ts'
import type { Command, CommandContext } from './command.ts'
import { saySoon } from './saySoon.ts'

const NEW: readonly { kind: EditableKind; label: string; keywords: readonly string[] }[] = [
  { kind: 'initiative', label: 'Add an initiative', keywords: ['new', 'agreement', 'milestone', 'deal'] },
  { kind: 'actor', label: 'Add an actor', keywords: ['new', 'state', 'organisation', 'country'] },
  { kind: 'source', label: 'Add a source', keywords: ['new', 'publication', 'citation'] },
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
    ...NEW.map(({ kind, label, keywords }): Command => ({
      id: `edit:add:${kind}`,
      group: 'Edit',
      label,
      keywords,
      isOffered: true,
      run: () => edit({ kind, id: null }),
    })),
    {
      id: 'edit:inspected',
      group: 'Edit',
      label: 'Edit what is inspected',
      keywords: ['correct', 'change', 'form'],
      keys: ['e'],
      isOffered: target !== null,
      run: () => target && edit(target),
    },
    {
      id: 'edit:undo',
      group: 'Edit',
      label: 'Undo the last edit',
      keywords: ['take back', 'revert'],
      isOffered: at > 0,
      run: () => void act('undoEdit', 'The last edit was taken back.'),
    },
    {
      id: 'edit:redo',
      group: 'Edit',
      label: 'Redo the last edit',
      keywords: ['again'],
      isOffered: at < changes.length,
      run: () => void act('redoEdit', 'The edit was made again.'),
    },
    {
      id: 'edit:changes',
      group: 'Edit',
      label: 'Show the changes',
      keywords: ['edits', 'patch', 'YAML', 'propose', 'history'],
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
