import { CHANGES, type Change, type ChangeTally } from '../network/changes.ts'

/** One sign for each change, on the badges of the graph and wherever its numbers stand. */
export const CHANGE_SIGNS: Record<Change, string> = {
  begun: '+',
  realised: '✓',
  ended: '■',
  failed: '✕',
  revived: '↻',
  unchanged: '=',
}

/** What became of a link, in signs: "+2✓1"; empty where nothing did. */
export function changesInSigns(tally: ChangeTally): string {
  return CHANGES.filter((change) => change !== 'unchanged' && tally[change] > 0)
    .map((change) => `${CHANGE_SIGNS[change]}${tally[change]}`)
    .join('')
}
