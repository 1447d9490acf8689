import type { Actor, Observation, Series } from '../model/schema.ts'
import type { DatasetBuilder } from './datasetBuilder.ts'

/** Trade as files of others give it: a figure a pair, year and flow, from which a series and a tie a dyad are made. */
export interface TradeTies {
  /**
   * Adds a flow of goods.
   * @param value in millions of US dollars; a flow of zero makes no tie
   * @param facets what tells it from other flows of the same pair and year
   */
  flow: (from: Actor, to: Actor, year: number, value: number, facets?: Record<string, string>) => void
  /** Puts the ties and the series into the dataset. */
  finish: (series: Pick<Series, 'id' | 'title' | 'measure' | 'method'>) => void
}

/** Gathers flows of trade. The rows of the file are counted by the caller; the ties that follow from them are not rows. */
export function tradeTies(builder: DatasetBuilder): TradeTies {
  const observations: Observation[] = []
  const dyads = new Map<string, { a: Actor; b: Actor; since: number }>()
  const sources = [builder.fileSource]
  return {
    flow: (from, to, year, value, facets) => {
      observations.push({
        from: from.id,
        to: to.id,
        year,
        value,
        unit: 'USD m',
        ...(facets && { facets }),
        sources,
      })
      if (value <= 0) return
      const key = from.id < to.id ? `${from.id} ${to.id}` : `${to.id} ${from.id}`
      const known = dyads.get(key)
      if (!known) dyads.set(key, { a: from, b: to, since: year })
      else if (year < known.since) known.since = year
    },
    finish: (series) => {
      for (const { a, b, since } of dyads.values()) {
        builder.add({
          id: `trade ${a.id} ${b.id}`,
          from: a,
          to: b,
          directed: false,
          type: 'economy',
          subtype: 'trade',
          title: `Trade between ${a.names.en} and ${b.names.en}`,
          milestones: [
            { date: yearText(since), stage: 'in-force', note: 'The first year for which the file reports trade.' },
          ],
        })
      }
      // The builder counts a row an initiative; here rows are figures.
      builder.take(-dyads.size)
      if (observations.length > 0) {
        builder.addSeries({ ...series, type: 'economy', directed: true, absence: 'unknown', observations })
      }
    },
  }
}

function yearText(year: number): string {
  return String(year).padStart(4, '0')
}
