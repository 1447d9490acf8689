import type { MatrixSide } from '../../state/choices.ts'

/** The side of the largest square, in CSS pixels. */
export const LARGEST: Record<MatrixSide, number> = { type: 26, subtype: 23, actor: 23 }
