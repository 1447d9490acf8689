import { describe, expect, it } from 'vitest'
import { NOTHING_PICKED, pickAll, pickRange, toggleRow } from '../../src/panels/table/picking.ts'

const ROWS = ['a', 'b', 'c', 'd', 'e']

describe('picking rows', () => {
  it('picks one and lets go of it', () => {
    const one = toggleRow(NOTHING_PICKED, 'b')
    expect([...one.picked]).toEqual(['b'])
    expect([...toggleRow(one, 'b').picked]).toEqual([])
  })

  it('picks a range from the last one picked, which grows, shrinks and turns round', () => {
    const start = toggleRow(toggleRow(NOTHING_PICKED, 'e'), 'b')
    const down = pickRange(start, ROWS, 0, 3)
    expect([...down.picked].sort()).toEqual(['b', 'c', 'd', 'e'])
    const less = pickRange(down, ROWS, 3, 2)
    expect([...less.picked].sort()).toEqual(['b', 'c', 'e'])
    expect([...pickRange(less, ROWS, 2, 0).picked].sort()).toEqual(['a', 'b', 'e'])
  })

  it('picks a range from where the keyboard is where nothing was picked, or what was is out of the table', () => {
    const range = pickRange(NOTHING_PICKED, ROWS, 1, 2)
    expect([...range.picked]).toEqual(['b', 'c'])
    expect([...pickRange(range, ROWS, 2, 3).picked]).toEqual(['b', 'c', 'd'])
    expect([...pickRange(toggleRow(NOTHING_PICKED, 'z'), ROWS, 4, 3).picked].sort()).toEqual(['d', 'e', 'z'])
  })

  it('picks all, and keeps what is out of the table at present', () => {
    expect([...pickAll(toggleRow(NOTHING_PICKED, 'z'), ['a', 'b']).picked].sort()).toEqual(['a', 'b', 'z'])
    expect([...pickAll(NOTHING_PICKED, []).picked]).toEqual([])
  })
})
