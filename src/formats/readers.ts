import { comtrade } from './comtrade.ts'
import { cowAlliances } from './cowAlliances.ts'
import { cowDiplomacy } from './cowDiplomacy.ts'
import { cowTrade } from './cowTrade.ts'
import { cx2 } from './cx2.ts'
import { cytoscapeJson } from './cytoscapeJson.ts'
import { dataPackage } from './dataPackage.ts'
import { dyadJson } from './dyadJson.ts'
import { edgeList } from './edgeList.ts'
import { gexf } from './gexf.ts'
import { graphml } from './graphml.ts'
import { parquetRollup } from './parquetRollup.ts'
import type { Reader } from './reading.ts'
import { sipriDeliveries } from './sipriDeliveries.ts'
import { sipriRegister } from './sipriRegister.ts'

/**
 * All readers, in the order in which a file is shown to them: the first that recognises it reads it. Any table is an edge list
 * in the end.
 */
export const READERS: readonly Reader[] = [
  dyadJson,
  dataPackage,
  parquetRollup,
  gexf,
  graphml,
  cx2,
  cytoscapeJson,
  sipriRegister,
  sipriDeliveries,
  comtrade,
  cowAlliances,
  cowTrade,
  cowDiplomacy,
  edgeList,
]
