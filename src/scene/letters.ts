/** Scripts whose letters are about as wide as high: Chinese, Japanese and Korean, with their punctuation. */
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/g
/** How much more room such a letter takes than one of the Latin alphabet, in letters of that. */
const MORE = 0.7

/** About how many Latin letters are as wide as a text: what its width is estimated from. */
export function lettersIn(text: string): number {
  return text.length + MORE * (text.match(WIDE)?.length ?? 0)
}
