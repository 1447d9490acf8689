import { describe, expect, it } from 'vitest'
import { Initiatives } from '../../src/model/initiatives.ts'
import { columnsOf } from '../../src/network/columns.ts'
import { createFinder } from '../../src/network/finder.ts'
import { createTitleFinder } from '../../src/network/titleFinder.ts'
import { columns, outline, texts } from '../bundled.ts'

const finder = createTitleFinder(columns, texts)
const groupOf = async (query: string, kind: string, most = 8) =>
  (await finder.find(query, most)).find((group) => group.kind === kind)
const idsOf = async (query: string, kind: string, most = 8) => (await groupOf(query, kind, most))?.ids ?? []

describe('the finder of titles', () => {
  it('finds an actor by any of its names, with or without marks over letters', async () => {
    for (const query of ['Vietnam', 'viet', 'Việt', 'Вьетнам', 'VNM']) {
      expect(await idsOf(query, 'actor')).toContain('VNM')
    }
  })

  it('finds initiatives in whose title every word occurs, in any order, and says how many there are', async () => {
    expect(await idsOf('oil LOANS-for', 'initiative')).toContain('rus-chn-espo-spur-loans-for-oil')
    const titled = [...texts.initiatives].filter(({ title }) => /china/i.test(title)).length
    expect(titled).toBeGreaterThan(3)
    expect(await groupOf('china', 'initiative', 3)).toMatchObject({ ids: { length: 3 }, total: titled })
    // A word of its notes only, and a slip of the finger, find nothing.
    expect(await idsOf('Skovorodino', 'initiative')).toEqual([])
    expect(await idsOf('pipelime', 'initiative')).toEqual([])
  })

  it('finds words with marks and letters of other scripts in titles', async () => {
    const titles = ['Đà Nẵng visit', 'Договор о дружбе', 'Treaty with a ^ in it', 'TREATY']
    const own = {
      ...texts,
      initiatives: titles.map((title, i) => ({ ...texts.initiatives.at(i)!, title })),
    }
    const list = titles.map((_, i) => columns.outline.initiatives.at(i)!)
    const small = createTitleFinder(columnsOf({ ...outline, initiatives: Initiatives.of(list) }), own)
    const found = async (query: string) => {
      const group = (await small.find(query, 9)).find(({ kind }) => kind === 'initiative')
      return (group?.ids ?? []).map((id) => list.findIndex((one) => one.id === id))
    }
    expect(await found('da nang')).toEqual([0])
    expect(await found('ДРУЖБЕ')).toEqual([1])
    expect(await found('treaty')).toEqual([2, 3])
    expect(await found('"a in"')).toEqual([])
  })

  it('finds an initiative by its whole id', async () => {
    expect((await idsOf('rus-mys-mig29n', 'initiative'))[0]).toBe('rus-mys-mig29n')
  })

  it('finds a source and knows which initiatives cite it, as the index does', async () => {
    expect(await idsOf('domain-b loan-for-oil', 'source')).toEqual(['domainb-2009-02-18-loan-for-oil'])
    const index = await createFinder(outline, texts)
    for (const id of Object.keys(texts.sources).slice(0, 100))
      expect([id, finder.citing(id)]).toEqual([id, index.citing(id)])
  })

  it('answers the last question only', async () => {
    const [first, second] = [finder.find('russia', 8), finder.find('rus-mys-mig29n', 8)]
    expect(await first).toEqual([])
    expect((await second).map(({ kind }) => kind)).toContain('initiative')
  })

  it('finds nothing where nothing is asked, and actors while the texts are on their way', async () => {
    expect(await finder.find(' ', 8)).toEqual([])
    expect(await createTitleFinder(columns, null).find('China', 8)).toEqual([
      { kind: 'actor', ids: ['CHN', 'RIC'], total: 2 },
    ])
  })
})
