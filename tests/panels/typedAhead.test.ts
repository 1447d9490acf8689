import { beforeEach, describe, expect, it } from 'vitest'
import { expectTyping, takeKey, takeTyped } from '../../src/panels/commands/typedAhead.ts'

/** A key as the page is told of it. */
function press(key: string, own: Partial<KeyboardEvent> = {}) {
  let isPrevented = false
  const event = {
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    getModifierState: () => false,
    preventDefault: () => (isPrevented = true),
    ...own,
  } as unknown as KeyboardEvent
  return { isTaken: takeKey(event), isPrevented: () => isPrevented }
}

beforeEach(() => void takeTyped())

describe('what is typed before the search is there', () => {
  it('stands in its field, letter for letter', () => {
    expectTyping()
    for (const key of ['i', 'n', 'x', 'Backspace', 'd', ' ', 'й', '印']) expect(press(key).isTaken).toBe(true)
    expect(takeTyped()).toBe('ind й印')
    expect(press('a').isTaken).toBe(false)
  })

  it('is nobody’s where the search was not asked for, and after Escape', () => {
    expect(press('a').isTaken).toBe(false)
    expectTyping()
    press('a')
    expect(press('Escape').isTaken).toBe(false)
    expect(press('b').isTaken).toBe(false)
    expect(takeTyped()).toBe('')
  })

  it('leaves shortcuts and keys that write nothing to the page', () => {
    expectTyping()
    expect(press('z', { ctrlKey: true }).isTaken).toBe(false)
    expect(press('ArrowDown').isTaken).toBe(false)
    expect(press('@', { altKey: true, getModifierState: () => true }).isTaken).toBe(true)
    expect(takeTyped()).toBe('@')
  })
})
