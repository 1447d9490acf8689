/** The terms that are explained beside where they stand. */
export type TermId = 'outcome' | 'nature' | 'valence' | 'confidence' | 'verdict'
