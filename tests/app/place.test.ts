import { describe, expect, it } from 'vitest'
import { isSamePlace, OWN, placeIn, withPlace } from '../../src/app/place.ts'

describe('placeIn', () => {
  it.each([
    ['', OWN, ''],
    ['#type=arms', OWN, 'type=arms'],
    ['#data=abc12', { kind: 'kept', id: 'abc12' }, ''],
    ['#data=abc12&type=arms', { kind: 'kept', id: 'abc12' }, 'type=arms'],
    ['#type=arms&data=abc12&asof=2015-12-31', { kind: 'kept', id: 'abc12' }, 'type=arms&asof=2015-12-31'],
    ['#data=https%3A%2F%2F%5B', OWN, ''],
    ['#data=https://example.org/ties.csv', { kind: 'address', url: 'https://example.org/ties.csv' }, ''],
    [
      '#data=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1%26c&x=1',
      { kind: 'address', url: 'https://example.org/a?b=1&c' },
      'x=1',
    ],
    // What is no place is Dyad's own, and does not stay in the hash.
    ['#data=javascript:alert(1)', OWN, ''],
    ['#data=%E0%A4%A', OWN, ''],
    ['#data=../../etc', OWN, ''],
    ['#data=', OWN, ''],
    // A part of another name is none.
    ['#metadata=abc', OWN, 'metadata=abc'],
  ])('reads %j', (hash, place, rest) => {
    expect(placeIn(hash)).toEqual({ place, rest })
  })

  it('reads what withPlace writes', () => {
    for (const place of [
      OWN,
      { kind: 'kept', id: 'k3' },
      { kind: 'address', url: 'https://a.org/b?c=d&e#f' },
    ] as const) {
      expect(placeIn(withPlace(place, 'asof=2015-12-31'))).toEqual({ place, rest: 'asof=2015-12-31' })
      expect(isSamePlace(placeIn(withPlace(place, '')).place, place)).toBe(true)
    }
  })
})
