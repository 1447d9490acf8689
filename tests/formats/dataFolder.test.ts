import { describe, expect, it } from 'vitest'
import { readDataFolder } from '../../src/formats/dataFolder.ts'
import { readDataFolderFromDisk } from '../../src/formats/dataFolderFromDisk.ts'
import { formatFault, formatFaults } from '../../src/formats/fault.ts'

/** A sound folder, as small as one can be. */
const SOUND = {
  'dataset.yaml': `
format: dyad/1
title: Small
description: As small as a dataset can be.
version: 1.0.0
asOf: 2020-12-31
focus: RUS
licence: MIT
citation: none
markedDates: []
series:
  - id: trade
    title: Trade
    measure: Goods trade
    directed: false
    absence: unknown
    method: Made up.
    file: series/trade.csv
    unit: USD bn
    codes:
      OTHER: Others
`,
  'actors.yaml': `
- { id: RUS, kind: state, tier: core, names: { en: Russia, ru: Россия }, iso2: RU, isoNumeric: '643' }
- { id: CHN, kind: state, tier: core, names: { en: China, ru: Китай }, iso2: CN, isoNumeric: '156' }
- { id: SCO, kind: organisation, tier: core, names: { en: SCO, ru: ШОС } }
`,
  'relation-types.yaml': `
- id: energy
  label: Energy
  letter: E
  colour: { light: '#B86E00', dark: '#F0AE42' }
  subtypes:
    - { id: coal, label: Coal, nature: output }
`,
  'initiatives/china.yaml': `
- id: rus-chn-coal
  title: Coal
  from: [RUS]
  to: [CHN]
  directed: true
  type: energy
  subtype: coal
  confidence: high
  summary: Coal by rail, as little of it as makes an initiative.
  parties: []
  tags: []
  milestones:
    - date: '2010'
      stage: signed
      note: Signed.
      sources: [one]
`,
  'sources/china.yaml': `
- { id: one, title: One, publisher: Someone, url: 'https://example.org/', kind: news, language: en }
`,
  'series/trade.csv': 'a,b,year,value,source,note\nRUS,CHN,2010,1.5,one,\nRUS,OTHER,2010,2.5,one,"so, so"\n',
  'memberships.csv': 'organisation,member,role,from,to,source\nSCO,CHN,member,2001-06,,one\n',
}

const lines = (files: Record<string, string>): string[] =>
  readDataFolder(files).faults.map((fault) => formatFault(fault))

const withText = (file: keyof typeof SOUND, change: (text: string) => string): Record<string, string> => ({
  ...SOUND,
  [file]: change(SOUND[file]),
})

describe('readDataFolder', () => {
  it('reads a sound folder', () => {
    const { dataset, faults } = readDataFolder(SOUND)
    expect(faults).toEqual([])
    expect(dataset!.series[0]).toEqual({
      id: 'trade',
      title: 'Trade',
      measure: 'Goods trade',
      directed: false,
      absence: 'unknown',
      method: 'Made up.',
      codes: { OTHER: 'Others' },
      observations: [
        { from: 'RUS', to: 'CHN', year: 2010, value: 1.5, unit: 'USD bn', sources: ['one'] },
        { from: 'RUS', to: 'OTHER', year: 2010, value: 2.5, unit: 'USD bn', sources: ['one'], note: 'so, so' },
      ],
    })
    expect(dataset!.memberships).toEqual([
      { organisation: 'SCO', member: 'CHN', role: 'member', from: '2001-06', sources: ['one'] },
    ])
  })

  it('reads a map of files as well', () => {
    expect(readDataFolder(new Map(Object.entries(SOUND))).dataset).toEqual(readDataFolder(SOUND).dataset)
  })

  it('passes over text files and the folder of schemas', () => {
    expect(lines({ ...SOUND, 'CODEBOOK.md': '# Codebook', 'schema/actors.schema.json': '{}' })).toEqual([])
  })

  it('tells every fault of the broken copy, each in one line', () => {
    const { dataset, faults } = readDataFolderFromDisk('tests/fixtures/broken-data')
    expect(dataset).toBeNull()
    expect(faults.map((fault) => formatFault(fault, 'broken-data'))).toEqual([
      'broken-data/actors.yaml:13 id: the id "CHN" is already at actors.yaml:7; keep one, or give this one its own',
      'broken-data/actors.yaml:17 iso2: the ISO code "RU" is already at actors.yaml:5; keep one, or give this one its own',
      'broken-data/actors.yaml:19 isoNumeric: is missing; give a state its ISO 3166 codes',
      'broken-data/actors.yaml:28 isoNumeric: an organisation has no ISO code; leave the field out, or write kind: state',
      'broken-data/actors.yaml:30 kind: "organization" is not known here; write one of state, organisation, perhaps organisation',
      'broken-data/actors.yaml:36 names.ru: is empty; write at least 1 character',
      `broken-data/actors.yaml:38 isoNumeric: 356 is a number, not text; put it in quotes: '356'`,
      'broken-data/actors.yaml:39 seat.latitude: 95 is too great; write 90 or less',
      'broken-data/actors.yaml:40 capital: there is no field of this name here; correct the name, or leave the field out (CODEBOOK.md lists the fields)',
      'broken-data/dataset.yaml:5 asOf: "2020-06" is not a day; write YYYY-MM-DD',
      'broken-data/dataset.yaml:6 focus: there is no actor "RUZ"; write the id of one in actors.yaml, perhaps RUS',
      'broken-data/dataset.yaml:10 markedDates[0].date: "2015-02-30" is no date that exists; write a date of the calendar, or 2015-02 if no more is known',
      'broken-data/dataset.yaml:16 series[0].type: there is no relation type "economics"; write the id of one in relation-types.yaml',
      'broken-data/dataset.yaml:31 series[2].id: the id "arms" is already at dataset.yaml:24; keep one, or give this one its own',
      'broken-data/dataset.yaml:53 series[4].key[0]: there is no column "rolcalls"; write one of the facets, or "unit", perhaps rollcalls',
      'broken-data/initiatives/china.yaml:30 milestones[0].date: "2015-02-30" is no date that exists; write a date of the calendar, or 2015-02 if no more is known',
      'broken-data/initiatives/china.yaml:38 milestones[2].date: 2013-12-31 comes after 2014-05 in the list; put the milestones in order of date',
      'broken-data/initiatives/china.yaml:42 milestones[3].date: 2020-07-01 is later than asOf (2020-06); correct it, or move asOf in dataset.yaml',
      'broken-data/initiatives/china.yaml:50 magnitudes[0].date: "2015-13" is no date that exists; write a date of the calendar, or 2015 if no more is known',
      `broken-data/initiatives/china.yaml:65 milestones[0].date: 2010 is a number, not text; put it in quotes: '2010'`,
      'broken-data/initiatives/china.yaml:83 milestones[0].stage: a life cannot begin with "expired"; add the step before it, or write one of proposed, announced, signed, under-way, in-force, delivering, completed, stalled, suspended',
      'broken-data/initiatives/china.yaml:87 milestones[1].stage: "delivering" cannot follow "expired"; after "expired" may come proposed, announced, signed',
      'broken-data/initiatives/china.yaml:95 milestones[3].stage: "proposed" cannot follow "completed"; after "completed" may come delivering, completed, stalled, suspended, cancelled, expired',
      'broken-data/initiatives/china.yaml:111 milestones[0].date: "May 2010" has not the form that is asked for; write YYYY, YYYY-MM or YYYY-MM-DD',
      'broken-data/initiatives/china.yaml:112 milestones[0].stage: "delivring" is not known here; write one of proposed, announced, signed, under-way, in-force, delivering, completed, stalled, suspended, cancelled, expired, perhaps delivering',
      'broken-data/initiatives/china.yaml:114 milestones[0].sources: the list is empty; give at least 1',
      'broken-data/initiatives/china.yaml:118 from[1]: RUS is named twice; name each actor once, in "from" or in "to"',
      'broken-data/initiatives/china.yaml:119 to[0]: there is no actor "CHM"; write the id of one in actors.yaml, perhaps CHN',
      'broken-data/initiatives/china.yaml:119 to[1]: RUS is named twice; name each actor once, in "from" or in "to"',
      'broken-data/initiatives/china.yaml:121 type: there is no relation type "energies"; write the id of one in relation-types.yaml',
      'broken-data/initiatives/china.yaml:131 milestones[0].sources[1]: there is no source "sound-onn"; write the id of one in sources/, perhaps sound-one',
      'broken-data/initiatives/china.yaml:140 confidence: "certain" is not known here; write one of high, medium, low',
      'broken-data/initiatives/china.yaml:141 valence: "rivalry" is not known here; write one of cooperation, conflict',
      'broken-data/initiatives/china.yaml:157 subtype: "trade-agreement" is no subtype of energy; write one of oil-supply',
      'broken-data/initiatives/china.yaml:187 magnitudes[0].unit: "Mt/year" is not known here; write one of USD bn, USD m, EUR bn, RUB bn, CNY bn, INR bn, JPY bn, Mt, Mt/yr, bcm, bcm/yr, bbl/d, EJ, GW, MW, TWh/yr, units, TIV m, km, %, years, troops, members, perhaps Mt/yr',
      'broken-data/initiatives/china.yaml:190 magnitudes[1].value: "fifteen" is not a number; write a number',
      'broken-data/initiatives/china.yaml:193 magnitudes[2].kind: is missing; write text',
      'broken-data/initiatives/china.yaml:197 id: the id "rus-chn-sound" is already at initiatives/china.yaml:1; keep one, or give this one its own',
      'broken-data/initiatives/china.yaml:215 title: "The pipelines, without faults" is much the same as "A pipeline without a fault" (rus-chn-sound) in the same dyad; join the two, or say in the titles what tells them apart',
      'broken-data/initiatives/china.yaml:231 id: "Rus_Chn_Names" has not the form that is asked for; write lower-case words and digits joined by hyphens (an actor: its code in capitals)',
      'broken-data/initiatives/china.yaml:233 from: the list is empty; give at least 1',
      'broken-data/initiatives/china.yaml:235 directed: "mutual" is not true or false; write true or false',
      'broken-data/initiatives/china.yaml:239 summary: has 10 characters; write at least 40 characters',
      'broken-data/initiatives/china.yaml:240 party: there is no field of this name here; correct the name, or leave the field out (CODEBOOK.md lists the fields)',
      'broken-data/initiatives/india.yaml:3 this is no YAML: Missing closing "quote; check indentation, quotes and colons',
      'broken-data/initiatives/japan.yaml:3 a field is given twice in one entry; keep one of the two',
      'broken-data/initiatives/korea.yml:1 nothing reads this file; give it a name that CODEBOOK.md lists under "Files", or remove it',
      'broken-data/initiatives/vietnam.yaml:1 the file is not a list; begin each entry with "- id: ..."',
      'broken-data/memberships.csv:3 the row of "SCO RUS member 2001-06-15" is already at memberships.csv:2; keep one, or give this one its own',
      'broken-data/memberships.csv:4 organisation: "CHN" is no organisation; write the id of an organisation',
      'broken-data/memberships.csv:5 member: there is no actor "KAZ"; write the id of one in actors.yaml',
      'broken-data/memberships.csv:6 role: "founder" is not known here; write one of member, observer, dialogue-partner, partner',
      'broken-data/memberships.csv:7 from: "2005-06-31" is no date that exists; write a date of the calendar, or 2005-06 if no more is known',
      'broken-data/memberships.csv:8 to: it ends on 2004, before it begins on 2005-07; correct one of the two',
      'broken-data/relation-types.yaml:7 subtypes[1].id: the id "oil-supply" is already at relation-types.yaml:6; keep one, or give this one its own',
      'broken-data/relation-types.yaml:10 letter: the letter "E" is already at relation-types.yaml:3; keep one, or give this one its own',
      'broken-data/relation-types.yaml:20 id: the id "energy" is already at relation-types.yaml:1; keep one, or give this one its own',
      'broken-data/relation-types.yaml:28 letter: "culture" has not the form that is asked for; write one capital letter',
      'broken-data/relation-types.yaml:29 colour.light: "green" has not the form that is asked for; write a colour as #rrggbb',
      'broken-data/relation-types.yaml:30 subtypes: the list is empty; give at least 1',
      'broken-data/series/absent.csv:1 the file is missing; add it (CODEBOOK.md, "Files")',
      'broken-data/series/arms.csv:3 the row of "RUS CHN 2010" is already at series/arms.csv:2; keep one, or give this one its own',
      'broken-data/series/arms.csv:4 unit: "TIV" is not known here; write one of USD bn, USD m, EUR bn, RUB bn, CNY bn, INR bn, JPY bn, Mt, Mt/yr, bcm, bcm/yr, bbl/d, EJ, GW, MW, TWh/yr, units, TIV m, km, %, years, troops, members, perhaps TIV m',
      'broken-data/series/stray.csv:1 nothing reads this file; declare it under "series" in dataset.yaml, or remove it',
      'broken-data/series/trade.csv:5 value: "1,5" is not a plain number; write digits with at most one decimal point; leave the row out where the number is not known',
      'broken-data/series/trade.csv:6 year: 1899 is out of range; write a year from 1900 to 2020',
      'broken-data/series/trade.csv:7 year: 2021 is out of range; write a year from 1900 to 2020',
      'broken-data/series/trade.csv:8 year: 2012.5 is not a whole number; write a whole number',
      'broken-data/series/trade.csv:9 source: the list is empty; give at least 1',
      'broken-data/series/trade.csv:10 source: there is no source "sound-two"; write the id of one in sources/',
      'broken-data/series/trade.csv:11 to: there is no actor "CHM"; write the id of one in actors.yaml, or a code that the series declares, perhaps CHN',
      'broken-data/series/trade.csv:12 to: "RUS" is on both sides; name two different actors',
      'broken-data/series/trade.csv:13 the row has 5 cells, the table 7 columns; give one cell a column, and put a cell with a comma in double quotes',
      'broken-data/series/votes.csv:1 roll_calls: no column of the name "roll_calls" is declared for this table; the columns are from, a, to, b, year, value, unit, rollcalls, source, note, perhaps rollcalls',
      'broken-data/series/votes.csv:1 rollcalls: the column is missing; add a column named rollcalls',
      'broken-data/series/votes.csv:1 source: the column is missing; add a column named source',
      'broken-data/series/windows.csv:2 window_to: the window ends in 2009, before it begins; write 2010 or later',
      'broken-data/series/windows.csv:3 value: "" is not a plain number; write digits with at most one decimal point; leave the row out where the number is not known',
      'broken-data/series/windows.csv:4 window_to: 2021 is out of range; write a year from 1900 to 2020',
      'broken-data/sources/all.yaml:9 id: the id "sound-one" is already at sources/all.yaml:1; keep one, or give this one its own',
      'broken-data/sources/all.yaml:19 url: "ftp://example.org/three" has not the form that is asked for; write an address that begins with http:// or https://',
      'broken-data/sources/all.yaml:23 publisher: is missing; write text',
      'broken-data/sources/all.yaml:27 kind: "blog" is not known here; write one of official, database, academic, think-tank, company, news, reference',
      'broken-data/sources/all.yaml:28 language: "English" has not the form that is asked for; write an ISO 639 code such as en, ru, zh',
      'broken-data/sources/all.yaml:33 date: "2011-02-29" is no date that exists; write a date of the calendar, or 2011-02 if no more is known',
      'broken-data/sources/all.yaml:38 id: nothing cites "uncited"; cite it, or remove it',
    ])
  })

  it('misses every file of an empty folder', () => {
    expect(lines({})).toEqual([
      'data/actors.yaml:1 the file is missing; add it (CODEBOOK.md, "Files")',
      'data/dataset.yaml:1 the file is missing; add it (CODEBOOK.md, "Files")',
      'data/initiatives/:1 the folder has no YAML file; add one (CODEBOOK.md, "Files")',
      'data/memberships.csv:1 the file is missing; add it (CODEBOOK.md, "Files")',
      'data/relation-types.yaml:1 the file is missing; add it (CODEBOOK.md, "Files")',
      'data/sources/:1 the folder has no YAML file; add one (CODEBOOK.md, "Files")',
    ])
  })

  it('names a field that dataset.yaml lacks, and does not blame the series for it', () => {
    expect(lines(withText('dataset.yaml', (text) => text.replace('licence: MIT\n', '')))).toEqual([
      'data/dataset.yaml:2 licence: is missing; write text',
    ])
  })

  it('does not throw on what is no YAML, nor on a list of other things', () => {
    expect(lines(withText('actors.yaml', () => '\t: ['))[0]).toMatch(/^data\/actors\.yaml:1 this is no YAML: /)
    expect(lines(withText('relation-types.yaml', () => '- energy\n- 3\n'))).toEqual([
      'data/initiatives/china.yaml:7 type: there is no relation type "energy"; write the id of one in relation-types.yaml',
      'data/relation-types.yaml:1 "energy" is not fields with values; write fields with values',
      'data/relation-types.yaml:2 3 is not fields with values; write fields with values',
    ])
    expect(lines(withText('actors.yaml', () => ''))[0]).toBe(
      'data/actors.yaml:1 the file is not a list; begin each entry with "- id: ..."',
    )
  })

  it('does not call a source uncited that an unreadable entry names', () => {
    expect(lines(withText('initiatives/china.yaml', (text) => text.replace('title: Coal', 'title: ""')))).toEqual([
      'data/initiatives/china.yaml:3 title: is empty; write at least 1 character',
    ])
  })

  it('names a column that is missing', () => {
    const files = withText('series/trade.csv', () => 'a,b,value,source\nRUS,CHN,1.5,one\n')
    expect(lines(files)).toEqual(['data/series/trade.csv:1 year: the column is missing; add a column named year'])
  })

  it('reads a table with a byte order mark, other line ends and a blank last line', () => {
    const files = withText('series/trade.csv', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`)
    expect(readDataFolder(files)).toEqual(readDataFolder(SOUND))
  })

  it('counts the lines of cells that span several', () => {
    const files = withText(
      'series/trade.csv',
      () => 'a,b,year,value,source,note\nRUS,CHN,2010,1,one,"two\nlines"\nRUS,CHN,2011,x,one,\n',
    )
    expect(lines(files)).toEqual([
      'data/series/trade.csv:4 value: "x" is not a plain number; write digits with at most one decimal point; leave the row out where the number is not known',
    ])
  })

  it('takes titles with different numbers for different undertakings', () => {
    const twice = (title: string) =>
      withText('initiatives/china.yaml', (text) => {
        const first = text.replace('title: Coal', 'title: Trade target of USD 200 bn by 2020')
        return first + text.replace('rus-chn-coal', 'rus-chn-more').replace('title: Coal', `title: ${title}`)
      })
    expect(lines(twice('Trade target of USD 200 bn by 2024'))).toEqual([])
    expect(lines(twice('The trade targets, USD 200 bn by 2020'))).toEqual([
      'data/initiatives/china.yaml:20 title: "The trade targets, USD 200 bn by 2020" is much the same as "Trade target of USD 200 bn by 2020" (rus-chn-coal) in the same dyad; join the two, or say in the titles what tells them apart',
    ])
  })
})

describe('formatFaults', () => {
  it('gives a line each and says how many more there are', () => {
    const fault = { file: 'actors.yaml', line: 3, field: 'id', problem: 'is missing', remedy: 'write text' }
    expect(formatFaults([fault, fault, fault], 'data', 2)).toBe(
      'data/actors.yaml:3 id: is missing; write text\ndata/actors.yaml:3 id: is missing; write text\n... and 1 more',
    )
  })
})
