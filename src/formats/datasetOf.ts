import type { Outline, Texts } from '../model/outline.ts'
import type { Dataset, Initiative } from '../model/schema.ts'

/**
 * The dataset whose two halves are given, in its plain form: actors around it after the others, no word for what goes
 * without saying (cooperation, no figures, no views). What was read in a source is not in the halves.
 */
export function datasetOf({ outline, texts }: { outline: Outline; texts: Texts }): Dataset {
  return {
    format: 'dyad/1',
    title: outline.title,
    description: outline.description,
    version: outline.version,
    asOf: outline.asOf,
    focus: outline.focus,
    licence: outline.licence,
    citation: outline.citation,
    markedDates: outline.markedDates,
    ...(texts.views.length > 0 && { views: texts.views }),
    actors: [...outline.actors, ...texts.contextActors],
    relationTypes: outline.relationTypes,
    initiatives: [...initiativesIn({ outline, texts })],
    sources: Object.values(texts.sources),
    series: texts.series,
    memberships: texts.memberships,
  }
}

/** The initiatives of a dataset whose two halves are given, see {@link datasetOf}: each is made when it is asked for. */
export function* initiativesIn({ outline, texts }: { outline: Outline; texts: Texts }): Generator<Initiative> {
  let i = 0
  for (const head of outline.initiatives) {
    const body = texts.initiatives.at(i++)!
    yield {
      id: head.id,
      from: head.from,
      to: head.to,
      directed: head.directed,
      type: head.type,
      subtype: head.subtype,
      title: body.title,
      summary: body.summary,
      parties: body.parties,
      milestones: head.milestones.map(({ date, stage }, j) => ({ date, stage, ...body.milestones[j]! })),
      ...(body.magnitudes.length > 0 && { magnitudes: body.magnitudes }),
      tags: body.tags,
      ...(head.valence === 'conflict' && { valence: head.valence }),
      confidence: head.confidence,
    }
  }
}
