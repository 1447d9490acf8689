/** Something in the picture that the pointer is on. */
export type Target = { kind: 'actor' | 'link'; id: string }

/** What stands out: everything else is dimmed, and the selected is marked. */
export interface Emphasis {
  /** Actors and links that stay bright; `null`: all. */
  bright: { actors: ReadonlySet<string>; links: ReadonlySet<string> } | null
  selected: { actors: ReadonlySet<string>; links: ReadonlySet<string> }
  /** Where the keyboard is. */
  walked?: Target | null
}

const NOTHING: ReadonlySet<string> = new Set()

/** Nothing stands out. */
export const NO_EMPHASIS: Emphasis = { bright: null, selected: { actors: NOTHING, links: NOTHING }, walked: null }
