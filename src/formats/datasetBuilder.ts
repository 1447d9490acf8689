import { t } from '../language/messages.ts'
import { nameOf } from '../model/actorNames.ts'
import { isoDate, parseDate, type Day } from '../model/dates.ts'
import { effectiveDaysOf, Initiatives, InitiativesWriter } from '../model/initiatives.ts'
import { LinesWriter } from '../model/lines.ts'
import type { Outline, Texts } from '../model/outline.ts'
import {
  TEXT_LIMITS,
  type Actor,
  type Dataset,
  type Initiative,
  type Magnitude,
  type RelationType,
} from '../model/schema.ts'
import { TextsWriter } from '../model/textColumns.ts'
import { cleanLine, cleanText, cleanUrl } from './cleanText.ts'
import { datasetOf } from './datasetOf.ts'
import {
  LIMITS,
  ReadingError,
  type Reading,
  type ReadingContext,
  type RejectedRow,
  type UnknownActor,
} from './reading.ts'

/** What a dataset that is being built is about. */
export interface DatasetHead {
  title: string
  description: string
  /** Who made the data, and on what terms it may be used. */
  licence: string
  citation: string
  relationTypes: RelationType[]
  /** The publication that the rows come from. */
  source: { title: string; publisher: string; url?: string; kind: Dataset['sources'][number]['kind'] }
}

/** An initiative as a reader gives it; texts are cleaned here, ids made unique. */
export interface NewInitiative {
  /** A wish: kebab-case. */
  id: string
  from: Actor
  to: Actor
  directed: boolean
  type: string
  subtype: string
  title: string
  summary?: string
  parties?: string[]
  milestones: { date: string; stage: Initiative['milestones'][number]['stage']; note?: string }[]
  magnitudes?: NewMagnitude[]
  tags?: string[]
  valence?: Initiative['valence']
  confidence?: Initiative['confidence']
  /** The address, or the words, of its own source; without it, the file is the source. */
  source?: string
}

interface NewMagnitude {
  kind: string
  value: number
  unit: string
  date?: string
}

/** Gathers what a reader finds in a table of ties, row by row, in columns, and makes a dataset of it. */
export interface DatasetBuilder {
  /**
   * The actor that a name in the file stands for, by what the person decided, by what is known, or else as an actor of
   * its own, which is told among the unknown ones.
   * @returns `null` where the person wants its rows left out
   */
  actor: (name: string, kind?: Actor['kind']) => Actor | null
  /**
   * As `actor`, for a name that the file itself says is no state: an armed group, or one that is not known. What finds no
   * actor is one of its own, and nobody is asked about it.
   */
  own: (name: string) => Actor | null
  /** As `actor`, by a number of a scheme; what finds none is called `label` if there is one, else by scheme and number. */
  numbered: (scheme: 'cow' | 'gw' | 'm49', number: number, label?: string) => Actor | null
  /** As `actor`, by the abbreviation of the Correlates of War. */
  lettered: (letters: string) => Actor | null
  /** Adds an initiative and counts its row as taken. @throws ReadingError where there are more than Dyad can hold */
  add: (initiative: NewInitiative) => void
  /** Adds a series; its rows count as taken only if `rows` says so. */
  addSeries: (series: Dataset['series'][number]) => void
  /** The id of the source that stands for the file itself. */
  readonly fileSource: string
  /** Counts more rows as taken than initiatives were added, where several rows make one. */
  take: (rows: number) => void
  reject: (line: number, cells: readonly string[], reason: string) => void
  note: (sentence: string) => void
  /**
   * @param options.withoutTies whether actors without a tie stay: a graph may have such, a table only where rows were not taken
   * @throws ReadingError where not one row was taken
   */
  finish: (head: readonly string[], options?: { withoutTies?: boolean }) => Reading
}

/** Starts a dataset. */
export function buildDataset(head: DatasetHead, context: ReadingContext): DatasetBuilder {
  const actors = new Map<string, Actor>()
  /** By what is shown of their names: what differs only in what is not seen is one. */
  const strangers = new Map<string, Actor>()
  const byName = new Map<string, Actor | null>()
  const unknown = new Map<string, { rows: number; suggestions: UnknownActor['suggestions'] }>()
  const outlines = new InitiativesWriter()
  const bodies = new TextsWriter()
  const ids = new LinesWriter()
  /** By an id that was wished for more than once, the last number that was added to it. */
  const namesakes = new Map<string, number>()
  const series: Dataset['series'] = []
  const sources = new Map<string, Dataset['sources'][number]>()
  const bySource = new Map<string, string>()
  const citations = new Map<string, Citation>()
  const rejected: RejectedRow[] = []
  const notes: string[] = []
  const ties = new Map<string, number>()
  const fileSource = 'the-file'
  let taken = 0
  let unlisted = 0
  const lastDays = new Map<string, Day>()
  let lastSeen: Day = Number.NEGATIVE_INFINITY

  const url = head.source.url === undefined ? null : cleanUrl(head.source.url)
  sources.set(fileSource, {
    id: fileSource,
    title: cleanLine(head.source.title, TEXT_LIMITS.title) || 'The file',
    publisher: cleanLine(head.source.publisher, TEXT_LIMITS.name) || 'Publisher not stated',
    ...(url !== null && { url }),
    kind: head.source.kind,
    language: 'und',
  })

  const keep = (actor: Actor): Actor => {
    const known = actors.get(actor.id)
    if (known) return known
    if (actors.size === LIMITS.actors) {
      throw new ReadingError(
        t(
          'The file names more than {most, number} different actors, more than can be shown: keep the rows of those that matter, or group them.',
          { most: LIMITS.actors },
        ),
      )
    }
    const own: Actor = { ...actor, tier: 'core' }
    actors.set(own.id, own)
    return own
  }

  const freeActorId = freeIds((id) => actors.has(id) || context.actors.byId(id) !== null, '')
  const freeSourceId = freeIds((id) => sources.has(id), '-')

  const stranger = (name: string, kind: Actor['kind']): Actor => {
    const label = cleanLine(name, TEXT_LIMITS.name) || 'Name cannot be read'
    const namesake = strangers.get(label)
    if (namesake) return namesake
    const own = keep({ id: freeActorId(actorIdOf(label)), kind, tier: 'core', names: { en: label } })
    strangers.set(label, own)
    return own
  }

  const find = (name: string, found: () => Actor | null, kind: Actor['kind'], isAsked = true): Actor | null => {
    const earlier = byName.get(name)
    if (earlier !== undefined) {
      const asked = unknown.get(name)
      if (asked) asked.rows++
      return earlier
    }
    const decision = context.decisions.get(name)
    let actor: Actor | null
    if (decision?.as === 'none') actor = null
    else if (decision?.as === 'actor') {
      const same = context.actors.byId(decision.id)
      if (!same)
        throw new ReadingError(t('There is no actor "{id}": choose another for "{name}".', { id: decision.id, name }))
      actor = keep(same)
    } else {
      const known = decision ? null : found()
      if (!known && isAsked) {
        const suggestions = context.actors.suggestions(name).map((same) => ({ id: same.id, label: nameOf(same) }))
        unknown.set(name, { rows: 1, suggestions })
      }
      actor = known ? keep(known) : stranger(name, kind)
    }
    byName.set(name, actor)
    return actor
  }

  /** Adds an id that is free, see {@link freeIds}. */
  const addId = (wish: string): void => {
    const id = kebab(wish) || 'initiative'
    const before = ids.length
    ids.put(id)
    if (ids.length > before) return
    let number = namesakes.get(id) ?? 1
    while (ids.length === before) ids.put(`${id}-${++number}`)
    namesakes.set(id, number)
  }

  const sourceOf = (words: string | undefined): string => {
    const line = words === undefined ? '' : cleanLine(words, 2000)
    if (line === '') return fileSource
    const known = bySource.get(line)
    if (known !== undefined) return known
    const id = freeSourceId(`source-${kebab(line).slice(0, 60).replace(/-$/, '') || 'of-the-file'}`)
    const address = cleanUrl(line)
    sources.set(id, {
      id,
      title: cleanLine(line, TEXT_LIMITS.title),
      publisher: address === null ? 'Publisher not stated' : new URL(address).hostname,
      ...(address !== null && { url: address }),
      kind: 'unstated',
      language: 'und',
    })
    bySource.set(line, id)
    return id
  }

  const citing = (source: string): Citation => {
    let citation = citations.get(source)
    if (!citation) {
      citation = { ids: [source], kinds: [sources.get(source)!.kind] }
      citations.set(source, citation)
    }
    return citation
  }

  /** Most dates come up again and again. */
  const lastDay = (date: string): Day => {
    let day = lastDays.get(date)
    if (day === undefined) {
      day = parseDate(date)!.last
      lastDays.set(date, day)
    }
    return day
  }

  const seen = (date: string): void => {
    const day = lastDay(date)
    if (day > lastSeen) lastSeen = day
  }

  const kinds = cleanNames('value')
  const units = cleanNames('units')
  const cleanedLists = new WeakMap<readonly string[], string[]>()
  /** Readers give the same list again and again where its words recur. */
  const cleanLines = (lines: readonly string[] | undefined): string[] => {
    if (lines === undefined || lines.length === 0) return NO_LINES
    let clean = cleanedLists.get(lines)
    if (!clean) {
      clean = lines.map((line) => cleanLine(line, TEXT_LIMITS.name)).filter((line) => line !== '')
      cleanedLists.set(lines, clean)
    }
    return clean
  }

  return {
    fileSource,
    actor: (name, kind = 'state') => find(name, () => context.actors.byName(name), kind),
    own: (name) => find(name, () => context.actors.byName(name), 'organisation', false),
    numbered: (scheme, number, label) => {
      const name = label ?? `${SCHEMES[scheme]} ${number}`
      // The number says more than the name, which several numbers may share.
      const known = context.decisions.has(name) ? null : context.actors.byNumber(scheme, number)
      return known ? keep(known) : find(name, () => context.actors.byName(name), 'state')
    },
    lettered: (letters) => find(letters, () => context.actors.byCowLetters(letters), 'state'),
    add: (given) => {
      if (outlines.length === LIMITS.initiatives) {
        throw new ReadingError(
          t(
            'The file has more than {most, number} rows, more than Dyad can show: keep the years or the actors that matter.',
            { most: LIMITS.initiatives },
          ),
        )
      }
      // One list for all that cites the same: a large file has hundreds of thousands of them.
      const cites = citing(sourceOf(given.source))
      const milestones =
        given.milestones.length < 2
          ? given.milestones
          : // Stable: what has the same day stays in the order given.
            [...given.milestones].sort((one, other) => lastDay(one.date) - lastDay(other.date))
      for (const { date } of milestones) seen(date)
      const magnitudes = given.magnitudes ?? []
      addId(given.id)
      outlines.add({
        from: [given.from.id],
        to: [given.to.id],
        directed: given.directed,
        type: given.type,
        subtype: given.subtype,
        valence: given.valence ?? 'cooperation',
        confidence: given.confidence ?? 'unstated',
        sourceKinds: milestones.length + magnitudes.length > 0 ? cites.kinds : [],
        milestones,
      })
      bodies.add({
        title: cleanLine(given.title, TEXT_LIMITS.title) || 'Without a title',
        summary: given.summary === undefined ? '' : cleanText(given.summary, TEXT_LIMITS.note),
        parties: cleanLines(given.parties),
        tags: cleanLines(given.tags),
        milestones: milestones.map(({ note }) => ({
          note: note === undefined ? '' : cleanText(note, TEXT_LIMITS.note),
          sources: cites.ids,
        })),
        magnitudes: magnitudes.map((own) => magnitudeOf(kinds(own.kind), units(own.unit), own, cites.ids)),
      })
      for (const { id } of [given.from, given.to]) ties.set(id, (ties.get(id) ?? 0) + 1)
      taken++
    },
    addSeries: (own) => {
      series.push(own)
      for (const { year, untilYear } of own.observations) seen(String(untilYear ?? year).padStart(4, '0'))
    },
    take: (rows) => void (taken += rows),
    reject: (line, cells, reason) => {
      if (rejected.length < LIMITS.rejected) rejected.push({ line, cells, reason })
      else unlisted++
    },
    note: (sentence) => void notes.push(sentence),
    finish: (names, { withoutTies = false } = {}) => {
      if (outlines.length === 0 && series.length === 0) {
        const first = rejected[0]
        throw new ReadingError(
          first
            ? t('No row could be taken. The first that was not, line {line}: {reason}', {
                line: first.line,
                reason: first.reason,
              })
            : t('The file has no row of data.'),
        )
      }
      if (unlisted > 0) {
        notes.push(
          t(
            '{count, plural, one {# row was} other {# rows were}} not taken; the first {most, number} are in the file of rejected rows.',
            { count: unlisted + rejected.length, most: LIMITS.rejected },
          ),
        )
      }
      // Those with the most ties stand in the middle and around it, where there are too many for one ring.
      const ends = new Set(series.flatMap(({ observations }) => observations.flatMap(({ from, to }) => [from, to])))
      const used = [...actors.values()].filter(({ id }) => withoutTies || ties.has(id) || ends.has(id))
      const ranked = used.sort((one, other) => (ties.get(other.id) ?? 0) - (ties.get(one.id) ?? 0))
      const [focus] = ranked
      const placed = ranked.map((actor, i): Actor => (i < MOST_CORE ? actor : { ...actor, tier: 'surrounding' }))
      const columns = outlines.done()
      const outline: Outline = {
        title: cleanLine(head.title, TEXT_LIMITS.title) || 'Without a title',
        description: cleanText(head.description, TEXT_LIMITS.note) || 'Read from a file.',
        version: '1',
        asOf: isoDate(lastSeen),
        focus: focus!.id,
        licence: cleanLine(head.licence, TEXT_LIMITS.note) || 'Not stated',
        citation: cleanLine(head.citation, TEXT_LIMITS.note) || 'Not stated',
        markedDates: [],
        actors: placed,
        relationTypes: head.relationTypes,
        initiatives: new Initiatives({
          ids: ids.done(),
          ...columns,
          days: effectiveDaysOf(columns.dates, columns.ends),
        }),
      }
      const texts: Texts = {
        initiatives: bodies.done(),
        sources: Object.fromEntries(sources),
        series,
        memberships: [],
        contextActors: [],
        views: [],
      }
      const halves = { outline, texts }
      let dataset: Dataset | null = null
      return {
        halves,
        get dataset() {
          return (dataset ??= datasetOf(halves))
        },
        taken,
        rejected,
        head: names,
        notes,
        unknown: [...unknown].map(([name, own]) => ({ name, ...own })).sort((one, other) => other.rows - one.rows),
      }
    },
  }
}

/** What cites a source: its id, and its kind, in lists. */
interface Citation {
  ids: string[]
  kinds: Dataset['sources'][number]['kind'][]
}

/** Cleans names of kinds and units: a few that recur, so each is cleaned once. @param unnamed what stands for one without a letter */
function cleanNames(unnamed: string): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    let clean = known.get(name)
    if (clean === undefined) {
      clean = cleanLine(name, TEXT_LIMITS.name) || unnamed
      if (known.size < MOST_NAMES) known.set(name, clean)
    }
    return clean
  }
}

/** More kinds or units than this are none that recur. */
const MOST_NAMES = 1000

function magnitudeOf(kind: string, unit: string, { value, date }: NewMagnitude, sources: string[]): Magnitude {
  const own: Magnitude = { kind, value, unit, sources }
  // Written so, and not spread: a large file has a hundred thousand of them.
  if (date !== undefined) own.date = date
  return own
}

const NO_LINES: string[] = []

/** How many actors the dataset is said to be about: as many as stand well in one ring, and the one in its middle. */
const MOST_CORE = 25

const SCHEMES = { cow: 'Correlates of War state', gw: 'Gleditsch-Ward state', m49: 'UN M49 area' } as const

/** A text as the id of an initiative or a source: plain letters and digits joined by hyphens; empty where it has none. */
export function kebab(text: string): string {
  if (text.length <= 80 && /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/.test(text)) return text
  const plain = /^[\u0020-\u007E]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
}

/** {@link kebab} for words that recur from row to row: each is worked out once. */
export function kebabOfWords(): (words: string) => string {
  const known = new Map<string, string>()
  return (words) => {
    let own = known.get(words)
    if (own === undefined) known.set(words, (own = kebab(words)))
    return own
  }
}

/** Letters of a name as the id of an actor: at least four, so that it is not taken for a code of ISO 3166. */
function actorIdOf(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^[0-9]+/, '')
    .slice(0, 7)
  return letters.length > 3 ? letters : `X${letters}X`
}

/** Makes ids that are free: the wish itself, or with the first number from 2 that is. */
export function freeIds(isTaken: (id: string) => boolean, mark: string): (wish: string) => string {
  const last = new Map<string, number>()
  return (wish) => {
    let number = last.get(wish) ?? 1
    let id = number === 1 ? wish : `${wish}${mark}${++number}`
    while (isTaken(id)) id = `${wish}${mark}${++number}`
    last.set(wish, number)
    return id
  }
}
