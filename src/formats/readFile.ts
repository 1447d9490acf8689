import { msg, t, type Message } from '../language/messages.ts'
import { isoDate, today } from '../model/dates.ts'
import { dateText, Initiatives } from '../model/initiatives.ts'
import { outlineOf, textsOf, type Outline } from '../model/outline.ts'
import type { Actor } from '../model/schema.ts'
import { createActorFinder } from './actors/createActorFinder.ts'
import { sampleOf } from './decodeText.ts'
import { edgeList } from './edgeList.ts'
import { keptOutline, keptTexts, type KeptOutline, type KeptTexts } from './keptHalves.ts'
import { tooLarge } from './largeFile.ts'
import { READERS } from './readers.ts'
import {
  LIMITS,
  ReadingError,
  type Decision,
  type FileInput,
  type Mapping,
  type Reading,
  type Sample,
  type UnknownActor,
} from './reading.ts'
import { sampleTable, type TableSample } from './tableSample.ts'

/** Reading a file of other people's data from its bytes to the halves of a dataset as they are kept, with all that is to be said of it. */

/** How a file is to be read. */
export interface ReadOptions {
  /** The id of a format that the person chose; `null`: as the file is recognised. */
  format: string | null
  /** What the person decided about names that find no actor, by name. */
  decisions: readonly (readonly [name: string, Decision])[]
  /** What the person said of the columns of an edge list; `null`: as guessed. */
  mapping: Mapping | null
  /** Actors that are known besides all states: those of the open dataset. */
  known: readonly Actor[]
  /** The day to which ties without any date are dated; that of the machine where it is left out. */
  today?: string
}

/** What came of it; it can be sent from a worker as it is. */
export interface FileRead {
  format: { id: string; label: string }
  title: string
  counts: { initiatives: number; actors: number; dyads: number; series: number; sources: number }
  /** The first and the last year of any milestone. */
  years: [string, string] | null
  taken: number
  rejected: Reading['rejected']
  head: readonly string[]
  notes: readonly string[]
  unknown: readonly UnknownActor[]
  /** The columns of an edge list with its first rows; `null` for all other formats. */
  table: TableSample | null
  /** To be read with `openOutline`. */
  outline: KeptOutline
}

/**
 * Reads a file.
 * @param onProgress called with how much is done, 0 to 1
 * @returns what came of it, and what gives the texts, for which nobody need wait; the two share no buffer
 * @throws ReadingError with a sentence for the person
 */
export async function readFile(
  file: FileInput,
  options: ReadOptions,
  onProgress: (share: number) => void = () => undefined,
): Promise<{ read: FileRead; texts: () => KeptTexts }> {
  if (file.bytes.length === 0) throw new ReadingError(t('“{file}” is empty.', { file: file.name }))
  if (file.bytes.length > LIMITS.bytes) throw new ReadingError(tooLarge(file.name, file.bytes.length))
  const sample = sampleOf(file)
  const reader = options.format === null ? READERS.find((own) => own.recognises(sample)) : readerOf(options.format)
  if (!reader) throw new ReadingError(unrecognised(file.name, sample))
  const actors = createActorFinder(options.known)
  const day = options.today ?? isoDate(today())
  const table = reader.id === edgeList.id ? await sampleTable(file, options.mapping, actors, day) : null
  const reading = await reader.read(file, {
    actors,
    decisions: new Map(options.decisions),
    mapping: table?.mapping ?? null,
    today: day,
    onProgress: (share) => onProgress(share * 0.9),
  })
  onProgress(0.9)
  const outline = reading.halves?.outline ?? outlineOf(reading.dataset)
  const kept = keptOutline(outline)
  onProgress(1)
  const read = {
    format: { id: reader.id, label: t(reader.label) },
    title: outline.title,
    counts: countsOf(reading, outline),
    years: yearsOf(kept),
    taken: reading.taken,
    rejected: reading.rejected,
    head: reading.head,
    notes: reading.notes,
    unknown: reading.unknown,
    table,
    outline: kept,
  }
  return { read, texts: () => keptTexts(reading.halves?.texts ?? textsOf(reading.dataset)) }
}

function readerOf(id: string) {
  return READERS.find((own) => own.id === id)
}

const READABLE = msg(
  'What can be read: Dyad’s own JSON or zip, a table of ties (CSV, TSV, XLSX), GEXF, GraphML, Cytoscape JSON, CX2, a roll-up of events in Parquet, and the files of SIPRI, UN Comtrade and the Correlates of War.',
)

/** What a file that is of no known format seems to be, and what would work. */
function unrecognised(name: string, { ending, bytes, text }: Sample): string {
  return t(seeming(ending, bytes, text), { file: name, readable: t(READABLE) })
}

function seeming(ending: string, bytes: Uint8Array, text: string): Message {
  const begins = (...codes: number[]) => codes.every((code, i) => bytes[i] === code)
  if (begins(0x25, 0x50, 0x44, 0x46))
    return msg('“{file}” seems to be a PDF document: save the table in it as CSV. {readable}')
  if (begins(0xd0, 0xcf, 0x11, 0xe0))
    return msg('“{file}” seems to be an old Excel or Word file: save it as XLSX or CSV. {readable}')
  if (begins(0x50, 0x4b)) {
    return msg(
      '“{file}” seems to be an archive, or a document of an office program, without the files of a dataset. {readable}',
    )
  }
  if (begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) || begins(0x47, 0x49, 0x46))
    return msg('“{file}” seems to be a picture. {readable}')
  if (begins(0x1f, 0x8b)) return msg('“{file}” seems to be packed with gzip: unpack it first. {readable}')
  if (ending === '.rdata' || ending === '.rds')
    return msg('“{file}” seems to be a file of R: save it there as CSV. {readable}')
  if (ending === '.dta' || ending === '.sav')
    return msg('“{file}” seems to be a file of Stata or SPSS: save it there as CSV. {readable}')
  if (ending === '.gephi') return msg('“{file}” seems to be a project of Gephi: export it there as GEXF. {readable}')
  if (ending === '.cys') {
    return msg(
      '“{file}” seems to be a session of Cytoscape: export the network there as CX2 or Cytoscape JSON. {readable}',
    )
  }
  if (/^\s*<(!doctype html|html)/i.test(text)) return msg('“{file}” seems to be a web page. {readable}')
  if (/^\s*</.test(text)) return msg('“{file}” seems to be XML, but neither GEXF nor GraphML. {readable}')
  if (/^\s*[[{]/.test(text))
    return msg('“{file}” seems to be JSON, but none that Dyad, Cytoscape or CX2 write. {readable}')
  if (text === '') return msg('“{file}” seems to be no text. {readable}')
  return msg(
    '“{file}” is no table of ties: it needs a row for each tie, with a column for each of the two actors. {readable}',
  )
}

function countsOf(reading: Reading, { initiatives }: Outline): FileRead['counts'] {
  const dyads = new Set<string>()
  for (const [from, to] of Initiatives.of(initiatives).columns.sides.values) {
    for (const one of from) for (const other of to) dyads.add(one < other ? `${one} ${other}` : `${other} ${one}`)
  }
  return { initiatives: initiatives.length, dyads: dyads.size, ...otherCountsOf(reading) }
}

/** The dataset is asked for only where there are no halves: it would be made of them. */
function otherCountsOf(reading: Reading): Pick<FileRead['counts'], 'actors' | 'series' | 'sources'> {
  if (reading.halves) {
    const { outline, texts } = reading.halves
    return {
      actors: outline.actors.length + texts.contextActors.length,
      series: texts.series.length,
      sources: Object.keys(texts.sources).length,
    }
  }
  const { actors, series, sources } = reading.dataset
  return { actors: actors.length, series: series.length, sources: sources.length }
}

function yearsOf({ dates }: KeptOutline): [string, string] | null {
  if (dates.length === 0) return null
  let [first, last] = [dates[0]!, dates[0]!]
  for (const date of dates) {
    if (date < first) first = date
    if (date > last) last = date
  }
  return [dateText(first).slice(0, 4), dateText(last).slice(0, 4)]
}
