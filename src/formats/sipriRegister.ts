import { msg, t } from '../language/messages.ts'
import type { Actor } from '../model/schema.ts'
import { buildDataset, kebabOfWords, type NewInitiative } from './datasetBuilder.ts'
import { readNumber } from './numbers.ts'
import type { Reader } from './reading.ts'
import { generatedOn, sipriActors, sipriHead, weaponTitle, yearIn } from './sipri.ts'
import { readTable } from './tableFile.ts'
import { hasHead, headOf, rowsUnder, type ColumnNames, type Head } from './tableHead.ts'

/**
 * The trade register of the SIPRI Arms Transfers Database, as its page gives it for download: one row an order. Its lines
 * above the head, its encoding and the names of some columns have changed over the years, so columns go by their names.
 */

type Column =
  | 'recipient'
  | 'supplier'
  | 'ordered'
  | 'numberOrdered'
  | 'designation'
  | 'description'
  | 'numberDelivered'
  | 'delivery'
  | 'status'
  | 'comments'
  | 'tivOrder'
  | 'tivDelivered'

const COLUMNS: ColumnNames<Column> = {
  recipient: ['recipient', 'buyer'],
  supplier: ['supplier', 'seller'],
  ordered: ['year of order', 'year s of order', 'year of order licence', 'order year', 'order date'],
  numberOrdered: ['number ordered', 'no ordered', 'numbers ordered', 'ordered'],
  designation: ['weapon designation', 'designation'],
  description: ['weapon description', 'description'],
  numberDelivered: ['number delivered', 'no delivered', 'numbers delivered', 'delivered', 'no delivered produced'],
  delivery: [
    'year s of delivery',
    'year s of deliveries',
    'years of delivery',
    'years of deliveries',
    'year of delivery',
  ],
  status: ['status'],
  comments: ['comments', 'comment'],
  tivOrder: ['sipri tiv for total order', 'tiv for total order', 'sipri tiv of total order', 'tiv of total order'],
  tivDelivered: ['sipri tiv of delivered weapons', 'tiv of delivered weapons', 'sipri tiv delivered', 'tiv delivered'],
}
const REQUIRED = ['recipient', 'supplier', 'ordered', 'designation', 'delivery'] as const

/** Reads the trade register of the SIPRI Arms Transfers Database. */
export const sipriRegister: Reader = {
  id: 'sipri-register',
  label: msg('SIPRI trade register (CSV)'),
  recognises: (sample) => hasHead(sample, COLUMNS, REQUIRED),
  read: async (file, context) => {
    const table = await readTable(file)
    const head = headOf(
      table,
      COLUMNS,
      REQUIRED,
      msg(
        'The file has no head of a SIPRI trade register (Recipient, Supplier, Year of order, Weapon designation, Year(s) of delivery): download it again as CSV, or read it as an edge list.',
      ),
    )
    const generated = generatedOn(table, head.row)
    const builder = buildDataset(
      sipriHead(
        'Arms transfers',
        'Orders of major conventional arms, each from its supplier to its recipient, from the trade register of the SIPRI Arms Transfers Database.',
        generated,
      ),
      context,
    )
    for (const note of table.notes) builder.note(note)
    const actorOf = sipriActors(builder)
    const order = orderReader(head)
    const idOf = kebabOfWords()
    let mended = 0
    for (const { row, cells, isMended } of rowsUnder(table, head, context.onProgress)) {
      const line = table.lineOf(row)
      if (isMended) mended++
      if (cells.length < head.names.length || cells.slice(head.names.length).some((cell) => cell.trim() !== '')) {
        const words = t(
          'The row has {count, plural, one {# cell} other {# cells}} where the head has {wanted, number}: a comma too many, or a line break within a cell.',
          { count: cells.length, wanted: head.names.length },
        )
        builder.reject(line, cells, words)
        continue
      }
      const found = order(cells)
      if (typeof found === 'string') {
        builder.reject(line, cells, found)
        continue
      }
      const from = actorOf(found.supplier)
      const to = actorOf(found.recipient)
      if (from === null || to === null) {
        const out = from === null ? found.supplier : found.recipient
        builder.reject(line, cells, t('You chose to leave out the rows of "{name}".', { name: out }))
      } else if (from === to) {
        builder.reject(line, cells, t('Supplier and recipient are the same actor; an order needs two.'))
      } else {
        const parts = [from.id, to.id, found.year, found.designation]
        builder.add(found.between(`sipri-${parts.map(idOf).join('-')}`, from, to))
      }
    }
    if (mended > 0) {
      builder.note(
        t(
          '{count, plural, =1 {One order was} other {# orders were}} broken in two by a line break in the comments, and put together again.',
          { count: mended },
        ),
      )
    }
    return builder.finish(head.names)
  },
}

/** An order as its row tells it, before its actors are found. */
interface Order {
  supplier: string
  recipient: string
  year: string
  designation: string
  /** The initiative that it is. */
  between: (id: string, from: Actor, to: Actor) => NewInitiative
}

/** Reads rows under a head. Gives the order, or a sentence on why there is none. */
function orderReader({ columns, names }: Head<Column>): (cells: readonly string[]) => Order | string {
  // A column without a name, beside one that may be uncertain, has a question mark where it is.
  const marks = (column: number) => (column !== -1 && (names[column + 1] ?? 'x').trim() === '' ? column + 1 : -1)
  const orderedMark = marks(columns.ordered)
  const numberOrderedMark = marks(columns.numberOrdered)
  const numberDeliveredMark = marks(columns.numberDelivered)
  const tagsByStatus = new Map<string, string[]>([['', []]])
  const tagsOf = (status: string) => {
    let tags = tagsByStatus.get(status)
    if (!tags) tagsByStatus.set(status, (tags = [status]))
    return tags
  }
  return (cells) => {
    const at = (column: number) => (column === -1 ? '' : cells[column]!.trim())
    const isMarked = (mark: number, own: string) => (mark !== -1 && cells[mark]!.includes('?')) || own.includes('?')
    const supplier = at(columns.supplier)
    const recipient = at(columns.recipient)
    if (supplier === '' || recipient === '') return t('The row names no supplier or no recipient.')

    const orderedCell = at(columns.ordered)
    const ordered = yearIn(orderedCell.replace(/[?()\s]/g, ''))
    const years = yearsIn(at(columns.delivery))
    if (years === null)
      return t('The years of delivery, "{written}", are no list of years such as 2010; 2012.', {
        written: at(columns.delivery),
      })
    if (ordered === null && orderedCell !== '')
      return t('The year of order, "{written}", is no year of four digits.', { written: orderedCell })
    const first = years[0]
    const last = years.at(-1)
    if (ordered === null && first === undefined) return t('The row has neither a year of order nor one of delivery.')

    const numberOrderedCell = at(columns.numberOrdered)
    const numberDeliveredCell = at(columns.numberDelivered)
    const numberOrdered = readNumber(numberOrderedCell.replace('?', ''))
    const numberDelivered = readNumber(numberDeliveredCell.replace('?', ''))
    const isOrderUncertain = isMarked(numberOrderedMark, numberOrderedCell)
    const isDeliveryUncertain = isMarked(numberDeliveredMark, numberDeliveredCell)
    const isComplete =
      numberOrdered !== null && numberOrdered === numberDelivered && !isOrderUncertain && !isDeliveryUncertain

    const milestones: NewInitiative['milestones'] = []
    if (ordered !== null) {
      const note = isMarked(orderedMark, orderedCell) ? 'The year of the order is SIPRI’s estimate.' : undefined
      milestones.push({ date: ordered, stage: 'signed', ...(note !== undefined && { note }) })
    }
    if (first !== undefined && last !== undefined) {
      if (!isComplete || first !== last) milestones.push({ date: first, stage: 'delivering' })
      if (isComplete) milestones.push({ date: last, stage: 'completed' })
      else if (first !== last) milestones.push({ date: last, stage: 'delivering' })
    }

    const magnitudes: NonNullable<NewInitiative['magnitudes']> = []
    const measure = (kind: string, value: number | null, unit: string, date: string | null | undefined) => {
      if (value !== null) magnitudes.push({ kind, value, unit, ...(date != null && { date }) })
    }
    measure('number ordered', numberOrdered, 'units', ordered)
    // Where the number ordered is not known, SIPRI writes 0 for what the order is worth.
    const tivOrder = readNumber(at(columns.tivOrder))
    measure('TIV of the order', tivOrder === 0 && numberOrdered === null ? null : tivOrder, 'TIV m', ordered)
    measure('number delivered', numberDelivered, 'units', last)
    if (last !== undefined) measure('TIV delivered', readNumber(at(columns.tivDelivered)), 'TIV m', last)

    const designation = at(columns.designation)
    const number = numberOrdered === null ? (numberDelivered ?? '') : numberOrdered
    const status = at(columns.status)
    const title = weaponTitle(String(number), designation, at(columns.description))
    const summary = summaryOf(at(columns.comments), isOrderUncertain, isDeliveryUncertain)
    return {
      supplier,
      recipient,
      year: ordered ?? first!,
      designation,
      // Written in one piece: copied from another object it takes three times as long, thirty thousand times.
      between: (id, from, to) => ({
        id,
        from,
        to,
        directed: true,
        type: 'arms',
        subtype: 'transfer',
        title,
        summary,
        milestones,
        magnitudes,
        tags: tagsOf(status),
        confidence: 'unstated',
      }),
    }
  }
}

function summaryOf(comments: string, isOrderUncertain: boolean, isDeliveryUncertain: boolean): string {
  if (!isOrderUncertain && !isDeliveryUncertain) return comments
  const what =
    isOrderUncertain && isDeliveryUncertain
      ? 'The numbers ordered and delivered are'
      : `The number ${isOrderUncertain ? 'ordered' : 'delivered'} is`
  return `${comments}${comments === '' ? '' : '\n'}${what} uncertain.`
}

/** The years of a list such as "2010; 2012" or "2010-2012", each once, in order; `null` where it is something else. */
function yearsIn(list: string): string[] | null {
  if (yearIn(list) !== null) return [list]
  const years = list.match(/\d+/g) ?? []
  if (years.some((year) => yearIn(year) === null) || /[^\d\s;,/?()–-]/.test(list)) return null
  return [...new Set(years)].sort()
}
