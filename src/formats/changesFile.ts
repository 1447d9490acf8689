import { z } from 'zod'
import { msg, t, type Message } from '../language/messages.ts'
import {
  actorSchema,
  initiativeSchema,
  sourceSchema,
  type Actor,
  type Dataset,
  type Initiative,
  type Source,
} from '../model/schema.ts'
import { netChanges, withChanges, type Change, type Editable, type EditableKind } from './changes.ts'
import { changeInWords, differencesOf } from './changeWords.ts'
import { checkEntry, removalFault } from './editChecks.ts'
import { isSameEntry, tidied } from './editedEntry.ts'
import { faultsOf } from './entryChecks.ts'
import { isRecord, readJson } from './jsonText.ts'
import { ReadingError } from './reading.ts'

/** Changes of a dataset as a file of their own, a *patch*, which can be made again in another copy of it. */

const FORMAT = 'dyad-changes/1'

/** More than anyone changes by hand. */
const MOST_CHANGES = 10_000

export interface Patch {
  /** The dataset that was changed. */
  title: string
  version: string
  changes: Change[]
}

/** A change that cannot be made, and why, in a sentence. */
export interface Misfit {
  change: Change
  reason: string
}

/** What of a patch can be made in a dataset. */
export interface Fitted {
  /** In their order; each with the entry as it is now. */
  fits: Change[]
  misfits: Misfit[]
  /** How many come to what is there already. */
  already: number
}

/** Writes what changes come to, one for each entry. */
export function writePatch({ title, version }: { title: string; version: string }, changes: readonly Change[]): string {
  return `${JSON.stringify({ format: FORMAT, dataset: { title, version }, changes: netChanges(changes) }, null, 1)}\n`
}

const changeSchema = z.discriminatedUnion('kind', [
  changeOf('actor', actorSchema),
  changeOf('initiative', initiativeSchema),
  changeOf('source', sourceSchema),
])

function changeOf<K extends EditableKind, S extends z.ZodType>(kind: K, entry: S) {
  return z.strictObject({
    kind: z.literal(kind),
    id: z.string(),
    before: entry.nullable(),
    after: entry.nullable(),
    madeAt: z.iso.datetime(),
  })
}

/**
 * Reads a patch.
 * @throws ReadingError where it is none, or has an entry that cannot be taken
 */
export function readPatch(bytes: Uint8Array): Patch {
  const raw = readJson(bytes)
  if (!isRecord(raw) || raw.format !== FORMAT) {
    throw new ReadingError(
      t('This is no patch of Dyad: choose a JSON file that says "format": "{format}".', { format: FORMAT }),
    )
  }
  const { dataset, changes } = raw
  if (!Array.isArray(changes) || changes.length === 0) {
    throw new ReadingError(t('The patch holds no changes: choose another one.'))
  }
  if (changes.length > MOST_CHANGES) {
    throw new ReadingError(
      t('The patch holds more than {most, number} changes: split it into several files.', { most: MOST_CHANGES }),
    )
  }
  const about = isRecord(dataset) ? dataset : {}
  return {
    title: typeof about.title === 'string' ? about.title : '',
    version: typeof about.version === 'string' ? about.version : '',
    changes: changes.map(readChange),
  }
}

function readChange(raw: unknown, i: number): Change {
  const result = changeSchema.safeParse(raw, { reportInput: true })
  if (!result.success) {
    throw new ReadingError(
      t('Change {number} of the patch cannot be taken: {faults}', {
        number: i + 1,
        faults: faultsOf(result.error.issues),
      }),
    )
  }
  const change = result.data as Change
  const { id, before, after } = change
  if ([before, after].some((entry) => entry && entry.id !== id) || (!before && !after)) {
    throw new ReadingError(
      t('Change {number} of the patch is not about one entry: give "before" and "after" its id.', { number: i + 1 }),
    )
  }
  return { ...change, before: tidiedOf(change, before), after: tidiedOf(change, after) } as Change
}

function tidiedOf({ kind }: Change, entry: Change['before']): Change['before'] {
  return entry && tidied(kind, entry as Editable[typeof kind])
}

/**
 * Tells which changes of a patch can be made in a dataset: those whose entry is as it was when the patch was made, and that
 * leave a dataset in which all is right.
 */
export function fitPatch(dataset: Dataset, { changes }: Patch): Fitted {
  const fitted: Fitted = { fits: [], misfits: [], already: 0 }
  // What names an entry comes after it, and what is taken out goes after what named it.
  const waiting = inOrder(changes)
  let present = dataset
  for (const change of waiting) {
    const now = entryOf(present, change.kind, change.id)
    const { kind, after } = change
    if (after ? now && isSameEntry(kind, after as never, now as never) : !now) {
      fitted.already++
      continue
    }
    const own = { ...change, before: now } as Change
    const reason = misfitOf(change, now) ?? faultOf(own, present)
    if (reason !== null) {
      fitted.misfits.push({ change, reason })
      continue
    }
    fitted.fits.push(own)
    present = withChanges(present, [own])
  }
  return fitted
}

function inOrder(changes: readonly Change[]): Change[] {
  const kept = (kind: EditableKind) => changes.filter((own) => own.kind === kind && own.after !== null)
  const gone = (kind: EditableKind) => changes.filter((own) => own.kind === kind && own.after === null)
  return [
    ...kept('actor'),
    ...kept('source'),
    ...gone('initiative'),
    ...kept('initiative'),
    ...gone('source'),
    ...gone('actor'),
  ]
}

const IS_TAKEN: Record<EditableKind, Message> = {
  actor: msg('There is another actor of the id {id} already: give the added one an id of its own.'),
  initiative: msg('There is another initiative of the id {id} already: give the added one an id of its own.'),
  source: msg('There is another source of the id {id} already: give the added one an id of its own.'),
}
const IS_MISSING: Record<EditableKind, Message> = {
  actor: msg('This dataset has no actor {id}: add it first.'),
  initiative: msg('This dataset has no initiative {id}: add it first.'),
  source: msg('This dataset has no source {id}: add it first.'),
}

function misfitOf(change: Change, now: Change['before']): string | null {
  const { kind, id, before } = change
  if (!before) return now && t(IS_TAKEN[kind], { id })
  if (!now) return t(IS_MISSING[kind], { id })
  if (isSameEntry(kind, before as never, now as never)) return null
  const fields = differencesOf({ ...change, before, after: now } as Change).map(({ field }) => field)
  return t('It is no longer as it was when the patch was made ({fields}): make this change by hand.', {
    fields: fields.join(t(', ')),
  })
}

function faultOf({ kind, id, before, after }: Change, dataset: Dataset): string | null {
  if (!after) return removalFault(kind, id, dataset)
  const { faults } = checkEntry(kind, after as Editable[typeof kind], dataset, { before, isOwn: false })
  return faults.length === 0 ? null : faults.map(({ field, sentence }) => `${field}: ${sentence}`).join(' ')
}

/** An entry of a dataset, or `null`. */
export function entryOf(dataset: Dataset, kind: EditableKind, id: string): Actor | Initiative | Source | null {
  const lists = { actor: dataset.actors, initiative: dataset.initiatives, source: dataset.sources }
  return lists[kind].find((entry) => entry.id === id) ?? null
}

/** A misfit in one line: what would have been changed, and why it is not. */
export function misfitInWords({ change, reason }: Misfit): string {
  return t('{change}: {reason}', { change: changeInWords(change), reason })
}
