import { readFileSync } from 'node:fs'
import { readDataFolderFromDisk } from '../../src/formats/dataFolderFromDisk.ts'
import { facetInWords } from '../../src/network/series.ts'
import { filesOf, root } from './sources.ts'
import { wordsIn, type FoundWords } from './words.ts'

/** All that the catalogues are to hold: what the code says, and the common labels of Dyad's own dataset. */

/** What was found in all of src. */
export function wordsOfCode(): FoundWords {
  const files = filesOf('src').filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  const found = files.map((file) => wordsIn(file, readFileSync(`${root}/${file}`, 'utf8')))
  return { messages: [...new Set(found.flatMap((own) => own.messages))], faults: found.flatMap((own) => own.faults) }
}

/**
 * What the page says of the data by `known`: labels of relation types, names of organisations and seats, marked dates, and
 * what series and figures measure. States are named by CLDR; titles and notes stay in English.
 */
export function labelsOfData(): string[] {
  const { relationTypes, actors, markedDates, series, initiatives } = readDataFolderFromDisk(`${root}/data`).dataset!
  const observations = series.flatMap((own) => own.observations)
  // What is reported by an actor is called after it.
  const inData = actors.map((actor) => actor.names.en.toLowerCase())
  const facets = observations
    .flatMap((own) => [own.facets?.commodity, own.facets?.flow, own.facets?.basis])
    .flatMap((facet) => (facet === undefined ? [] : [facetInWords(facet)]))
    .filter((facet) => !inData.some((name) => `${facet} `.startsWith(`${name} `)))
  const labels = [
    ...relationTypes.flatMap(({ label, subtypes }) => [label, ...subtypes.map((own) => own.label)]),
    ...actors.flatMap(({ id, kind, names, fullName, seat }) => [
      ...(kind === 'organisation' ? [names.en, id] : []),
      fullName,
      seat?.name,
    ]),
    ...(markedDates ?? []).map(({ label }) => label),
    ...series.flatMap(({ title, measure, codes }) => [title, measure, ...Object.values(codes ?? {})]),
    ...observations.map(({ unit }) => unit),
    ...facets.map(facetInWords),
    ...initiatives.flatMap(({ magnitudes }) => (magnitudes ?? []).map(({ unit }) => unit)),
  ]
  return [...new Set(labels.filter((label) => label !== undefined))]
}
