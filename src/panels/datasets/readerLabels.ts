import { msg, type Message } from '../../language/messages.ts'

/** The formats that can be read, as `READERS` (`src/formats/readers.ts`) has them, which stay in the worker. */
export const READER_LABELS: readonly { id: string; label: Message }[] = [
  { id: 'dyad-json', label: msg('Dyad dataset (JSON)') },
  { id: 'data-package', label: msg('Dyad dataset (zip of CSV tables)') },
  { id: 'parquet-rollup', label: msg('Roll-up of events (Parquet)') },
  { id: 'gexf', label: msg('GEXF (Gephi)') },
  { id: 'graphml', label: msg('GraphML') },
  { id: 'cx2', label: msg('CX2 (Cytoscape, NDEx)') },
  { id: 'cytoscape-json', label: msg('Cytoscape JSON') },
  { id: 'sipri-register', label: msg('SIPRI trade register (CSV)') },
  { id: 'sipri-deliveries', label: msg('SIPRI deliveries by year (CSV)') },
  { id: 'comtrade', label: msg('UN Comtrade (CSV)') },
  { id: 'cow-alliances', label: msg('Correlates of War: formal alliances (CSV)') },
  { id: 'cow-trade', label: msg('Correlates of War: bilateral trade (CSV)') },
  { id: 'cow-diplomacy', label: msg('Correlates of War: diplomatic exchange (CSV)') },
  { id: 'edge-list', label: msg('Edge list (CSV, TSV, XLSX)') },
]
