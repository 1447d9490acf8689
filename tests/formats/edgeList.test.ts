import { describe, expect, it } from 'vitest'
import { createActorFinder } from '../../src/formats/actors/createActorFinder.ts'
import { edgeList } from '../../src/formats/edgeList.ts'
import { guessMapping } from '../../src/formats/edgeListMapping.ts'
import { previewRows } from '../../src/formats/edgeListRows.ts'
import { rowsOf, tableOfText } from '../../src/formats/tableFile.ts'
import { MOST_TYPES, typeKey, typesFound } from '../../src/formats/typesFound.ts'
import { writeXlsx } from '../../src/formats/xlsxTable.ts'
import { checkColours } from '../../src/pictures/colourCheck.ts'
import { contextOf, courseOf, fileOf, NASTY, readText, recognises, throwsNothingElse } from './readers.ts'

const actors = createActorFinder([])
const rowsIn = (text: string) => rowsOf(tableOfText(text))
const guess = (text: string) => guessMapping(rowsIn(text), actors)

const AGREEMENTS = `From,To,Type,Title,Date,Until,Stage,Value (USD m),Source,Note
Russia,China,Energy,Power of Siberia,2014-05-21,,signed,400000,https://example.org/a,Gas for thirty years
China,Viet Nam,Trade,Border trade,2015-03,2019,in force,"1,200",Ministry of Trade,
DPRK,Russia,Energy,Coal,03/2016,,completed,,,
`

describe('guessMapping', () => {
  it('goes by the names of the columns', () => {
    expect(guess(AGREEMENTS)).toEqual({
      from: 0,
      to: 1,
      type: 2,
      title: 3,
      date: 4,
      until: 5,
      stage: 6,
      value: 7,
      unit: 'USD m',
      unitColumn: null,
      source: 8,
      note: 9,
      directed: true,
      stageOfRow: 'in-force',
      hasHead: true,
    })
  })

  it.each([
    [
      'Gephi',
      'Source,Target,Type,Id,Label,Weight\nRussia,China,Undirected,0,gas,3\nIndia,Russia,Undirected,1,arms,2\n',
      [0, 1],
      false,
    ],
    ['R and igraph', 'country1,country2,year\nFRA,DEU,2001\nFRA,ITA,2002\n', [0, 1], false],
    ['Russian', 'Год;Откуда;Куда;Сумма\n2015;Россия;Китай;3,5\n2016;Китай;Россия;4,1\n', [1, 2], true],
    [
      'GDELT',
      'SQLDATE,Actor1CountryCode,Actor2CountryCode,EventRootCode,SOURCEURL\n20150309,RUS,CHN,04,http://example.org/1\n20150310,USA,RUS,11,http://example.org/2\n',
      [1, 2],
      true,
    ],
    ['sender and receiver', 'id,receiver,sender\n1,Kenya,China\n2,Ghana,China\n', [2, 1], true],
    [
      'source as publication',
      'Source,Country A,Country B\nhttp://example.org/1,Iran,Iraq\nhttp://example.org/2,Iran,Oman\n',
      [1, 2],
      false,
    ],
  ])('finds the two actors in a table of %s', (_, text, [from, to], directed) => {
    expect(guess(text)).toMatchObject({ from, to, directed, hasHead: true })
  })

  it('goes by what stands in the columns where there is no head, or one in no language that it knows', () => {
    expect(guess('2015-03-09,Russia,China,12\n2016-01-01,India,Iran,14\n')).toMatchObject({
      date: 0,
      from: 1,
      to: 2,
      hasHead: false,
    })
    expect(guess('xx,yy,zz\nRussia,China,2015\nIndia,Iran,2016\n')).toMatchObject({
      from: 0,
      to: 1,
      date: 2,
      hasHead: true,
    })
  })

  it('takes no two columns for the same, whatever the table', () => {
    for (const text of ['a\nb\n', 'a,b\n', '', 'x,y,z\n1,2,3\n']) {
      const { from, to } = guess(text)
      expect(from >= 0 && to >= 0).toBe(true)
      if (text.includes(',')) expect(from).not.toBe(to)
    }
  })
})

describe('previewRows', () => {
  it('shows how the first rows will be read', () => {
    const rows = rowsIn(AGREEMENTS)
    const [first, second] = previewRows(rows, guessMapping(rows, actors), 2, actors, '2026-01-01')
    expect(first).toMatchObject({
      row: 1,
      from: 'Russia',
      fromActor: 'Russia',
      type: 'Energy',
      milestones: '2014-05-21 signed',
      value: '400000 USD m',
      source: 'https://example.org/a',
      reason: null,
    })
    expect(second).toMatchObject({
      toActor: 'Vietnam',
      milestones: '2015-03 in-force; 2019 expired',
      value: '1200 USD m',
    })
  })

  it('shows who is not known, and which row will not be taken', () => {
    const rows = rowsIn('from,to,date\nAtlantis,Russia,2015\nRussia,China,soon\n')
    const previews = previewRows(rows, guessMapping(rows, actors), 5, actors, '2026-01-01')
    expect(previews.map(({ fromActor, reason }) => [fromActor, reason !== null])).toEqual([
      [null, false],
      [null, true],
    ])
  })
})

describe('an edge list', () => {
  it('is any table of two columns, but no JSON and no text', () => {
    expect(recognises(edgeList, AGREEMENTS)).toBe(true)
    expect(recognises(edgeList, '{"nodes": [], "edges": []}')).toBe(false)
    expect(recognises(edgeList, 'Dear reader\nthis is a letter\n')).toBe(false)
  })

  it('becomes initiatives with their stages, figures and sources', async () => {
    const { dataset, taken, rejected, notes } = await readText(edgeList, AGREEMENTS)
    expect([taken, rejected]).toEqual([3, []])
    expect(dataset.initiatives.map(({ from, to, type, title }) => [from[0], to[0], type, title])).toEqual([
      ['RUS', 'CHN', 'energy', 'Power of Siberia'],
      ['CHN', 'VNM', 'trade', 'Border trade'],
      ['PRK', 'RUS', 'energy', 'Coal'],
    ])
    expect(dataset.initiatives.map(courseOf)).toEqual([
      ['2014-05-21 signed'],
      ['2015-03 in-force', '2019 expired'],
      ['2016-03 completed'],
    ])
    expect(dataset.initiatives[1]!.magnitudes).toMatchObject([
      { kind: 'Value (USD m)', value: 1200, unit: 'USD m', date: '2015-03' },
    ])
    const sources = new Map(dataset.sources.map((source) => [source.id, source]))
    const cited = dataset.initiatives.map(({ milestones }) => sources.get(milestones[0]!.sources[0]!)!)
    expect(cited.map(({ title, url }) => [title, url])).toEqual([
      ['https://example.org/a', 'https://example.org/a'],
      ['Ministry of Trade', undefined],
      ['table.csv', undefined],
    ])
    expect(notes[0]).toContain('The columns were guessed: from in "From", to in "To", type in "Type"')
  })

  it('reads the same from a workbook', async () => {
    const blob = await writeXlsx(
      {
        head: ['From', 'To', 'Date'],
        rows: [['Россия', 'Китай', new Date('2015-03-09T00:00:00Z')]],
        widths: [9, 9, 9],
      },
      [['about', 'a test']],
    )
    const file = { name: 'ties.xlsx', bytes: new Uint8Array(await blob.arrayBuffer()) }
    const { dataset } = await edgeList.read(file, contextOf())
    expect(dataset.initiatives.map(({ from, to }) => [from[0], to[0]])).toEqual([['RUS', 'CHN']])
    expect(courseOf(dataset.initiatives[0]!)).toEqual(['2015-03-09 signed'])
    expect(dataset.title).toBe('ties')
  })

  it('passes over sentences above the table, and counts their lines', async () => {
    const { taken, rejected } = await readText(
      edgeList,
      'Ties of ours\nMade by us, in May\n\nfrom,to,date,type\nKenya,China,2014,aid\nGhana,Ghana,2015,aid\n',
    )
    expect([taken, rejected.map(({ line }) => line)]).toEqual([1, [6]])
  })

  it('does as the person maps it, not as it would guess', async () => {
    const mapping = { ...guess(AGREEMENTS), from: 1, to: 0, type: null, stage: null, until: null, directed: false }
    const { dataset, notes } = await readText(edgeList, AGREEMENTS, {
      mapping: { ...mapping, stageOfRow: 'announced' },
    })
    expect(dataset.initiatives[0]).toMatchObject({ from: ['CHN'], to: ['RUS'], directed: false, type: 'tie' })
    expect(dataset.initiatives.map((own) => courseOf(own)[0])).toEqual([
      '2014-05-21 announced',
      '2015-03 announced',
      '2016-03 announced',
    ])
    expect(notes).toEqual([])
    for (const wrong of [{ from: 3, to: 3 }, { from: 99 }, { date: -1 }, { to: 0.5 }]) {
      await expect(readText(edgeList, AGREEMENTS, { mapping: { ...mapping, ...wrong } })).rejects.toThrow('choose')
    }
  })

  it('decides what 03/09/2015 is by the column, and else keeps the year and says so', async () => {
    const sure = await readText(edgeList, 'from,to,date\nRUS,CHN,03/09/2015\nRUS,IND,25/09/2015\n')
    expect(sure.dataset.initiatives.map(courseOf)).toEqual([['2015-09-03 signed'], ['2015-09-25 signed']])
    const unsure = await readText(edgeList, 'from,to,date\nRUS,CHN,03/09/2015\n')
    expect(courseOf(unsure.dataset.initiatives[0]!)).toEqual(['2015 signed'])
    expect(unsure.notes.at(-1)).toBe(
      'In one row the day and the month may be either way round: of these dates only the year was kept.',
    )
  })

  it('reads codes as what their column is called, or what most of them are', async () => {
    const ends = async (text: string) =>
      (await readText(edgeList, text)).dataset.initiatives.map(({ from, to }) => `${from[0]} ${to[0]}`)
    expect(await ends('ccode1,ccode2,year\n365,710,2001\n2,200,2002\n')).toEqual(['RUS CHN', 'USA GBR'])
    expect(await ends('gwno_a,gwno_b,year\n260,678,2001\n')).toEqual(['DEU YEM'])
    expect(await ends('stateabb1,stateabb2,year\nAUS,GMY,1900\n')).toEqual(['AUT DEU'])
    // UKG and FRN are no codes of ISO, so AUS is not Australia.
    expect(await ends('a,b,year\nUKG,AUS,1900\nFRN,AUS,1901\n')).toEqual(['GBR AUT', 'FRA AUT'])
    expect(await ends('a,b,year\nGBR,AUS,1950\n')).toEqual(['GBR AUS'])
  })

  it('dates ties without any date to the day on which the file is read, and says so', async () => {
    const { dataset, notes } = await readText(edgeList, 'from,to\nRUS,CHN\n', { today: '2026-02-03' })
    expect(courseOf(dataset.initiatives[0]!)).toEqual(['2026-02-03 signed'])
    expect(notes.at(-1)).toContain(
      'No column holds dates: every tie is dated to the day on which the file was read, 2026-02-03',
    )
  })

  it.each([
    ['an actor with itself', 'Iran,Islamic Republic of Iran,2015', 'Both actors of the row are Iran'],
    ['one actor', 'Iran,,2015', 'one actor only'],
    ['no date', 'Iran,China,', 'no date'],
    ['year 99999', 'Iran,China,99999', '"99999" is no date'],
    ['a day that never was', 'Iran,China,2015-02-30', '"2015-02-30" is no date'],
  ])('rejects %s with the reason, and takes the rest', async (_, row, reason) => {
    const { taken, rejected } = await readText(edgeList, `from,to,date\nKenya,China,2014\n${row}\nGhana,China,2016\n`)
    expect([taken, rejected.length, rejected[0]!.line]).toEqual([2, 1, 3])
    expect(rejected[0]!.reason).toContain(reason)
  })

  it('says what it could not read of a row that it takes', async () => {
    const { dataset, notes } = await readText(
      edgeList,
      'from,to,start,end,status,value\nKenya,China,2014,2010,hoped for,a lot\nGhana,China,2015,present,active,3\n',
    )
    expect(dataset.initiatives.map(courseOf)).toEqual([['2014 in-force'], ['2015 in-force']])
    expect(notes.slice(-3).sort()).toEqual([
      'In one row the end is no date, or before the beginning: they were taken without it.',
      'In one row the stage is a word that is not known: they were taken as in-force.',
      'In one row the value is no number: they were taken without it.',
    ])
  })

  it('asks about names that it does not know, each once with its rows', async () => {
    const { unknown, dataset } = await readText(
      edgeList,
      'from,to,date\nKorea,China,2014\nKorea,Japan,2015\nAtlantis,China,2015\n',
    )
    expect(
      unknown.map(({ name, rows, suggestions }) => [name, rows, suggestions.map(({ id }) => id).slice(0, 2)]),
    ).toEqual([
      ['Korea', 2, ['KOR', 'PRK']],
      ['Atlantis', 1, []],
    ])
    expect(dataset.actors.map(({ names }) => names.en)).toEqual(['Korea', 'China', 'Japan', 'Atlantis'])
  })

  it('is one row a tie, however alike, and one actor however its name is composed in Unicode', async () => {
    const { dataset } = await readText(
      edgeList,
      'from,to,date\nAtl\u00e9tis,China,2014\nAtle\u0301tis,China,2014\n__proto__,China,2014\nconstructor,China,2014\n',
    )
    expect(dataset.initiatives.map(({ id }) => id)).toEqual([
      'atletis-chn-tie-2014',
      'atletis-chn-tie-2014-2',
      'proto-chn-tie-2014',
      'constru-chn-tie-2014',
    ])
    expect(dataset.actors.map(({ names }) => names.en)).toEqual(['China', 'Atlétis', '__proto__', 'constructor'])
  })

  it('keeps what is hostile as harmless text, and no address but of the web', async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
    const rows = NASTY.map((nasty) => ['Kenya', 'China', '2015', nasty, nasty, nasty, nasty].map(cell).join(','))
    const { dataset, taken } = await readText(edgeList, `from,to,date,type,title,source,note\n${rows.join('\n')}\n`)
    expect(taken).toBe(NASTY.length)
    expect(dataset.sources.filter(({ url }) => url !== undefined)).toEqual([])
    expect(dataset.relationTypes.length).toBeLessThanOrEqual(MOST_TYPES)
    expect(JSON.stringify(dataset)).not.toMatch(/\\u202e|\\ud800|\\u0000/i)
  })

  it('says what is wrong with a file that is none, or has a head only', async () => {
    await expect(edgeList.read({ name: 'x.csv', bytes: new Uint8Array() }, contextOf())).rejects.toThrow(
      'The file is empty.',
    )
    await expect(readText(edgeList, 'just a line\nand another\n')).rejects.toThrow('one column only')
    await expect(readText(edgeList, 'from,to,date\n')).rejects.toThrow('no row of data')
    await expect(edgeList.read(fileOf('%PDF-1.4'), contextOf())).rejects.toThrow('a PDF')
  })

  it('throws nothing but its own error', async () => {
    await throwsNothingElse(edgeList, AGREEMENTS, { numRuns: 100 })
    await throwsNothingElse(edgeList, AGREEMENTS, { numRuns: 50, mapping: guess(AGREEMENTS) })
  })
})

describe('the types that are found', () => {
  const found = (labels: readonly string[]) =>
    typesFound(new Map(labels.map((label, i) => [typeKey(label), { label, rows: labels.length - i }])))

  it('have ids, letters and colours of their own, and known ones keep theirs', () => {
    const { types } = found(['Economy', 'Arms', 'Aid', 'Абхазия', '援助'])
    expect(types.map(({ id, letter }) => [id, letter])).toEqual([
      ['economy', 'M'],
      ['arms', 'A'],
      ['aid', 'I'],
      ['type', 'А'],
      ['type-2', 'B'],
    ])
    expect(types[1]!.colour).toEqual({ light: '#A3195B', dark: '#F27AA6' })
    expect(new Set(types.map(({ colour }) => colour.light)).size).toBe(5)
  })

  it('are twelve at most: the rarest are joined, and stay apart as subtypes', () => {
    const { types, of, joined } = found(Array.from({ length: 20 }, (_, i) => `Kind ${i}`))
    expect([types.length, joined, types.at(-1)!.label, types.at(-1)!.subtypes.length]).toEqual([12, 9, 'Other', 9])
    expect(of('kind 10').type).toBe('kind-10')
    expect(of('kind 19')).toEqual({ type: 'other', subtype: 'kind-19', label: 'Kind 19' })
  })

  it('are told apart by eyes that lack one kind of cones, on light and on dark ground', () => {
    const { types } = found(Array.from({ length: MOST_TYPES }, (_, i) => `Kind ${i}`))
    for (const ground of ['light', 'dark'] as const) {
      const verdicts = checkColours(types.map(({ label, colour }) => ({ label, colour: colour[ground] })))
      const alike = verdicts.filter(({ sight }) => sight !== 'grey').flatMap((verdict) => verdict.alike)
      expect(alike.filter(({ difference }) => difference < 9)).toEqual([])
    }
  })
})
