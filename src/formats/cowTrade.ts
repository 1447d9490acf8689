import { msg, t } from '../language/messages.ts'
import { buildDataset } from './datasetBuilder.ts'
import { cowActors, cowHead, cowPair, givenIn } from './correlatesOfWar.ts'
import { readNumber } from './numbers.ts'
import type { Reader } from './reading.ts'
import { ECONOMY } from './relationTypes.ts'
import { readTable } from './tableFile.ts'
import { hasHead, headOf, rowsUnder, type ColumnNames } from './tableHead.ts'
import { tradeTies } from './tradeTies.ts'

/** `Dyadic_COW_4.0.csv`: a row a pair of states and year, with what each imported from the other. */

type Column = 'code1' | 'code2' | 'year' | 'name1' | 'name2' | 'flow1' | 'flow2'

const COLUMNS: ColumnNames<Column> = {
  code1: ['ccode1'],
  code2: ['ccode2'],
  year: ['year'],
  name1: ['importer1'],
  name2: ['importer2'],
  flow1: ['flow1'],
  flow2: ['flow2'],
}
const REQUIRED = ['code1', 'code2', 'year', 'flow1', 'flow2'] as const

/** Reads the bilateral trade of the Correlates of War. */
export const cowTrade: Reader = {
  id: 'cow-trade',
  label: msg('Correlates of War: bilateral trade (CSV)'),
  recognises: (sample) => hasHead(sample, COLUMNS, REQUIRED),
  read: async (file, context) => {
    const table = await readTable(file)
    const head = headOf(
      table,
      COLUMNS,
      REQUIRED,
      msg(
        'The file has no head of the trade data of the Correlates of War (ccode1, ccode2, year, flow1, flow2): choose the dyadic file, or read it as an edge list.',
      ),
    )
    const builder = buildDataset(
      cowHead(
        {
          title: 'Trade of the Correlates of War',
          description: 'Trade between states, 1870 and after, from the Correlates of War.',
          dataset: 'Correlates of War Project Trade Data Set, dyadic',
          citation:
            'Barbieri, Katherine, and Omar M. G. Omar Keshk. Correlates of War Project Trade Data Set Codebook. https://correlatesofwar.org/',
        },
        [ECONOMY],
      ),
      context,
    )
    for (const note of table.notes) builder.note(note)
    const actorOf = cowActors(builder)
    const ties = tradeTies(builder)
    const { columns } = head
    let zeros = 0
    let unknown = 0
    let taken = 0
    for (const { row, cells } of rowsUnder(table, head, context.onProgress)) {
      const reject = (reason: string) => builder.reject(table.lineOf(row), cells, reason)
      const at = (column: Column) => (columns[column] === -1 ? '' : givenIn(cells[columns[column]] ?? ''))
      if (!/^[12]\d{3}$/.test(at('year'))) {
        reject(t('"{written}" is no year of four digits.', { written: at('year') }))
        continue
      }
      // A number that is none is told apart from a flow that is not known.
      const flows = [at('flow1'), at('flow2')].map((cell) => (cell === '' ? null : (readNumber(cell) ?? Number.NaN)))
      if (flows.some((flow) => flow !== null && !(flow >= 0))) {
        reject(
          t('A flow is no figure: "{one}", "{other}". What is not known is -9.', {
            one: at('flow1'),
            other: at('flow2'),
          }),
        )
        continue
      }
      const pair = cowPair(actorOf, [at('code1'), at('name1')], [at('code2'), at('name2')])
      if (typeof pair === 'string') {
        reject(pair)
        continue
      }
      taken++
      if (flows.every((flow) => flow === null)) unknown++
      const year = Number(at('year'))
      // The first flow is what the first state imported from the second.
      for (const [flow, from, to] of [
        [flows[0]!, pair.b, pair.a],
        [flows[1]!, pair.a, pair.b],
      ] as const) {
        if (flow === 0) zeros++
        else if (flow !== null) ties.flow(from, to, year, flow)
      }
    }
    ties.finish({
      id: 'cow-trade',
      title: 'Trade in goods',
      measure: 'Imports, from the exporter to the importer, in millions of current US dollars',
      method:
        'As the Correlates of War gather it from the IMF and other statistics; the raw flows, not the smoothed ones.',
    })
    builder.take(taken)
    if (unknown > 0) {
      builder.note(
        t('Rows in which no flow is known (-9), and which add nothing: {count, number}.', { count: unknown }),
      )
    }
    if (zeros > 0) {
      builder.note(
        t('Flows of zero, which are left out and stand like those that are not known: {count, number}.', {
          count: zeros,
        }),
      )
    }
    return builder.finish(head.names)
  },
}
