import { afterEach, describe, expect, it, vi } from 'vitest'
import { cutDataset } from '../../src/formats/cut.ts'
import { datasetOf } from '../../src/formats/datasetOf.ts'
import { dyadJsonPieces, writeDyadJson } from '../../src/formats/dyadJson.ts'
import { fileOf, handedOn } from '../../src/formats/handOn.ts'
import { WRITERS } from '../../src/formats/writers.ts'
import { columns, dayOf, outline, texts } from '../bundled.ts'

const halves = { outline, texts }
const asOf = dayOf('2026-06-18')
const whole = { initiatives: null, until: null, asOf }

afterEach(() => vi.restoreAllMocks())

describe('a dataset that is handed on as JSON', () => {
  it('is the same in pieces as at once: all of it, one initiative, none', () => {
    const all = datasetOf(halves)
    for (const initiatives of [all.initiatives, all.initiatives.slice(0, 1), []]) {
      const dataset = { ...all, initiatives }
      expect([...dyadJsonPieces(dataset, initiatives)].join('')).toBe(writeDyadJson(dataset))
    }
  })

  it('is the file that the writer makes of it, with the share that is written told', async () => {
    const shares: number[] = []
    const file = await fileOf(halves, { ...whole, format: 'dyad-json' }, (share) => shares.push(share))
    expect(await file.text()).toBe(writeDyadJson(datasetOf(halves)))
    expect(file.type).toBe('application/json')
    expect(shares).toEqual([1])
  })

  it('is cut to some initiatives, as they were on a day', async () => {
    const position = columns.positions.get('rus-mys-mig29n')!
    const cut = { initiatives: [position], until: dayOf('1995-06-30') }
    const file = await fileOf(halves, { ...cut, asOf, format: 'dyad-json' })
    const expected = cutDataset(datasetOf(halves), { ...cut, initiatives: new Set(['rus-mys-mig29n']) })
    expect(JSON.parse(await file.text())).toEqual(JSON.parse(writeDyadJson(expected)))
    expect(handedOn(halves, cut).initiatives.map(({ id }) => id)).toEqual(['rus-mys-mig29n'])
  })
})

describe('a file that is longer than a text can be', () => {
  it('is said to be, with what to do', async () => {
    const gexf = WRITERS.find(({ id }) => id === 'gexf')!
    vi.spyOn(gexf, 'write').mockRejectedValue(new RangeError('Invalid string length'))
    await expect(fileOf(halves, { ...whole, format: 'gexf' })).rejects.toThrow(
      /longer than a browser can make at once\. Choose fewer initiatives by the filters, or “Dyad dataset \(JSON\)”/,
    )
    vi.spyOn(gexf, 'write').mockRejectedValue(new TypeError('a fault of another kind'))
    await expect(fileOf(halves, { ...whole, format: 'gexf' })).rejects.toThrow('a fault of another kind')
  })
})
