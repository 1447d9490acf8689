/** A view of a dataset under a name: all that is chosen, as an address carries it, with a sentence that says what to see. */
export interface NamedView {
  name: string
  /** What to look at; empty where the name says enough. */
  sentence: string
  /** The part of an address after the `#`; empty for the dataset as it opens. */
  hash: string
}

/** The most characters that each part of a view may have. */
export const VIEW_LIMITS: Readonly<Record<keyof NamedView, number>> = { name: 80, sentence: 300, hash: 6000 }
