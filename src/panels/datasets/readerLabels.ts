/** The formats that can be read, as `READERS` (`src/formats/readers.ts`) has them, which stay in the worker. */
export const READER_LABELS: readonly { id: string; label: string }[] = [
  { id: 'dyad-json', label: 'Dyad dataset (JSON)' },
  { id: 'data-package', label: 'Dyad dataset (zip of CSV tables)' },
  { id: 'parquet-rollup', label: 'Roll-up of events (Parquet)' },
  { id: 'gexf', label: 'GEXF (Gephi)' },
  { id: 'graphml', label: 'GraphML' },
  { id: 'cx2', label: 'CX2 (Cytoscape, NDEx)' },
  { id: 'cytoscape-json', label: 'Cytoscape JSON' },
  { id: 'sipri-register', label: 'SIPRI trade register (CSV)' },
  { id: 'sipri-deliveries', label: 'SIPRI deliveries by year (CSV)' },
  { id: 'comtrade', label: 'UN Comtrade (CSV)' },
  { id: 'cow-alliances', label: 'Correlates of War: formal alliances (CSV)' },
  { id: 'cow-trade', label: 'Correlates of War: bilateral trade (CSV)' },
  { id: 'cow-diplomacy', label: 'Correlates of War: diplomatic exchange (CSV)' },
  { id: 'edge-list', label: 'Edge list (CSV, TSV, XLSX)' },
]
