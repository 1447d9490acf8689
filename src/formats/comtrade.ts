import { msg, t, type Message } from '../language/messages.ts'
import type { Actor } from '../model/schema.ts'
import { buildDataset, type DatasetBuilder } from './datasetBuilder.ts'
import { readNumber } from './numbers.ts'
import type { Reader } from './reading.ts'
import { ECONOMY } from './relationTypes.ts'
import { readTable } from './tableFile.ts'
import { hasHead, headOf, rowsUnder, type ColumnNames } from './tableHead.ts'
import { tradeTies } from './tradeTies.ts'

/**
 * UN Comtrade's CSV files, of its present page and interface (`reporterCode`, `primaryValue`) and of the one before it
 * (`Reporter Code`, `Trade Value (US$)`). A row is a flow that one side reports; what the other side reports of the same
 * goods is another figure, kept beside it.
 */

type Column =
  | 'year'
  | 'reporter'
  | 'reporterCode'
  | 'reporterIso'
  | 'partner'
  | 'partnerCode'
  | 'partnerIso'
  | 'flow'
  | 'flowCode'
  | 'commodity'
  | 'commodityCode'
  | 'value'
  | 'secondPartner'
  | 'transport'
  | 'customs'

const COLUMNS: ColumnNames<Column> = {
  year: ['refyear', 'period', 'year', 'yr'],
  reporter: ['reporterdesc', 'reporter', 'reporteriso', 'reporter iso', 'reportercode', 'reporter code'],
  reporterCode: ['reportercode', 'reporter code'],
  reporterIso: ['reporteriso', 'reporter iso'],
  partner: ['partnerdesc', 'partner', 'partneriso', 'partner iso', 'partnercode', 'partner code'],
  partnerCode: ['partnercode', 'partner code'],
  partnerIso: ['partneriso', 'partner iso'],
  flow: ['flowdesc', 'trade flow', 'tradeflow', 'flow', 'flowcode', 'trade flow code', 'tradeflow code'],
  flowCode: ['flowcode', 'trade flow code', 'tradeflow code'],
  commodity: ['cmddesc', 'commodity', 'cmdcode', 'commodity code'],
  commodityCode: ['cmdcode', 'commodity code'],
  value: ['primaryvalue', 'trade value us', 'tradevalueus', 'tradevalue', 'trade value', 'trade value usd'],
  secondPartner: ['partner2code', '2nd partner code'],
  transport: ['motcode', 'mode of transport code'],
  customs: ['customscode', 'customs proc code'],
}
const REQUIRED = ['year', 'reporter', 'partner', 'flow', 'value'] as const

const FLOWS = new Map([
  ['m', 'imports'],
  ['x', 'exports'],
  ['rm', 're-imports'],
  ['rx', 're-exports'],
  ['1', 'imports'],
  ['2', 'exports'],
  ['3', 're-exports'],
  ['4', 're-imports'],
  ['import', 'imports'],
  ['imports', 'imports'],
  ['export', 'exports'],
  ['exports', 'exports'],
  ['re-import', 're-imports'],
  ['re-imports', 're-imports'],
  ['re-export', 're-exports'],
  ['re-exports', 're-exports'],
])

/** Partners that are no one in particular. */
const NO_ONE =
  /^world$|\bnes\b|n\.e\.s|not (?:else)?where|unspecified|not specified|^bunkers$|^free zones$|special categories|^areas\b/i
const NO_ONES_CODES = new Set(['WLD', 'W00'])
/** The UN has no code for Taiwan, and says itself that its "Other Asia, nes" is in practice Taiwan alone. */
const OTHER_ASIA = /^other asia,? n\.?e\.?s\.?$/i

/** Reads a CSV file of UN Comtrade. */
export const comtrade: Reader = {
  id: 'comtrade',
  label: msg('UN Comtrade (CSV)'),
  recognises: (sample) => hasHead(sample, COLUMNS, REQUIRED),
  read: async (file, context) => {
    const table = await readTable(file)
    const head = headOf(
      table,
      COLUMNS,
      REQUIRED,
      msg(
        'The file has no head of UN Comtrade (reporter, partner, flow, year and trade value): download it again as CSV, or read it as an edge list.',
      ),
    )
    const builder = buildDataset(
      {
        title: 'Trade',
        description: 'Trade in goods as the two sides report it, from UN Comtrade.',
        licence:
          'UN Comtrade’s terms apply: the data may be used and cited; larger parts may not be passed on without leave.',
        citation: 'United Nations, UN Comtrade Database. https://comtradeplus.un.org/',
        relationTypes: [ECONOMY],
        source: {
          title: 'UN Comtrade Database',
          publisher: 'United Nations Statistics Division',
          url: 'https://comtradeplus.un.org/',
          kind: 'database',
        },
      },
      context,
    )
    for (const note of table.notes) builder.note(note)
    const { columns } = head
    const ties = tradeTies(builder)
    const actorOf = comtradeActors(builder)
    /** Flows by pair, year, flow and commodity: months add up, and what is given twice shows. */
    const flows = new Map<string, Flow>()
    let noOne = 0
    let months = 0
    let asia = 0
    let taken = 0
    for (const { row, cells } of rowsUnder(table, head, context.onProgress)) {
      const reject = (reason: string) => builder.reject(table.lineOf(row), cells, reason)
      const at = (column: Column) => (columns[column] === -1 ? '' : (cells[columns[column]] ?? '').trim())
      if (Math.max(columns.year, columns.reporter, columns.partner, columns.flow, columns.value) >= cells.length) {
        reject(
          t('The row has {count, plural, one {# cell} other {# cells}} where the head has {wanted, number}.', {
            count: cells.length,
            wanted: head.names.length,
          }),
        )
        continue
      }
      const period = /^([12]\d{3})(0[1-9]|1[0-2])?$/.exec(at('year'))
      if (!period) {
        reject(t('"{written}" is no year of four digits, and no month such as 201503.', { written: at('year') }))
        continue
      }
      const flow = FLOWS.get(at('flowCode').toLowerCase()) ?? FLOWS.get(at('flow').toLowerCase())
      if (flow === undefined) {
        reject(
          t('The flow "{written}" is neither imports nor exports, nor one of what is traded on.', {
            written: at('flow'),
          }),
        )
        continue
      }
      const value = readNumber(at('value'))
      if (value === null || value < 0) {
        reject(t('The trade value, "{written}", is no figure.', { written: at('value') }))
        continue
      }
      const part = partOf(at('secondPartner'), at('transport'), at('customs'))
      if (part !== null) {
        reject(t(part))
        continue
      }
      if (OTHER_ASIA.test(at('partner'))) asia++
      else if (NO_ONE.test(at('partner')) || NO_ONES_CODES.has(at('partnerIso')) || at('partnerCode') === '0') {
        noOne++
        continue
      }
      const reporter = actorOf(at('reporterCode'), at('reporterIso'), at('reporter'))
      const partner = actorOf(at('partnerCode'), at('partnerIso'), at('partner'))
      if (reporter === null || partner === null) {
        reject(
          t('You chose to leave out the rows of "{name}".', {
            name: reporter === null ? at('reporter') : at('partner'),
          }),
        )
        continue
      }
      if (reporter === partner) {
        reject(t('Reporter and partner are the same actor; trade needs two.'))
        continue
      }
      const isIn = flow.endsWith('imports')
      const [from, to] = isIn ? [partner, reporter] : [reporter, partner]
      const isMonth = period[2] !== undefined
      const commodity = commodityOf(at('commodityCode'), at('commodity'))
      const key = [from.id, to.id, period[1], flow, commodity].join(' ')
      const known = flows.get(key)
      if (known && !(isMonth && known.months.size > 0 && !known.months.has(period[2]!))) {
        reject(t('The same flow stands in an earlier row for the same time; the first is taken.'))
        continue
      }
      taken++
      if (isMonth) months++
      if (known) {
        known.value += value
        known.months.add(period[2]!)
      } else {
        const own = new Set(isMonth ? [period[2]!] : [])
        flows.set(key, { from, to, year: Number(period[1]), flow, commodity, value, months: own })
      }
    }
    for (const { from, to, year, flow, commodity, value } of flows.values()) {
      // In millions, to the dollar.
      ties.flow(from, to, year, Math.round(value) / 1_000_000, { flow, ...(commodity !== '' && { commodity }) })
    }
    ties.finish({
      id: 'comtrade',
      title: 'Trade in goods',
      measure: 'Value of goods, from the exporter to the importer, in current US dollars',
      method:
        'As reported to UN Comtrade: exports by the side that sells (usually FOB), imports by the side that buys (usually CIF).',
    })
    builder.take(taken)
    if (noOne > 0) {
      builder.note(
        t(
          'Rows on trade with the world as a whole, or with areas that are not specified, which were left out: {count, number}.',
          { count: noOne },
        ),
      )
    }
    if (asia > 0) builder.note(t('"Other Asia, nes" was taken for Taiwan, as the UN itself explains it.'))
    if (months > 0) builder.note(t('Months were added up to years; a year of which months are missing is too low.'))
    return builder.finish(head.names)
  },
}

interface Flow {
  from: Actor
  to: Actor
  year: number
  flow: string
  commodity: string
  value: number
  months: Set<string>
}

/** Finds the actors that Comtrade means: by number, by ISO code, by name. */
function comtradeActors(builder: DatasetBuilder): (code: string, iso: string, name: string) => Actor | null {
  const known = new Map<string, Actor | null>()
  return (code, iso, name) => {
    const key = `${code}/${iso}/${name}`
    let actor = known.get(key)
    if (actor === undefined) {
      const label = name !== '' && !/^\d+$/.test(name) ? name : iso
      if (OTHER_ASIA.test(name)) actor = builder.actor('Taiwan')
      else if (/^\d{1,3}$/.test(code)) actor = builder.numbered('m49', Number(code), label || undefined)
      else actor = builder.actor(label || name)
      known.set(key, actor)
    }
    return actor
  }
}

/** Why a row that breaks a total down is not taken; `null` for a total. */
function partOf(secondPartner: string, transport: string, customs: string): Message | null {
  if (secondPartner !== '' && secondPartner !== '0')
    return msg('The row is a part of a total, by second partner; only totals are taken.')
  if (transport !== '' && transport !== '0')
    return msg('The row is a part of a total, by mode of transport; only totals are taken.')
  if (customs !== '' && customs !== 'C00')
    return msg('The row is a part of a total, by customs procedure; only totals are taken.')
  return null
}

/** "27 Mineral fuels"; empty for all commodities, which need no name. */
function commodityOf(code: string, words: string): string {
  if (/^total$/i.test(code) || /^(?:all|total)( commodities)?$/i.test(words)) return ''
  return words === '' || words === code
    ? code === ''
      ? ''
      : `HS ${code}`
    : words.startsWith(code)
      ? words
      : `${code} ${words}`
}
