import { t } from '../../language/messages.ts'
import type { Change } from '../../formats/changes.ts'
import { keptOutline, keptTexts } from '../../formats/keptHalves.ts'
import { createEditing, keepCopy, OWN_NAME, timeOfEdit, type Editing } from '../../state/editing.ts'
import type { Inspected } from '../../state/choices.ts'
import type { Session } from '../../state/session.ts'
import type { DatasetSwitch } from '../datasetSwitch.ts'

/** What edits the datasets of this page, by their ids. */
const editings = new Map<string, Editing>()

/** What edits the open dataset; `null` where it is not kept: then a copy is made first. */
async function editingOf(datasets: DatasetSwitch): Promise<Editing | null> {
  const { present, changes } = datasets
  if (!present) return null
  const known = editings.get(present.id)
  // Opened anew since, it may have been changed in another tab.
  if (known && known.present().revision >= changes.revision) return known
  const made = createEditing(await datasets.library(), present.id, changes, (own) =>
    datasets.openEdited(present.id, own),
  )
  editings.set(present.id, made)
  return made
}

/** A change before it is made. */
export type Wanted = Change extends infer C ? (C extends Change ? Omit<C, 'madeAt'> : never) : never

/**
 * Makes changes as one edit: in the open dataset, or in a copy of it where it is Dyad's own or could not be kept.
 * @param options.onSaved called once they are saved, before they are shown
 * @param options.inspected what the Details are to show then; as before where it is left out
 * @throws Error with a sentence where nothing could be saved
 */
export async function makeEdit(
  datasets: DatasetSwitch,
  session: Session,
  wanted: readonly Wanted[],
  { onSaved, inspected }: { onSaved?: () => void; inspected?: Inspected } = {},
): Promise<void> {
  const editing = await editingOf(datasets)
  const { changes, at } = editing?.present() ?? { changes: [], at: 0 }
  const madeAt = timeOfEdit(changes.slice(0, at))
  const edit = wanted.map((own) => ({ ...own, madeAt }) as Change)
  if (editing) {
    await editing.make(edit, onSaved)
    if (inspected) datasets.inspect(inspected)
    return
  }
  const texts = session.texts.getState()
  if (texts.status !== 'ready') throw new Error(t('The texts of the dataset are not there yet: try again in a moment.'))
  const { outline } = session.columns
  const halves = { outline: keptOutline(outline), texts: keptTexts(texts.texts) }
  const about = {
    title: outline.title,
    from: datasets.isOwn ? OWN_NAME : outline.title,
    initiatives: outline.initiatives.length,
    actors: outline.actors.length,
  }
  const id = await keepCopy(await datasets.library(), halves, about, edit)
  onSaved?.()
  await datasets.openEdited(id)
  if (inspected) datasets.inspect(inspected)
}

/** Takes back the last edit of the open dataset. @throws Error with a sentence */
export async function undoEdit(datasets: DatasetSwitch): Promise<void> {
  await (await editingOf(datasets))?.undo()
}

/** Makes the edit again that was taken back last. @throws Error with a sentence */
export async function redoEdit(datasets: DatasetSwitch): Promise<void> {
  await (await editingOf(datasets))?.redo()
}

/** True where the open dataset is Dyad's own or a copy of it. */
export function isOwnData({ isOwn, present }: DatasetSwitch): boolean {
  return isOwn || present?.from === OWN_NAME
}
