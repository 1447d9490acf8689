import { describe, expect, it } from 'vitest'
import { beginBriefing } from '../../src/state/briefing.ts'
import { writeHash, readHash } from '../../src/state/hash.ts'
import {
  addViews,
  changeView,
  createSavedViews,
  moveView,
  removeView,
  showView,
  suggestedName,
  viewsKey,
  type Keeper,
} from '../../src/state/savedViews.ts'
import { bindAddress, openSession } from '../../src/state/session.ts'
import { columns, filtersWith, outline, texts } from '../bundled.ts'

const named = (name: string, hash = '') => ({ name, sentence: '', hash })
const list = addViews([], [named('A'), named('B'), named('C')])
const namesOf = (views: readonly { name: string }[]) => views.map(({ name }) => name).join('')

describe('a list of views', () => {
  it('grows at its end, with ids of their own', () => {
    expect(list.map(({ id }) => id)).toEqual([1, 2, 3])
    expect(addViews(removeView(list, 2), [named(' D\n')]).map(({ id, name }) => `${id}${name}`)).toEqual([
      '1A',
      '3C',
      '4D',
    ])
    expect(addViews([], [])).toEqual([])
  })

  it('changes parts of a view, but leaves none without a name', () => {
    expect(changeView(list, 2, { name: 'X', hash: 'type=arms' })[1]).toEqual({
      id: 2,
      name: 'X',
      sentence: '',
      hash: 'type=arms',
    })
    expect(changeView(list, 2, { name: '  ' })[1]!.name).toBe('B')
    expect(changeView(list, 9, { name: 'X' })).toEqual(list)
  })

  it('moves one up or down, and not beyond the ends', () => {
    expect(namesOf(moveView(list, 2, -1))).toBe('BAC')
    expect(namesOf(moveView(list, 2, 1))).toBe('ACB')
    expect(moveView(list, 1, -1)).toBe(list)
    expect(moveView(list, 3, 1)).toBe(list)
    expect(moveView(list, 9, 1)).toBe(list)
  })
})

describe('a name for a view', () => {
  const choices = openSession(outline, '#type=arms&partner=CHN&asof=2015-12-31').choices.getState()

  it('says what is chosen, and counts where it is taken', () => {
    const name = 'Timeline: arms, with China, as of 31 December 2015'
    expect(suggestedName('Timeline', columns, choices, [])).toBe(name)
    expect(suggestedName('Timeline', columns, choices, [named(name)])).toBe(`${name} (2)`)
    expect(suggestedName('Timeline', columns, choices, [named(name), named(`${name} (2)`)])).toBe(`${name} (3)`)
  })

  it('is short, whatever is looked for', () => {
    const long = { ...choices, filters: filtersWith({ text: 'x'.repeat(200) }) }
    const name = suggestedName('Network', columns, long, [])
    expect(name.length).toBeLessThanOrEqual(80)
    expect(name.endsWith('…')).toBe(true)
  })
})

function fakeKeeper(kept: Record<string, string> = {}): Keeper {
  return {
    getItem: (key) => kept[key] ?? null,
    setItem: (key, text) => void (kept[key] = text),
  }
}

describe('the store of views', () => {
  it('keeps them for the next visit, a list for each dataset', () => {
    const keeper = fakeKeeper()
    const saved = createSavedViews(outline, keeper)
    saved.set(list, 'Saved')
    expect(namesOf(createSavedViews(outline, keeper).state.getState().views)).toBe('ABC')
    expect(createSavedViews({ title: 'Another', version: '1' }, keeper).state.getState().views).toEqual([])
  })

  it('takes back what was done last', () => {
    const saved = createSavedViews(outline, fakeKeeper())
    saved.set(list, 'Saved three')
    saved.set(removeView(list, 2), 'Deleted “B”')
    expect(saved.state.getState().last?.words).toBe('Deleted “B”')
    saved.undo()
    expect(namesOf(saved.state.getState().views)).toBe('ABC')
    expect(saved.state.getState().last).toBeNull()
    saved.undo()
    expect(namesOf(saved.state.getState().views)).toBe('ABC')
  })

  it('follows another tab, where views keep their ids', () => {
    const keeper = fakeKeeper()
    const [here, there] = [createSavedViews(outline, keeper), createSavedViews(outline, keeper)]
    here.set(list, 'Saved')
    there.reread()
    there.set(moveView(there.state.getState().views, 3, -1), 'Moved')
    here.reread()
    expect(here.state.getState().views.map(({ id, name }) => `${id}${name}`)).toEqual(['1A', '3C', '2B'])
  })

  it('says so where the browser keeps nothing, is full, or gives back what is no list, and goes on', () => {
    const refusing: Keeper = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full')
      },
    }
    const cases: [Keeper | null, RegExp][] = [
      [null, /keeps nothing/],
      [refusing, /could not keep the last change/],
    ]
    for (const [keeper, words] of cases) {
      const saved = createSavedViews(outline, keeper)
      saved.set(list, 'Saved')
      expect(saved.state.getState().trouble).toMatch(words)
      expect(namesOf(saved.state.getState().views)).toBe('ABC')
    }
    const spoilt = createSavedViews(outline, fakeKeeper({ [viewsKey(outline.title)]: 'oops' }))
    expect(spoilt.state.getState()).toMatchObject({
      views: [],
      trouble: 'This is no file of saved views: it seems to be a text.',
    })
  })

  it('has room for 200', () => {
    const saved = createSavedViews(outline, fakeKeeper())
    const many = addViews(
      [],
      Array.from({ length: 200 }, () => named('A')),
    )
    saved.set(many, 'Imported')
    saved.set(addViews(many, [named('B')]), 'Saved')
    expect(saved.state.getState().views).toHaveLength(200)
    expect(saved.state.getState().trouble).toBe('At most 200 views can be kept: delete some first.')
  })
})

describe('showing a view', () => {
  it('is one step to undo, and says what does not fit the dataset', () => {
    const session = openSession(outline, '#type=energy')
    showView(session, named('', 'view=ledger&type=arms,gas&asof=2015-12-31'))
    expect(session.choices.getState()).toMatchObject({
      view: 'ledger',
      filters: { type: ['arms'] },
      asOf: '2015-12-31',
    })
    expect(session.notices.getState()).toEqual(['“type=gas” is not in this dataset and was ignored.'])
    session.choices.temporal.getState().undo()
    expect(session.choices.getState()).toMatchObject({
      view: 'network',
      filters: { type: ['energy'] },
      asOf: '2026-06-18',
    })
  })
})

describe('a briefing', () => {
  it('leaves the choices, the steps to undo and the address as they were', () => {
    const session = openSession(outline, '')
    const entries = ['']
    bindAddress(session, {
      readHash: () => `#${entries.at(-1)}`,
      writeHash: (hash, as) => void (as === 'new' ? entries.push(hash) : entries.splice(-1, 1, hash)),
      onHash: () => () => {},
    })
    session.choices.setState({ focus: 'IND', inspected: { kind: 'actor', id: 'CHN' } })
    const before = session.choices.getState()
    const end = beginBriefing(session)
    for (const view of texts.views) showView(session, view)
    session.choices.setState({ filters: filtersWith({ type: ['arms'] }) })
    end()
    end()
    expect(session.choices.getState()).toBe(before)
    expect(session.choices.temporal.getState().pastStates).toHaveLength(1)
    expect(entries).toEqual(['', 'focus=IND&actor=CHN'])
    session.choices.setState({ focus: 'CHN' })
    expect(session.choices.temporal.getState().pastStates).toHaveLength(2)
    expect(entries).toHaveLength(3)
  })
})

describe('the views of the dataset in data/', () => {
  it.each(texts.views.map((view) => [view.name, view] as const))(
    '“%s” fits it, and says only what differs',
    (_, { hash }) => {
      const { choices, notices } = readHash(hash, columns)
      expect(notices).toEqual([])
      // Nothing is lost: written again it has the same parts, in the order of an address.
      expect(writeHash(choices, columns).split('&').sort()).toEqual(hash.split('&').sort())
    },
  )
})
