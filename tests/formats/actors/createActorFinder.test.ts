import { describe, expect, it } from 'vitest'
import { createActorFinder } from '../../../src/formats/actors/createActorFinder.ts'
import { ORGANISATIONS, STATES } from '../../../src/formats/actors/states.ts'
import { actorSchema, type Actor } from '../../../src/model/schema.ts'
import { outline } from '../../bundled.ts'

const finder = createActorFinder([])
const idOf = (name: string) => finder.byName(name)?.id ?? null
const ids = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, idOf(name)]))

describe('the table of states', () => {
  const rows = STATES.trim()
    .split('\n')
    .map((line) => line.split('|'))

  it('holds every state of the open data under the same id, and fits the schema', () => {
    const states = outline.actors.filter(({ kind }) => kind === 'state')
    const missing = states.filter(({ id }) => finder.byId(id) === null).map(({ id }) => id)
    expect(missing).toEqual([])
    for (const row of [
      ...rows,
      ...ORGANISATIONS.trim()
        .split('\n')
        .map((line) => line.split('|')),
    ]) {
      expect(actorSchema.safeParse(finder.byId(row[0]!)).error).toBeUndefined()
    }
  })

  it('gives no id, code or number twice', () => {
    const twice = (values: string[]) => values.filter((value, i) => value !== '' && values.indexOf(value) !== i)
    const column = (index: number) => rows.flatMap((row) => row[index]!.split(' '))
    expect([0, 1, 2, 8, 9, 10].map((index) => twice(column(index)))).toEqual([[], [], [], [], [], []])
    expect(rows.filter((row) => row.length !== 12)).toEqual([])
  })
})

describe('byName', () => {
  it('knows the codes of ISO 3166, and no word that only looks like one', () => {
    expect(ids(['RU', 'RUS', 'rus', 'VN', 'XK', 'SUN', 'Rus', 'ZZ', 'QQQ'])).toEqual({
      RU: 'RUS',
      RUS: 'RUS',
      rus: 'RUS',
      VN: 'VNM',
      XK: 'XKX',
      SUN: 'SUN',
      Rus: null,
      ZZ: null,
      QQQ: null,
    })
  })

  it.each([
    ['CIV', ["Côte d'Ivoire", 'Cote dIvoire', 'COTE D’IVOIRE', 'Ivory Coast', "Cote d'Ivoire"]],
    ['TUR', ['Türkiye', 'Turkiye', 'Turkey', 'TURKEY (Ottoman Empire)', 'Republic of Türkiye']],
    ['VNM', ['Viet Nam', 'Vietnam', 'Việt Nam', 'Socialist Republic of Viet Nam']],
    ['BIH', ['Bosnia-Herzegovina', 'Bosnia & Herzegovina', 'Bosnia Herzegovina', 'Bosnia and Herzegovina']],
    [
      'KOR',
      ['Korea, Republic of', 'Republic of Korea', 'Rep. of Korea', 'South Korea', 'Korea (South)', 'Korea, Rep.'],
    ],
    ['PRK', ["Korea, Democratic People's Republic of", "Dem. People's Rep. of Korea", 'DPRK', 'North Korea']],
    ['COD', ['DR Congo', 'Dem. Rep. of the Congo', 'Congo, Dem. Rep.', 'Congo-Kinshasa', 'Zaire']],
    ['COG', ['Congo, Rep.', 'Republic of the Congo', 'Congo (Brazzaville)']],
    ['ARE', ['UAE', 'United Arab Emirates', 'U.A.E.']],
    ['USA', ['USA', 'U.S.A.', 'US', 'United States', 'United States of America', 'the United States']],
    ['GBR', ['UK', 'United Kingdom', 'Great Britain', 'U.K.']],
    ['SUN', ['Soviet Union', 'USSR', 'Former USSR', 'Fmr USSR', 'СССР']],
    ['DDR', ['East Germany (GDR)', 'German Democratic Republic', 'Fmr Dem. Rep. of Germany']],
    ['YAR', ['Yemen Arab Republic (North Yemen)', 'North Yemen', 'Yemen Arab Republic']],
    ['KNA', ['Saint Kitts and Nevis', 'St. Kitts and Nevis', 'St Kitts & Nevis']],
    ['SLB', ['Solomon Isds', 'Solomon Islands', 'Solomon Is.']],
    ['VGB', ['Br. Virgin Isds', 'British Virgin Islands']],
    ['CAF', ['Central African Rep.', 'Central African Republic']],
    ['HKG', ['China, Hong Kong SAR', 'Hong Kong SAR, China', 'Hong Kong']],
    ['TWN', ['Taiwan', 'Chinese Taipei', 'Taiwan, Province of China', 'Republic of China']],
    ['CHN', ['China', "People's Republic of China", 'Китай', 'PRC']],
    ['SWZ', ['eSwatini', 'Eswatini', 'Swaziland']],
    ['MKD', ['TFYR of Macedonia', 'Macedonia, FYR', 'North Macedonia']],
    ['POL', ['Poland', 'Republic of Poland', 'Польша', 'Polen', 'Pologne']],
    ['IRN', ['Iran (Islamic Republic of)', 'Iran, Islamic Rep.', 'Iran']],
    ['LAO', ["Lao People's Dem. Rep.", 'Lao PDR', 'Laos']],
    ['DEU', ['Germany', 'Deutschland', 'Allemagne', 'Alemania', 'Federal Republic of Germany']],
    ['NATO', ['NATO', 'North Atlantic Treaty Organization']],
  ])('finds %s however it is spelled', (id, names) => {
    expect(ids(names)).toEqual(Object.fromEntries(names.map((name) => [name, id])))
  })

  it('keeps apart what sounds alike', () => {
    expect(
      ids([
        'Niger',
        'Nigeria',
        'Guinea',
        'Guinea-Bissau',
        'Equatorial Guinea',
        'Dominica',
        'Dominican Republic',
        'Oman',
        'Romania',
      ]),
    ).toEqual({
      Niger: 'NER',
      Nigeria: 'NGA',
      Guinea: 'GIN',
      'Guinea-Bissau': 'GNB',
      'Equatorial Guinea': 'GNQ',
      Dominica: 'DMA',
      'Dominican Republic': 'DOM',
      Oman: 'OMN',
      Romania: 'ROU',
    })
  })

  it('finds no one where more than one may be meant, or a part, or a group named after a state', () => {
    for (const name of ['Korea', 'Congo', 'England', 'Virgin Islands']) {
      expect(idOf(name), name).toBeNull()
    }
    for (const name of ['Hamas (Palestine)', 'ANC (South Africa)', 'Georgia (USA)', 'Libya HoR', 'Ukraine Rebels']) {
      expect(idOf(name), name).toBeNull()
    }
  })

  it('is not misled by names that objects have, nor by nothing at all', () => {
    for (const name of ['__proto__', 'constructor', 'toString', '', '   ', '()', '…', '1', 'x'.repeat(100_000)]) {
      expect(finder.byName(name), name).toBeNull()
      expect(finder.byId(name), name).toBeNull()
    }
  })

  it('takes the actors of the open dataset first', () => {
    const own: Actor = { id: 'VNM', kind: 'state', tier: 'core', names: { en: 'Our Vietnam' } }
    const club: Actor = { id: 'CLUB', kind: 'organisation', tier: 'core', names: { en: 'The Club', ru: 'Клуб' } }
    const withOwn = createActorFinder([own, club])
    expect(withOwn.byName('Viet Nam')).toBe(own)
    expect(withOwn.byName('our vietnam')).toBe(own)
    expect(withOwn.byNumber('cow', 816)).toBe(own)
    expect(withOwn.byName('клуб')).toBe(club)
    expect(withOwn.byId('CLUB')).toBe(club)
  })
})

describe('byNumber and byCowLetters', () => {
  it('reads each list by its own numbers', () => {
    const at = (scheme: 'cow' | 'gw' | 'm49', number: number) => finder.byNumber(scheme, number)?.id ?? null
    expect([at('cow', 365), at('cow', 710), at('cow', 260), at('cow', 255), at('cow', 970)]).toEqual([
      'RUS',
      'CHN',
      'GFR',
      'DEU',
      'NRU',
    ])
    expect([at('gw', 365), at('gw', 260), at('gw', 678), at('gw', 970), at('gw', 340)]).toEqual([
      'RUS',
      'DEU',
      'YEM',
      'KIR',
      'SRB',
    ])
    // UN Comtrade writes 842 for the United States and 251 for France; ISO 3166 has 840 and 250.
    expect([at('m49', 842), at('m49', 840), at('m49', 251), at('m49', 810), at('m49', 0)]).toEqual([
      'USA',
      'USA',
      'FRA',
      'SUN',
      null,
    ])
  })

  it('reads the letters of the Correlates of War, which are not those of ISO', () => {
    expect(['AUS', 'AUL', 'SLV', 'UKG', 'XXX'].map((code) => finder.byCowLetters(code)?.id ?? null)).toEqual([
      'AUT',
      'AUS',
      'SVN',
      'GBR',
      null,
    ])
  })
})

describe('suggestions', () => {
  const suggested = (name: string) => finder.suggestions(name).map(({ id }) => id)

  it('offers who may be meant', () => {
    expect(suggested('Korea').slice(0, 2)).toEqual(['KOR', 'PRK'])
    expect(suggested('Congo')).toEqual(['COG', 'COD'])
    expect(suggested('England')).toEqual(['GBR'])
  })

  it('sees through slips of the pen, and finds the state in a longer name', () => {
    expect(suggested('Kazahkstan')[0]).toBe('KAZ')
    expect(suggested('Phillipines')[0]).toBe('PHL')
    expect(suggested('Libya HoR')).toContain('LBY')
    expect(suggested('Hamas (Palestine)')).toContain('PSE')
  })

  it('offers nothing for what is like no one', () => {
    expect(suggested('Qwzx 7')).toEqual([])
    expect(suggested('x'.repeat(10_000))).toEqual([])
  })

  it('looks up a thousand strangers in a moment', () => {
    const begun = performance.now()
    for (let i = 0; i < 1000; i++) finder.suggestions(`Republic of Someland ${i} (North)`)
    expect(performance.now() - begun).toBeLessThan(1500)
  })
})
