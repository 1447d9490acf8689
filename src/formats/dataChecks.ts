import { parseDate } from '../model/dates.ts'
import { STAGES, type Stage } from '../model/outcome.ts'
import type { Initiative } from '../model/schema.ts'
import type { Folder, Written } from './dataFolder.ts'
import { dateRemedy, perhaps, quote, type Fault } from './fault.ts'
import type { Path } from './shapeFault.ts'

/**
 * The stages that may follow each stage. What stands out of order here is almost always a slip; the reasons are in the
 * codebook ("Which stage may follow which"), and so is what to do where history really went that way.
 */
export const MAY_FOLLOW: Record<Stage, readonly Stage[]> = {
  proposed: STAGES.filter((stage) => stage !== 'suspended' && stage !== 'expired'),
  announced: STAGES,
  signed: STAGES,
  'under-way': STAGES.filter((stage) => stage !== 'proposed'),
  'in-force': STAGES,
  delivering: STAGES.filter((stage) => stage !== 'proposed'),
  completed: ['delivering', 'completed', 'stalled', 'suspended', 'cancelled', 'expired'],
  stalled: STAGES,
  suspended: STAGES.filter((stage) => stage !== 'completed' && stage !== 'stalled'),
  cancelled: ['proposed', 'announced', 'signed', 'cancelled'],
  expired: ['proposed', 'announced', 'signed'],
}

/** The stages that a life may begin with: any but those that end one. */
export const MAY_BEGIN: readonly Stage[] = STAGES.filter((stage) => stage !== 'cancelled' && stage !== 'expired')

/** From this share of words in common on, two titles in one dyad are taken for one undertaking told twice. */
const SAME_TITLE = 0.75

const FIRST_YEAR = 1900

/**
 * Checks what the shape of single entries cannot show: dates, order, references, duplicates.
 * @param faults where each fault is added
 */
export function checkFolder(folder: Folder, faults: Fault[]): void {
  const report = (entry: Written<unknown>, path: Path, problem: string, remedy: string): void => {
    faults.push({ file: entry.file, line: entry.lineOf(path), field: entry.fieldOf(path), problem, remedy })
  }
  const dateExists = (entry: Written<unknown>, path: Path, date: string | undefined): boolean => {
    if (date === undefined) return false
    if (parseDate(date)) return true
    report(entry, path, `${quote(date)} is no date that exists`, dateRemedy(date))
    return false
  }
  const unique = (what: string, entries: { entry: Written<unknown>; path: Path; key: string | undefined }[]): void => {
    const first = new Map<string, { entry: Written<unknown>; path: Path }>()
    for (const { entry, path, key } of entries) {
      if (key === undefined) continue
      const earlier = first.get(key)
      if (!earlier) first.set(key, { entry, path })
      else {
        const place = `${earlier.entry.file}:${earlier.entry.lineOf(earlier.path)}`
        report(entry, path, `${what} ${quote(key)} is already at ${place}`, 'keep one, or give this one its own')
      }
    }
  }
  const refers = (
    entry: Written<unknown>,
    path: Path,
    id: string,
    known: ReadonlySet<string>,
    what: string,
    where: string,
  ): boolean => {
    if (known.has(id)) return true
    report(entry, path, `there is no ${what} ${quote(id)}`, `write ${where}${perhaps(id, known)}`)
    return false
  }

  const { ids } = folder
  const cited = new Set<string>()
  const cites = (entry: Written<unknown>, path: Path, sources: readonly string[]): void => {
    for (const [i, id] of sources.entries()) {
      cited.add(id)
      refers(entry, [...path, i], id, ids.sources, 'source', 'the id of one in sources/')
    }
  }
  const actor = (entry: Written<unknown>, path: Path, id: string): boolean =>
    refers(entry, path, id, ids.actors, 'actor', 'the id of one in actors.yaml')

  const lastDate = checkDataset()
  const lastDay = lastDate ? parseDate(lastDate)?.last : undefined
  checkActors()
  checkRelationTypes()
  for (const entry of folder.initiatives) checkInitiative(entry)
  unique('the id', byId(folder.initiatives))
  checkTitles()
  for (const entry of folder.sources) dateExists(entry, ['date'], entry.value.date)
  unique('the id', byId(folder.sources))
  checkSeries()
  checkMemberships()
  checkCited()

  function byId<T extends { id: string }>(entries: Written<T>[]) {
    return entries.map((entry) => ({ entry, path: ['id'], key: entry.value.id }))
  }

  function checkDataset(): string | null {
    const entry = folder.dataset
    if (!entry) return null
    const { asOf, focus, markedDates, series } = entry.value
    const exists = dateExists(entry, ['asOf'], asOf)
    if (exists && parseDate(asOf)!.precision !== 'day') {
      report(entry, ['asOf'], `${quote(asOf)} is not a day`, 'write YYYY-MM-DD')
    }
    actor(entry, ['focus'], focus)
    for (const [i, mark] of markedDates.entries()) dateExists(entry, ['markedDates', i, 'date'], mark.date)
    unique(
      'the id',
      series.map(({ id }, i) => ({ entry, path: ['series', i, 'id'], key: id })),
    )
    unique(
      'the file',
      series.map(({ file }, i) => ({ entry, path: ['series', i, 'file'], key: file })),
    )
    for (const [i, { type, key, facets, unit }] of series.entries()) {
      if (type) {
        refers(
          entry,
          ['series', i, 'type'],
          type,
          ids['relation-types'],
          'relation type',
          'the id of one in relation-types.yaml',
        )
      }
      const columns = new Set([...(facets ?? []), ...(unit ? [] : ['unit'])])
      for (const [j, column] of (key ?? []).entries()) {
        refers(entry, ['series', i, 'key', j], column, columns, 'column', 'one of the facets, or "unit"')
      }
    }
    return exists ? asOf : null
  }

  function checkActors(): void {
    unique('the id', byId(folder.actors))
    unique(
      'the ISO code',
      folder.actors.map((entry) => ({ entry, path: ['iso2'], key: entry.value.iso2 })),
    )
    unique(
      'the ISO code',
      folder.actors.map((entry) => ({ entry, path: ['isoNumeric'], key: entry.value.isoNumeric })),
    )
    for (const entry of folder.actors) {
      const { kind } = entry.value
      for (const field of ['iso2', 'isoNumeric'] as const) {
        const code = entry.value[field]
        if (kind === 'state' && code === undefined) {
          report(entry, [field], 'is missing', 'give a state its ISO 3166 codes')
        } else if (kind === 'organisation' && code !== undefined) {
          report(entry, [field], 'an organisation has no ISO code', 'leave the field out, or write kind: state')
        }
      }
    }
  }

  function checkRelationTypes(): void {
    unique('the id', byId(folder.relationTypes))
    unique(
      'the letter',
      folder.relationTypes.map((entry) => ({ entry, path: ['letter'], key: entry.value.letter })),
    )
    for (const entry of folder.relationTypes) {
      unique(
        'the id',
        entry.value.subtypes.map(({ id }, i) => ({ entry, path: ['subtypes', i, 'id'], key: id })),
      )
    }
  }

  function checkInitiative(entry: Written<Initiative>): void {
    const { from, to, type, subtype, milestones, magnitudes } = entry.value
    for (const [side, actors] of Object.entries({ from, to })) {
      for (const [i, id] of actors.entries()) {
        actor(entry, [side, i], id)
        if (actors.indexOf(id) !== i || (side === 'to' && from.includes(id))) {
          report(entry, [side, i], `${id} is named twice`, 'name each actor once, in "from" or in "to"')
        }
      }
    }
    if (refers(entry, ['type'], type, ids['relation-types'], 'relation type', 'the id of one in relation-types.yaml')) {
      const declared = folder.relationTypes.find((relation) => relation.value.id === type)
      if (declared) {
        const known = new Set(declared.value.subtypes.map(({ id }) => id))
        if (!known.has(subtype)) {
          report(
            entry,
            ['subtype'],
            `${quote(subtype)} is no subtype of ${type}`,
            `write one of ${[...known].join(', ')}${perhaps(subtype, known)}`,
          )
        }
      }
    }
    checkMilestones(entry)
    for (const [i, { sources }] of milestones.entries()) cites(entry, ['milestones', i, 'sources'], sources)
    for (const [i, { date, sources }] of (magnitudes ?? []).entries()) {
      dateExists(entry, ['magnitudes', i, 'date'], date)
      cites(entry, ['magnitudes', i, 'sources'], sources)
    }
  }

  function checkMilestones(entry: Written<Initiative>): void {
    const { milestones } = entry.value
    let latest = Number.NEGATIVE_INFINITY
    let latestDate = ''
    for (const [i, { date, stage }] of milestones.entries()) {
      const path = ['milestones', i, 'date']
      if (dateExists(entry, path, date)) {
        const span = parseDate(date)!
        if (span.last < latest) {
          report(entry, path, `${date} comes after ${latestDate} in the list`, 'put the milestones in order of date')
        }
        if (span.first > latest) {
          latest = span.first
          latestDate = date
        }
        if (lastDay !== undefined && span.first > lastDay) {
          report(entry, path, `${date} is later than asOf (${lastDate})`, 'correct it, or move asOf in dataset.yaml')
        }
      }
      const before = milestones[i - 1]?.stage
      const allowed = before ? MAY_FOLLOW[before] : MAY_BEGIN
      if (!allowed.includes(stage)) {
        const problem = before ? `"${stage}" cannot follow "${before}"` : `a life cannot begin with "${stage}"`
        const remedy = before
          ? `after "${before}" may come ${allowed.join(', ')}`
          : `add the step before it, or write one of ${allowed.join(', ')}`
        report(entry, ['milestones', i, 'stage'], problem, remedy)
      }
    }
  }

  function checkTitles(): void {
    const byDyad = new Map<string, { entry: Written<Initiative>; words: TitleWords }[]>()
    for (const entry of folder.initiatives) {
      const { from, to, title } = entry.value
      const words = titleWords(title)
      const told = new Set<Written<Initiative>>()
      for (const dyad of new Set(from.flatMap((a) => to.map((b) => [a, b].sort().join(' '))))) {
        const earlier = byDyad.get(dyad) ?? []
        for (const other of earlier) {
          if (told.has(other.entry) || !sameTitle(words, other.words)) continue
          told.add(other.entry)
          report(
            entry,
            ['title'],
            `${quote(title)} is much the same as ${quote(other.entry.value.title)} (${other.entry.value.id}) in the same dyad`,
            'join the two, or say in the titles what tells them apart',
          )
        }
        byDyad.set(dyad, [...earlier, { entry, words }])
      }
    }
  }

  function checkSeries(): void {
    const lastYear = lastDate ? Number(lastDate.slice(0, 4)) : Number.POSITIVE_INFINITY
    const declared = new Map((folder.dataset?.value.series ?? []).map((series) => [series.id, series]))
    for (const [id, rows] of folder.observations) {
      const series = declared.get(id)!
      const known = new Set([...ids.actors, ...Object.keys(series.codes ?? {})])
      for (const entry of rows) {
        const { from, to, year, untilYear, sources } = entry.value
        refers(
          entry,
          ['from'],
          from,
          known,
          'actor',
          'the id of one in actors.yaml, or a code that the series declares',
        )
        refers(entry, ['to'], to, known, 'actor', 'the id of one in actors.yaml, or a code that the series declares')
        if (from === to) report(entry, ['to'], `${quote(to)} is on both sides`, 'name two different actors')
        for (const [field, value] of Object.entries({ year, untilYear })) {
          if (value !== undefined && (value < FIRST_YEAR || value > lastYear)) {
            report(entry, [field], `${value} is out of range`, `write a year from ${FIRST_YEAR} to ${lastYear}`)
          }
        }
        if (untilYear !== undefined && untilYear < year) {
          report(entry, ['untilYear'], `the window ends in ${untilYear}, before it begins`, `write ${year} or later`)
        }
        cites(entry, ['sources'], sources)
      }
      unique(
        'the row of',
        rows.map((entry) => {
          const { from, to, year, untilYear, unit, facets } = entry.value
          const keys = (series.key ?? []).map((column) => (column === 'unit' ? unit : facets?.[column]))
          return { entry, path: [], key: [from, to, year, untilYear, ...keys].filter((part) => part).join(' ') }
        }),
      )
    }
  }

  function checkMemberships(): void {
    const organisations = new Set(
      folder.actors.filter(({ value }) => value.kind === 'organisation').map(({ value }) => value.id),
    )
    for (const entry of folder.memberships) {
      const { organisation, member, from, to, sources } = entry.value
      if (actor(entry, ['organisation'], organisation) && !organisations.has(organisation)) {
        report(entry, ['organisation'], `${quote(organisation)} is no organisation`, 'write the id of an organisation')
      }
      actor(entry, ['member'], member)
      const fromExists = dateExists(entry, ['from'], from)
      const toExists = dateExists(entry, ['to'], to)
      if (fromExists && toExists && parseDate(to!)!.last < parseDate(from!)!.first) {
        report(entry, ['to'], `it ends on ${to}, before it begins on ${from}`, 'correct one of the two')
      }
      cites(entry, ['sources'], sources)
    }
    unique(
      'the row of',
      folder.memberships.map((entry) => {
        const { organisation, member, role, from } = entry.value
        return { entry, path: [], key: [organisation, member, role, from].filter((part) => part).join(' ') }
      }),
    )
  }

  function checkCited(): void {
    for (const entry of folder.sources) {
      const { id } = entry.value
      if (cited.has(id) || folder.mentions(id)) continue
      report(entry, ['id'], `nothing cites ${quote(id)}`, 'cite it, or remove it')
    }
  }
}

interface TitleWords {
  words: Set<string>
  numbers: string
}

const SMALL_WORDS = new Set('a an and at by for from in into of on or the to with'.split(' '))

/** The words of a title that carry meaning, without plural endings, and apart from them its numbers. */
function titleWords(title: string): TitleWords {
  const parts = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '' && !SMALL_WORDS.has(part))
  const numbers = parts.filter((part) => /\d/.test(part)).sort()
  const words = parts
    .filter((part) => !/\d/.test(part))
    .map((part) => (part.length > 3 ? part.replace(/s$/, '') : part))
  return { words: new Set(words), numbers: numbers.join(' ') }
}

/** Titles with different numbers (years, types of aircraft, blocks) are different undertakings. */
function sameTitle(a: TitleWords, b: TitleWords): boolean {
  if (a.numbers !== b.numbers) return false
  let common = 0
  for (const word of a.words) if (b.words.has(word)) common++
  const all = a.words.size + b.words.size - common
  return all === 0 || common / all >= SAME_TITLE
}
