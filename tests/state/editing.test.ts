import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/formats/changes.ts'
import { createEditing, editsOf, freeTitle, keepCopy, timeOfEdit } from '../../src/state/editing.ts'
import { createLibrary, type Keep } from '../../src/state/library.ts'
import { smallDataset } from '../formats/datasets.ts'
import { halvesOf } from './halves.ts'

function memory(): Keep & { full: boolean } {
  const values = new Map<string, unknown>()
  const own = {
    full: false,
    get: async (key: string) => values.get(key),
    keys: async () => [...values.keys()],
    setMany: async (entries: readonly (readonly [string, unknown])[]) => {
      refuse()
      for (const [key, value] of entries) values.set(key, structuredClone(value))
    },
    delMany: async (keys: readonly string[]) => void keys.forEach((key) => values.delete(key)),
    update: async (key: string, change: (value: unknown) => unknown) => {
      refuse()
      values.set(key, structuredClone(change(values.get(key))))
    },
  }
  const refuse = () => {
    if (own.full) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
  }
  return own
}

const ABOUT = { title: 'Treaties', from: 'treaties.csv', initiatives: 3, actors: 4 }
const HALVES = halvesOf(smallDataset())
const change = (id: string, second: number): Change => ({
  kind: 'source',
  id,
  before: null,
  after: null,
  madeAt: `2026-11-28T00:00:0${second}.000Z`,
})
const NOTHING = { revision: 0, changes: [], at: 0 }

async function opened() {
  const keep = memory()
  const library = createLibrary(keep)
  const { id } = await library.keep('abc', HALVES, ABOUT)
  let shown = 0
  const editing = createEditing(library, id, NOTHING, async () => void shown++)
  const kept = async () => {
    const { changes, at } = (await library.load(id))!
    return { ids: changes.map((own) => own.id), at }
  }
  return { keep, library, id, editing, kept, shown: () => shown }
}

describe('editing a kept dataset', () => {
  it('saves each edit at once, takes it back and makes it again', async () => {
    const { editing, kept, shown } = await opened()
    await editing.make([change('a', 1)])
    // A source with the milestone that cites it: one edit.
    await editing.make([change('b', 2), change('c', 2)])
    expect(await kept()).toEqual({ ids: ['a', 'b', 'c'], at: 3 })
    await editing.undo()
    expect(await kept()).toEqual({ ids: ['a', 'b', 'c'], at: 1 })
    await editing.undo()
    await editing.undo()
    expect(await kept()).toEqual({ ids: ['a', 'b', 'c'], at: 0 })
    await editing.redo()
    await editing.redo()
    expect(await kept()).toEqual({ ids: ['a', 'b', 'c'], at: 3 })
    expect(shown()).toBe(6)
  })

  it('forgets what was taken back once another edit is made', async () => {
    const { editing, kept } = await opened()
    await editing.make([change('a', 1)])
    await editing.make([change('b', 2)])
    await editing.undo()
    await editing.make([change('c', 3)])
    expect(await kept()).toEqual({ ids: ['a', 'c'], at: 2 })
    await editing.redo()
    expect(editing.present().at).toBe(2)
  })

  it('takes edits that come quickly one after the other', async () => {
    const { editing, kept } = await opened()
    await Promise.all([editing.make([change('a', 1)]), editing.make([change('b', 2)]), editing.undo()])
    expect(await kept()).toEqual({ ids: ['a', 'b'], at: 1 })
  })

  it('writes over nothing that another tab changed', async () => {
    const { library, id, editing, kept } = await opened()
    const other = createEditing(library, id, NOTHING, async () => undefined)
    await other.make([change('theirs', 1)])
    await expect(editing.make([change('mine', 2)])).rejects.toThrow(/changed in another tab.*Show it as it is now/)
    expect(await kept()).toEqual({ ids: ['theirs'], at: 1 })
  })

  it('keeps what was saved where there is no room for more, and goes on once there is', async () => {
    const { keep, editing, kept } = await opened()
    await editing.make([change('a', 1)])
    keep.full = true
    await expect(editing.make([change('b', 2)])).rejects.toThrow(/no room left/)
    expect(await kept()).toEqual({ ids: ['a'], at: 1 })
    keep.full = false
    await editing.make([change('b', 2)])
    expect(await kept()).toEqual({ ids: ['a', 'b'], at: 2 })
  })
})

describe('a copy of one’s own', () => {
  it('is kept with the first edit in it, under a name that is free', async () => {
    const library = createLibrary(memory())
    await library.reread()
    const id = await keepCopy(library, HALVES, ABOUT, [change('a', 1)])
    expect(await library.load(id)).toMatchObject({
      head: { title: 'Treaties (my edits)', from: 'treaties.csv' },
      revision: 1,
      changes: [{ id: 'a' }],
      at: 1,
    })
    expect(freeTitle('Treaties', new Set(['Treaties (my edits)']))).toBe('Treaties (my edits 2)')
  })

  it('is not kept at all where there is no room', async () => {
    const keep = memory()
    const library = createLibrary(keep)
    keep.full = true
    await expect(keepCopy(library, HALVES, ABOUT, [change('a', 1)])).rejects.toThrow(/no room left/)
    expect(await keep.keys()).toEqual([])
  })
})

describe('edits', () => {
  it('are told apart by their time, which no two have in common', () => {
    const changes = [change('a', 1), change('b', 2), change('c', 2)]
    expect(editsOf(changes).map((edit) => edit.map(({ id }) => id))).toEqual([['a'], ['b', 'c']])
    const now = Date.parse('2026-11-28T00:00:02.000Z')
    expect(timeOfEdit(changes, now)).toBe('2026-11-28T00:00:02.001Z')
    expect(timeOfEdit([], now)).toBe('2026-11-28T00:00:02.000Z')
  })
})
