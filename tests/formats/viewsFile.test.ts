import { describe, expect, it } from 'vitest'
import { MOST_VIEWS, readViewsFile, writeViewsFile } from '../../src/formats/viewsFile.ts'

const dataset = { title: 'Ties', version: '1.0.0' }
const view = { name: 'Arms', sentence: 'Which were delivered?', hash: 'type=arms' }
const fileOf = (views: unknown, format = 'dyad-views/1') => JSON.stringify({ format, dataset, views })
const faultsOf = (text: string) => readViewsFile(text).faults

describe('a file of views', () => {
  it('gives back what was written, without anything else that a view may hold', () => {
    const views = [view, { name: 'All', sentence: '', hash: '' }]
    const text = writeViewsFile(dataset, [{ ...view, id: 7 } as typeof view, views[1]!])
    expect(text).not.toContain('"id"')
    expect(readViewsFile(text)).toEqual({ views, faults: [], dataset: 'Ties' })
    expect(readViewsFile(writeViewsFile(dataset, []))).toEqual({ views: [], faults: [], dataset: 'Ties' })
  })

  it.each([
    ['', 'The file is empty.'],
    ['\n ', 'The file is empty.'],
    ['id,title\n1,x\n', 'This is no file of saved views: it seems to be a table (CSV).'],
    ['<svg xmlns="x"/>', 'This is no file of saved views: it seems to be a picture (SVG).'],
    ['<!doctype html><p>', 'This is no file of saved views: it seems to be a web page.'],
    ['\uFFFDPNG\r\n', 'This is no file of saved views: it seems to be a picture (PNG).'],
    ['{"format": ', 'This is no file of saved views: it seems to be JSON with a fault in it.'],
    ['Dear all', 'This is no file of saved views: it seems to be a text.'],
    ['[]', 'This is no file of saved views: it seems to be a list (JSON).'],
    ['null', 'This is no file of saved views: it seems to be a single value (JSON).'],
    ['{"format":"dyad/1"}', 'This is no file of saved views: it seems to be a dataset (dyad/1).'],
    [fileOf([], 'dyad-views/9'), 'This is no file of saved views: it seems to be a file of the format “dyad-views/9”.'],
    ['{"type":"Topology"}', 'This is no file of saved views: it seems to be a map (GeoJSON or TopoJSON).'],
    [fileOf({}), 'The file holds no list of views.'],
  ])('says of %j what it is', (text, fault) => {
    expect(readViewsFile(text)).toEqual({ views: [], faults: [fault], dataset: null })
  })

  it('takes what is whole, and says of the rest what is wrong, a sentence for each', () => {
    const read = readViewsFile(
      fileOf([null, 'x', {}, { ...view, name: '  ' }, { ...view, hash: 5 }, { ...view, sentence: [] }, view]),
    )
    expect(read.views).toEqual([view])
    expect(read.faults).toEqual([
      'View 1 was left out: it is no object with a name and a hash.',
      'View 2 was left out: it is no object with a name and a hash.',
      'View 3 was left out: it has no name.',
      'View 4 was left out: it has no name.',
      'View 5 was left out: it has no hash.',
      'View 6 was left out: its sentence is no text.',
    ])
  })

  it('is not led astray by what means more than it says', () => {
    const proto = `{"format":"dyad-views/1","views":[{"__proto__":{"name":"x","hash":"y"}},{"name":"a","hash":"#b","__proto__":{"z":1},"run":"alert(1)"}]}`
    expect(readViewsFile(proto).views).toEqual([{ name: 'a', sentence: '', hash: 'b' }])
    expect(({} as { z?: number }).z).toBeUndefined()
    const markup = { name: '<img src=x onerror=alert(1)>\u202e\u0000\n two', sentence: '', hash: '' }
    expect(readViewsFile(fileOf([markup])).views[0]!.name).toBe('<img src=x onerror=alert(1)> two')
  })

  it('cuts names and sentences that are too long, and takes no file of too many views', () => {
    const long = readViewsFile(fileOf([{ name: 'n'.repeat(5000), sentence: 's'.repeat(5000), hash: '' }]))
    expect(long.views[0]!.name).toHaveLength(80)
    expect(long.views[0]!.sentence).toHaveLength(300)
    expect(long.faults).toEqual([
      'View 1: its name was cut to 80 characters.',
      'View 1: its sentence was cut to 300 characters.',
    ])
    expect(faultsOf(fileOf([{ ...view, hash: 'h'.repeat(6001) }]))).toHaveLength(1)
    expect(readViewsFile(fileOf(Array.from({ length: MOST_VIEWS }, () => view))).views).toHaveLength(200)
    expect(readViewsFile(fileOf(Array.from({ length: 10_000 }, () => view)))).toMatchObject({
      views: [],
      faults: ['The file holds 10000 views and at most 200 can be kept, so none was taken.'],
    })
  })
})
