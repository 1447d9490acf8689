import { inOrder } from '../language/numbers.ts'
import type { TableColumn, TableInput } from './tableColumns.ts'
import { fold } from './text.ts'

/** Which rows the Table has, and in which order. Made for tens of thousands of them. */

export interface RowsInput extends TableInput {
  /** All columns, see `tableColumns`. */
  all: readonly TableColumn[]
  shown: readonly TableColumn[]
  /** The id of a column, with a `-` before it where the largest comes first. */
  sort: string
  /** Folded words that must all occur in what the row shows; none for all rows. */
  words: readonly string[]
}

/**
 * Makes the function that finds and sorts rows. It remembers what does not depend on the as-of date, so that a step of
 * the date or a letter more in the query does not compare all titles anew.
 * @returns a function that gives positions of initiatives
 */
export function createRows(): (input: RowsInput) => number[] {
  let dataset: Pick<TableInput, 'columns' | 'texts' | 'focus'> | null = null
  let keys = new Map<string, Float64Array>()
  let fixed: { ids: string; lines: string[] } | null = null
  let dated: { ids: string; selection: TableInput['selection']; lines: Map<number, string> } | null = null

  return ({ columns, texts, focus, selection, all, shown, sort, words }) => {
    if (dataset?.columns !== columns || dataset.texts !== texts || dataset.focus !== focus) {
      dataset = { columns, texts, focus }
      keys = new Map()
      fixed = null
      dated = null
    }
    let { initiatives: rows }: { initiatives: readonly number[] } = selection
    if (words.length > 0) {
      const [still, moving] = [shown.filter((own) => !own.isDated), shown.filter((own) => own.isDated)]
      const ids = (own: readonly TableColumn[]) => own.map(({ id }) => id).join()
      if (fixed?.ids !== ids(still))
        fixed = { ids: ids(still), lines: Array.from({ length: columns.count }, (_, i) => lineOf(still, i)) }
      if (dated?.ids !== ids(moving) || dated.selection !== selection) {
        dated = { ids: ids(moving), selection, lines: new Map(rows.map((i) => [i, lineOf(moving, i)])) }
      }
      const { lines } = fixed
      const { lines: changing } = dated
      rows = rows.filter((i) => words.every((word) => lines[i]!.includes(word) || changing.get(i)!.includes(word)))
    }
    const column = all.find(({ id }) => id === sort.replace(/^-/, ''))
    if (!column) return sortRows(rows, columns.begins, columns.begins, false)
    let own = keys.get(column.id)
    if (!own) {
      own = keysOf(column, column.isDated ? rows : columns.begins.keys(), columns.count)
      if (!column.isDated) keys.set(column.id, own)
    }
    return sortRows(rows, own, columns.begins, sort.startsWith('-'))
  }
}

/** What a row says in some columns, folded, a line each. */
function lineOf(columns: readonly TableColumn[], position: number): string {
  return fold(columns.map(({ text }) => text(position)).join('\n'))
}

/** What rows are sorted by, as numbers: texts by their place in the alphabet; `NaN` where there is nothing to say. */
function keysOf(column: TableColumn, positions: Iterable<number>, length: number): Float64Array {
  const keys = new Float64Array(length).fill(Number.NaN)
  const texts = new Map<string, number[]>()
  for (const i of positions) {
    const key = column.sortKey(i)
    if (typeof key === 'number') keys[i] = key
    else if (key !== null) {
      const same = texts.get(key)
      if (same) same.push(i)
      else texts.set(key, [i])
    }
  }
  ;[...texts.keys()].sort(inOrder).forEach((text, place) => {
    for (const i of texts.get(text)!) keys[i] = place
  })
  return keys
}

/** Rows in order: nothing to say comes last both ways, and ties by the day they begin. */
function sortRows(
  rows: readonly number[],
  keys: ArrayLike<number>,
  begins: ArrayLike<number>,
  isFalling: boolean,
): number[] {
  const sign = isFalling ? -1 : 1
  return rows.toSorted((x, y) => {
    const one = keys[x]!
    const other = keys[y]!
    if (one !== other) {
      if (Number.isNaN(one) || Number.isNaN(other)) {
        const byGap = Number(Number.isNaN(one)) - Number(Number.isNaN(other))
        if (byGap !== 0) return byGap
      } else return sign * (one - other)
    }
    return begins[x]! - begins[y]! || x - y
  })
}

/**
 * Where some words occur in a text, whatever their case and marks.
 * @param words folded
 * @returns from where to where, rising and apart
 */
export function hitsIn(text: string, words: readonly string[]): [from: number, to: number][] {
  if (words.length === 0) return []
  // Folding may drop signs: for each folded one, where in the text it comes from.
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const sign of text) {
    const own = fold(sign)
    for (let i = 0; i < own.length; i++) origin.push(at)
    folded += own
    at += sign.length
  }
  origin.push(text.length)
  const hits: [number, number][] = []
  for (const word of words) {
    for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + word.length)) {
      hits.push([origin[from]!, origin[from + word.length]!])
    }
  }
  hits.sort((x, y) => x[0] - y[0])
  return hits.reduce<[number, number][]>((apart, [from, to]) => {
    const last = apart.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else apart.push([from, to])
    return apart
  }, [])
}
