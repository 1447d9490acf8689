import { fold } from '../../network/text.ts'
import type { Command } from './command.ts'

/** Commands that match words, best first, in two parts: *named* by them, or only *having* them somewhere. */
export interface RankedCommands {
  named: Command[]
  having: Command[]
}

/** What is written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** One letter names too many. */
const FEWEST_LETTERS = 2

/**
 * Finds commands by words. A command is named where its label, or one of its other words, begins with the query; it has
 * them where each word of the query begins a word of either. Of two alike the one with the shorter label comes first.
 */
export function rankCommands(commands: readonly Command[], query: string): RankedCommands {
  const asked = fold(query.trim())
  const words = wordsIn(asked)
  if (words.length === 0) return { named: [], having: [] }
  const levels: Command[][] = [[], [], [], []]
  for (const command of commands) {
    const label = fold(command.label)
    const others = command.keywords.map(fold)
    const beginsLabel = label.startsWith(asked)
    const isNamed = asked.length >= FEWEST_LETTERS && (beginsLabel || others.some((own) => own.startsWith(asked)))
    const own = wordsIn(label)
    const all = [...own, ...others.flatMap(wordsIn)]
    if (isNamed) levels[beginsLabel ? 0 : 1]!.push(command)
    else if (haveAll(own, words)) levels[2]!.push(command)
    else if (haveAll(all, words)) levels[3]!.push(command)
  }
  const [labels, keywords, inLabel, anywhere] = levels as [Command[], Command[], Command[], Command[]]
  // The shortest label is the nearest to what was typed: "Only arms" before "Only small arms".
  for (const level of [labels, inLabel]) level.sort((x, y) => x.label.length - y.label.length)
  return { named: [...labels, ...keywords], having: [...inLabel, ...anywhere] }
}

function wordsIn(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
}

function haveAll(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((own) => words.some((word) => word.startsWith(own) || (UNSPACED.test(own) && word.includes(own))))
}
