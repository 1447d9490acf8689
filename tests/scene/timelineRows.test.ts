import { describe, expect, it } from 'vitest'
import { rowByKey, rowByLetters, rowsBetween, silenceWords, stackRows } from '../../src/scene/timelineRows.ts'

const groups = [
  { id: 'a', initiatives: [7, 3] },
  { id: 'b', initiatives: [3] },
]
const heights = { head: 30, strip: 20 }
/** Heads at 0 and 70, strips at 30, 50 and 100. */
const { rows } = stackRows(groups, new Set(), heights)

describe('stackRows', () => {
  it('puts a head over the strips of its group', () => {
    const stack = stackRows(groups, new Set(), heights)
    expect([...stack.rows].map(({ key, top }) => [key, top])).toEqual([
      ['a', 0],
      ['a/7', 30],
      ['a/3', 50],
      ['b', 70],
      ['b/3', 100],
    ])
    expect(stack.heads).toEqual([0, 3])
    expect(stack.height).toBe(120)
    expect(stack.rows.at(2)).toEqual({ key: 'a/3', group: 0, initiative: 3, place: 1, top: 50, height: 20 })
  })

  it('leaves a folded group its head alone', () => {
    const stack = stackRows(groups, new Set(['a', 'gone']), heights)
    expect([...stack.rows].map(({ key, top }) => [key, top])).toEqual([
      ['a', 0],
      ['b', 30],
      ['b/3', 60],
    ])
    expect(stack.height).toBe(80)
  })

  it('finds a row by its key, unless it is folded away or not there', () => {
    expect([...rows].map(({ key }) => rows.indexOf(key))).toEqual([0, 1, 2, 3, 4])
    const { rows: folded } = stackRows(groups, new Set(['a']), heights)
    expect(['a', 'a/7', 'b/3', 'b/7', 'c', 'c/7'].map(folded.indexOf)).toEqual([0, -1, 2, -1, -1, -1])
    expect([folded.at(3), folded.at(-1)]).toEqual([undefined, undefined])
  })

  it('is empty without groups', () => {
    const stack = stackRows([], new Set(), heights)
    expect([...stack.rows]).toEqual([])
    expect([stack.heads, stack.height]).toEqual([[], 0])
  })
})

describe('rowsBetween', () => {
  it('has the rows of which anything lies in between', () => {
    expect(rowsBetween(rows, 0, 120)).toEqual([0, 5])
    expect(rowsBetween(rows, 30, 50)).toEqual([1, 2])
    expect(rowsBetween(rows, 29, 51)).toEqual([0, 3])
  })

  it('has none above the first, below the last and among none', () => {
    expect(rowsBetween(rows, -50, 0)).toEqual([0, 0])
    expect(rowsBetween(rows, 120, 200)).toEqual([5, 5])
    expect(rowsBetween(stackRows([], new Set(), heights).rows, 0, 100)).toEqual([0, 0])
  })
})

describe('rowByKey', () => {
  it('moves by one, and stays at the ends', () => {
    expect(rowByKey(rows, 1, 'ArrowDown', 60)).toBe(2)
    expect(rowByKey(rows, 4, 'ArrowDown', 60)).toBe(4)
    expect(rowByKey(rows, 1, 'ArrowUp', 60)).toBe(0)
    expect(rowByKey(rows, 0, 'ArrowUp', 60)).toBe(0)
    expect(rowByKey(rows, 2, 'Home', 60)).toBe(0)
    expect(rowByKey(rows, 2, 'End', 60)).toBe(4)
  })

  it('moves by what is in sight, and by one at least', () => {
    // From 0, 60 pixels on: the strip from 50 to 70 lies there.
    expect(rowByKey(rows, 0, 'PageDown', 60)).toBe(2)
    expect(rowByKey(rows, 4, 'PageUp', 60)).toBe(2)
    expect(rowByKey(rows, 0, 'PageDown', 1)).toBe(1)
    expect(rowByKey(rows, 4, 'PageUp', 1)).toBe(3)
    expect(rowByKey(rows, 4, 'PageDown', 60)).toBe(4)
    expect(rowByKey(rows, 0, 'PageUp', 60)).toBe(0)
  })

  it('knows no other key, and goes nowhere among none', () => {
    expect(rowByKey(rows, 0, 'Tab', 60)).toBeNull()
    expect(rowByKey(stackRows([], new Set(), heights).rows, 0, 'End', 60)).toBeNull()
  })
})

describe('rowByLetters', () => {
  const labels = ['china', 'su-27 fighters', 'su-30 fighters', 'india']
  const find = (at: number, typed: string) => rowByLetters(labels.length, at, typed, (row) => labels[row]!)

  it('goes on to the next, and round', () => {
    expect(find(0, 's')).toBe(1)
    expect(find(1, 's')).toBe(2)
    expect(find(2, 's')).toBe(1)
    expect(find(3, 'c')).toBe(0)
  })

  it('stays while what is typed still fits', () => {
    expect(find(1, 'su')).toBe(1)
    expect(find(1, 'su-3')).toBe(2)
  })

  it('finds none where none fits', () => {
    expect(find(0, 'x')).toBeNull()
    expect(rowByLetters(0, -1, 'a', () => '')).toBeNull()
  })
})

describe('silenceWords', () => {
  // "silent since 2017" takes 17 letters of 6.2 pixels, 105.4; "silent" takes 37.2. They begin 9 pixels beside a mark.
  it('stands on the last stretch, in full or short', () => {
    expect(silenceWords([10, 100], 300, 2017, 400)).toEqual({ words: 'silent since 2017', place: 109, anchor: 'start' })
    expect(silenceWords([10, 100], 160, 2017, 400)).toEqual({ words: 'silent', place: 109, anchor: 'start' })
  })

  it('stands before the first mark, or after the end, where the stretch is too short', () => {
    expect(silenceWords([200], 220, 2017, 400)).toEqual({ words: 'silent since 2017', place: 191, anchor: 'end' })
    expect(silenceWords([50], 70, 2017, 400)).toEqual({ words: 'silent since 2017', place: 79, anchor: 'start' })
  })

  it('stands at the edge where the last mark is out of sight, or before it where nothing else has room', () => {
    expect(silenceWords([-500, -300], 300, 2017, 400)).toEqual({
      words: 'silent since 2017',
      place: 0,
      anchor: 'start',
    })
    expect(silenceWords([-500, 380], 500, 2017, 400)).toEqual({ words: 'silent', place: 371, anchor: 'end' })
  })

  it('stands short before the first mark or after the end, and covers no mark', () => {
    // 48 and 52 pixels are too few for all of it. Between the marks are 39, of which the words need 37.2 and 18.
    expect(silenceWords([60, 85], 100, 2017, 110)).toEqual({ words: 'silent', place: 51, anchor: 'end' })
    expect(silenceWords([10, 30], 40, 2017, 100)).toEqual({ words: 'silent', place: 49, anchor: 'start' })
    expect(silenceWords([10, 49], 60, 2017, 100)).toBeNull()
    expect(silenceWords([10, 66], 80, 2017, 120)).toEqual({ words: 'silent', place: 57, anchor: 'end' })
    expect(silenceWords([], 80, 2017, 120)).toBeNull()
  })

  it('is not said where the stretch that is silent is out of sight', () => {
    expect(silenceWords([10, 401], 500, 2017, 400)).toBeNull()
    expect(silenceWords([-500, -400], -1, 2017, 400)).toBeNull()
  })
})
