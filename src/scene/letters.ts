/** How much more room the letters of some scripts take than those of the Latin alphabet, in letters of that. */
const MORE: readonly (readonly [letters: RegExp, more: number])[] = [
  // Chinese and Japanese, with their punctuation: as wide as high.
  [/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/g, 0.85],
  [/[\u1100-\u11ff\uac00-\ud7af]/g, 0.7],
  [/[\u0400-\u04ff]/g, 0.1],
  // Signs over and under the letters of Hindi and others take no room of their own.
  [/\p{Nonspacing_Mark}/gu, -1],
]

/** About how many Latin letters are as wide as a text: what its width is estimated from. */
export function lettersIn(text: string): number {
  return MORE.reduce((sum, [letters, more]) => sum + more * (text.match(letters)?.length ?? 0), text.length)
}
