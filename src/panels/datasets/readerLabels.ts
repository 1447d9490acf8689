/** The formats that can be read, as `READERS` (`src/formats/readers.ts`) has them, which stay in the worker. */
export const READER_LABELS: readonly { id: string; label: string }[] = [
  { id: 'dyad-json', label: 'Dyad dataset (JSON)' },
  { id: 'sipri-register', label: 'SIPRI trade register (CSV)' },
]
