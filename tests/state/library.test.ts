import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/formats/changes.ts'
import { packOutline, packTexts } from '../../src/formats/compact.ts'
import { bytesOf, openOutline, openTexts } from '../../src/formats/keptHalves.ts'
import { outlineOf, textsOf } from '../../src/model/outline.ts'
import { createLibrary, LibraryError, type Keep } from '../../src/state/library.ts'

import { smallDataset } from '../formats/datasets.ts'
import { halvesOf } from './halves.ts'

/** What keeps values in memory, and can be made to fail. */
function memory(): Keep & { values: Map<string, unknown>; failWith: Error | null } {
  const values = new Map<string, unknown>()
  const own = {
    values,
    failWith: null as Error | null,
    get: async (key: string) => values.get(key),
    keys: async () => [...values.keys()],
    setMany: async (entries: readonly (readonly [string, unknown])[]) => {
      if (own.failWith) throw own.failWith
      for (const [key, value] of entries) values.set(key, structuredClone(value))
    },
    delMany: async (keys: readonly string[]) => void keys.forEach((key) => values.delete(key)),
    update: async (key: string, change: (value: unknown) => unknown) => {
      if (own.failWith) throw own.failWith
      values.set(key, structuredClone(change(values.get(key))))
    },
  }
  return own
}

const ABOUT = { title: 'Treaties', from: 'treaties.csv', initiatives: 3, actors: 4 }
const HALVES = halvesOf(smallDataset())
const CHANGE: Change = { kind: 'source', id: 's', before: null, after: null, madeAt: '2026-11-28T00:00:00.000Z' }
const full = () => Object.assign(new Error('full'), { name: 'QuotaExceededError' })

describe('the library', () => {
  it('keeps a dataset as it was read, with a list that a later page reads too', async () => {
    const keep = memory()
    const library = createLibrary(keep, { now: () => Date.UTC(2026, 10, 28) })
    const { id } = await library.keep('k1', HALVES, ABOUT)
    const head = { ...ABOUT, id, keptAt: '2026-11-28T00:00:00.000Z', size: bytesOf(HALVES) }
    expect(library.state.getState().heads).toEqual([head])

    const later = createLibrary(keep)
    await later.reread()
    expect(later.state.getState()).toMatchObject({ status: 'ready', heads: [head], trouble: null })
    const kept = (await later.load(id))!
    expect(kept).toMatchObject({ head, outline: HALVES.outline, revision: 0, changes: [], at: 0 })
    expect(await kept.texts()).toEqual(HALVES.texts)
  })

  it('opens what was kept as texts of JSON before there were columns', async () => {
    const { outline, texts } = { outline: outlineOf(smallDataset()), texts: textsOf(smallDataset()) }
    const keep = memory()
    const head = { ...ABOUT, id: 'old', keptAt: '2026-01-01T00:00:00.000Z', size: 14 }
    keep.values.set('head:old', head)
    keep.values.set('halves:old', { outline: packOutline(outline), texts: packTexts(texts) })
    const library = createLibrary(keep)
    const kept = (await library.load('old'))!
    expect([...openOutline(kept.outline).initiatives]).toEqual([...outline.initiatives])
    expect([...openTexts(await kept.texts()).initiatives]).toEqual([...texts.initiatives])
    // All of it goes when it is removed for good.
    await library.reread()
    await library.remove('old')
    await createLibrary(keep, { now: () => Date.now() + 2 * 86_400_000 }).reread()
    expect(keep.values).toEqual(new Map())
  })

  it('says so where a dataset stands in the list and is not there, and leaves it in the list', async () => {
    const keep = memory()
    const library = createLibrary(keep)
    await library.keep('k1', HALVES, ABOUT)
    await keep.delMany(['outline:k1'])
    await expect(library.load('k1')).rejects.toThrow(/is damaged: it stands in the list, but is not there/)
    await library.reread()
    expect(library.state.getState().heads.map(({ id }) => id)).toEqual(['k1'])
    await library.keep('k2', HALVES, ABOUT)
    await keep.delMany(['texts:k2'])
    const kept = (await library.load('k2'))!
    expect(openOutline(kept.outline).title).toBe('A small dataset')
    expect(await kept.texts().then(openTexts).catch(String)).toMatch(/the texts cannot be read\. Nothing was changed/)
  })

  it('keeps nothing of a dataset for which there is no room, and loses nothing of what was kept', async () => {
    const keep = memory()
    const library = createLibrary(keep)
    const { id: first } = await library.keep('k1', HALVES, ABOUT)
    const before = new Map(keep.values)
    keep.failWith = full()
    await expect(library.keep('k2', HALVES, { ...ABOUT, title: 'Too much' })).rejects.toThrow(/no room left/)
    expect(keep.values).toEqual(before)
    expect(library.state.getState().trouble).toMatch(/nothing that was kept is lost/)
    expect(await library.load(first)).toMatchObject({ outline: HALVES.outline })
  })

  it('says so where the browser keeps nothing', async () => {
    const library = createLibrary(null)
    await library.reread()
    expect(library.state.getState()).toMatchObject({ status: 'failed', heads: [] })
    await expect(library.keep('k1', HALVES, ABOUT)).rejects.toThrow(LibraryError)
  })

  it('puts back what was removed, until a day has passed or another was removed', async () => {
    const keep = memory()
    let now = Date.UTC(2026, 0, 1)
    const library = createLibrary(keep, { now: () => now })
    const { id } = await library.keep('k1', HALVES, ABOUT)
    await library.remove(id)
    expect(library.state.getState()).toMatchObject({ heads: [], last: { words: 'Removed “Treaties”.', canUndo: true } })
    expect(await library.load(id)).toBe(null)
    await library.undo()
    expect(library.state.getState().heads.map((head) => head.id)).toEqual([id])
    expect(await library.load(id)).toMatchObject({ outline: HALVES.outline })

    await library.remove(id)
    now += 86_400_001
    await createLibrary(keep, { now: () => now }).reread()
    expect(keep.values).toEqual(new Map())
  })

  it('never clears away a dataset that is in the list, as where the page was closed in the middle of a removal', async () => {
    const keep = memory()
    const library = createLibrary(keep, { now: () => 0 })
    const { id } = await library.keep('k1', HALVES, ABOUT)
    keep.values.set(`removed:${id}`, { head: library.state.getState().heads[0], at: 0 })
    const later = createLibrary(keep, { now: () => 1e12 })
    await later.reread()
    expect(await later.load(id)).toMatchObject({ outline: HALVES.outline })
  })

  it('renames, and takes a new name back', async () => {
    const library = createLibrary(memory())
    const { id } = await library.keep('k1', HALVES, ABOUT)
    await library.rename(id, '  Pacts ')
    expect(library.state.getState().heads[0]!.title).toBe('Pacts')
    await library.undo()
    expect(library.state.getState().heads[0]!.title).toBe('Treaties')
  })

  it('saves changes in one tab and refuses those of another that has not seen them', async () => {
    const keep = memory()
    const [one, other] = [createLibrary(keep), createLibrary(keep)]
    const { id } = await one.keep('k1', HALVES, ABOUT)
    const revision = await one.saveChanges(id, { revision: 0, changes: [CHANGE], at: 1 })
    expect(revision).toBe(1)
    await expect(other.saveChanges(id, { revision: 0, changes: [], at: 0 })).rejects.toThrow(/changed in another tab/)
    expect(await other.load(id)).toMatchObject({ revision: 1, changes: [CHANGE], at: 1 })
  })

  it('passes over what is no dataset of its own', async () => {
    const keep = memory()
    keep.values.set('head:x', { id: 5 })
    keep.values.set('head:y', null)
    keep.values.set('other', 'thing')
    const library = createLibrary(keep)
    await library.reread()
    expect(library.state.getState().heads).toEqual([])
    expect(await library.load('x')).toBe(null)
  })

  it('tells the other tabs of what it changed', async () => {
    let told = 0
    const library = createLibrary(memory(), { tell: () => told++ })
    await library.keep('k1', HALVES, ABOUT)
    expect(told).toBe(1)
  })
})
