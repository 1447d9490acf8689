import { t } from '../language/messages.ts'
import type { Actor, RelationType } from '../model/schema.ts'
import type { DatasetBuilder, DatasetHead } from './datasetBuilder.ts'

/** What the dyadic files of the Correlates of War Project have in common. */

const SITE = 'https://correlatesofwar.org/'
/** How the project writes that something is not known. */
const MISSING = new Set(['', '-9', '-8', '-7', '.', 'NA'])

/** A cell, or empty where it says that nothing is known. */
export function givenIn(cell: string): string {
  const text = cell.trim()
  return MISSING.has(text) ? '' : text
}

/** What a dataset of the project is about. @param own which of its data sets, and who made it */
export function cowHead(
  own: { title: string; description: string; dataset: string; citation: string },
  relationTypes: RelationType[],
): DatasetHead {
  return {
    title: own.title,
    description: own.description,
    licence: 'The data are the Correlates of War Project’s: free to use with the citation that it asks for.',
    citation: own.citation,
    relationTypes,
    source: { title: own.dataset, publisher: 'Correlates of War Project', url: SITE, kind: 'academic' },
  }
}

/** Finds states by their numbers in the list of the project; names are only for those that are not in it. */
export function cowActors(builder: DatasetBuilder): (code: string, name: string) => Actor | null | 'unnumbered' {
  const known = new Map<string, Actor | null>()
  return (code, name) => {
    let actor = known.get(code)
    if (actor === undefined) {
      if (!/^\d{1,3}$/.test(code)) return 'unnumbered'
      actor = builder.numbered('cow', Number(code), name === '' ? undefined : name)
      known.set(code, actor)
    }
    return actor
  }
}

/**
 * The two states of a row.
 * @returns a sentence where there are not two
 */
export function cowPair(
  actorOf: ReturnType<typeof cowActors>,
  [code1, name1]: readonly [string, string],
  [code2, name2]: readonly [string, string],
): { a: Actor; b: Actor } | string {
  const a = actorOf(code1, name1)
  const b = actorOf(code2, name2)
  if (a === 'unnumbered' || b === 'unnumbered') {
    return t('"{written}" is no number of a state in the list of the Correlates of War.', {
      written: a === 'unnumbered' ? code1 : code2,
    })
  }
  if (a === null || b === null) {
    return t('You chose to leave out the rows of "{name}".', { name: a === null ? name1 || code1 : name2 || code2 })
  }
  return a === b ? t('Both states of the row are the same; a tie needs two.') : { a, b }
}
