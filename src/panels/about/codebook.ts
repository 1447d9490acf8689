import type { Stage } from '../../model/outcome.ts'
import type { Confidence, Nature, Valence } from '../../model/schema.ts'

/** What the stages of a milestone mean; in full, with examples and rules, in `data/CODEBOOK.md`. A test holds the two together. */
export const STAGE_MEANINGS: Record<Stage, string> = {
  proposed: 'put forward by one side',
  announced: 'said publicly by those concerned to be going ahead',
  signed: 'a document was signed, of whatever legal weight; the note says which',
  'under-way': 'work or payment has begun, nothing is in operation yet',
  'in-force': 'legally or practically operating, without a first output on record',
  delivering: 'first or further real output',
  completed: 'all that was promised is there, or a one-off event took place, or a target was met',
  stalled: 'held up, without a decision to stop',
  suspended: 'stopped by a decision that can be taken back',
  cancelled: 'given up by a decision',
  expired: 'its date or term passed without fulfilment or renewal',
}

export const CONFIDENCE_MEANINGS: Record<Exclude<Confidence, 'unstated'>, string> = {
  high: 'an official source, or two independent sources that agree',
  medium: 'one good source',
  low: 'sources disagree or are vague; the summary then says about what',
}

export const NATURE_MEANINGS: Record<Nature, string> = {
  output: 'something that lasts or flows, such as deliveries, a treaty, a plant',
  process:
    'a meeting, a visit, an exercise, a declaration: it takes place and is over; results are not counted among these',
}

export const VALENCE_MEANINGS: Record<Valence, string> = {
  cooperation: 'the two sides act together',
  conflict: 'they act against each other, as with sanctions and disputes: drawn apart, and never counted as a result',
}

export const SILENT_MEANING =
  'pending, with no milestone on record for long (five years, unless the Settings say otherwise); nothing heard is not the same as nothing done'

/** What was changed in Dyad's own dataset, by its version, the latest first. */
export const CHANGES_OF_OWN: readonly { version: string; words: string }[] = [
  { version: '1.0.0', words: 'The first version, with evidence to 18 June 2026.' },
]

/** What is not in Dyad's own dataset, and where it is weak, as its codebook says. */
export const NOT_IN_OWN: readonly string[] = [
  'General talk of friendship, plans of one firm without a counterpart, and routine trade that no agreement governs are not in it; the series carry trade.',
  'It is not a census. Initiatives were found in what the press and research institutes reported, mostly in English: their number says how much was reported as much as how much there was.',
  'Failures are reported less than signatures, and the end of something small often not at all.',
  'A life may have gone on undocumented. What is pending for many years without a milestone has probably failed quietly; it is still coded as documented.',
  'Since 2022 trade by country, arms deliveries and energy shipments are published less; what there is comes from partners, agencies and officials’ remarks.',
  'Figures are claims: a contract value is what was announced.',
]
