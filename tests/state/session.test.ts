import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '../../src/network/filters.ts'
import { bindAddress, openSession, type Address } from '../../src/state/session.ts'
import { dayOf, filtersWith, outline, texts } from '../bundled.ts'

/** A history of hashes, as a browser keeps it. */
function fakeAddress(first = '') {
  const entries = [first]
  let at = 0
  let listener = () => {}
  const address: Address = {
    readHash: () => (entries[at] ? `#${entries[at]}` : ''),
    writeHash: (hash, as) => {
      if (as === 'same') entries[at] = hash
      else {
        entries.splice(at + 1, Infinity, hash)
        at++
      }
    },
    onHash: (own) => {
      listener = own
      return () => {}
    },
  }
  const go = (by: number) => {
    at += by
    listener()
  }
  return { address, entries, go }
}

describe('a session and the address', () => {
  it('opens with the choices of the hash', () => {
    const session = openSession(outline, '#type=arms&focus=IND')
    expect(session.choices.getState()).toMatchObject({ filters: { type: ['arms'] }, focus: 'IND' })
  })

  it('makes an entry of the history for each choice, and follows back and forward', () => {
    const { address, entries, go } = fakeAddress()
    const session = openSession(outline, '')
    bindAddress(session, address)
    session.choices.setState({ filters: filtersWith({ type: ['arms'] }) })
    session.choices.setState({ focus: 'IND' })
    expect(entries).toEqual(['', 'type=arms', 'type=arms&focus=IND'])
    go(-1)
    expect(session.choices.getState()).toMatchObject({ filters: { type: ['arms'] }, focus: 'RUS' })
    go(-1)
    expect(session.choices.getState().filters).toEqual(NO_FILTERS)
    go(2)
    expect(session.choices.getState().focus).toBe('IND')
    expect(entries).toHaveLength(3)
  })

  it('makes one entry of a drag, and none of looking around', () => {
    const { address, entries } = fakeAddress()
    const session = openSession(outline, '')
    bindAddress(session, address)
    for (const asOf of ['2015-01-31', '2015-02-28', '2015-03-31']) session.choices.setState({ asOf })
    expect(entries).toEqual(['', 'asof=2015-03-31'])
    session.choices.setState({ camera: { x: 0, y: 0, zoom: 2 } })
    expect(entries).toEqual(['', 'asof=2015-03-31&camera=0,0,2'])
  })

  it('says what an edited hash could not give', () => {
    const { address, entries, go } = fakeAddress()
    const session = openSession(outline, '')
    bindAddress(session, address)
    entries.push('type=gas')
    go(1)
    expect(session.notices.getState()).toHaveLength(1)
  })
})

describe('undo', () => {
  it('takes back one choice at a time, a drag as one, and brings it back', () => {
    const session = openSession(outline, '')
    const { choices } = session
    const { undo, redo } = choices.temporal.getState()
    choices.setState({ filters: filtersWith({ type: ['arms'] }) })
    choices.setState({ filters: filtersWith({ type: ['arms'], outcome: ['failed'] }) })
    for (const asOf of ['2015-01-31', '2015-02-28', '2015-03-31']) choices.setState({ asOf })
    undo()
    expect(choices.getState()).toMatchObject({ asOf: '2026-06-18', filters: { outcome: ['failed'] } })
    undo()
    expect(choices.getState().filters).toEqual(filtersWith({ type: ['arms'] }))
    undo()
    expect(choices.getState().filters).toEqual(NO_FILTERS)
    redo()
    redo()
    redo()
    expect(choices.getState()).toMatchObject({ asOf: '2015-03-31', filters: { type: ['arms'], outcome: ['failed'] } })
  })

  it('leaves alone what was only looked at', () => {
    const { choices } = openSession(outline, '')
    choices.setState({ inspected: { kind: 'actor', id: 'CHN' } })
    choices.setState({ camera: { x: 1, y: 1, zoom: 1 } })
    expect(choices.temporal.getState().pastStates).toEqual([])
  })
})

describe('what follows from the choices', () => {
  it('compares with an earlier day alone', () => {
    const session = openSession(outline, '#asof=2015-12-31&since=2010-12-31')
    expect(session.derive().comparison?.since).toBe(dayOf('2010-12-31'))
    expect(session.derive().sentence).toContain('compared with 31 December 2010')
    for (const since of ['2015-12-31', '2016-01-01']) {
      session.choices.setState({ since })
      expect(session.derive().comparison).toBeNull()
      expect(session.derive().sentence).not.toContain('compared')
    }
  })

  it('is computed once for the same choices', () => {
    const session = openSession(outline, '')
    const first = session.derive()
    session.choices.setState({ focus: 'IND' })
    expect(session.derive()).toBe(first)
    session.choices.setState({ asOf: '2015-12-31' })
    expect(session.derive()).not.toBe(first)
  })

  it('looks for words once the texts are there, and lets all pass before', () => {
    const session = openSession(outline, '#text="Fifty+MC-21+airliners"')
    expect(session.derive().selection.initiatives).toHaveLength(380)
    session.setTexts(texts)
    expect(session.derive().selection.initiatives.map((i) => outline.initiatives.at(i)!.id)).toEqual([
      'rus-mys-mc21-crecom',
    ])
  })
})
