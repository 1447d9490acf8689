import { msg, type Message } from '../../language/messages.ts'

/** The keys of one part of the page, where that has the focus. */
export interface PartKeys {
  title: Message
  /** Each with all keys that do it, as written on the keyboard. */
  rows: readonly { keys: readonly string[]; does: Message }[]
}

/** What the keys do in the parts of the page that keep keys of their own. */
export const PART_KEYS: readonly PartKeys[] = [
  {
    title: msg('In the Network'),
    rows: [
      { keys: ['→', '←'], does: msg('Round the neighbours of an actor') },
      { keys: ['↓'], does: msg('On to the neighbours of the one you came to') },
      { keys: ['↑', 'Esc'], does: msg('Back the way you came') },
      { keys: ['Home', 'End'], does: msg('To the first neighbour or the last') },
      { keys: ['Page Down', 'Page Up'], does: msg('Through the ties between the two, one by one') },
      { keys: ['Enter'], does: msg('Read it in the Details; there, Esc leads back') },
      { keys: ['+', '-', '0'], does: msg('Zoom in or out; show all of it') },
    ],
  },
  {
    title: msg('In the Timeline'),
    rows: [
      { keys: ['↑', '↓'], does: msg('To the row above or below') },
      { keys: ['→', '←'], does: msg('Unfold a group, or fold it') },
      { keys: ['Home', 'End'], does: msg('To the first row or the last') },
      { keys: ['A', '–', 'Z'], does: msg('To the next row that begins so') },
      { keys: ['Enter'], does: msg('Open the initiative') },
    ],
  },
  {
    title: msg('In a table, a matrix or the Ledger'),
    rows: [
      { keys: ['↑', '↓', '←', '→'], does: msg('To the next cell') },
      { keys: ['Home', 'End'], does: msg('To the first cell of the row or the last') },
      { keys: ['Enter'], does: msg('Open what is behind a cell, or sort by a column') },
    ],
  },
  {
    title: msg('In the Table, besides'),
    rows: [
      { keys: ['Enter'], does: msg('Open the initiative') },
      { keys: ['Space'], does: msg('Select the row, or let it go') },
      { keys: ['Shift ↑', 'Shift ↓'], does: msg('Select on to the next row') },
      { keys: ['Ctrl A', 'Ctrl C'], does: msg('Select all rows; copy the selected ones') },
    ],
  },
  {
    title: msg('On the map'),
    rows: [
      { keys: ['↑', '↓', '←', '→'], does: msg('Move the map; from an actor, to the next one that way') },
      { keys: ['+', '-', '0'], does: msg('Zoom in or out; show all of it') },
      { keys: ['Enter'], does: msg('Read the actor in the Details; there, Esc leads back') },
    ],
  },
  {
    title: msg('On a slider'),
    rows: [
      { keys: ['←', '→'], does: msg('A step back or on') },
      { keys: ['Home', 'End'], does: msg('To its beginning or end') },
    ],
  },
]
