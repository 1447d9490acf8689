import { parseDate, type Day } from '../model/dates.ts'
import type { Columns } from '../network/columns.ts'
import { graphOf, type NetworkGraph } from '../network/graph.ts'
import { linksOf, type Link } from '../network/links.ts'
import { select, type Selection } from '../network/select.ts'
import { selectionInWords } from '../network/words.ts'
import type { Choices } from './choices.ts'

/** What follows from the choices: computed when asked for, kept until a choice that it rests on changes. */
export interface Derived {
  asOf: Day
  selection: Selection
  links: Link[]
  /** The graph of the links: made when first asked for, since few choices need it. */
  graph: () => NetworkGraph
  sentence: string
}

/** Makes the function that derives, with a memory of the last answer. */
export function createDerive(columns: Columns): (choices: Choices, matches: ReadonlySet<number> | null) => Derived {
  let last: {
    filters: Choices['filters']
    asOf: string
    matches: ReadonlySet<number> | null
    derived: Derived
  } | null = null
  return ({ filters, asOf }, matches) => {
    if (last && last.filters === filters && last.asOf === asOf && last.matches === matches) return last.derived
    const day = parseDate(asOf)!.last
    const selection = select(columns, filters, day, matches)
    const links = linksOf(columns, filters, selection)
    let graph: NetworkGraph | null = null
    const derived: Derived = {
      asOf: day,
      selection,
      links,
      graph: () => (graph ??= graphOf(columns.outline, links)),
      // Words that are not looked for, since the texts are not there, are not in the sentence either.
      sentence: selectionInWords(columns, matches ? filters : { ...filters, text: '' }, selection, asOf),
    }
    last = { filters, asOf, matches, derived }
    return derived
  }
}
