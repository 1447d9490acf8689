import { describe, expect, it } from 'vitest'
import { comtrade } from '../../src/formats/comtrade.ts'
import { cowAlliances } from '../../src/formats/cowAlliances.ts'
import { cowDiplomacy } from '../../src/formats/cowDiplomacy.ts'
import { cowTrade } from '../../src/formats/cowTrade.ts'
import { courseOf, readText, recognises, throwsNothingElse } from './readers.ts'

/** Rows written for these tests in the forms of the files; what they say is made up. */
const ALLIANCES = `version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version
1,200,United Kingdom,235,Portugal,1,1,1816,,,,1,1,1,0,1,0,4.1
2,365,Russia,710,China,14,2,1950,3,4,1979,0,0,1,0,0,1,4.1
3,255,Germany,345,Yugoslavia,-9,5,1934,.,.,1941,0,0,0,0,0,1,4.1
`
const TRADE = `ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,smoothtotrade,version
2,365,1990,United States of America,Russia,1100.5,3100,1100.5,3100,4200.5,4
2,365,1989,United States of America,Russia,-9,2900,0,2900,2900,4
2,740,1990,United States of America,Japan,0,-9,0,0,0,4
2,816,1990,United States of America,Vietnam,-9,-9,0,0,0,4
`
const DIPLOMACY = `ccode1,ccode2,year,DR_at_1,DR_at_2,DE,version
2,365,1930,0,0,0,2006.1
2,365,1935,3,3,1,2006.1
2,41,1930,2,2,1,2006.1
2,41,1935,0,0,0,2006.1
2,41,1940,2,9,1,2006.1
2,365,1940,3,3,1,2006.1
365,2,1940,3,3,1,2006.1
`

describe('recognising them', () => {
  it('takes none for another', () => {
    const readers = [cowAlliances, cowTrade, cowDiplomacy, comtrade]
    const found = [ALLIANCES, TRADE, DIPLOMACY].map((text) =>
      readers.filter((reader) => recognises(reader, text)).map(({ id }) => id),
    )
    expect(found).toEqual([['cow-alliances'], ['cow-trade'], ['cow-diplomacy']])
  })
})

describe('alliances', () => {
  it('are in force from their beginning, and expire at their end', async () => {
    const { dataset, taken, rejected } = await readText(cowAlliances, ALLIANCES)
    expect([taken, rejected]).toEqual([3, []])
    expect(dataset.initiatives.map(({ from, to, title, subtype }) => [from[0], to[0], title, subtype])).toEqual([
      ['GBR', 'PRT', 'Defence pact and non-aggression pact', 'defence-pact'],
      ['RUS', 'CHN', 'Defence pact and entente', 'defence-pact'],
      // Of the number 345 the project's own name is Yugoslavia.
      ['DEU', 'YUG', 'Entente', 'entente'],
    ])
    expect(dataset.initiatives.map(courseOf)).toEqual([
      ['1816-01-01 in-force'],
      ['1950-02-14 in-force', '1979-04-03 expired'],
      // The day is not known, nor the month of the end.
      ['1934-05 in-force', '1941 expired'],
    ])
    expect(dataset.initiatives[0]!.milestones[0]!.note).toContain('may be older')
    expect(dataset.initiatives[0]!.summary).toBe('Still in force when the data end.')
    expect(dataset.initiatives.every(({ directed }) => !directed)).toBe(true)
  })

  it('are taken once, though a file by direction and year gives them many times', async () => {
    const [head, , row] = ALLIANCES.split('\n')
    const turned = row!.replace('365,Russia,710,China', '710,China,365,Russia')
    const { dataset, taken, notes } = await readText(cowAlliances, [head, row, turned, row].join('\n'))
    expect([dataset.initiatives.length, taken]).toEqual([1, 3])
    expect(notes[0]).toContain('another year: 2; each')
  })

  it.each([
    ['year 99999', '9,365,Russia,710,China,1,1,99999,,,,0,1,1,0,0,0,4.1', 'no beginning that is a date'],
    [
      'an end before the beginning',
      '9,365,Russia,710,China,1,1,1950,1,1,1949,0,0,1,0,0,0,4.1',
      'no date after its beginning',
    ],
    ['a state with itself', '9,365,Russia,365,Russia,1,1,1950,,,,0,1,1,0,0,0,4.1', 'the same'],
    ['a number that is none', '9,__proto__,Russia,365,Russia,1,1,1950,,,,0,1,1,0,0,0,4.1', '"__proto__" is no number'],
  ])('reject %s', async (_, row, reason) => {
    const { taken, rejected } = await readText(cowAlliances, `${ALLIANCES}${row}\n`)
    expect([taken, rejected.length, rejected[0]!.line]).toEqual([3, 1, 5])
    expect(rejected[0]!.reason).toContain(reason)
  })
})

describe('trade', () => {
  it('flows from the exporter to the importer', async () => {
    const { dataset, taken, rejected, notes } = await readText(cowTrade, TRADE)
    expect([taken, rejected]).toEqual([4, []])
    // The first flow is what the first state, the United States, imported from Russia.
    expect(dataset.series[0]!.observations.map(({ from, to, year, value }) => [from, to, year, value])).toEqual([
      ['RUS', 'USA', 1990, 1100.5],
      ['USA', 'RUS', 1990, 3100],
      ['USA', 'RUS', 1989, 2900],
    ])
    expect(notes).toEqual([
      'Rows in which no flow is known (-9), and which add nothing: 1.',
      'Flows of zero, which are left out and stand like those that are not known: 1.',
    ])
  })

  it('ties each pair that traded once, from its first year', async () => {
    const { dataset } = await readText(cowTrade, TRADE)
    expect(dataset.initiatives.map((own) => [own.from[0], own.to[0], ...courseOf(own)])).toEqual([
      ['RUS', 'USA', '1989 in-force'],
    ])
  })

  it('goes by the numbers of states, not by what the file calls them', async () => {
    const { dataset, unknown } = await readText(
      cowTrade,
      'ccode1,ccode2,year,importer1,importer2,flow1,flow2\n2,365,1990,Same,Same,5,6\n2,999,1990,Same,Nowhere,5,6\n',
    )
    expect(dataset.actors.map(({ id }) => id)).toEqual(['USA', 'RUS', 'NOWHERE'])
    expect(unknown.map(({ name }) => name)).toEqual(['Nowhere'])
  })

  it.each([
    ['year 99999', '2,365,99999,US,Russia,1,1', 'no year'],
    ['a flow that is none', '2,365,1991,US,Russia,much,1', 'no figure: "much", "1"'],
    ['a flow below zero', '2,365,1991,US,Russia,-5,1', 'no figure'],
    ['a state with itself', '2,2,1991,US,US,1,1', 'the same'],
  ])('rejects %s', async (_, row, reason) => {
    const { taken, rejected } = await readText(cowTrade, `${TRADE}${row},0,0,0,4\n`)
    expect([taken, rejected.length]).toEqual([4, 1])
    expect(rejected[0]!.reason).toContain(reason)
  })
})

describe('diplomatic exchange', () => {
  it('begins with the first wave that has it, lapses with the first that has not, and may be resumed', async () => {
    const { dataset, taken } = await readText(cowDiplomacy, DIPLOMACY)
    expect(taken).toBe(7)
    expect(dataset.initiatives.map((own) => [own.from[0], own.to[0], ...courseOf(own)])).toEqual([
      ['USA', 'RUS', '1935 in-force'],
      ['USA', 'HTI', '1930 in-force', '1935 expired', '1940 in-force'],
    ])
    const [russia, haiti] = dataset.initiatives
    expect(russia!.milestones[0]!.note).toBe('At United States: ambassador. At Russia: ambassador.')
    expect(haiti!.milestones.map(({ note }) => note)).toEqual([
      'At United States: minister. At Haiti: minister.',
      'Still there in 1930.',
      'At United States: minister. At Haiti: another level.',
    ])
  })

  it('rejects rows that are none, and says where there is no exchange at all', async () => {
    const { rejected } = await readText(
      cowDiplomacy,
      `${DIPLOMACY}2,2,1940,1,1,1,1\n2,20,1940,1,1,perhaps,1\n2,20,99999,1,1,1,1\n`,
    )
    expect(rejected.map(({ line }) => line)).toEqual([9, 10, 11])
    await expect(readText(cowDiplomacy, DIPLOMACY.split('\n').slice(0, 2).join('\n'))).rejects.toThrow(
      'no pair of states',
    )
  })
})

describe('whatever the file', () => {
  it('they throw nothing but their own error', async () => {
    await throwsNothingElse(cowAlliances, ALLIANCES, { numRuns: 60 })
    await throwsNothingElse(cowTrade, TRADE, { numRuns: 60 })
    await throwsNothingElse(cowDiplomacy, DIPLOMACY, { numRuns: 60 })
  })

  it('they say what is wrong with one of another kind, or with a head only', async () => {
    for (const reader of [cowAlliances, cowTrade, cowDiplomacy]) {
      await expect(readText(reader, 'a,b\n1,2\n')).rejects.toThrow('or read it as an edge list')
    }
    await expect(readText(cowTrade, TRADE.split('\n')[0]!)).rejects.toThrow('no row of data')
  })
})
