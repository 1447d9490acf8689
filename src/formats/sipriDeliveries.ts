import { msg, t } from '../language/messages.ts'
import type { Actor, Observation } from '../model/schema.ts'
import { buildDataset, type NewInitiative } from './datasetBuilder.ts'
import { readNumber } from './numbers.ts'
import type { Reader } from './reading.ts'
import { generatedOn, sipriActors, sipriHead, weaponTitle, yearIn } from './sipri.ts'
import { readTable } from './tableFile.ts'
import { hasHead, headOf, rowsUnder, type ColumnNames } from './tableHead.ts'

/**
 * The newer download of the SIPRI Arms Transfers Database: one row a year of delivery, with what was delivered in it. The
 * rows of one order share its number in the database; they become one initiative, and all rows together a series.
 */

type Column =
  | 'id'
  | 'supplier'
  | 'recipient'
  | 'designation'
  | 'description'
  | 'category'
  | 'ordered'
  | 'isOrderEstimate'
  | 'number'
  | 'isNumberEstimate'
  | 'year'
  | 'isYearEstimate'
  | 'status'
  | 'tiv'
  | 'isLocal'

const COLUMNS: ColumnNames<Column> = {
  id: ['sipri at database id', 'sipri database id', 'database id', 'deal id', 'tid'],
  supplier: ['supplier', 'seller'],
  recipient: ['recipient', 'buyer'],
  designation: ['designation', 'weapon designation'],
  description: ['description', 'weapon description'],
  category: ['armament category', 'weapon category', 'category'],
  ordered: ['order date', 'year of order', 'order year'],
  isOrderEstimate: ['order date is estimate'],
  number: ['numbers delivered', 'number delivered', 'no delivered'],
  isNumberEstimate: ['numbers delivered is estimate', 'number delivered is estimate'],
  year: ['delivery year', 'year of delivery'],
  isYearEstimate: ['delivery year is estimate'],
  status: ['status'],
  tiv: ['tiv delivery values', 'tiv delivery value', 'tiv of delivery', 'sipri tiv of delivered weapons'],
  isLocal: ['local production'],
}
const REQUIRED = ['id', 'supplier', 'recipient', 'year'] as const

/** An order with the rows of its deliveries. */
interface Order {
  id: string
  from: Actor
  to: Actor
  designation: string
  description: string
  ordered: string | null
  isOrderEstimate: boolean
  isLocal: boolean
  tags: Set<string>
  /** What was delivered in each year. */
  years: Map<string, { number: number | null; tiv: number | null; isEstimate: boolean }>
  rows: number
}

/** Reads the deliveries of the SIPRI Arms Transfers Database. */
export const sipriDeliveries: Reader = {
  id: 'sipri-deliveries',
  label: msg('SIPRI deliveries by year (CSV)'),
  recognises: (sample) => hasHead(sample, COLUMNS, REQUIRED),
  read: async (file, context) => {
    const table = await readTable(file)
    const head = headOf(
      table,
      COLUMNS,
      REQUIRED,
      msg(
        'The file has no head of SIPRI deliveries (SIPRI AT Database ID, Supplier, Recipient, Delivery year): download it again as CSV, or read it as an edge list.',
      ),
    )
    const builder = buildDataset(
      sipriHead(
        'Arms deliveries',
        'Deliveries of major conventional arms, each order from its supplier to its recipient, from the SIPRI Arms Transfers Database.',
        generatedOn(table, head.row),
      ),
      context,
    )
    for (const note of table.notes) builder.note(note)
    const actorOf = sipriActors(builder)
    const { columns } = head
    const orders = new Map<string, Order>()
    const pairs = new Map<string, { from: Actor; to: Actor; years: Map<number, number> }>()
    for (const { row, cells } of rowsUnder(table, head, context.onProgress)) {
      const reject = (reason: string) => builder.reject(table.lineOf(row), cells, reason)
      if (cells.length < head.names.length || cells.slice(head.names.length).some((cell) => cell.trim() !== '')) {
        reject(
          t(
            'The row has {count, plural, one {# cell} other {# cells}} where the head has {wanted, number}: a comma too many, or too few.',
            { count: cells.length, wanted: head.names.length },
          ),
        )
        continue
      }
      const at = (column: Column) => (columns[column] === -1 ? '' : cells[columns[column]]!.trim())
      const year = yearIn(at('year'))
      const orderedCell = at('ordered')
      const ordered = yearIn(orderedCell)
      if (year === null) {
        reject(t('The year of delivery, "{written}", is no year of four digits.', { written: at('year') }))
        continue
      }
      if (ordered === null && orderedCell !== '') {
        reject(t('The year of order, "{written}", is no year of four digits.', { written: orderedCell }))
        continue
      }
      const supplier = at('supplier')
      const recipient = at('recipient')
      if (supplier === '' || recipient === '') {
        reject(t('The row names no supplier or no recipient.'))
        continue
      }
      const from = actorOf(supplier)
      const to = actorOf(recipient)
      if (from === null || to === null) {
        reject(t('You chose to leave out the rows of "{name}".', { name: from === null ? supplier : recipient }))
        continue
      }
      if (from === to) {
        reject(t('Supplier and recipient are the same actor; an order needs two.'))
        continue
      }
      // A number of the database that stands beside other actors is another order.
      const key = `${at('id')} ${from.id} ${to.id}`
      let order = orders.get(key)
      if (!order) {
        order = {
          id: at('id'),
          from,
          to,
          designation: at('designation'),
          description: at('description'),
          ordered,
          isOrderEstimate: isYes(at('isOrderEstimate')),
          isLocal: isYes(at('isLocal')),
          tags: new Set([at('category'), at('status')]),
          years: new Map(),
          rows: 0,
        }
        orders.set(key, order)
      }
      order.rows++
      const tiv = readNumber(at('tiv'))
      const delivered = order.years.get(year) ?? { number: null, tiv: null, isEstimate: false }
      order.years.set(year, {
        number: sum(delivered.number, readNumber(at('number'))),
        tiv: sum(delivered.tiv, tiv),
        isEstimate: delivered.isEstimate || isYes(at('isNumberEstimate')) || isYes(at('isYearEstimate')),
      })
      if (tiv !== null) {
        const pair = `${from.id} ${to.id}`
        const own = pairs.get(pair) ?? { from, to, years: new Map<number, number>() }
        own.years.set(Number(year), (own.years.get(Number(year)) ?? 0) + tiv)
        pairs.set(pair, own)
      }
    }
    for (const order of orders.values()) {
      builder.add(initiativeOf(order))
      builder.take(order.rows - 1)
    }
    if (pairs.size > 0) {
      builder.addSeries({
        id: 'sipri-tiv',
        title: 'Arms deliveries',
        measure: 'Volume of major conventional arms delivered',
        type: 'arms',
        directed: true,
        absence: 'zero',
        method: 'SIPRI trend-indicator values (TIV), in millions: by known production cost, not by price.',
        observations: observationsOf(pairs, builder.fileSource),
      })
    }
    return builder.finish(head.names)
  },
}

function isYes(cell: string): boolean {
  return /^(?:yes|true|1|\?)$/i.test(cell)
}

function sum(one: number | null, other: number | null): number | null {
  return one === null ? other : one + (other ?? 0)
}

function initiativeOf({
  id,
  from,
  to,
  designation,
  description,
  ordered,
  isOrderEstimate,
  isLocal,
  tags,
  years,
}: Order): NewInitiative {
  const sorted = [...years].sort(([one], [other]) => (one < other ? -1 : 1))
  const first = sorted[0]![0]
  const last = sorted.at(-1)![0]
  const number = sorted.reduce<number | null>((total, [, own]) => sum(total, own.number), null)
  const tiv = sorted.reduce<number | null>((total, [, own]) => sum(total, own.tiv), null)
  const isEstimate = sorted.some(([, own]) => own.isEstimate)
  const note = isOrderEstimate ? 'The year of the order is SIPRI’s estimate.' : ''
  const list = sorted.map(([year, own]) => (own.number === null ? year : `${own.number} in ${year}`)).join(', ')
  return {
    id: `sipri ${id} ${from.id} ${to.id}`,
    from,
    to,
    directed: true,
    type: 'arms',
    subtype: isLocal ? 'licence' : 'transfer',
    title: weaponTitle(number === null ? '' : String(number), designation, description),
    summary: `Delivered: ${list}.${isEstimate ? ' Some of these figures are SIPRI’s estimates.' : ''}`,
    milestones: [
      ...(ordered === null ? [] : [{ date: ordered, stage: 'signed' as const, note }]),
      { date: first, stage: 'delivering' as const },
      ...(last === first ? [] : [{ date: last, stage: 'delivering' as const }]),
    ],
    magnitudes: [
      ...(number === null ? [] : [{ kind: 'number delivered', value: number, unit: 'units', date: last }]),
      ...(tiv === null ? [] : [{ kind: 'TIV delivered', value: rounded(tiv), unit: 'TIV m', date: last }]),
    ],
    tags: [...tags],
    confidence: 'unstated',
  }
}

/** SIPRI gives two decimals; sums of them are to have no more. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function observationsOf(
  pairs: ReadonlyMap<string, { from: Actor; to: Actor; years: ReadonlyMap<number, number> }>,
  source: string,
): Observation[] {
  const sources = [source]
  return [...pairs.values()].flatMap(({ from, to, years }) =>
    [...years]
      .sort(([one], [other]) => one - other)
      .map(([year, value]) => ({ from: from.id, to: to.id, year, value: rounded(value), unit: 'TIV m', sources })),
  )
}
