import type { Editable, EditableKind } from '../../formats/changes.ts'
import { tidied } from '../../formats/editedEntry.ts'
import type { Stage } from '../../model/outcome.ts'
import type { Actor, Confidence, Dataset, Source, SourceKind, Valence } from '../../model/schema.ts'

/** What stands in the forms: texts as they are typed, until they are saved as an entry. */

export interface MilestoneDraft {
  /** Tells the rows apart while they are moved. */
  key: number
  date: string
  /** `null` until one is chosen. */
  stage: Stage | null
  note: string
  sources: readonly string[]
  /** A source that is being written, to be added with it. */
  written: SourceDraft | null
}

export interface FigureDraft {
  key: number
  kind: string
  value: string
  unit: string
  date: string
  sources: readonly string[]
  written: SourceDraft | null
}

export interface InitiativeDraft {
  /** Empty where one is made from the title. */
  id: string
  title: string
  from: readonly string[]
  to: readonly string[]
  directed: boolean
  type: string | null
  subtype: string | null
  valence: Valence
  confidence: Confidence | null
  summary: string
  /** One a line. */
  parties: string
  tags: string
  milestones: readonly MilestoneDraft[]
  figures: readonly FigureDraft[]
  /** Sources that are added together with it. */
  added: readonly Source[]
}

export interface ActorDraft {
  id: string
  kind: Actor['kind']
  tier: Actor['tier']
  en: string
  ru: string
  nativeText: string
  nativeLanguage: string
  fullName: string
  iso2: string
  isoNumeric: string
  seatName: string
  latitude: string
  longitude: string
  flag: string
}

export interface SourceDraft {
  id: string
  title: string
  publisher: string
  date: string
  url: string
  kind: SourceKind | null
  language: string
  supports: string
}

export interface Drafts {
  actor: ActorDraft
  initiative: InitiativeDraft
  source: SourceDraft
}

/** A key for a new row. */
export const freshKey: () => number = (() => {
  let last = 0
  return () => ++last
})()

export function newMilestone(): MilestoneDraft {
  return { key: freshKey(), date: '', stage: null, note: '', sources: [], written: null }
}

export function newFigure(): FigureDraft {
  return { key: freshKey(), kind: '', value: '', unit: '', date: '', sources: [], written: null }
}

export const NEW_SOURCE: SourceDraft = {
  id: '',
  title: '',
  publisher: '',
  date: '',
  url: '',
  kind: null,
  language: 'en',
  supports: '',
}

const NEW_ACTOR: ActorDraft = {
  id: '',
  kind: 'state',
  tier: 'surrounding',
  en: '',
  ru: '',
  nativeText: '',
  nativeLanguage: '',
  fullName: '',
  iso2: '',
  isoNumeric: '',
  seatName: '',
  latitude: '',
  longitude: '',
  flag: '',
}

/** The draft of an entry that is there, or of a new one. */
export function draftOf<K extends EditableKind>(kind: K, entry: Editable[K] | null, sides: Sides): Drafts[K] {
  const make = MAKERS[kind] as (entry: Editable[K] | null, sides: Sides) => Drafts[K]
  return make(entry, sides)
}

/** The actors that a new initiative begins with. */
export interface Sides {
  from: readonly string[]
  to: readonly string[]
}

const MAKERS: { [K in EditableKind]: (entry: Editable[K] | null, sides: Sides) => Drafts[K] } = {
  initiative: (entry, sides) => ({
    id: entry?.id ?? '',
    title: entry?.title ?? '',
    from: entry?.from ?? sides.from,
    to: entry?.to ?? sides.to,
    directed: entry?.directed ?? false,
    type: entry?.type ?? null,
    subtype: entry?.subtype ?? null,
    valence: entry?.valence ?? 'cooperation',
    confidence: entry?.confidence ?? null,
    summary: entry?.summary ?? '',
    parties: entry?.parties.join('\n') ?? '',
    tags: entry?.tags.join('\n') ?? '',
    milestones: entry?.milestones.map((own) => ({ ...own, key: freshKey(), written: null })) ?? [newMilestone()],
    figures:
      entry?.magnitudes?.map((own) => ({
        ...own,
        key: freshKey(),
        value: String(own.value),
        date: own.date ?? '',
        written: null,
      })) ?? [],
    added: [],
  }),
  actor: (entry) =>
    entry
      ? {
          id: entry.id,
          kind: entry.kind,
          tier: entry.tier,
          en: entry.names.en,
          ru: entry.names.ru ?? '',
          nativeText: entry.names.native?.text ?? '',
          nativeLanguage: entry.names.native?.language ?? '',
          fullName: entry.fullName ?? '',
          iso2: entry.iso2 ?? '',
          isoNumeric: entry.isoNumeric ?? '',
          seatName: entry.seat?.name ?? '',
          latitude: entry.seat ? String(entry.seat.latitude) : '',
          longitude: entry.seat ? String(entry.seat.longitude) : '',
          flag: entry.flag ?? '',
        }
      : NEW_ACTOR,
  source: (entry) =>
    entry
      ? { ...NEW_SOURCE, ...entry, date: entry.date ?? '', url: entry.url ?? '', supports: entry.supports ?? '' }
      : NEW_SOURCE,
}

/**
 * The entry that a draft stands for. What is missing or no number is left as it is, for the checks to tell.
 * @param dataset in which a new id is to be free
 */
export function entryOfDraft<K extends EditableKind>(kind: K, draft: Drafts[K], dataset: Dataset): Editable[K] {
  const read = READERS[kind] as (draft: Drafts[K], dataset: Dataset) => unknown
  return tidied(kind, read(draft, dataset) as Editable[K])
}

/** A number as it is typed, with a point; anything else stays text. */
function numberIn(text: string): number | string | undefined {
  const own = text.trim().replace(/^\u2212/, '-')
  if (own === '') return undefined
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(own) ? Number(own) : own
}

const lines = (text: string): string[] => text.split('\n')

const READERS: { [K in EditableKind]: (draft: Drafts[K], dataset: Dataset) => unknown } = {
  initiative: (draft, dataset) => ({
    ...draft,
    id: draft.id.trim() || initiativeId(draft, dataset),
    type: draft.type ?? undefined,
    subtype: draft.subtype ?? undefined,
    confidence: draft.confidence ?? undefined,
    parties: lines(draft.parties),
    tags: lines(draft.tags),
    milestones: draft.milestones.map((own) => ({ ...own, stage: own.stage ?? undefined })),
    magnitudes: draft.figures.map((own) => ({ ...own, value: numberIn(own.value) })),
  }),
  actor: (draft) => ({
    ...draft,
    id: draft.id.trim(),
    names: {
      en: draft.en,
      ru: draft.ru,
      ...((draft.nativeText || draft.nativeLanguage) && {
        native: { language: draft.nativeLanguage, text: draft.nativeText },
      }),
    },
    ...((draft.seatName || draft.latitude || draft.longitude) && {
      seat: { name: draft.seatName, latitude: numberIn(draft.latitude), longitude: numberIn(draft.longitude) },
    }),
  }),
  source: (draft, dataset) => ({
    ...draft,
    id: draft.id.trim() || sourceId(draft, dataset.sources),
    kind: draft.kind ?? undefined,
  }),
}

/** An id of actors and words of the title: `rus-chn-power-of-siberia`. */
export function initiativeId({ from, to, title }: InitiativeDraft, { initiatives }: Dataset): string {
  const actors = [...from.slice(0, 1), ...to.slice(0, 2)].map((id) => id.toLowerCase())
  return freeId([...actors, ...wordsOf(title, 5)], 'initiative', initiatives)
}

/** An id of the publisher, the date and words of the title: `tass-2019-12-02-power-of-siberia`. */
export function sourceId({ publisher, date, title }: SourceDraft, sources: readonly { id: string }[]): string {
  return freeId([...wordsOf(publisher, 2), ...wordsOf(date, 3), ...wordsOf(title, 3)], 'source', sources)
}

function freeId(parts: readonly string[], otherwise: string, taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id))
  const first = parts.join('-') || otherwise
  for (let i = 1; ; i++) {
    const own = i === 1 ? first : `${first}-${i}`
    if (!ids.has(own)) return own
  }
}

const SMALL_WORDS = new Set(['a', 'an', 'and', 'at', 'for', 'in', 'of', 'on', 'the', 'to', 'with'])

function wordsOf(text: string, most: number): string[] {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  return words.filter((word) => word !== '' && !SMALL_WORDS.has(word)).slice(0, most)
}

/** A draft that was not saved, with the entry as it was when it was begun. */
export interface Unsaved<K extends EditableKind = EditableKind> {
  draft: Drafts[K]
  before: Editable[K] | null
}

/** By dataset, kind and id: what was typed stays until the page is left. */
const unsaved = new Map<string, Unsaved>()

export const unsavedDrafts = {
  get: <K extends EditableKind>(key: string) => unsaved.get(key) as Unsaved<K> | undefined,
  keep: (key: string, own: Unsaved) => void unsaved.set(key, own),
  forget: (key: string) => void unsaved.delete(key),
}
