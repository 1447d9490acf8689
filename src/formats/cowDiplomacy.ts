import { msg, t } from '../language/messages.ts'
import type { Actor } from '../model/schema.ts'
import { cowActors, cowHead, cowPair, givenIn } from './correlatesOfWar.ts'
import { buildDataset, type NewInitiative } from './datasetBuilder.ts'
import { ReadingError, type Reader } from './reading.ts'
import { DIPLOMACY } from './relationTypes.ts'
import { readTable } from './tableFile.ts'
import { hasHead, headOf, rowsUnder, type ColumnNames } from './tableHead.ts'

/**
 * `Diplomatic_Exchange_2006v1.csv`: a row a pair of states and wave, with the level at which each is represented at the
 * other. Waves are about five years apart: that an exchange is no longer there in one says only that it ended before.
 */

type Column = 'code1' | 'code2' | 'year' | 'at1' | 'at2' | 'exchange'

const COLUMNS: ColumnNames<Column> = {
  code1: ['ccode1'],
  code2: ['ccode2'],
  year: ['year'],
  at1: ['dr at 1'],
  at2: ['dr at 2'],
  exchange: ['de'],
}
const REQUIRED = ['code1', 'code2', 'year', 'at1', 'at2', 'exchange'] as const

const LEVELS = new Map([
  ['1', 'chargé d’affaires'],
  ['2', 'minister'],
  ['3', 'ambassador'],
  ['9', 'another level'],
])

/** Reads the diplomatic exchange of the Correlates of War. */
export const cowDiplomacy: Reader = {
  id: 'cow-diplomacy',
  label: msg('Correlates of War: diplomatic exchange (CSV)'),
  recognises: (sample) => hasHead(sample, COLUMNS, REQUIRED),
  read: async (file, context) => {
    const table = await readTable(file)
    const head = headOf(
      table,
      COLUMNS,
      REQUIRED,
      msg(
        'The file has no head of the diplomatic exchange of the Correlates of War (ccode1, ccode2, year, DR_at_1, DR_at_2, DE): choose the dyadic file, or read it as an edge list.',
      ),
    )
    const builder = buildDataset(
      cowHead(
        {
          title: 'Diplomatic exchange of the Correlates of War',
          description: 'Diplomatic representation between states, 1817 and after, from the Correlates of War.',
          dataset: 'Correlates of War Diplomatic Exchange',
          citation: 'Bayer, Reşat. 2006. Diplomatic Exchange Data set. https://correlatesofwar.org/',
        },
        [DIPLOMACY],
      ),
      context,
    )
    for (const note of table.notes) builder.note(note)
    const actorOf = cowActors(builder)
    const { columns } = head
    const waves = new Set<string>()
    const dyads = new Map<string, Dyad>()
    let taken = 0
    for (const { row, cells } of rowsUnder(table, head, context.onProgress)) {
      const at = (column: Column) => (columns[column] === -1 ? '' : givenIn(cells[columns[column]] ?? ''))
      const reject = (reason: string) => builder.reject(table.lineOf(row), cells, reason)
      const year = at('year')
      if (!/^[12]\d{3}$/.test(year)) {
        reject(t('"{written}" is no year of four digits.', { written: year }))
        continue
      }
      if (!/^[01]$/.test(at('exchange'))) {
        reject(t('Whether there was an exchange is to be 0 or 1, not "{written}".', { written: at('exchange') }))
        continue
      }
      const pair = cowPair(actorOf, [at('code1'), ''], [at('code2'), ''])
      if (typeof pair === 'string') {
        reject(pair)
        continue
      }
      taken++
      waves.add(year)
      if (at('exchange') === '0') continue
      const { a, b } = pair
      const key = [a.id, b.id].sort().join(' ')
      const dyad = dyads.get(key) ?? { a, b, years: new Map<string, string>() }
      dyads.set(key, dyad)
      const levels = [[a, at('at1')] as const, [b, at('at2')] as const].flatMap(([host, code]) => {
        const level = LEVELS.get(code)
        return level === undefined ? [] : [`At ${host.names.en}: ${level}.`]
      })
      // A pair may stand in the file once for each direction; both rows say the same.
      if (!dyad.years.has(year)) dyad.years.set(year, levels.join(' '))
    }
    const sorted = [...waves].sort()
    for (const dyad of dyads.values()) builder.add(initiativeOf(dyad, sorted))
    builder.take(taken - dyads.size)
    builder.note(
      t(
        'The file counts every few years: an exchange is dated to the first count that has it, its end to the first that has it no more.',
      ),
    )
    if (dyads.size === 0 && taken > 0) {
      throw new ReadingError(
        t('The file has no pair of states that exchanged diplomats: choose the whole dyadic file.'),
      )
    }
    return builder.finish(head.names)
  },
}

interface Dyad {
  a: Actor
  b: Actor
  /** The waves in which there was an exchange, with its levels in words. */
  years: Map<string, string>
}

function initiativeOf({ a, b, years }: Dyad, waves: readonly string[]): NewInitiative {
  const milestones: NewInitiative['milestones'] = []
  let last: string | null = null
  for (const wave of waves) {
    const levels = years.get(wave)
    if (levels !== undefined) {
      if (last === null) milestones.push({ date: wave, stage: 'in-force', note: levels })
      last = wave
    } else if (last !== null) {
      milestones.push({ date: wave, stage: 'expired', note: `Still there in ${last}.` })
      last = null
    }
  }
  return {
    id: `representation ${a.id} ${b.id}`,
    from: a,
    to: b,
    directed: false,
    type: DIPLOMACY.id,
    subtype: 'representation',
    title: `Diplomatic exchange between ${a.names.en} and ${b.names.en}`,
    milestones,
  }
}
