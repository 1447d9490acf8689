import { dateInWords } from '../language/dates.ts'
import { catalogue, language, t } from '../language/messages.ts'
import { packOutline, packTexts } from '../formats/compact.ts'
import type { CopyParts } from '../formats/copyFile.ts'
import { cutHalves } from '../formats/cut.ts'
import type { Texts } from '../model/outline.ts'
import { columnsOf, type Columns } from '../network/columns.ts'
import { scalesOf } from '../network/seriesMeasures.ts'
import type { Choices } from '../state/choices.ts'
import type { Derived } from '../state/derived.ts'
import type { Permit } from '../state/edition.ts'
import { readHash, writeHash } from '../state/hash.ts'

/** What a copy is made from. */
export interface CopyInput {
  columns: Columns
  texts: Texts
  choices: Choices
  derived: Pick<Derived, 'asOf' | 'selection' | 'sentence'>
  permits: ReadonlySet<Permit>
  title: string
  /** The address of the page, with its hash. */
  address: string
  /** All flags that are known, as SVG texts by the names that actors give. */
  flags: Readonly<Record<string, string>>
}

/**
 * The copy of what is selected. A reader who may not move the date is given nothing that came after it. What series measure
 * is drawn to the scale of the whole dataset, so that it looks as it did.
 */
export function copyOf({ columns, texts, choices, derived, permits, title, address, flags }: CopyInput): CopyParts {
  const organisations = columns.outline.actors.filter(({ kind }) => kind === 'organisation').map(({ id }) => id)
  const cut = cutHalves(
    { outline: columns.outline, texts },
    {
      initiatives: derived.selection.initiatives,
      // Boxes around members are drawn of all organisations.
      organisations: choices.layout === 'organisation' ? organisations : choices.unfolded,
      until: permits.has('asof') ? null : derived.asOf,
    },
  )
  const head = { ...cut.outline, scales: scalesOf(columns, texts) }
  const flagsOf = (actors: readonly { flag?: string | undefined }[]) =>
    Object.fromEntries(actors.flatMap(({ flag }) => (flag && flags[flag] ? [[flag, flags[flag]] as const] : [])))
  return {
    title,
    holds: holdsInWords(derived.sentence, choices.asOf, permits),
    permits: [...permits],
    language: language().id,
    messages: catalogue(),
    hash: hashIn(columns, columnsOf(head), permits.has('details') ? choices : { ...choices, inspected: null }),
    home: /^https?:/.test(address) ? address : null,
    outline: packOutline(head),
    texts: packTexts(cut.texts),
    flags: flagsOf(cut.outline.actors),
    contextFlags: flagsOf(cut.texts.contextActors),
  }
}

/** What a copy holds, and what it doesn't. */
function holdsInWords(sentence: string, asOf: string, permits: ReadonlySet<Permit>): string {
  const date = dateInWords(asOf)
  // The sentence names a date that is not the dataset's own.
  return t(
    'A copy of a selection: {sentence}{dated, select, yes {} other { as of {date}}}. No other initiatives are in it, {moved, select, yes {whatever the date} other {and nothing after that day}}.',
    {
      sentence,
      date,
      dated: sentence.includes(date) ? 'yes' : 'no',
      moved: permits.has('asof') ? 'yes' : 'no',
    },
  )
}

/** The choices as far as they make sense of the cut dataset: an option that is gone from it would be a fault in the hash. */
function hashIn(columns: Columns, cut: Columns, choices: Choices): string {
  return writeHash(readHash(writeHash(choices, columns), cut).choices, cut)
}
