import { listInWords } from '../../src/language/numbers.ts'
import { describe, expect, it } from 'vitest'
import { select } from '../../src/network/select.ts'
import { initiativesInWords, selectionInWords } from '../../src/network/words.ts'
import type { Filters } from '../../src/network/filters.ts'
import { columns, dayOf, filtersWith } from '../bundled.ts'

function sentence(own: Partial<Filters>, asOf = '2026-06-18'): string {
  const filters = filtersWith(own)
  return selectionInWords(columns, filters, select(columns, filters, dayOf(asOf), null), asOf)
}

describe('the sentence', () => {
  it('says that nothing is filtered', () => {
    expect(sentence({})).toBe('All relation types: 380 of 380 initiatives')
  })

  it('names types, period and outcome', () => {
    // Counted by hand in the Malaysian records, see select.test.ts: two arms contracts, 1994 and 2003.
    expect(sentence({ type: ['arms'], partner: ['MYS'], period: [1994, 2003], outcome: ['realised'] })).toBe(
      'Arms, 1994-2003, realised, with Malaysia: 2 of 380 initiatives',
    )
    expect(sentence({ type: ['arms', 'energy'], period: [2000, 2015], outcome: ['realised'] })).toMatch(
      /^Arms and energy, 2000-2015, realised: \d+ of 380 initiatives$/,
    )
  })

  it('names the as-of date where it is not the dataset’s own, and counts what had begun by then', () => {
    expect(sentence({ partner: ['MYS'] }, '1994-06-30')).toMatch(
      /^All relation types, with Malaysia, as of 30 June 1994: 1 of \d+ initiatives$/,
    )
  })

  it('says what is missing where nothing is chosen', () => {
    expect(sentence({ type: [] })).toBe('No relation type: 0 of 380 initiatives')
    expect(sentence({ outcome: [] })).toBe('All relation types, no outcome: 0 of 380 initiatives')
  })

  it('shortens long lists', () => {
    const partner = ['CHN', 'IND', 'VNM', 'PRK', 'JPN']
    expect(sentence({ partner })).toContain('with China, India, Vietnam and 2 more')
  })

  it('quotes the words of the text filter', () => {
    expect(sentence({ text: ' pipeline ' })).toContain('with the words “pipeline”')
  })
})

describe('words', () => {
  it('lists and counts', () => {
    expect(listInWords([])).toBe('')
    expect(listInWords(['arms'])).toBe('arms')
    expect(listInWords(['arms', 'energy', 'economy'], 'or')).toBe('arms, energy or economy')
    expect(initiativesInWords(0)).toBe('0 initiatives')
    expect(initiativesInWords(1)).toBe('1 initiative')
  })
})
