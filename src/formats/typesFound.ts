import type { RelationType } from '../model/schema.ts'
import { cleanLine } from './cleanText.ts'
import { kebab } from './datasetBuilder.ts'
import { ARMS, DIPLOMACY, ECONOMY } from './relationTypes.ts'

/** How many relation types a dataset can have and still be told apart. */
export const MOST_TYPES = 12

/**
 * Colours for relation types of other people's data. Any two of them differ by at least 9 (CIEDE2000) for eyes with all
 * cones and for those without red, green or blue ones, on light and on dark ground; in shades of grey the letters of the
 * types tell them apart.
 */
const COLOURS: readonly RelationType['colour'][] = [
  { light: '#2563B0', dark: '#7AB2F5' },
  { light: '#A3195B', dark: '#F27AA6' },
  { light: '#B86E00', dark: '#F0AE42' },
  { light: '#4D5F3B', dark: '#ABC097' },
  { light: '#85767A', dark: '#F4EEE0' },
  { light: '#7A7AF5', dark: '#6887FF' },
  { light: '#2B2B01', dark: '#F6F852' },
  { light: '#758057', dark: '#8E7F56' },
  { light: '#744A57', dark: '#D4FFAA' },
  { light: '#13037F', dark: '#87F2F8' },
  { light: '#AF75A9', dark: '#239382' },
  { light: '#4E091D', dark: '#768C00' },
]

/** Colours that are known for these things, so that they are the same in every dataset. */
const KNOWN = new Map(
  [ARMS, ECONOMY, DIPLOMACY, { id: 'energy', letter: 'E', colour: { light: '#B86E00', dark: '#F0AE42' } }].map(
    ({ id, letter, colour }) => [id, { letter, colour }],
  ),
)

/** Of the types that are joined as "Other", so many are kept as its subtypes. */
const MOST_SUBTYPES = 60
const MOST_LABEL = 80
/** What rare types are joined as. */
export const OTHER = 'Other'

/** The relation types of a dataset, and which of them a word in the file stands for. */
export interface TypesFound {
  types: RelationType[]
  /** By the word as {@link typeKey} has it. */
  of: (word: string) => { type: string; subtype: string; label: string }
  /** How many words are joined as "Other". */
  joined: number
}

/** A word for a type of tie, without what does not tell it from another. */
export function typeKey(word: string): string {
  return cleanLine(word, MOST_LABEL).toLowerCase()
}

/**
 * Makes relation types of the words that a column has for them: the commonest {@link MOST_TYPES}, or one fewer and "Other"
 * where there are more. Each has a letter and a colour of its own.
 *
 * @param words how often each stands in the column, by its key, with the word as it is first written
 */
export function typesFound(words: ReadonlyMap<string, { label: string; rows: number }>): TypesFound {
  const sorted = [...words].sort((one, other) => other[1].rows - one[1].rows)
  const own = sorted.length > MOST_TYPES ? sorted.slice(0, MOST_TYPES - 1) : sorted
  const rest = sorted.slice(own.length)
  const ids = new Set<string>()
  const letters = new Set<string>()
  const colours = new Set<string>()
  const labels = own.map(([key, { label }]) => ({ key, label: cleanLine(label, MOST_LABEL) || 'Tie' }))
  // What has a known colour takes it before the others choose.
  for (const { label } of labels) {
    const known = KNOWN.get(kebab(label))
    if (known) {
      letters.add(known.letter)
      colours.add(known.colour.light)
    }
  }
  const types: RelationType[] = []
  const found = new Map<string, { type: string; subtype: string; label: string }>()
  const addType = (label: string, subtypes: readonly { id: string; label: string }[]): RelationType => {
    const known = KNOWN.get(kebab(label))
    const isFirst = known !== undefined && !types.some(({ letter }) => letter === known.letter)
    const type: RelationType = {
      id: freeId(kebab(label) || 'type', ids),
      label,
      letter: isFirst ? known.letter : freeLetter(label, letters),
      colour: isFirst ? known.colour : freeColour(colours),
      subtypes: subtypes.map((subtype) => ({ ...subtype, nature: 'output' as const })),
    }
    types.push(type)
    return type
  }
  for (const { key, label } of labels) {
    const type = addType(label, [{ id: 'tie', label }])
    found.set(key, { type: type.id, subtype: 'tie', label })
  }
  if (rest.length > 0) {
    const subtypeIds = new Set<string>()
    const subtypes = rest.slice(0, MOST_SUBTYPES).map(([key, { label }]) => {
      const words2 = cleanLine(label, MOST_LABEL) || 'Tie'
      return { key, id: freeId(kebab(words2) || 'tie', subtypeIds), label: words2 }
    })
    const others = rest.length > MOST_SUBTYPES ? [{ id: freeId('others', subtypeIds), label: 'Others' }] : []
    const type = addType(OTHER, [...subtypes.map(({ id, label }) => ({ id, label })), ...others])
    for (const { key, id, label } of subtypes) found.set(key, { type: type.id, subtype: id, label })
    for (const [key, { label }] of rest.slice(MOST_SUBTYPES)) {
      found.set(key, { type: type.id, subtype: others[0]!.id, label: cleanLine(label, MOST_LABEL) || 'Tie' })
    }
  }
  return { types, joined: rest.length, of: (key) => found.get(key)! }
}

function freeId(wish: string, taken: Set<string>): string {
  let id = wish
  for (let number = 2; taken.has(id); number++) id = `${wish}-${number}`
  taken.add(id)
  return id
}

/** A capital of the label that no other type has, or any that is free. */
function freeLetter(label: string, taken: Set<string>): string {
  const own = [...label.toUpperCase()].filter((letter) => /^\p{Lu}$/u.test(letter))
  const letter = [...own, ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((candidate) => !taken.has(candidate))!
  taken.add(letter)
  return letter
}

function freeColour(taken: Set<string>): RelationType['colour'] {
  const colour = COLOURS.find(({ light }) => !taken.has(light))!
  taken.add(colour.light)
  return colour
}
