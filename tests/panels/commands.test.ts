import { afterEach, describe, expect, it } from 'vitest'
import { keyOf } from '../../src/language/key.ts'
import { ENGLISH, languageWith } from '../../src/language/languages.ts'
import { speak } from '../../src/language/messages.ts'
import type { Command, CommandContext } from '../../src/panels/commands/command.ts'
import { dateCommands, typedDateCommand } from '../../src/panels/commands/dateCommands.ts'
import { filterCommands } from '../../src/panels/commands/filterCommands.ts'
import { rankCommands } from '../../src/panels/commands/rankCommands.ts'
import { openSession } from '../../src/state/session.ts'
import { outline } from '../bundled.ts'

/** What these commands need of a page is its session. */
function pageAt(hash = '') {
  const session = openSession(outline, hash)
  const context = { session } as CommandContext
  const offered = (make: (own: CommandContext) => Command[]) => make(context).filter(({ isOffered }) => isOffered)
  const labels = (make: (own: CommandContext) => Command[]) => offered(make).map(({ label }) => label)
  const run = (make: (own: CommandContext) => Command[], label: string) =>
    offered(make)
      .find((own) => own.label === label)!
      .run()
  return { choices: session.choices, context, labels, run }
}

describe('the commands of the filters', () => {
  it('are made from the options of the dataset, each alone or left out', () => {
    const { labels } = pageAt()
    const own = labels(filterCommands)
    for (const label of ['Only arms', 'Without arms', 'Only failed', 'Only ASEAN', 'Without China', 'Only news'])
      expect(own).toContain(label)
    // A subtype is named with its relation type.
    expect(own.some((label) => /^Only .+ \(energy\)$/.test(label))).toBe(true)
    expect(own).not.toContain('Clear all filters')
    expect(own).not.toContain('All outcomes')
    expect(new Set(own).size).toBe(own.length)
  })

  it('offer the way back, and nothing that would change nothing or leave nothing', () => {
    const { choices, labels, run } = pageAt('period=2000-2015')
    run(filterCommands, 'Only arms')
    expect(choices.getState().filters.type).toEqual(['arms'])
    const own = labels(filterCommands)
    expect(own).not.toContain('Only arms')
    expect(own).not.toContain('Without arms')
    expect(own).toContain('All relation types')
    run(filterCommands, 'With energy again')
    expect(choices.getState().filters.type).toEqual(['arms', 'energy'])
    run(filterCommands, 'Without arms')
    expect(choices.getState().filters.type).toEqual(['energy'])
    run(filterCommands, 'Begun in any year')
    run(filterCommands, 'Clear all filters')
    expect(labels(filterCommands)).not.toContain('Clear all filters')
  })
})

describe('the commands of the date', () => {
  it('name the dates that the dataset marks, and step within it', () => {
    const { choices, labels, run } = pageAt()
    // The evidence ends on 18 June 2026: there is nothing later. It begins with Vietsovpetro, which is known to June 1981.
    expect(labels(dateCommands)).toEqual([
      'Play the as-of date',
      'A month earlier',
      'A year earlier',
      "Set the as-of date to Weitz's essay in The Diplomat, December 2015",
      "Compare with Weitz's essay in The Diplomat, December 2015",
      'Set the as-of date to the first day, 30 June 1981',
      'Compare with the first day, 30 June 1981',
    ])
    run(dateCommands, "Set the as-of date to Weitz's essay in The Diplomat, December 2015")
    expect(choices.getState().asOf).toBe('2015-12-31')
    run(dateCommands, 'A month later')
    expect(choices.getState().asOf).toBe('2016-01-31')
  })

  it('take a date as it is typed, to its last day, within the dataset', () => {
    const { context, choices } = pageAt()
    const labelOf = (words: string) => typedDateCommand(context, words).map(({ label }) => label)
    expect(labelOf('2015-12')).toEqual(['Set the as-of date to 31 December 2015'])
    expect(labelOf('2014')).toEqual(['Set the as-of date to 31 December 2014'])
    expect(labelOf('2026')).toEqual(['Set the as-of date to 18 June 2026'])
    for (const words of ['1950', '2030', '2015-02-30', 'arms', '']) expect(labelOf(words)).toEqual([])
    typedDateCommand(context, '2014-02')[0]!.run()
    expect(choices.getState().asOf).toBe('2014-02-28')
  })
})

describe('in another language', () => {
  afterEach(() => speak(ENGLISH, null))

  it('they are found by its words and by the English ones', () => {
    speak(languageWith('ru')!, {
      [keyOf('Clear all filters')]: 'Сбросить все фильтры',
      [keyOf('reset, everything, all initiatives')]: 'заново, всё подряд',
    })
    const { context } = pageAt('period=2000-2015')
    for (const words of ['сбросить', 'фильтры', 'всё подряд', 'clear', 'everything', 'filters clear']) {
      const { named, having } = rankCommands(filterCommands(context), words)
      expect([...named, ...having].map(({ label }) => label)).toContain('Сбросить все фильтры')
    }
    expect(rankCommands(filterCommands(context), 'china').named.map(({ id }) => id)).toContain(
      'filter:partner:only:CHN',
    )
  })
})
