import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/panels/commands/command.ts'
import { rankCommands } from '../../src/panels/commands/rankCommands.ts'

const command = (label: string, ...keywords: string[]): Command => ({
  id: label,
  group: 'page',
  label,
  keywords,
  isOffered: true,
  run: () => {},
})
const commands = [
  command('Show the Map', 'Map', 'view'),
  command('Show the Matrix', 'Matrix', 'view'),
  command('Only arms', 'All relation types', 'filter'),
  command('Only small arms (arms)', 'All subtypes', 'filter'),
  command('Only Việt Nam', 'All partners', 'filter'),
  command('Export a picture', 'PNG'),
  command('导出图片'),
  command('केवल देश'),
]
const rank = (query: string) => {
  const { named, having } = rankCommands(commands, query)
  return [named, having].map((list) => list.map(({ label }) => label))
}

describe('rankCommands', () => {
  it('puts first what begins with the words, in its label or a word for it; of two labels the shorter', () => {
    expect(rank('only arms')).toEqual([['Only arms'], ['Only small arms (arms)']])
    expect(rank('map')).toEqual([['Show the Map'], []])
    expect(rank('ma')).toEqual([['Show the Map', 'Show the Matrix'], []])
    expect(rank('only')).toEqual([['Only arms', 'Only Việt Nam', 'Only small arms (arms)'], []])
  })

  it('then what has each word at the beginning of one of its own, in any order', () => {
    expect(rank('arms only')).toEqual([[], ['Only arms', 'Only small arms (arms)']])
    expect(rank('picture exp')).toEqual([[], ['Export a picture']])
    expect(rank('viet')).toEqual([[], ['Only Việt Nam']])
    expect(rank('rms')).toEqual([[], []])
    // Where no spaces are written, a word may begin anywhere; vowel signs are parts of words.
    expect(rank('图片')).toEqual([[], ['导出图片']])
    expect(rank('देश')).toEqual([[], ['केवल देश']])
    expect(rank('दश')).toEqual([[], []])
  })

  it('names nothing by one letter, and finds nothing where nothing is asked', () => {
    expect(rank('e')).toEqual([[], ['Export a picture']])
    expect(rank('')).toEqual([[], []])
    expect(rank(' (')).toEqual([[], []])
  })
})
