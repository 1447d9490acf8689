import { isoDate } from '../model/dates.ts'
import { CX2_LOSSES, writeCx2 } from './cx2.ts'
import { CYTOSCAPE_LOSSES, writeCytoscapeJson } from './cytoscapeJson.ts'
import { writeDataPackage } from './dataPackage.ts'
import { writeDyadJson } from './dyadJson.ts'
import { edgeListCsv, edgeListXlsx } from './edgeListFile.ts'
import { GEXF_LOSSES, writeGexf } from './gexf.ts'
import { GRAPHML_LOSSES, writeGraphml } from './graphml.ts'
import type { Writer } from './writing.ts'

/** What a row a tie leaves out. */
const EDGE_LIST_LOSSES = [
  'An initiative between several actors is several rows, which are read again as several initiatives.',
  'Of an initiative’s milestones it keeps the first, the first that was realised, the one that ended it, and the latest.',
  'Sources are addresses without title, publisher and date; notes of milestones are left out.',
  'Series, memberships, views and the codes of actors are left out.',
]

/** All formats in which data is handed on, in the order in which they are offered. */
export const WRITERS: readonly Writer[] = [
  {
    id: 'dyad-json',
    label: 'Dyad dataset (JSON)',
    ending: 'json',
    mediaType: 'application/json',
    about: 'All of it in one file, for Dyad and for programs.',
    losses: [],
    write: async (dataset) => writeDyadJson(dataset),
  },
  {
    id: 'data-package',
    label: 'Zip of CSV tables',
    ending: 'zip',
    mediaType: 'application/zip',
    about: 'A Frictionless data package: all of it in tables, for R, Python, Excel.',
    losses: [],
    write: async (dataset) => writeDataPackage(dataset),
  },
  {
    id: 'edge-list',
    label: 'Edge list (CSV)',
    ending: 'csv',
    mediaType: 'text/csv;charset=utf-8',
    about: 'A row for each initiative and dyad, for spreadsheets and statistics.',
    losses: EDGE_LIST_LOSSES,
    write: async (dataset) => edgeListCsv(dataset),
  },
  {
    id: 'edge-list-xlsx',
    label: 'Edge list (Excel)',
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    about: 'The same as a workbook, with a sheet that says where it comes from.',
    losses: EDGE_LIST_LOSSES,
    write: async (dataset, asOf) => {
      const about = [
        ['Dataset', dataset.title],
        ['Version', dataset.version],
        ['As of', isoDate(asOf)],
        ['Licence', dataset.licence],
        ['Cite as', dataset.citation],
      ] as const
      return new Uint8Array(await (await edgeListXlsx(dataset, about)).arrayBuffer())
    },
  },
  {
    id: 'gexf',
    label: 'GEXF',
    ending: 'gexf',
    mediaType: 'application/gexf+xml',
    about: 'A graph for Gephi and NetworkX.',
    losses: GEXF_LOSSES,
    write: async (dataset, asOf) => writeGexf(dataset, asOf),
  },
  {
    id: 'graphml',
    label: 'GraphML',
    ending: 'graphml',
    mediaType: 'application/graphml+xml',
    about: 'A graph for igraph, NetworkX, yEd and Gephi.',
    losses: GRAPHML_LOSSES,
    write: async (dataset, asOf) => writeGraphml(dataset, asOf),
  },
  {
    id: 'cx2',
    label: 'CX2',
    ending: 'cx2',
    mediaType: 'application/json',
    about: 'A graph for Cytoscape and NDEx.',
    losses: CX2_LOSSES,
    write: async (dataset, asOf) => writeCx2(dataset, asOf),
  },
  {
    id: 'cytoscape-json',
    label: 'Cytoscape JSON',
    ending: 'cyjs',
    mediaType: 'application/json',
    about: 'A graph for Cytoscape and Cytoscape.js.',
    losses: CYTOSCAPE_LOSSES,
    write: async (dataset, asOf) => writeCytoscapeJson(dataset, asOf),
  },
]
