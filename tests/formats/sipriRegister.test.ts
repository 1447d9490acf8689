import { describe, expect, it } from 'vitest'
import { ReadingError } from '../../src/formats/reading.ts'
import { sipriRegister } from '../../src/formats/sipriRegister.ts'
import { contextOf, courseOf, NASTY, readText, recognises, throwsNothingElse } from './readers.ts'

const ABOVE = `Transfers of major conventional arms from All countries  to All countries . Deals with deliveries or orders made
A '?' in a column indicates uncertain data.

Source: SIPRI Arms Transfers Database (c) SIPRI.
Data generated: 18 Mar 2024 6:13:50 PM
`
const HEAD =
  'Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons\n'
/** Written for this test in the form of the register; the deals are made up. */
const ROWS = [
  'Viet Nam,Russia,2009,,6,,Project-636,submarine,6,,2013; 2014; 2015; 2017,New,Vietnamese designation; deal worth $1.8 b,275,1650,1650',
  'India,Soviet Union,1977,?,26,,L-39,trainer aircraft,26,?,1978; 1979,New,,3.5,91,91',
  'Hamas (Palestine)*,unknown supplier(s),2012,?,20,?,rocket launcher,rocket launcher,20,,2013,Second hand,,0.14,2.8,2.8',
  'Albania,Turkiye,2022,,3,?,Bayraktar TB2,armed UAV,0,,,New,Delivery planned 2024,2.4,7.2,0',
  'Congo,China,2010,,,,WZ-551,APC,5,,2011,New,,0.3,0,1.5',
]
const valid = ABOVE + HEAD + ROWS.join('\n') + '\n'
const readRow = async (row: string) => (await readText(sipriRegister, HEAD + row)).dataset.initiatives[0]!

describe('the SIPRI trade register', () => {
  it('is recognised by its head, with or without lines above it, and with semicolons', () => {
    expect(recognises(sipriRegister, valid)).toBe(true)
    expect(recognises(sipriRegister, `\uFEFF${HEAD}`)).toBe(true)
    expect(recognises(sipriRegister, valid.replaceAll(',', ';'))).toBe(true)
    expect(recognises(sipriRegister, 'source,target\nRUS,CHN\n')).toBe(false)
    expect(recognises(sipriRegister, '{"format":"dyad/1"}')).toBe(false)
  })

  it('makes of each order an initiative from its supplier to its recipient', async () => {
    const { dataset, taken, rejected, unknown, notes } = await readText(sipriRegister, valid)
    expect([taken, rejected, unknown, notes]).toEqual([5, [], [], []])
    expect(dataset.initiatives.map(({ from, to, title }) => [from, to, title])).toEqual([
      [['RUS'], ['VNM'], '6 Project-636 submarine'],
      [['SUN'], ['IND'], '26 L-39 trainer aircraft'],
      [['UNKNOWN'], ['HAMASPA'], '20 rocket launcher'],
      [['TUR'], ['ALB'], '3 Bayraktar TB2 armed UAV'],
      [['CHN'], ['COG'], '5 WZ-551 APC'],
    ])
    expect(
      dataset.initiatives.every(({ directed, type, subtype }) => directed && type === 'arms' && subtype === 'transfer'),
    ).toBe(true)
    expect(dataset.asOf).toBe('2022-12-31')
    expect(dataset.citation).toContain('generated on 18 Mar 2024')
  })

  it('dates an order, its first delivery and its last', async () => {
    const { dataset } = await readText(sipriRegister, valid)
    expect(dataset.initiatives.map(courseOf)).toEqual([
      // All six delivered, and no figure in doubt.
      ['2009 signed', '2013 delivering', '2017 completed'],
      // The number delivered is in doubt.
      ['1977 signed', '1978 delivering', '1979 delivering'],
      ['2012 signed', '2013 delivering'],
      // Nothing delivered yet.
      ['2022 signed'],
      // The number ordered is not known.
      ['2010 signed', '2011 delivering'],
    ])
    expect(dataset.initiatives[1]!.milestones[0]!.note).toContain('estimate')
  })

  it('says once that all was delivered, where it was in one year', async () => {
    expect(courseOf(await readRow('Kenya,China,2018,,4,,A,APC,4,,2019,New,,1,4,4'))).toEqual([
      '2018 signed',
      '2019 completed',
    ])
  })

  it('keeps the figures, the comments and the status', async () => {
    const [submarines, , rockets, , carriers] = (await readText(sipriRegister, valid)).dataset.initiatives
    expect(submarines!.magnitudes!.map(({ kind, value, unit, date }) => [kind, value, unit, date])).toEqual([
      ['number ordered', 6, 'units', '2009'],
      ['TIV of the order', 1650, 'TIV m', '2009'],
      ['number delivered', 6, 'units', '2017'],
      ['TIV delivered', 1650, 'TIV m', '2017'],
    ])
    expect(submarines!.summary).toBe('Vietnamese designation; deal worth $1.8 b')
    expect(submarines!.tags).toEqual(['New'])
    expect(rockets!.summary).toBe('The number ordered is uncertain.')
    // An order of unknown number: SIPRI's 0 for its worth means that it is not known.
    expect(carriers!.magnitudes!.map(({ kind }) => kind)).toEqual(['number delivered', 'TIV delivered'])
  })

  it('takes groups and organisations that SIPRI marks as they are, and asks about no other name it knows', async () => {
    const rows = ['African Union**', 'Houthi rebels (Yemen)*', 'Yemen Arab Republic (North Yemen)', 'Libya GNC'].map(
      (name) => `${name},Russia,2010,,1,,A,APC,1,,2011,New,,1,1,1`,
    )
    const { dataset, unknown } = await readText(sipriRegister, HEAD + rows.join('\n'))
    const labels = dataset.actors.map(({ id, kind, names }) => [id, kind, names.en])
    expect(labels).toEqual([
      ['RUS', 'state', 'Russia'],
      ['AFU', 'organisation', 'African Union'],
      ['HOUTHIR', 'organisation', 'Houthi rebels (Yemen)'],
      ['YAR', 'state', 'North Yemen'],
      ['LIBYAGN', 'state', 'Libya GNC'],
    ])
    expect(unknown.map(({ name, rows: count, suggestions }) => [name, count, suggestions[0]!.id])).toEqual([
      ['Libya GNC', 1, 'LBY'],
    ])
  })

  it('does as the person decided', async () => {
    const row = 'Libya GNC,Russia,2010,,1,,A,APC,1,,2011,New,,1,1,1\n'
    const other = 'Kenya,Russia,2010,,1,,A,APC,1,,2011,New,,1,1,1\n'
    const same = await readText(sipriRegister, HEAD + row, {
      decisions: new Map([['Libya GNC', { as: 'actor', id: 'LBY' }]]),
    })
    expect([same.dataset.initiatives[0]!.to, same.unknown]).toEqual([['LBY'], []])
    const out = await readText(sipriRegister, HEAD + row + other, {
      decisions: new Map([['Libya GNC', { as: 'none' }]]),
    })
    expect([out.taken, out.rejected[0]!.line]).toEqual([1, 2])
    expect(out.rejected[0]!.reason).toBe('You chose to leave out the rows of "Libya GNC".')
  })

  it('puts an order together that a line break in its comments broke in two, and says so', async () => {
    const broken =
      'Thailand,Ukraine,2008,,14,,BTR-3,APC,13,?,2010; 2012,New,Part of a larger deal\n, 0.25,3.5,3.25\nKenya,China,2018,,4,,A,APC,4,,2019,New,,1,4,4\n'
    const { dataset, taken, rejected, notes } = await readText(sipriRegister, HEAD + broken)
    expect([taken, rejected]).toEqual([2, []])
    expect(dataset.initiatives[0]!.summary).toBe('Part of a larger deal\nThe number delivered is uncertain.')
    expect(dataset.initiatives[0]!.magnitudes!.at(-1)!.value).toBe(3.25)
    expect(notes).toEqual(['One order was broken in two by a line break in the comments, and put together again.'])
  })

  it('finds columns by their names: in another order, renamed, added, without the marks', async () => {
    const { dataset } = await readText(
      sipriRegister,
      'Supplier,Recipient,Ordered,No. ordered,Designation,Description,Delivered,Years of delivery,New column\nRussia,China,1992,10,Su-27,fighter,24,1992,x\n'.replace(
        'Ordered,No. ordered',
        'Year(s) of order,No. ordered',
      ),
    )
    expect(courseOf(dataset.initiatives[0]!)).toEqual(['1992 signed', '1992 delivering'])
    expect(dataset.initiatives[0]!.magnitudes!.map(({ value }) => value)).toEqual([10, 24])
  })

  it.each([
    ['an order to itself', 'Iran,Islamic Republic of Iran,2010,,1,,A,APC,1,,2011,New,,1,1,1', 'the same actor'],
    ['year 99999', 'Iran,China,99999,,1,,A,APC,1,,2011,New,,1,1,1', '"99999", is no year'],
    ['deliveries in year 99999', 'Iran,China,2010,,1,,A,APC,1,,2011; 99999,New,,1,1,1', 'no list of years'],
    ['no year at all', 'Iran,China,,,1,,A,APC,1,,,New,,1,1,1', 'neither a year of order'],
    ['no supplier', 'Iran,,2010,,1,,A,APC,1,,2011,New,,1,1,1', 'no supplier'],
    ['a comma too many', 'Iran,China,2010,,1,,A,APC,1,,2011,New,a,b,1,1,1', '17 cells where the head has 16'],
  ])('rejects %s, with the reason, and takes the rest', async (_, row, reason) => {
    const good = 'Kenya,China,2018,,4,,A,APC,4,,2019,New,,1,4,4'
    const { taken, rejected } = await readText(sipriRegister, `${HEAD}${row}\n${good}\n`)
    expect([taken, rejected.length, rejected[0]!.line]).toEqual([1, 1, 2])
    expect(rejected[0]!.cells).toEqual(row.split(','))
    expect(rejected[0]!.reason).toContain(reason)
  })

  it('takes deliveries without a year of order, and numbers that are none for unknown', async () => {
    const order = await readRow('Kenya,China,,,many,,A,APC,NaN,,2011,New,,1,-,1')
    expect(courseOf(order)).toEqual(['2011 delivering'])
    expect(order.title).toBe('A APC')
    expect(order.magnitudes!.map(({ kind }) => kind)).toEqual(['TIV delivered'])
  })

  it('says what is wrong with a file that is none, or has a head only', async () => {
    await expect(sipriRegister.read({ name: 'x.csv', bytes: new Uint8Array() }, contextOf())).rejects.toThrow('empty')
    await expect(readText(sipriRegister, 'a,b\n1,2\n')).rejects.toThrow('no head of a SIPRI trade register')
    await expect(readText(sipriRegister, HEAD)).rejects.toThrow(new ReadingError('The file has no row of data.'))
  })

  it('keeps what is hostile as harmless text, and duplicate orders apart', async () => {
    const rows = NASTY.filter((nasty) => !/["\r\n,;\t]/.test(nasty)).map(
      (nasty) => `Kenya,China,2018,,4,,${nasty || 'A'},${nasty},4,,2019,${nasty},${nasty},1,4,4`,
    )
    const { dataset, taken } = await readText(sipriRegister, HEAD + [...rows, ...rows].join('\n'))
    expect(taken).toBe(rows.length * 2)
    expect(new Set(dataset.initiatives.map(({ id }) => id)).size).toBe(taken)
    expect(JSON.stringify(dataset)).not.toMatch(/\\u202e|\\ud800|\\u0000/i)
  })

  it('throws nothing but its own error', () => throwsNothingElse(sipriRegister, valid))
})
