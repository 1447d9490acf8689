import { msg, type Message } from '../../language/messages.ts'
import type { Stage } from '../../model/outcome.ts'
import type { Confidence, Nature, Valence } from '../../model/schema.ts'

/** What the stages of a milestone mean; in full, with examples and rules, in `data/CODEBOOK.md`. A test holds the two together. */
export const STAGE_MEANINGS: Record<Stage, Message> = {
  proposed: msg('put forward by one side'),
  announced: msg('said publicly by those concerned to be going ahead'),
  signed: msg('a document was signed, of whatever legal weight; the note says which'),
  'under-way': msg('work or payment has begun, nothing is in operation yet'),
  'in-force': msg('legally or practically operating, without a first output on record'),
  delivering: msg('first or further real output'),
  completed: msg('all that was promised is there, or a one-off event took place, or a target was met'),
  stalled: msg('held up, without a decision to stop'),
  suspended: msg('stopped by a decision that can be taken back'),
  cancelled: msg('given up by a decision'),
  expired: msg('its date or term passed without fulfilment or renewal'),
}

type Grade = Exclude<Confidence, 'unstated'>

export const GRADES: readonly Grade[] = ['high', 'medium', 'low']

/** What the grades are called under the heading of confidence. */
export const CONFIDENCE_NAMES: Record<Grade, Message> = { high: msg('High'), medium: msg('Medium'), low: msg('Low') }

export const CONFIDENCE_MEANINGS: Record<Grade, Message> = {
  high: msg('an official source, or two independent sources that agree'),
  medium: msg('one good source'),
  low: msg('sources disagree or are vague; the summary then says about what'),
}

export const NATURE_MEANINGS: Record<Nature, Message> = {
  output: msg('something that lasts or flows, such as deliveries, a treaty, a plant'),
  process: msg(
    'a meeting, a visit, an exercise, a declaration: it takes place and is over; results are not counted among these',
  ),
}

export const VALENCE_MEANINGS: Record<Valence, Message> = {
  cooperation: msg('the two sides act together'),
  conflict: msg(
    'they act against each other, as with sanctions and disputes: drawn apart, and never counted as a result',
  ),
}

export const SILENT_MEANING = msg(
  'pending, with no milestone on record for long (five years, unless the Settings say otherwise); nothing heard is not the same as nothing done',
)

/** What was changed in Dyad's own dataset, by its version, the latest first. */
export const CHANGES_OF_OWN: readonly { version: string; words: Message }[] = [
  { version: '1.0.0', words: msg('The first version, with evidence to 18 June 2026.') },
]

/** What is not in Dyad's own dataset, and where it is weak, as its codebook says. */
export const NOT_IN_OWN: readonly Message[] = [
  msg(
    'General talk of friendship, plans of one firm without a counterpart, and routine trade that no agreement governs are not in it; the series carry trade.',
  ),
  msg(
    'It is not a census. Initiatives were found in what the press and research institutes reported, mostly in English: their number says how much was reported as much as how much there was.',
  ),
  msg('Failures are reported less than signatures, and the end of something small often not at all.'),
  msg(
    'A life may have gone on undocumented. What is pending for many years without a milestone has probably failed quietly; it is still coded as documented.',
  ),
  msg(
    'Since 2022 trade by country, arms deliveries and energy shipments are published less; what there is comes from partners, agencies and officials’ remarks.',
  ),
  msg('Figures are claims: a contract value is what was announced.'),
]
