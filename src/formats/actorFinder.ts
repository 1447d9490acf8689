import type { Actor } from '../model/schema.ts'

/** Finds actors by any name or code that files of others write. */
export interface ActorFinder {
  /**
   * @param name a name in any common spelling, or an ISO 3166 alpha-2 or alpha-3 code
   * @returns the actor, or `null` where none is meant beyond doubt
   */
  byName: (name: string) => Actor | null
  /** @param number of the Correlates of War (`cow`), of Gleditsch and Ward (`gw`), or ISO 3166 numeric, as UN Comtrade writes it (`m49`) */
  byNumber: (scheme: 'cow' | 'gw' | 'm49', number: number) => Actor | null
  /** @param letters the abbreviation of the Correlates of War, in which AUS is Austria and SLV Slovenia */
  byCowLetters: (letters: string) => Actor | null
  /** @param code an actor's own id, as in a dataset of Dyad */
  byId: (code: string) => Actor | null
  /** Actors that a name may stand for, the likeliest first; at most five. */
  suggestions: (name: string) => readonly Actor[]
}
