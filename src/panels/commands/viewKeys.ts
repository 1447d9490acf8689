/** The keys of one part of the page, where that has the focus. */
export interface PartKeys {
  title: string
  /** Each with all keys that do it, as written on the keyboard. */
  rows: readonly { keys: readonly string[]; does: string }[]
}

/** What the keys do in the parts of the page that keep keys of their own. */
export const PART_KEYS: readonly PartKeys[] = [
  {
    title: 'In the Network',
    rows: [
      { keys: ['→', '←'], does: 'Round the neighbours of an actor' },
      { keys: ['↓'], does: 'On to the neighbours of the one you came to' },
      { keys: ['↑', 'Esc'], does: 'Back the way you came' },
      { keys: ['Home', 'End'], does: 'To the first neighbour or the last' },
      { keys: ['Page Down', 'Page Up'], does: 'Through the ties between the two, one by one' },
      { keys: ['Enter'], does: 'Read it in the Details; there, Esc leads back' },
      { keys: ['+', '-', '0'], does: 'Zoom in or out; show all of it' },
    ],
  },
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
      { keys: ['Enter'], does: 'Open what is behind a cell, or sort by a column' },
    ],
  },
  {
    title: 'In the Table, besides',
    rows: [
      { keys: ['Enter'], does: 'Open the initiative' },
      { keys: ['Space'], does: 'Select the row, or let it go' },
      { keys: ['Shift ↑', 'Shift ↓'], does: 'Select on to the next row' },
      { keys: ['Ctrl A', 'Ctrl C'], does: 'Select all rows; copy the selected ones' },
    ],
  },
  {
    title: 'On the map',
    rows: [
      { keys: ['↑', '↓', '←', '→'], does: 'Move the map; from an actor, to the next one that way' },
      { keys: ['+', '-', '0'], does: 'Zoom in or out; show all of it' },
      { keys: ['Enter'], does: 'Read the actor in the Details; there, Esc leads back' },
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
