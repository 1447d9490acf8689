import { writeDyadJson } from './dyadJson.ts'
import type { Writer } from './writing.ts'

/** All formats in which data is handed on, in the order in which they are offered. */
export const WRITERS: readonly Writer[] = [
  {
    id: 'dyad-json',
    label: 'Dyad dataset (JSON)',
    ending: 'json',
    mediaType: 'application/json',
    about: 'The whole of it in one file, for Dyad and for programs.',
    losses: () => [],
    write: async (dataset) => writeDyadJson(dataset),
  },
]
