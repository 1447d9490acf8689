import type { Texts } from '../model/outline.ts'
import type { Matches } from '../network/select.ts'
import { slices } from '../network/slices.ts'
import { createFindText, type FindText } from '../network/textFinder.ts'

/** What the words of the text filter have found. */
export interface WordAnswer {
  /** The words that this is the answer to; empty where none were looked for. */
  words: string
  /** The initiatives in which they occur; `null` where none were looked for. */
  found: Matches | null
}

/** Looks for the words of the text filter. */
export interface WordSearch {
  /**
   * The answer to some words. In a large dataset it comes later: until then it is the one before, and whoever subscribed is called
   * when there is another.
   * @param texts `null` while they are not there: then nothing is found and nothing left out
   */
  answer: (words: string, texts: Texts | null) => WordAnswer
  /** True while an answer is still to come. */
  isSearching: () => boolean
  /** @returns how to stop it */
  subscribe: (listener: () => void) => () => void
}

/** The texts of so many initiatives are looked through at once; of more in parts, between which the page can do other things. */
const MOST_AT_ONCE = 50_000

const NOTHING: WordAnswer = { words: '', found: null }

/** @param count how many initiatives the dataset has */
export function createWordSearch(count: number): WordSearch {
  const listeners = new Set<() => void>()
  let finding: { texts: Texts; find: FindText } | null = null
  let last = { asked: '', answer: NOTHING }
  let coming: { words: string } | null = null

  const stepsTo = (words: string, texts: Texts) => {
    if (finding?.texts !== texts) finding = { texts, find: createFindText(texts) }
    return finding.find(words)
  }
  const answerTo = (asked: string, found: Matches | null) => {
    coming = null
    last = { asked, answer: found ? { words: asked, found } : NOTHING }
    return last.answer
  }
  const search = async (own: { words: string }, texts: Texts) => {
    // Who asks is not called before the answer to the question is there.
    await new Promise((resolve) => setTimeout(resolve))
    const steps = stepsTo(own.words, texts)
    const pause = slices()
    for (;;) {
      // Other words may have been asked for meanwhile.
      if (coming !== own) return
      const step = steps.next()
      if (step.done) {
        answerTo(own.words, step.value)
        listeners.forEach((listener) => listener())
        return
      }
      await pause()
    }
  }

  return {
    answer: (words, texts) => {
      if (!texts || words.trim() === '') return answerTo('', null)
      // What was found in other texts is no answer in these.
      if (finding && finding.texts !== texts) last = { asked: '', answer: NOTHING }
      if (last.asked === words) {
        coming = null
        return last.answer
      }
      if (count <= MOST_AT_ONCE) {
        const steps = stepsTo(words, texts)
        let step = steps.next()
        while (!step.done) step = steps.next()
        return answerTo(words, step.value)
      }
      if (coming?.words !== words) {
        coming = { words }
        void search(coming, texts)
      }
      return last.answer
    },
    isSearching: () => coming !== null,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
