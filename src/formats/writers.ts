import { msg } from '../language/messages.ts'
import { isoDate } from '../model/dates.ts'
import { CX2_LOSSES, writeCx2 } from './cx2.ts'
import { CYTOSCAPE_LOSSES, writeCytoscapeJson } from './cytoscapeJson.ts'
import { writeDataPackage } from './dataPackage.ts'
import { dyadJsonPieces, writeDyadJson } from './dyadJson.ts'
import { edgeListCsv, edgeListXlsx } from './edgeListFile.ts'
import { GEXF_LOSSES, writeGexf } from './gexf.ts'
import { GRAPHML_LOSSES, writeGraphml } from './graphml.ts'
import type { Writer } from './writing.ts'

/** What a row a tie leaves out. */
const EDGE_LIST_LOSSES = [
  msg('An initiative between several actors is several rows, which are read again as several initiatives.'),
  msg(
    'Of an initiative’s milestones it keeps the first, the first that was realised, the one that ended it, and the latest.',
  ),
  msg('Sources are addresses without title, publisher and date; notes of milestones are left out.'),
  msg('Series, memberships, views and the codes of actors are left out.'),
]

/** All formats in which data is handed on, in the order in which they are offered. */
export const WRITERS: readonly Writer[] = [
  {
    id: 'dyad-json',
    label: msg('Dyad dataset (JSON)'),
    ending: 'json',
    mediaType: 'application/json',
    about: msg('All of it in one file, for Dyad and for programs.'),
    losses: [],
    write: async (dataset) => writeDyadJson(dataset),
    pieces: dyadJsonPieces,
  },
  {
    id: 'data-package',
    label: msg('Zip of CSV tables'),
    ending: 'zip',
    mediaType: 'application/zip',
    about: msg('A Frictionless data package: all of it in tables, for R, Python, Excel.'),
    losses: [],
    write: async (dataset) => writeDataPackage(dataset),
  },
  {
    id: 'edge-list',
    label: msg('Edge list (CSV)'),
    ending: 'csv',
    mediaType: 'text/csv;charset=utf-8',
    about: msg('A row for each initiative and dyad, for spreadsheets and statistics.'),
    losses: EDGE_LIST_LOSSES,
    write: async (dataset) => edgeListCsv(dataset),
  },
  {
    id: 'edge-list-xlsx',
    label: msg('Edge list (Excel)'),
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    about: msg('The same as a workbook, with a sheet that says where it comes from.'),
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
    label: msg('GEXF'),
    ending: 'gexf',
    mediaType: 'application/gexf+xml',
    about: msg('A graph for Gephi and NetworkX.'),
    losses: GEXF_LOSSES,
    write: async (dataset, asOf) => writeGexf(dataset, asOf),
  },
  {
    id: 'graphml',
    label: msg('GraphML'),
    ending: 'graphml',
    mediaType: 'application/graphml+xml',
    about: msg('A graph for igraph, NetworkX, yEd and Gephi.'),
    losses: GRAPHML_LOSSES,
    write: async (dataset, asOf) => writeGraphml(dataset, asOf),
  },
  {
    id: 'cx2',
    label: msg('CX2'),
    ending: 'cx2',
    mediaType: 'application/json',
    about: msg('A graph for Cytoscape and NDEx.'),
    losses: CX2_LOSSES,
    write: async (dataset, asOf) => writeCx2(dataset, asOf),
  },
  {
    id: 'cytoscape-json',
    label: msg('Cytoscape JSON'),
    ending: 'cyjs',
    mediaType: 'application/json',
    about: msg('A graph for Cytoscape and Cytoscape.js.'),
    losses: CYTOSCAPE_LOSSES,
    write: async (dataset, asOf) => writeCytoscapeJson(dataset, asOf),
  },
]
