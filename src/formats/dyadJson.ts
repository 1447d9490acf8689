import { msg, t } from '../language/messages.ts'
import type { Dataset, Initiative } from '../model/schema.ts'
import { readingOf } from './datasetReading.ts'
import { isRecord, readJson } from './jsonText.ts'
import { ReadingError, type Reader } from './reading.ts'

/**
 * Dyad's own dataset in one JSON, format `dyad/1`, as the published JSON Schema has it. Reading is more forgiving than the
 * schema: see {@link readingOf}.
 */
export const dyadJson: Reader = {
  id: 'dyad-json',
  label: msg('Dyad dataset (JSON)'),
  // A program that sorts fields by name puts the actors first, and the format far behind.
  recognises: ({ text }) => /^\s*\{(?:[^]*"format"\s*:\s*"dyad\/\d|\s*"actors"\s*:\s*\[)/.test(text),
  read: async (file, context) => {
    const raw = readJson(file.bytes)
    if (!isRecord(raw) || typeof raw.format !== 'string' || !/^dyad\/\d+$/.test(raw.format)) {
      throw new ReadingError(t('This is no dataset of Dyad: {kind}.', { kind: kindOf(raw) }))
    }
    if (raw.format !== 'dyad/1') {
      throw new ReadingError(
        t(
          'The dataset is of format {format}, later than this Dyad can read: open it in a newer one, or save it there as dyad/1.',
          { format: raw.format },
        ),
      )
    }
    return readingOf(raw, { title: file.name.replace(/\.[^.]*$/, ''), onProgress: context.onProgress })
  },
}

/** Writes a dataset as JSON, indented, so that people can read it and programs can compare two of them line by line. */
export function writeDyadJson(dataset: Dataset): string {
  return `${JSON.stringify(dataset, null, 1)}\n`
}

/**
 * What {@link writeDyadJson} writes, in pieces: what stands before the initiatives, each of them, and what stands after.
 * @param dataset all but its initiatives
 */
export function* dyadJsonPieces(dataset: Dataset, initiatives: Iterable<Initiative>): Generator<string> {
  // No text in JSON has a line break in it, so that only the field of the dataset itself is so little indented.
  const [before, after] = writeDyadJson({ ...dataset, initiatives: [] }).split('\n "initiatives": []') as [
    string,
    string,
  ]
  yield `${before}\n "initiatives": [`
  let isFirst = true
  for (const one of initiatives) {
    yield `${isFirst ? '' : ','}\n  ${JSON.stringify(one, null, 1).replaceAll('\n', '\n  ')}`
    isFirst = false
  }
  yield `${isFirst ? '' : '\n '}]${after}`
}

/** What some JSON seems to be, and what would work. */
function kindOf(raw: unknown): string {
  if (Array.isArray(raw)) {
    return raw.some((part) => isRecord(part) && 'CXVersion' in part)
      ? t('it seems to be a network in CX; give it the ending .cx2')
      : t('it is a list of entries; save them as a CSV table, with a column for each side of a tie')
  }
  if (!isRecord(raw)) {
    return t('it is a single value; choose a file that holds {example}', { example: '{"format": "dyad/1", ...}' })
  }
  if (isRecord(raw.elements) || Array.isArray(raw.elements)) {
    return t('it seems to be a network of Cytoscape; give it the ending .cyjs')
  }
  if (typeof raw.format === 'string' && raw.format.startsWith('dyad-')) {
    return t('it is one half of a packed dataset; choose the whole one, dyad.json')
  }
  if (Array.isArray(raw.resources)) {
    return t('it seems to describe a data package; choose the zip in which it lies with its tables')
  }
  if (Array.isArray(raw.features))
    return t('it seems to be GeoJSON, which holds places but no ties; choose another file')
  if (Array.isArray(raw.nodes) && (Array.isArray(raw.links) || Array.isArray(raw.edges))) {
    return t('it seems to be a graph in node-link JSON; save it as GEXF or GraphML')
  }
  return t('it does not say "format": "dyad/1"; choose a file that was saved from Dyad')
}
