import { msg, t } from '../language/messages.ts'
import { parseDate } from '../model/dates.ts'
import type { RelationType } from '../model/schema.ts'
import { cowActors, cowHead, cowPair, givenIn } from './correlatesOfWar.ts'
import { buildDataset, type NewInitiative } from './datasetBuilder.ts'
import type { Reader } from './reading.ts'
import { DIPLOMACY } from './relationTypes.ts'
import { readTable } from './tableFile.ts'
import { hasHead, headOf, rowsUnder, type ColumnNames } from './tableHead.ts'

/**
 * `alliance_v4.1_by_dyad.csv`: a row a pair of allies and alliance, from the day on which it bound both to the day on which
 * it no longer did. The files by direction and by year say the same several times over; each alliance of a pair is taken
 * once.
 */

type Column =
  | 'id'
  | 'code1'
  | 'code2'
  | 'name1'
  | 'name2'
  | 'startDay'
  | 'startMonth'
  | 'startYear'
  | 'endDay'
  | 'endMonth'
  | 'endYear'
  | 'leftCensor'
  | 'rightCensor'
  | 'defense'
  | 'neutrality'
  | 'nonaggression'
  | 'entente'

const COLUMNS: ColumnNames<Column> = {
  id: ['version4id', 'version3id', 'alliance id'],
  code1: ['ccode1'],
  code2: ['ccode2'],
  name1: ['state name1', 'statename1'],
  name2: ['state name2', 'statename2'],
  startDay: ['dyad st day'],
  startMonth: ['dyad st month'],
  startYear: ['dyad st year'],
  endDay: ['dyad end day'],
  endMonth: ['dyad end month'],
  endYear: ['dyad end year'],
  leftCensor: ['left censor'],
  rightCensor: ['right censor'],
  defense: ['defense'],
  neutrality: ['neutrality'],
  nonaggression: ['nonaggression'],
  entente: ['entente'],
}
const REQUIRED = ['code1', 'code2', 'startYear', 'endYear', 'defense', 'entente'] as const

/** What allies promise each other, the most binding first. */
const PROMISES = [
  { column: 'defense', id: 'defence-pact', label: 'Defence pact' },
  { column: 'neutrality', id: 'neutrality-pact', label: 'Neutrality pact' },
  { column: 'nonaggression', id: 'non-aggression-pact', label: 'Non-aggression pact' },
  { column: 'entente', id: 'entente', label: 'Entente' },
] as const

const TYPE: RelationType = {
  ...DIPLOMACY,
  subtypes: [
    ...PROMISES.map(({ id, label }) => ({ id, label, nature: 'output' as const })),
    { id: 'alliance', label: 'Alliance', nature: 'output' },
  ],
}

/** Reads the formal alliances of the Correlates of War. */
export const cowAlliances: Reader = {
  id: 'cow-alliances',
  label: msg('Correlates of War: formal alliances (CSV)'),
  recognises: (sample) => hasHead(sample, COLUMNS, REQUIRED),
  read: async (file, context) => {
    const table = await readTable(file)
    const head = headOf(
      table,
      COLUMNS,
      REQUIRED,
      msg(
        'The file has no head of the alliances of the Correlates of War (ccode1, ccode2, dyad_st_year, dyad_end_year, defense, entente): choose the file by dyad, or read it as an edge list.',
      ),
    )
    const builder = buildDataset(
      cowHead(
        {
          title: 'Alliances of the Correlates of War',
          description: 'Formal alliances between states, 1816 and after, from the Correlates of War.',
          dataset: 'Correlates of War Formal Alliances',
          citation:
            'Gibler, Douglas M. 2009. International Military Alliances, 1648-2008. CQ Press; with the Correlates of War Formal Alliances data set. https://correlatesofwar.org/',
        },
        [TYPE],
      ),
      context,
    )
    for (const note of table.notes) builder.note(note)
    const actorOf = cowActors(builder)
    const { columns } = head
    const seen = new Set<string>()
    let repeated = 0
    for (const { row, cells } of rowsUnder(table, head, context.onProgress)) {
      const at = (column: Column) => (columns[column] === -1 ? '' : givenIn(cells[columns[column]] ?? ''))
      const reject = (reason: string) => builder.reject(table.lineOf(row), cells, reason)
      const start = dateOf(at('startYear'), at('startMonth'), at('startDay'))
      if (start === null) {
        reject(
          t('The alliance has no beginning that is a date: "{written}".', {
            written: [at('startYear'), at('startMonth'), at('startDay')].join('-'),
          }),
        )
        continue
      }
      const isOpen = at('rightCensor') === '1' || at('endYear') === ''
      const end = isOpen ? null : dateOf(at('endYear'), at('endMonth'), at('endDay'))
      if (!isOpen && (end === null || parseDate(end)!.last < parseDate(start)!.first)) {
        reject(
          t('The end of the alliance is no date after its beginning: "{written}".', {
            written: [at('endYear'), at('endMonth'), at('endDay')].join('-'),
          }),
        )
        continue
      }
      const pair = cowPair(actorOf, [at('code1'), at('name1')], [at('code2'), at('name2')])
      if (typeof pair === 'string') {
        reject(pair)
        continue
      }
      const { a, b } = pair
      const key = [at('id'), ...[a.id, b.id].sort(), start].join(' ')
      if (seen.has(key)) {
        repeated++
        continue
      }
      seen.add(key)
      const promises = PROMISES.filter(({ column }) => at(column) === '1')
      const first = promises[0] ?? { id: 'alliance', label: 'Alliance' }
      const milestones: NewInitiative['milestones'] = [
        {
          date: start,
          stage: 'in-force',
          note: at('leftCensor') === '1' ? 'In force when the data begin; it may be older.' : '',
        },
        ...(end === null ? [] : [{ date: end, stage: 'expired' as const }]),
      ]
      builder.add({
        id: `alliance ${at('id')} ${a.id} ${b.id}`,
        from: a,
        to: b,
        directed: false,
        type: TYPE.id,
        subtype: first.id,
        title: promises.length > 1 ? listed(promises.map(({ label }) => label)) : first.label,
        summary: end === null && at('rightCensor') === '1' ? 'Still in force when the data end.' : '',
        milestones,
        tags: promises.map(({ label }) => label),
      })
    }
    if (repeated > 0) {
      builder.take(repeated)
      builder.note(
        t(
          'Rows that say again what an earlier one says, of the other side or another year: {count, number}; each alliance of a pair was taken once.',
          { count: repeated },
        ),
      )
    }
    return builder.finish(head.names)
  },
}

/** A date as far as it is given; `null` where it is none. */
function dateOf(year: string, month: string, day: string): string | null {
  const parts = month === '' ? [year] : day === '' ? [year, month] : [year, month, day]
  const date = parts.map((part) => part.padStart(2, '0')).join('-')
  return /^[12]\d{3}$/.test(year) && parseDate(date) !== null ? date : null
}

/** "Defence pact, non-aggression pact and entente" */
function listed(labels: readonly string[]): string {
  const words = labels.map((label, i) => (i === 0 ? label : label.toLowerCase()))
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`
}
