import { describe, expect, it } from 'vitest'
import { isoDate } from '../../src/model/dates.ts'
import { createChoices, defaultChoices } from '../../src/state/choices.ts'
import { createPlayback, monthEnd, yearEnd } from '../../src/state/playback.ts'
import { dayOf, outline } from '../bundled.ts'

/** A playback whose frames a test calls by hand, over the years 2000 to 2010. */
function played(asOf: string, isCalm = false) {
  const choices = createChoices({ ...defaultChoices(outline), asOf })
  let waiting: ((time: number) => void) | null = null
  const playback = createPlayback({
    choices,
    range: [dayOf('2000-01-31'), dayOf('2010-06-18')],
    onFrame: (callback) => (waiting = callback),
    isCalm: () => isCalm,
  })
  const frame = (time: number) => {
    const callback = waiting
    waiting = null
    callback?.(time)
  }
  return { choices, playback, frame, now: () => choices.getState().asOf, isWaiting: () => waiting !== null }
}

describe('playing the as-of date', () => {
  it('goes a year in a second from one end of a month to the next, and as much faster as is asked', () => {
    const { playback, frame, now } = played('2005-12-31')
    playback.play()
    frame(1000)
    expect(now()).toBe('2005-12-31')
    // A tenth of a second is 36.5 days: 5 February 2006, so January is over.
    frame(1080)
    expect(now()).toBe('2005-12-31')
    frame(1100)
    expect(now()).toBe('2006-01-31')
    playback.setSpeed(2)
    // Twice as fast: 73.05 days more make 109.575 since the beginning, 19 April.
    frame(1200)
    expect(now()).toBe('2006-03-31')
  })

  it('stops at the last day, and begins anew from there', () => {
    const { playback, frame, now, isWaiting } = played('2010-06-01')
    playback.play()
    frame(0)
    frame(60)
    expect(now()).toBe('2010-06-18')
    expect(playback.state.getState().isPlaying).toBe(false)
    expect(isWaiting()).toBe(false)
    playback.play()
    expect(now()).toBe('2000-01-31')
  })

  it('goes on from where it was seen last when the page was out of sight', () => {
    const { playback, frame, now } = played('2005-12-31')
    playback.play()
    frame(0)
    // A quarter of a second counts of the minute: 91 days, to 1 April.
    frame(60_000)
    expect(now()).toBe('2006-03-31')
  })

  it('goes on from where the person puts it, and stops when asked', () => {
    const { choices, playback, frame, now } = played('2005-12-31')
    playback.play()
    frame(0)
    choices.setState({ asOf: '2001-01-01' })
    frame(500)
    expect(now()).toBe('2001-01-01')
    frame(600)
    expect(now()).toBe('2001-01-31')
    playback.pause()
    frame(2000)
    expect(now()).toBe('2001-01-31')
  })

  it('steps from year to year where less motion is wanted', () => {
    const { playback, frame, now } = played('2005-03-01', true)
    playback.play()
    frame(0)
    frame(1400)
    expect(now()).toBe('2005-03-01')
    frame(1500)
    expect(now()).toBe('2005-12-31')
    frame(3000)
    expect(now()).toBe('2006-12-31')
  })

  it('is one step to undo', () => {
    const { choices, playback, frame, now } = played('2005-12-31')
    playback.play()
    for (let time = 0; time < 500; time += 16) frame(time)
    choices.temporal.getState().undo()
    expect(now()).toBe('2005-12-31')
  })
})

describe('stepping the as-of date', () => {
  it('goes to ends of months and years, and stays in the dataset', () => {
    const { playback, now } = played('2010-03-15')
    playback.step('month', 1)
    expect(now()).toBe('2010-03-31')
    playback.step('month', 1)
    expect(now()).toBe('2010-04-30')
    playback.step('month', -1)
    expect(now()).toBe('2010-03-31')
    playback.step('year', -1)
    expect(now()).toBe('2009-12-31')
    playback.step('year', 1)
    expect(now()).toBe('2010-06-18')
    playback.goTo('first')
    playback.step('month', -1)
    expect(now()).toBe('2000-01-31')
  })

  it('knows February and the turn of the year', () => {
    const end = (step: typeof monthEnd, day: string, direction: 1 | -1) => isoDate(step(dayOf(day), direction))
    expect(end(monthEnd, '2004-01-31', 1)).toBe('2004-02-29')
    expect(end(monthEnd, '2004-01-01', -1)).toBe('2003-12-31')
    expect(end(monthEnd, '2003-12-31', 1)).toBe('2004-01-31')
    expect(end(yearEnd, '2003-12-31', 1)).toBe('2004-12-31')
    expect(end(yearEnd, '2003-12-30', 1)).toBe('2003-12-31')
    expect(end(yearEnd, '2003-12-31', -1)).toBe('2002-12-31')
  })
})
