import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSilent, outcomeAt } from '../../src/model/outcome.ts'
import { yearsBefore, type Day } from '../../src/model/dates.ts'
import { dyadsAt, optionsAt } from '../../src/network/columns.ts'
import { DIMENSIONS, NO_FILTERS, type Dimension, type Filters } from '../../src/network/filters.ts'
import { historyOf, historyOfAll } from '../../src/network/history.ts'
import { linksOf } from '../../src/network/links.ts'
import { createSelect, select, type Matches, type Selection } from '../../src/network/select.ts'
import { accountOf, accountOfAll, accountsByDyad, silentOfAll } from '../../src/network/tally.ts'
import { columns, dayOf, outline } from '../bundled.ts'

const initiatives = [...outline.initiatives]

/** The options of an initiative in a dimension, by the slow and plain way. */
function valuesOf(i: number, dimension: Dimension, asOf: Day): string[] {
  if (dimension === 'outcome') {
    const outcome = outcomeAt(initiatives[i]!.milestones, asOf)
    return outcome ? [outcome] : []
  }
  return optionsAt(columns, dimension, i).map((option) => columns.options[dimension][option]!.value)
}

/** What an initiative fails, but for the dimension that is left out. */
function passesBut(i: number, left: Dimension | 'period' | null, filters: Filters, asOf: Day, matches: Matches | null) {
  if (initiatives[i]!.milestones[0]!.day > asOf) return false
  const year = columns.beginYears[i]!
  const { period } = filters
  return (
    DIMENSIONS.every((dimension) => {
      const chosen = filters[dimension]
      return (
        dimension === left || chosen === null || valuesOf(i, dimension, asOf).some((value) => chosen.includes(value))
      )
    }) &&
    (left === 'period' || period === null || (year >= period[0] && year <= period[1])) &&
    (matches === null || matches[i] === 1)
  )
}

const day = fc.oneof(
  fc.constantFrom('1900-01-01', '1991-12-25', '2014-12-31', '2015-12-23', '2026-06-18').map(dayOf),
  fc.integer({ min: dayOf('1950-01-01'), max: dayOf('2030-01-01') }),
)
const chosen = (dimension: Dimension) =>
  fc.option(fc.subarray(columns.options[dimension].map(({ value }) => value)), { freq: 2 })
const filters: fc.Arbitrary<Filters> = fc
  .record({
    ...(Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, chosen(dimension)])) as Record<
      Dimension,
      fc.Arbitrary<string[] | null>
    >),
    period: fc.option(
      fc
        .tuple(fc.integer({ min: 1950, max: 2026 }), fc.integer({ min: 1950, max: 2026 }))
        .map(([one, other]): [number, number] => (one < other ? [one, other] : [other, one])),
      { freq: 2 },
    ),
  })
  .map((own) => ({ ...NO_FILTERS, ...own }))
/** One choice after the other, as a person makes them: mostly a single part changes. */
const step = fc.oneof(
  day.map((asOf) => ({ asOf })),
  filters.map((own) => ({ filters: own })),
  fc
    .tuple(fc.constantFrom(...DIMENSIONS), filters)
    .map(([part, own]): { part: Partial<Filters> } => ({ part: { [part]: own[part] } })),
  fc.option(fc.array(fc.integer({ min: 0, max: columns.count - 1 }))).map((found) => ({
    matches: found && Uint8Array.from({ length: columns.count }, (_, i) => Number(found.includes(i))),
  })),
  fc.integer({ min: 0, max: 20 }).map((silentYears) => ({ silentYears })),
)

/** All that a selection says, as one text: a thousand numbers are compared at once. */
const plain = (selection: Selection) =>
  JSON.stringify([
    selection.asOf,
    selection.begun,
    selection.size,
    initiatives.map((_, i) => [selection.outcomes.at(i), selection.isSilent(i), selection.passes(i)]),
    Object.values(selection.marks).map((marks) => [...marks]),
    selection.counters,
    selection.initiatives,
    selection.counts,
    selection.histogram,
  ])

describe('selecting from one choice to the next', () => {
  it('comes to the same as selecting anew, and leaves earlier selections as they were', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const next = createSelect(columns)
        let question = {
          filters: NO_FILTERS,
          asOf: dayOf('2026-06-18'),
          matches: null as Matches | null,
          silentYears: 5,
        }
        const kept: [Selection, string][] = []
        for (const own of [{}, ...steps]) {
          question =
            'part' in own
              ? { ...question, filters: { ...question.filters, ...(own.part as Partial<Filters>) } }
              : { ...question, ...own }
          const { filters: asked, asOf, matches, silentYears } = question
          const selection = next(asked, asOf, matches, silentYears)
          expect(plain(selection)).toBe(plain(select(columns, asked, asOf, matches, silentYears)))
          kept.push([selection, plain(selection)])
        }
        for (const [selection, before] of kept) expect(plain(selection)).toBe(before)
      }),
      { numRuns: 60 },
    )
  })

  it('comes to what the plain way comes to, one initiative at a time', () => {
    fc.assert(
      fc.property(filters, day, fc.integer({ min: 0, max: 20 }), (own, asOf, silentYears) => {
        const selection = select(columns, own, asOf, null, silentYears)
        const passing = initiatives.flatMap((_, i) => (passesBut(i, null, own, asOf, null) ? [i] : []))
        expect(selection.initiatives).toEqual(passing)
        expect(initiatives.map((_, i) => selection.outcomes.at(i))).toEqual(
          initiatives.map(({ milestones }) => outcomeAt(milestones, asOf)),
        )
        const heardAfter = yearsBefore(asOf, silentYears)
        const silent = initiatives.map(({ milestones }) => isSilent(milestones, asOf, heardAfter))
        expect(initiatives.map((_, i) => selection.isSilent(i))).toEqual(silent)
        for (const dimension of DIMENSIONS) {
          const counts = columns.options[dimension].map(
            ({ value }) =>
              initiatives.filter(
                (_, i) => passesBut(i, dimension, own, asOf, null) && valuesOf(i, dimension, asOf).includes(value),
              ).length,
          )
          expect(selection.counts[dimension]).toEqual(counts)
        }
        const inYears = initiatives.filter((_, i) => passesBut(i, 'period', own, asOf, null)).length
        expect(selection.histogram.flat().reduce((sum, count) => sum + count, 0)).toBe(inYears)
        expect(accountOfAll(columns, selection)).toEqual(accountOf(columns, selection, passing))
        expect(silentOfAll(columns, selection)).toBe(passing.filter((i) => silent[i]).length)
        expect(historyOf(columns, passing, asOf).at(-1)?.tally ?? null).toEqual(
          passing.length === 0
            ? null
            : Object.fromEntries(
                (['realised', 'pending', 'ended', 'failed'] as const).map((outcome) => [
                  outcome,
                  passing.filter((i) => selection.outcomes.at(i) === outcome).length,
                ]),
              ),
        )
        expect(historyOfAll(columns, selection, asOf)).toEqual(historyOf(columns, passing, asOf))
        for (const { day: then, tally } of historyOfAll(columns, selection, asOf)) {
          const stood = passing.map((i) => outcomeAt(initiatives[i]!.milestones, then))
          for (const outcome of ['realised', 'pending', 'ended', 'failed'] as const) {
            expect(tally[outcome]).toBe(stood.filter((those) => those === outcome).length)
          }
        }
        const links = linksOf(columns, own, selection)
        const inLinks = (dyad: string) => [
          ...new Set(links.filter((link) => link.dyad.id === dyad).flatMap((link) => link.initiatives)),
        ]
        const { accounts } = accountsByDyad(columns, selection, ({ id }) => links.some(({ dyad }) => dyad.id === id))
        for (const [dyad, account] of accounts) {
          expect(account).toEqual(accountOf(columns, selection, inLinks(dyad)))
        }
        expect(accountsByDyad(columns, selection, () => true).all).toEqual(accountOf(columns, selection, passing))
        for (const link of links) {
          const members = passing.filter(
            (i) =>
              dyadsAt(columns, i).some((dyad) => columns.dyads[dyad] === link.dyad) &&
              initiatives[i]!.type === link.type &&
              initiatives[i]!.valence === link.valence,
          )
          expect(link.initiatives).toEqual(members)
          expect(link.size).toBe(members.length)
          expect(link.silent).toBe(members.filter((i) => silent[i]).length)
          for (const outcome of ['realised', 'pending', 'ended', 'failed'] as const) {
            expect(link.tally[outcome]).toBe(members.filter((i) => selection.outcomes.at(i) === outcome).length)
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('looks only at what has a milestone, or falls silent, between two days', () => {
    const next = createSelect(columns)
    next(NO_FILTERS, dayOf('2017-10-23'), null)
    expect(next(NO_FILTERS, dayOf('2017-10-23'), null).touched).toBe(0)
    const between = (from: string, to: string) =>
      initiatives.flatMap(({ milestones }) => milestones).filter((own) => own.day > dayOf(from) && own.day <= dayOf(to))
    expect(next(NO_FILTERS, dayOf('2017-10-24'), null).touched).toBe(
      between('2017-10-23', '2017-10-24').length + between('2012-10-23', '2012-10-24').length,
    )
  })
})
