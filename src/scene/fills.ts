import type { Outcome } from '../model/outcome.ts'
import type { Scheme } from './palette.ts'

/** The colours of surfaces in pictures: those that the page has in its stylesheets. */

/** What is stacked by outcome over time. */
export const OUTCOME_FILLS: Record<Scheme, Record<Outcome, string>> = {
  light: { realised: '#1d1d1f', pending: '#8a8d93', ended: '#c2c0bb', failed: '#f1efeb' },
  dark: { realised: '#ececee', pending: '#8d929b', ended: '#555a63', failed: '#2a2e35' },
}

/**
 * The squares of the Matrix by their step, from little realised to all: YlGnBu of ColorBrewer, which the colour-blind tell
 * apart; what has more stands out more.
 */
export const STEP_FILLS: Record<Scheme, readonly { fill: string; edge: string }[]> = {
  light: [
    { fill: '#ffffcc', edge: '#98912e' },
    { fill: '#a1dab4', edge: '#3f9a63' },
    { fill: '#41b6c4', edge: '#1c7f92' },
    { fill: '#2c7fb8', edge: '#2c7fb8' },
    { fill: '#253494', edge: '#253494' },
  ],
  dark: [
    { fill: '#26345f', edge: '#7088cc' },
    { fill: '#2c6fa6', edge: '#5f9fd6' },
    { fill: '#35a3b3', edge: '#35a3b3' },
    { fill: '#8fd4a8', edge: '#8fd4a8' },
    { fill: '#ffffcc', edge: '#ffffcc' },
  ],
}

/** Rules between rows, fainter than those of the palette, and parts of a whole that are not marked out. */
export const RULES: Record<Scheme, string> = { light: '#e4e2de', dark: '#30343b' }
export const PARTS: Record<Scheme, string> = { light: '#dfdfdf', dark: '#3b3d43' }
