import { dateInWords, parseDate } from '../model/dates.ts'
import { historyOf } from '../network/history.ts'
import { ledgerOf } from '../network/ledger.ts'
import { ledgerColumns, sortedLines } from '../network/ledgerColumns.ts'
import { largestCell, matrixOf, sortedMatrix } from '../network/matrix.ts'
import { readCount } from '../network/measures.ts'
import { initiativeTitle } from '../network/profile.ts'
import { othersInSeries, publishersOf, seriesSets } from '../network/seriesSets.ts'
import { coursesSubject } from '../pictures/coursesArt.ts'
import { ledgerSubject } from '../pictures/ledgerArt.ts'
import { matrixSubject } from '../pictures/matrixArt.ts'
import { seriesSubject } from '../pictures/seriesArt.ts'
import type { Subject } from '../pictures/subject.ts'
import type { Session } from '../state/session.ts'
import { readingOf, textsOf, type SubjectLook } from './viewSubjects.ts'

/** The views that are tables and charts: what is chosen in a session as a subject of a picture. */

/** The Matrix, as it is chosen. */
export function matrixOfSession(session: Session, { style, ...look }: SubjectLook): Subject {
  const { columns, every } = session
  const { selection, links } = session.derive()
  const { focus, matrixSide: side, matrixSort, filters, width } = session.choices.getState()
  const { outcomes } = selection
  const chosen = readingOf(session, width)
  // A series knows no subtypes.
  const reading = side === 'subtype' && !chosen.measure.isCount ? readCount('initiatives', every, outcomes) : chosen
  const nameOf = namesOf(session)
  const matrix = matrixOf({ columns, filters, selection, links, focus, side, reading })
  return matrixSubject(
    {
      ...look,
      columns,
      selection,
      matrix: sortedMatrix(matrix, matrixSort, nameOf),
      side,
      measure: reading.measure,
      most: reading.measure.isCount ? largestCell(columns, every, focus, side) : reading.most,
      nameOf,
    },
    style,
  )
}

/** The Ledger, as it is chosen. */
export function ledgerOfSession(session: Session, { style, ...look }: SubjectLook): Subject {
  const { columns } = session
  const { selection, links, comparison } = session.derive()
  const { focus, ledgerColumns: set, ledgerSort, since } = session.choices.getState()
  const nameOf = namesOf(session)
  const ledger = ledgerOf({ columns, selection, links, comparison, focus })
  const shown = ledgerColumns(columns, set, since && dateInWords(since))
  return ledgerSubject(
    {
      ...look,
      columns,
      selection,
      comparison,
      lines: sortedLines(ledger, shown, ledgerSort, nameOf),
      total: ledger.total,
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

/** The course of outcomes of the selection up to the as-of date. */
export function coursesOfSession(session: Session, { style, ...look }: SubjectLook): Subject {
  const { columns } = session
  const { selection, comparison, asOf } = session.derive()
  return coursesSubject(
    {
      ...look,
      moments: historyOf(columns, selection.initiatives, asOf),
      since: comparison?.since ?? null,
      marked: columns.outline.markedDates.map(({ date, label }) => ({ day: parseDate(date)!.last, label })),
    },
    style,
  )
}

/** The names of all actors of a session, those that occur only in series among them. */
export function namesOf(session: Session): (actor: string) => string {
  const actors = [...session.columns.outline.actors, ...(textsOf(session)?.contextActors ?? [])]
  const names = new Map(actors.map(({ id, names: { en } }) => [id, en]))
  return (actor) => names.get(actor) ?? actor
}
