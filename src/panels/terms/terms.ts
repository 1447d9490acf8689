import { msg, type Message } from '../../language/messages.ts'

/** The terms that are explained beside where they stand. */
export type TermId = 'outcome' | 'nature' | 'valence' | 'confidence' | 'verdict'

/** What they are called within a sentence. */
export const TERM_LABELS: Record<TermId, Message> = {
  outcome: msg('outcome'),
  nature: msg('nature'),
  valence: msg('valence'),
  confidence: msg('confidence'),
  verdict: msg('promised and delivered'),
}
