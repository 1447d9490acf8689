import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '../../src/network/filters.ts'
import { PERMITS, type Edition, type Permit } from '../../src/state/edition.ts'
import { keepToPermits, permittedPart } from '../../src/state/permitted.ts'
import { openSession, type Session } from '../../src/state/session.ts'
import { outline } from '../bundled.ts'

function editionWith(...permits: Permit[]): Edition {
  return { kind: 'embed', permits: new Set(permits), home: null, holds: '' }
}

function sessionFor(hash: string, ...permits: Permit[]): Session {
  const edition = editionWith(...permits)
  const session = openSession(outline, hash, undefined, edition)
  keepToPermits(session.choices, edition)
  return session
}

const camera = { x: 1, y: 2, zoom: 3 }

describe('what the reader of an embed may change', () => {
  it('is nothing but what is marked, where nothing is allowed', () => {
    const { choices } = sessionFor('type=arms&asof=2015-12-31')
    const before = choices.getState()
    choices.setState({ asOf: '2020-12-31', view: 'map', filters: NO_FILTERS, camera, tableSort: 'title', find: 'oil' })
    choices.setState(({ pins }) => ({ pins: { ...pins, IND: { x: 0, y: 0 } } }))
    expect(choices.getState()).toEqual(before)
    choices.setState({ inspected: { kind: 'actor', id: 'IND' } })
    expect(choices.getState().inspected).toEqual({ kind: 'actor', id: 'IND' })
  })

  it('is the part of a change that is allowed, and no more', () => {
    const { choices } = sessionFor('', 'asof')
    choices.setState({ asOf: '2015-12-31', view: 'timeline' })
    expect(choices.getState()).toMatchObject({ asOf: '2015-12-31', view: 'network' })
  })

  it('is the sight of a view where views may be changed, and the date where that may be moved', () => {
    const change = { camera, span: [1990, 2000] as const, asOf: '2001-12-31', since: null, filters: NO_FILTERS }
    expect(permittedPart(editionWith('views'), change)).toEqual({ camera, span: [1990, 2000] })
    expect(permittedPart(editionWith('asof'), change)).toEqual({ asOf: '2001-12-31', since: null })
    expect(permittedPart(editionWith(...PERMITS), change)).toEqual(change)
  })

  it('has a permit, or none that is needed, for every choice there is', () => {
    const { choices } = sessionFor('')
    const all = Object.keys(choices.getState())
    expect(Object.keys(permittedPart(editionWith(...PERMITS), choices.getState())).sort()).toEqual(all.sort())
    expect(permittedPart(editionWith(), choices.getState())).toEqual({ inspected: null })
  })

  it('is no matter of the address, whose choices come whole', () => {
    const { choices } = sessionFor('')
    choices.setState({ ...choices.getState(), view: 'ledger' }, true)
    expect(choices.getState().view).toBe('ledger')
  })
})
