/** The squares of the Matrix: their sizes and the steps of their colour. */

/** A square is never smaller than this, in CSS pixels, so that it can be seen. */
const SMALLEST = 5

/** The steps of the share realised, each of a fifth. */
export const SHARE_STEPS = 5

/**
 * The side of a square whose area is in proportion to a value.
 * @param most the value that is drawn as large as there is room for
 * @param largest the side of that one, in CSS pixels
 * @returns CSS pixels, 0 for a value of 0
 */
export function squareSide(value: number, most: number, largest: number): number {
  if (value <= 0) return 0
  const side = largest * Math.sqrt(Math.min(1, value / most))
  return Math.round(Math.max(SMALLEST, side) * 10) / 10
}

/** The step of a share, from 0 for less than a fifth to 4 for four fifths and more. */
export function shareStep(realised: number, outputs: number): number {
  return Math.min(SHARE_STEPS - 1, Math.floor((realised * SHARE_STEPS) / outputs))
}

/** What a step holds, in per cent: "0–19 %", "80–100 %". */
export function stepInWords(step: number): string {
  const width = 100 / SHARE_STEPS
  const last = step === SHARE_STEPS - 1 ? 100 : (step + 1) * width - 1
  return `${step * width}–${last} %`
}

/** Up to three round values to show a scale by: the largest of 1, 2 or 5 times a power of ten, a fifth and a twentieth. */
export function scaleValues(most: number, isWhole: boolean): number[] {
  const power = 10 ** Math.floor(Math.log10(most))
  const large = power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1)
  const values = [large / 20, large / 5, large].map((value) => Number(value.toPrecision(2)))
  const shown = isWhole ? values.map((value) => Math.max(1, Math.round(value))) : values
  return [...new Set(shown)]
}
