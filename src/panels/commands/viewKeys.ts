/** The keys of one part of the page, where that has the focus. */
export interface PartKeys {
  title: string
  /** Each with all keys that do it, as written on the keyboard. */
  rows: readonly { keys: readonly string[]; does: string }[]
}

/** What the keys do in the parts of the page that keep keys of their own. */
export const PART_KEYS: readonly PartKeys[] = [
  {
    title: 'In the Timeline',
    rows: [
      { keys: ['↑', '↓'], does: 'To the row above or below' },
      { keys: ['→', '←'], does: 'Unfold a group, or fold it' },
      { keys: ['Home', 'End'], does: 'To the first row or the last' },
      { keys: ['A', '–', 'Z'], does: 'To the next row that begins so' },
      { keys: ['Enter'], does: 'Open the initiative' },
    ],
  },
  {
    title: 'In a table, a matrix or the Ledger',
    rows: [
      { keys: ['↑', '↓', '←', '→'], does: 'To the next cell' },
      { keys: ['Home', 'End'], does: 'To the first cell of the row or the last' },
      { keys: ['Enter'], does: 'Open the initiatives behind a number, or sort by a column' },
    ],
  },
  {
    title: 'On a slider',
    rows: [
      { keys: ['←', '→'], does: 'A step back or on' },
      { keys: ['Home', 'End'], does: 'To its beginning or end' },
    ],
  },
]
