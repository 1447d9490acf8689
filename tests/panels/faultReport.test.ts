import { expect, it } from 'vitest'
import { faultInWords, faultReport } from '../../src/panels/faults/faultReport.ts'

const page = {
  at: '2026-11-29T12:00:00.000Z',
  browser: 'A browser',
  hash: '#type=arms&asof=2015-12-31',
  width: 360,
  height: 640,
}

it('a report says what failed and where, with the view that reopens it', () => {
  const error = new TypeError('x is not a function')
  error.stack = 'TypeError: x is not a function\n    at f (https://example.org/some/where/panels-abc.js:2:10)'
  expect(
    faultReport({ part: 'Filters', error, components: '\n    at Filters (file:///home/me/panels-abc.js:1:1)' }, page),
  ).toBe(
    [
      'Dyad: report of a fault',
      '',
      'Part: Filters',
      'What: TypeError: x is not a function',
      'When: 2026-11-29T12:00:00.000Z',
      'View: type=arms&asof=2015-12-31',
      'Window: 360 x 640',
      'Browser: A browser',
      '',
      'Where in the program:',
      'TypeError: x is not a function',
      '    at f (panels-abc.js:2:10)',
      '',
      'Within:',
      'at Filters (panels-abc.js:1:1)',
      '',
    ].join('\n'),
  )
})

it('of another dataset it says which parts the address has, and none of what they say', () => {
  const report = faultReport(
    { part: 'Details', error: 'odd', components: '' },
    { ...page, hash: '#data=k1x2&initiative=my-secret-deal&text=hush' },
  )
  expect(report).toContain('View: another dataset (data, initiative, text)')
  expect(report).not.toMatch(/k1x2|secret|hush/)
})

it('whatever is thrown is told in one line', () => {
  expect(faultInWords(new Error('two\n  lines'))).toBe('two lines')
  expect(faultInWords('words')).toBe('words')
  expect(faultInWords(undefined)).toBe('undefined')
  expect(faultInWords('')).toBe('no reason was given')
})
