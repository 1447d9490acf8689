import type { Actor, Initiative, Source } from '../model/schema.ts'
import type { Editable, EditableKind } from './changes.ts'
import { cleanLine, cleanText } from './cleanText.ts'

/**
 * An entry as it is to be kept: texts without controls, marks of direction and needless space, fields in the order in which
 * `data/` has them, and nothing where nothing was said. Nothing is cut and nothing is guessed: what is too long or no date is
 * left for the checks.
 */
export function tidied<K extends EditableKind>(kind: K, entry: Editable[K]): Editable[K] {
  const tidy = TIDY[kind] as (own: Editable[K]) => Editable[K]
  return tidy(entry)
}

const line = (value: string): string => cleanLine(value, Number.POSITIVE_INFINITY)
const lines = (value: string): string => cleanText(value, Number.POSITIVE_INFINITY)
const optionalLine = (value: string | undefined): string | undefined => (value && line(value)) || undefined
const unique = (values: readonly string[]): string[] => [...new Set(values.map(line))].filter((value) => value !== '')

const TIDY: { [K in EditableKind]: (entry: Editable[K]) => Editable[K] } = {
  initiative: (entry): Initiative => ({
    id: line(entry.id),
    title: line(entry.title),
    from: [...entry.from],
    to: [...entry.to],
    directed: entry.directed,
    type: entry.type,
    subtype: entry.subtype,
    ...(entry.valence === 'conflict' && { valence: entry.valence }),
    confidence: entry.confidence,
    summary: lines(entry.summary),
    parties: unique(entry.parties),
    tags: unique(entry.tags),
    milestones: entry.milestones.map(({ date, stage, note, sources }) => ({
      date: line(date),
      stage,
      note: lines(note),
      sources: unique(sources),
    })),
    ...(entry.magnitudes?.length && {
      magnitudes: entry.magnitudes.map(({ kind, value, unit, date, sources }) =>
        without({ kind: line(kind), value, unit: line(unit), date: optionalLine(date), sources: unique(sources) }),
      ),
    }),
  }),
  actor: (entry): Actor =>
    without({
      id: line(entry.id),
      kind: entry.kind,
      tier: entry.tier,
      names: without({
        en: line(entry.names.en),
        ru: optionalLine(entry.names.ru),
        native: entry.names.native && {
          language: line(entry.names.native.language),
          text: line(entry.names.native.text),
        },
      }),
      fullName: optionalLine(entry.fullName),
      iso2: optionalLine(entry.iso2),
      isoNumeric: optionalLine(entry.isoNumeric),
      seat: entry.seat && {
        name: line(entry.seat.name),
        latitude: entry.seat.latitude,
        longitude: entry.seat.longitude,
      },
      flag: optionalLine(entry.flag),
    }),
  source: (entry): Source =>
    without({
      id: line(entry.id),
      title: line(entry.title),
      publisher: line(entry.publisher),
      date: optionalLine(entry.date),
      url: optionalLine(entry.url),
      kind: entry.kind,
      language: line(entry.language),
      supports: (entry.supports && lines(entry.supports)) || undefined,
    }),
}

type Without<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** Without the fields that nothing was said in. */
function without<T extends object>(value: T): Without<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Without<T>
}

/** True where two entries say the same, whatever the order of their fields; what was read in a source is not compared. */
export function isSameEntry<K extends EditableKind>(kind: K, one: Editable[K], other: Editable[K]): boolean {
  return plainText(kind, one) === plainText(kind, other)
}

function plainText<K extends EditableKind>(kind: K, entry: Editable[K]): string {
  const own = tidied(kind, entry)
  return JSON.stringify('supports' in own ? { ...own, supports: undefined } : own)
}
