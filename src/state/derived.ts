import { parseDate, type Day } from '../model/dates.ts'
import { compareWith, type Comparison } from '../network/changes.ts'
import type { Columns } from '../network/columns.ts'
import { linkCount, linksAround, linkSizes, linksOf, type Link } from '../network/links.ts'
import { createSelect, type Matches, type Selection } from '../network/select.ts'
import { strongestSelected, type Drawn } from '../network/strongest.ts'
import { selectionInWords } from '../network/words.ts'
import { isCompared, type Choices } from './choices.ts'
import type { WordAnswer } from './wordSearch.ts'

/** What follows from the choices: computed when asked for, kept until a choice that it rests on changes. */
export interface Derived {
  asOf: Day
  selection: Selection
  /** Every link that passes; made when they are first asked for, since a large dataset has many more than are drawn. */
  readonly links: Link[]
  linkCount: number
  /** Those of them that an actor is one end of. */
  linksAround: (actor: string) => readonly Link[]
  /** The links that are drawn, see `strongestLinks`. */
  strongest: (focus: string, most: number) => Drawn
  /** The as-of date beside the day that it is compared with; `null` where none is chosen, or one that is not earlier. */
  comparison: Comparison | null
  sentence: string
}

/** Makes the function that derives, with a memory of the last answer. */
export function createDerive(columns: Columns): (choices: Choices, words: WordAnswer) => Derived {
  const selectNext = createSelect(columns)
  let last: {
    filters: Choices['filters']
    asOf: string
    since: string | null
    silentYears: number
    matches: Matches | null
    derived: Derived
  } | null = null
  return ({ filters, asOf, since, silentYears }, { words, found: matches }) => {
    if (
      last?.filters === filters &&
      last.asOf === asOf &&
      last.since === since &&
      last.silentYears === silentYears &&
      last.matches === matches
    )
      return last.derived
    const day = parseDate(asOf)!.last
    const earlier = isCompared({ since, asOf }) ? since : null
    const selection = selectNext(filters, day, matches, silentYears)
    const sizes = linkSizes(columns, filters, selection)
    let links: Link[] | null = null
    const around = new Map<string, readonly Link[]>()
    // Asked for by each drawing, and again for what stands out in it.
    let drawn: { focus: string; most: number; links: Drawn } | null = null
    const derived: Derived = {
      asOf: day,
      selection,
      get links() {
        links ??= linksOf(columns, filters, selection, sizes)
        return links
      },
      linkCount: linkCount(sizes),
      linksAround: (actor) => {
        const own = around.get(actor) ?? linksAround(columns, selection, sizes, actor)
        around.set(actor, own)
        return own
      },
      strongest: (focus, most) => {
        if (drawn?.focus !== focus || drawn.most !== most) {
          drawn = { focus, most, links: strongestSelected(columns, selection, sizes, focus, most) }
        }
        return drawn.links
      },
      comparison: earlier === null ? null : compareWith(columns, selection, parseDate(earlier)!.last),
      // Words that are not looked for yet are not in the sentence either.
      sentence: selectionInWords(columns, { ...filters, text: words }, selection, asOf, earlier),
    }
    last = { filters, asOf, since, silentYears, matches, derived }
    return derived
  }
}
