import type { Actor } from '../../model/schema.ts'
import type { ActorFinder } from '../actorFinder.ts'
import { ORGANISATIONS, STATES } from './states.ts'

/** An actor with all by which files of others may call it. */
interface Entry {
  actor: Actor
  names: readonly string[]
  /** Codes of two or three letters, in upper case. */
  codes: readonly string[]
  cow: readonly number[]
  cowLetters: string
  gw: readonly number[]
  m49: readonly number[]
}

/** Former states whose codes ISO 3166 once had, or still keeps free. */
const FORMER_CODES = new Set(['SUN', 'YUG', 'SCG', 'CSK', 'DDR', 'YMD', 'ANT'])

/** What may be meant by names that stand for no actor beyond doubt. */
const AMBIGUOUS: readonly (readonly [name: string, ids: readonly string[]])[] = [
  ['Korea', ['KOR', 'PRK', 'KRA']],
  ['Congo', ['COG', 'COD']],
  ['Virgin Islands', ['VIR', 'VGB']],
  ['Guiana', ['GUY', 'GUF', 'SUR']],
  ['Hesse', ['HSG', 'HSE']],
  ['England', ['GBR']],
  ['Scotland', ['GBR']],
  ['Wales', ['GBR']],
  ['Northern Ireland', ['GBR']],
]

/** Abbreviations that lists of states use, by what they stand for. */
const SHORT = new Map([
  ['st', 'saint'],
  ['ste', 'saint'],
  ['sts', 'state'],
  ['states', 'state'],
  ['isd', 'island'],
  ['isds', 'island'],
  ['is', 'island'],
  ['isl', 'island'],
  ['isles', 'island'],
  ['islands', 'island'],
  ['rep', 'republic'],
  ['dem', 'democratic'],
  ['terr', 'territory'],
  ['territories', 'territory'],
  ['fed', 'federal'],
  ['federated', 'federal'],
  ['fmr', 'former'],
  ['br', 'british'],
  ['fr', 'french'],
  ['peoples', 'people'],
])
const LEFT_OUT = new Set(['the', 'of', 'and', 'n'])

/** Words for the form of a state, without which its name is the same: "Republic of Poland". */
const FORMS = new Set([
  'republic',
  'kingdom',
  'state',
  'federal',
  'federative',
  'islamic',
  'socialist',
  'independent',
  'union',
  'sultanate',
  'principality',
  'commonwealth',
  'cooperative',
  'grand',
  'duchy',
  'emirate',
  'empire',
  'former',
])

/** Languages in which the names of states are known to the machine, besides English and Russian. */
const LANGUAGES = ['de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'uk', 'tr', 'zh', 'ja', 'ko', 'vi', 'ar', 'fa', 'hi']

/** Longer than any name of a state: what is longer is not looked for. */
const LONGEST = 120
const MOST_SUGGESTIONS = 5
/** How much of two names must be the same, from 0 to 1, before one is suggested for the other. */
const NEAR = 0.5

/** Letters that Unicode does not take apart into a plain one and a mark. */
const PLAIN = new Map([
  ['ı', 'i'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
])

/** The words of a name without case, marks, punctuation and words that tell nothing; abbreviations written out. */
function wordsOf(name: string): string[] {
  return (
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[ıøłđßæœ]/g, (letter) => PLAIN.get(letter)!)
      // "Cote d'Ivoire", "Cote dIvoire"; "U.S.A.", "USA".
      .replace(/['’‘ʻʼ`´]/g, '')
      .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
      .split(/[^\p{L}\p{N}]+/u)
      .map((word) => SHORT.get(word) ?? word)
      .filter((word) => word !== '' && !LEFT_OUT.has(word))
  )
}

/** The words in the order of the alphabet, so that "Korea, Republic of" is "Republic of Korea". */
function keyOf(words: readonly string[]): string {
  return [...words].sort().join(' ')
}

/**
 * Finds actors by the names and codes that files of others write.
 *
 * @param known the actors of the open dataset: they come first, and a state of theirs is the one that is found
 */
export function createActorFinder(known: readonly Actor[]): ActorFinder {
  const entries = entriesOf(known)
  const byId = new Map<string, Entry>()
  const byCode = new Map<string, Entry>()
  const byKey = new Map<string, Entry>()
  const numbers = {
    cow: new Map<number, Entry>(),
    gw: new Map<number, Entry>(),
    m49: new Map<number, Entry>(),
  }
  const byCowLetters = new Map<string, Entry>()
  const first = <Key>(map: Map<Key, Entry>, key: Key, entry: Entry) => {
    if (!map.has(key)) map.set(key, entry)
  }
  for (const entry of entries) {
    first(byId, entry.actor.id, entry)
    for (const code of entry.codes) first(byCode, code, entry)
    for (const name of entry.names) first(byKey, keyOf(wordsOf(name)), entry)
    for (const scheme of ['cow', 'gw', 'm49'] as const) {
      for (const number of entry[scheme]) first(numbers[scheme], number, entry)
    }
    if (entry.cowLetters !== '') first(byCowLetters, entry.cowLetters, entry)
  }
  const ambiguous = new Map(
    AMBIGUOUS.map(([name, ids]) => [
      keyOf(wordsOf(name)),
      ids.flatMap((id) => byId.get(id)?.actor ?? []) as readonly Actor[],
    ]),
  )

  let translated: Map<string, Entry | null> | null = null
  let suggest: ((name: string) => readonly Actor[]) | null = null

  const byWords = (words: readonly string[]): Entry | null => {
    const key = keyOf(words)
    if (key === '' || ambiguous.has(key)) return null
    const entry = byKey.get(key)
    if (entry) return entry
    const bare = keyOf(words.filter((word) => !FORMS.has(word)))
    if (bare !== '' && bare !== key && !ambiguous.has(bare)) {
      const same = byKey.get(bare)
      if (same) return same
    }
    return null
  }

  const find = (name: string): Entry | null => {
    const text = name.trim()
    if (text === '' || text.length > LONGEST) return null
    if (/^(?:[A-Z]{2,3}|[a-z]{2,3})$/.test(text)) {
      const entry = byCode.get(text.toUpperCase())
      if (entry) return entry
    }
    const words = wordsOf(text)
    const entry = byWords(words)
    if (entry) return entry
    if (ambiguous.has(keyOf(words))) return null
    // "East Germany (GDR)": what stands in brackets must mean the same, for "Hamas (Palestine)" is no state.
    const bracket = /^([^()]+)\(([^()]+)\)$/.exec(text)
    if (bracket) {
      const outside = find(bracket[1]!)
      return outside !== null && outside === find(bracket[2]!) ? outside : null
    }
    translated ??= translations(entries)
    return translated.get(keyOf(words)) ?? null
  }

  return {
    byName: (name) => find(name)?.actor ?? null,
    byNumber: (scheme, number) => numbers[scheme].get(number)?.actor ?? null,
    byCowLetters: (letters) => byCowLetters.get(letters)?.actor ?? null,
    byId: (id) => byId.get(id)?.actor ?? null,
    suggestions: (name) => {
      if (name.length > 2 * LONGEST) return []
      const meant = ambiguous.get(keyOf(wordsOf(name)))
      if (meant) return meant.slice(0, MOST_SUGGESTIONS)
      suggest ??= suggester(entries, ambiguous)
      return suggest(name)
    },
  }
}

/** The actors that are known, each with the names of the table, and then all others of the table. */
function entriesOf(known: readonly Actor[]): Entry[] {
  const table = new Map([...statesOfTable(), ...organisationsOfTable()].map((entry) => [entry.actor.id, entry]))
  const entries: Entry[] = known.map((actor) => {
    const same = table.get(actor.id)
    table.delete(actor.id)
    const own = [actor.names.en, actor.names.ru, actor.names.native?.text, actor.fullName, actor.id]
    return {
      actor,
      names: [...own.filter((name) => name !== undefined), ...(same?.names ?? [])],
      codes: [...(actor.iso2 === undefined ? [] : [actor.iso2, actor.id]), ...(same?.codes ?? [])],
      cow: same?.cow ?? [],
      cowLetters: same?.cowLetters ?? '',
      gw: same?.gw ?? [],
      m49: same?.m49 ?? (actor.isoNumeric === undefined ? [] : [Number(actor.isoNumeric)]),
    }
  })
  return [...entries, ...table.values()]
}

function statesOfTable(): Entry[] {
  return linesOf(STATES).map((cells) => {
    const [id, iso2, m49, en, ru, seat, latitude, longitude, cow, cowLetters, gw, others] = cells as Cells<12>
    const iso = m49.split(' ')[0]!
    const actor: Actor = {
      id,
      kind: 'state',
      tier: 'context',
      names: { en, ru },
      ...(iso2 !== '' && { iso2, flag: iso2.toLowerCase() }),
      ...(iso2 !== '' && iso !== '' && { isoNumeric: iso }),
      ...(seat !== '' && { seat: { name: seat, latitude: Number(latitude), longitude: Number(longitude) } }),
    }
    return {
      actor,
      names: namesOf(en, ru, others),
      codes: iso2 !== '' ? [iso2, id] : FORMER_CODES.has(id) ? [id] : [],
      cow: numbersOf(cow),
      cowLetters,
      gw: numbersOf(gw),
      m49: numbersOf(m49),
    }
  })
}

function organisationsOfTable(): Entry[] {
  return linesOf(ORGANISATIONS).map((cells) => {
    const [id, en, ru, seat, latitude, longitude, others] = cells as Cells<7>
    const place = { name: seat, latitude: Number(latitude), longitude: Number(longitude) }
    const actor: Actor = { id, kind: 'organisation', tier: 'context', names: { en, ru }, seat: place }
    return { actor, names: namesOf(en, ru, others), codes: [], cow: [], cowLetters: '', gw: [], m49: [] }
  })
}

type Cells<Length extends number, Row extends string[] = []> = Row['length'] extends Length
  ? Row
  : Cells<Length, [...Row, string]>

function linesOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
}

function namesOf(en: string, ru: string, others: string): string[] {
  return [en, ru, ...others.split(';')].filter((name) => name !== '')
}

function numbersOf(cell: string): number[] {
  return cell === '' ? [] : cell.split(' ').map(Number)
}

/** Names of states in other languages, as the machine knows them (CLDR); `null` where two states have the same. */
function translations(entries: readonly Entry[]): Map<string, Entry | null> {
  const names = new Map<string, Entry | null>()
  for (const language of LANGUAGES) {
    const inLanguage = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const entry of entries) {
      const { iso2 } = entry.actor
      const name = iso2 === undefined ? undefined : inLanguage.of(iso2)
      if (name === undefined) continue
      const key = keyOf(wordsOf(name))
      const earlier = names.get(key)
      names.set(key, earlier === undefined || earlier === entry ? entry : null)
    }
  }
  return names
}

/**
 * Suggests actors for names that find none: by the share of pairs of letters that two names have in common (the
 * coefficient of Dice), and by whole words, so that "Libya HoR" suggests Libya.
 */
function suggester(
  entries: readonly Entry[],
  ambiguous: ReadonlyMap<string, readonly Actor[]>,
): (name: string) => readonly Actor[] {
  const names: { actors: readonly Actor[]; pairs: number; words: number }[] = []
  const byPair = new Map<string, number[]>()
  const byWord = new Map<string, number[]>()
  const put = (map: Map<string, number[]>, key: string, index: number) => {
    const list = map.get(key)
    if (list) list.push(index)
    else map.set(key, [index])
  }
  const enter = (words: readonly string[], actors: readonly Actor[]) => {
    const pairs = pairsOf(words)
    const own = new Set(words)
    for (const pair of pairs) put(byPair, pair, names.length)
    for (const word of own) put(byWord, word, names.length)
    names.push({ actors, pairs: pairs.size, words: own.size })
  }
  for (const { actor, names: own } of entries) {
    const keys = new Set<string>()
    for (const name of own) {
      const words = wordsOf(name)
      const key = keyOf(words)
      if (!keys.has(key)) enter(words, [actor])
      keys.add(key)
    }
  }
  for (const [key, actors] of ambiguous) enter(key.split(' '), actors)

  const counts = new Uint16Array(names.length)
  const count = (map: Map<string, number[]>, keys: ReadonlySet<string>, see: (index: number, same: number) => void) => {
    const touched: number[] = []
    for (const key of keys) {
      for (const index of map.get(key) ?? []) if (counts[index]!++ === 0) touched.push(index)
    }
    for (const index of touched) {
      see(index, counts[index]!)
      counts[index] = 0
    }
  }

  return (name) => {
    const words = wordsOf(name)
    const own = new Set(words)
    const pairs = pairsOf(words)
    const best = new Map<Actor, number>()
    const rate = (index: number, share: number) => {
      if (share < NEAR) return
      for (const actor of names[index]!.actors) if (share > (best.get(actor) ?? 0)) best.set(actor, share)
    }
    count(byPair, pairs, (index, same) => rate(index, (2 * same) / (pairs.size + names[index]!.pairs)))
    count(byWord, own, (index, same) => {
      // All of its words stand in the name, or all of the name's in it: the more there are, the surer.
      const all = names[index]!.words
      if (same === all || same === own.size) rate(index, 0.55 + 0.3 * (same / Math.max(all, own.size)))
    })
    return [...best]
      .sort((one, other) => other[1] - one[1])
      .slice(0, MOST_SUGGESTIONS)
      .map(([actor]) => actor)
  }
}

/** Each two letters that stand side by side in a name, with its beginning and its end. */
function pairsOf(words: readonly string[]): Set<string> {
  const text = ` ${words.join(' ')} `
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2))
  return pairs
}
