import { inFewBytes, type Codes, type InitiativeColumns } from '../model/initiatives.ts'

/** The columns that the dimensions rest on: every value of one is looked at once, and not once for each initiative. */
export const ROWS = ['sides', 'kinds', 'grades', 'sourceKinds'] as const
export type Row = (typeof ROWS)[number]

/**
 * The initiatives in groups that differ in nothing but their dates: the same sides, kind, grade and kinds of source. A filter
 * for any of these lets pass a whole group or none of it, and what has to be looked at one by one stands side by side in
 * memory: it is read ten times as quickly as in the order of the dataset.
 */
export interface Groups {
  /** How many groups there are. */
  count: number
  /** Positions of initiatives, one group's after the other's, each rising. A place in here is a slot. */
  order: Uint32Array
  /** The slot of each initiative, by position. */
  slots: Uint32Array
  /** Where the slots of each group end, and those of the next one begin. */
  ends: Uint32Array
  /** The group of each slot. */
  groupAt: Codes
  /** The code of each group in the columns that it rests on. */
  codes: Readonly<Record<Row, Codes>>
}

/** Puts initiatives in groups: sorted by one column after the other, by counting, which compares none with another. */
export function groupsOf(rows: InitiativeColumns): Groups {
  const { length } = rows.ids
  let order = Uint32Array.from({ length }, (_, position) => position)
  // The last one sorted by counts most.
  for (const row of ROWS.toReversed()) order = sortedBy(order, rows[row].codes, rows[row].values.length)
  const columns = ROWS.map((row) => rows[row].codes)
  const slots = new Uint32Array(length)
  const groupAt = new Uint32Array(length)
  const ends = new Uint32Array(length)
  let count = 0
  for (let slot = 0; slot < length; slot++) {
    const position = order[slot]!
    slots[position] = slot
    if (slot > 0 && columns.some((codes) => codes[position] !== codes[order[slot - 1]!])) count++
    groupAt[slot] = count
    ends[count] = slot + 1
  }
  if (length > 0) count++
  const codesOf = (row: Row): Codes => {
    const own = new Uint32Array(count)
    for (let group = 0; group < count; group++) own[group] = rows[row].codes[order[ends[group]! - 1]!]!
    return inFewBytes(own, rows[row].values.length)
  }
  return {
    count,
    order,
    slots,
    ends: ends.slice(0, count),
    groupAt: inFewBytes(groupAt, count),
    codes: {
      sides: codesOf('sides'),
      kinds: codesOf('kinds'),
      grades: codesOf('grades'),
      sourceKinds: codesOf('sourceKinds'),
    },
  }
}

/** Positions in the order of their codes; those with the same code stay as they stand. */
function sortedBy(order: Uint32Array<ArrayBuffer>, codes: Codes, values: number): Uint32Array<ArrayBuffer> {
  if (values < 2) return order
  const places = new Uint32Array(values + 1)
  for (const code of codes) places[code + 1]!++
  for (let code = 0; code < values; code++) places[code + 1]! += places[code]!
  const sorted = new Uint32Array(order.length)
  for (const position of order) sorted[places[codes[position]!]!++] = position
  return sorted
}
