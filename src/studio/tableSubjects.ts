import { dateInWords } from '../language/dates.ts'
import { known, t } from '../language/messages.ts'
import { parseDate } from '../model/dates.ts'
import type { Filters } from '../network/filters.ts'
import { historyOfAll } from '../network/history.ts'
import { ledgerOf } from '../network/ledger.ts'
import { ledgerColumns, sortedLines } from '../network/ledgerColumns.ts'
import { largestCell, matrixOf, matrixWithin, sortedMatrix } from '../network/matrix.ts'
import { readCount, type Reading } from '../network/measures.ts'
import { initiativeTitle } from '../network/profile.ts'
import type { Selection } from '../network/select.ts'
import { othersInSeries, publishersOf, seriesSets } from '../network/seriesSets.ts'
import { coursesSubject } from '../pictures/coursesArt.ts'
import { ledgerSubject } from '../pictures/ledgerArt.ts'
import { matrixSubject } from '../pictures/matrixArt.ts'
import { seriesSubject } from '../pictures/seriesArt.ts'
import type { Subject } from '../pictures/subject.ts'
import type { TimelineInput } from '../pictures/timelineInput.ts'
import type { Session } from '../state/session.ts'
import { namesOf, textsOf } from './sessionTexts.ts'
import { readingOf, type SubjectLook } from './viewSubjects.ts'

/** The views that are tables and charts: what is chosen in a session as a subject of a picture. */

type Kept = NonNullable<TimelineInput['kept']>

/**
 * The Matrix, as it is chosen.
 * @param last what rows, columns and scales are kept for: in a film what is selected at its last day
 */
export function matrixOfSession(session: Session, { style, ...look }: SubjectLook, last?: Kept): Subject {
  const { columns, every } = session
  const { focus, matrixSide: side, matrixSort, filters, width } = session.choices.getState()
  const nameOf = namesOf(session)
  const readingAt = (selection: Selection): Reading => {
    const chosen = readingOf(session, width, selection)
    // A series knows no subtypes.
    return side === 'subtype' && !chosen.measure.isCount ? readCount('initiatives', every, selection.outcomes) : chosen
  }
  const matrixAt = ({ selection, links }: Kept, own: Filters) =>
    matrixOf({ columns, filters: own, selection, links, focus, side, reading: readingAt(selection) })
  const now = session.derive()
  const { selection } = now
  const reading = readingAt((last ?? now).selection)
  const kept = last && sortedMatrix(matrixAt(last, { ...filters, outcome: null }), matrixSort, nameOf)
  const matrix = matrixAt(now, filters)
  return matrixSubject(
    {
      ...look,
      columns,
      selection,
      matrix: kept ? matrixWithin(matrix, kept) : sortedMatrix(matrix, matrixSort, nameOf),
      kept,
      side,
      measure: reading.measure,
      most: reading.measure.isCount ? largestCell(columns, focus, side) : reading.most,
      nameOf,
    },
    style,
  )
}

/**
 * The Ledger, as it is chosen.
 * @param last what rows and widths are kept for: in a film what is selected at its last day
 */
export function ledgerOfSession(session: Session, { style, ...look }: SubjectLook, last?: Kept): Subject {
  const { columns } = session
  const { selection, links, comparison } = session.derive()
  const { focus, ledgerColumns: set, ledgerSort, since } = session.choices.getState()
  const nameOf = namesOf(session)
  const ledger = ledgerOf({ columns, selection, links, comparison, focus })
  const kept = last && ledgerOf({ columns, ...last, comparison, focus })
  const shown = ledgerColumns(columns, set, since && dateInWords(since))
  return ledgerSubject(
    {
      ...look,
      columns,
      selection,
      comparison,
      lines: sortedLines(ledger, shown, ledgerSort, nameOf),
      total: ledger.total,
      kept: kept && { lines: sortedLines(kept, shown, ledgerSort, nameOf), total: kept.total },
      shown,
      focus,
      nameOf,
    },
    style,
  )
}

/** The yearly series of the dyad that is inspected; else those of the focus and its largest partners. */
export function seriesOfSession(session: Session, { style, ...look }: SubjectLook): Subject {
  const { columns } = session
  const texts = textsOf(session)
  const { selection, links, comparison, asOf } = session.derive()
  const { focus, filters, beside: chosen, inspected } = session.choices.getState()
  const dyad = inspected?.kind === 'dyad' ? columns.dyads.find(({ id }) => id === inspected.id) : undefined
  const actor = dyad && dyad.a !== focus && dyad.b !== focus ? dyad.a : focus
  const partner = dyad ? (dyad.a === actor ? dyad.b : dyad.a) : null
  const of = { actor, partner, partners: filters.partner, types: filters.type, asOf }
  const series = texts?.series ?? []
  const others = othersInSeries(series, columns.outline.actors, of)
  const sets = seriesSets(series, others, chosen !== null && others.includes(chosen) ? chosen : null, of)
  // Initiatives stand once for each relation type, under its first series.
  const initiatives = new Map<string, readonly number[]>()
  for (const { series: own } of sets) {
    if (dyad && !sets.some(({ series: { id, type } }) => type === own.type && initiatives.has(id))) {
      const ties = links.filter((link) => link.dyad.id === dyad.id && link.type === own.type)
      initiatives.set(
        own.id,
        ties.flatMap((link) => link.initiatives),
      )
    }
  }
  return seriesSubject(
    {
      ...look,
      columns,
      selection,
      sets,
      publishersOf: (set) => publishersOf(set, texts?.sources ?? {}),
      initiatives,
      titleOf: (position) => initiativeTitle(columns, texts, position),
      since: comparison?.since ?? null,
      nameOf: namesOf(session),
    },
    style,
  )
}

/**
 * The course of outcomes of the selection up to the as-of date.
 * @param last what the axes are kept for: in a film what is selected at its last day
 */
export function coursesOfSession(session: Session, { style, ...look }: SubjectLook, last?: Kept): Subject {
  const { columns } = session
  const { selection, comparison, asOf } = session.derive()
  return coursesSubject(
    {
      ...look,
      moments: historyOfAll(columns, selection, asOf),
      kept: last && historyOfAll(columns, last.selection, last.selection.asOf),
      since: comparison?.since ?? null,
      marked: columns.outline.markedDates.map(({ date, label }) => ({
        day: parseDate(date)!.last,
        words: t('{name}, {date}', { name: known(label), date: dateInWords(date) }),
      })),
    },
    style,
  )
}
