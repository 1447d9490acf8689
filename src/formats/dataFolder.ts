import {
  membershipSchema,
  type Actor,
  type Dataset,
  type Initiative,
  type Membership,
  type Observation,
  type RelationType,
  type Source,
} from '../model/schema.ts'
import { readCsv } from './csvFile.ts'
import { checkFolder } from './dataChecks.ts'
import { quote, type Fault } from './fault.ts'
import {
  datasetFileSchema,
  ENTRY_SCHEMAS,
  rowSchema,
  type DatasetFile,
  type ListKind,
  type SeriesEntry,
} from './folderFiles.ts'
import { checkShape, readYaml, type Place } from './yamlFile.ts'

/** An entry of the folder with the place where it is written. */
export interface Written<T> extends Place {
  value: T
}

/** A data folder as read: every entry of right shape, with its place. */
export interface Folder {
  dataset: Written<DatasetFile> | null
  actors: Written<Actor>[]
  relationTypes: Written<RelationType>[]
  initiatives: Written<Initiative>[]
  sources: Written<Source>[]
  /** The rows of each series, by the id of the series. */
  observations: Map<string, Written<Observation>[]>
  memberships: Written<Membership>[]
  /** The ids of all entries, also of those that have another fault, so that one fault is not told twice. */
  ids: Record<ListKind, Set<string>>
  /** Whether an entry that could not be read may name this source: it is then not to be called uncited. */
  mentions(source: string): boolean
}

/** The result of reading a data folder: a dataset, or faults. */
export interface FolderResult {
  /** `null` where there is any fault. */
  dataset: Dataset | null
  faults: Fault[]
}

/**
 * Reads a data folder as analysts edit it (CODEBOOK.md, "Files") and checks all of it.
 *
 * @param files the text of each file by its path inside the folder, with `/`; text files other than YAML and CSV, and
 *   the folder `schema/`, are passed over
 * @returns the dataset, or every fault found, in order of file and line; it does not throw on faulty data
 */
export function readDataFolder(files: ReadonlyMap<string, string> | Record<string, string>): FolderResult {
  const texts = new Map(files instanceof Map ? files : Object.entries(files))
  const faults: Fault[] = []
  const folder = readFolder(texts, faults)
  checkFolder(folder, faults)
  faults.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
  return { dataset: faults.length === 0 && folder.dataset ? assemble(folder, folder.dataset.value) : null, faults }
}

function readFolder(texts: ReadonlyMap<string, string>, faults: Fault[]): Folder {
  const ids = {
    actors: new Set<string>(),
    'relation-types': new Set<string>(),
    initiatives: new Set<string>(),
    sources: new Set<string>(),
  }
  const read = new Set<string>()
  const take = (file: string): string | null => {
    read.add(file)
    const text = texts.get(file)
    if (text !== undefined) return text
    faults.push({ file, line: 1, field: '', problem: 'the file is missing', remedy: 'add it (CODEBOOK.md, "Files")' })
    return null
  }
  const takeFolder = (name: string): string[] => {
    const found = [...texts.keys()].filter((file) => file.startsWith(`${name}/`) && file.endsWith('.yaml')).sort()
    if (found.length > 0) return found
    faults.push({
      file: `${name}/`,
      line: 1,
      field: '',
      problem: 'the folder has no YAML file',
      remedy: 'add one (CODEBOOK.md, "Files")',
    })
    return []
  }
  const list = <K extends ListKind>(kind: K, names: string[]): Written<EntryOf[K]>[] =>
    names.flatMap((file) => readList(kind, file, take(file), ids[kind], faults))

  const dataset = readDatasetFile(take('dataset.yaml'), faults)
  const folder: Folder = {
    dataset,
    actors: list('actors', ['actors.yaml']),
    relationTypes: list('relation-types', ['relation-types.yaml']),
    initiatives: list('initiatives', takeFolder('initiatives')),
    sources: list('sources', takeFolder('sources')),
    observations: new Map(),
    memberships: readMemberships(take('memberships.csv'), faults),
    ids,
    mentions: () => false,
  }
  for (const entry of dataset?.value.series ?? []) {
    const text = take(entry.file)
    if (text !== null) folder.observations.set(entry.id, readObservations(entry, text, faults))
  }
  if (faults.length > 0) {
    const citing = [...texts].filter(([file]) => !file.startsWith('sources/')).map(([, text]) => text)
    folder.mentions = (source) => citing.some((text) => text.includes(source))
  }
  for (const file of texts.keys()) {
    if (read.has(file) || !/\.(ya?ml|csv)$/i.test(file) || file.startsWith('schema/')) continue
    if (!dataset && file.startsWith('series/')) continue
    faults.push({
      file,
      line: 1,
      field: '',
      problem: 'nothing reads this file',
      remedy: file.startsWith('series/')
        ? 'declare it under "series" in dataset.yaml, or remove it'
        : 'give it a name that CODEBOOK.md lists under "Files", or remove it',
    })
  }
  return folder
}

interface EntryOf {
  actors: Actor
  'relation-types': RelationType
  initiatives: Initiative
  sources: Source
}

function readDatasetFile(text: string | null, faults: Fault[]): Written<DatasetFile> | null {
  const file = 'dataset.yaml'
  const yaml = text === null ? null : readYaml(file, text, faults)
  if (!yaml) return null
  const place = yaml.placeOf([])
  const value = checkShape(datasetFileSchema, yaml.value, place, faults)
  return value && { value, ...place }
}

function readList<K extends ListKind>(
  kind: K,
  file: string,
  text: string | null,
  ids: Set<string>,
  faults: Fault[],
): Written<EntryOf[K]>[] {
  const yaml = text === null ? null : readYaml(file, text, faults)
  if (!yaml) return []
  if (!Array.isArray(yaml.value)) {
    faults.push({
      file,
      line: 1,
      field: '',
      problem: 'the file is not a list',
      remedy: 'begin each entry with "- id: ..."',
    })
    return []
  }
  const entries: Written<EntryOf[K]>[] = []
  for (const [i, raw] of yaml.value.entries()) {
    if (typeof raw?.id === 'string') ids.add(raw.id)
    // The table of schemas is typed as a whole; which entry a kind gives stands in EntryOf.
    const schema = ENTRY_SCHEMAS[kind] as unknown as Parameters<typeof checkShape<EntryOf[K]>>[0]
    const place = yaml.placeOf([i])
    const value = checkShape(schema, raw, place, faults)
    if (value) entries.push({ value, ...place })
  }
  return entries
}

const NUMBER = /^-?\d+(\.\d+)?$/

function readObservations(entry: SeriesEntry, text: string, faults: Fault[]): Written<Observation>[] {
  const facets = entry.facets ?? []
  const windowed = /^\uFEFF?[^\r\n]*\bwindow_from\b/.test(text)
  const rows = readCsv(
    entry.file,
    text,
    {
      required: [
        ['from', 'a'],
        ['to', 'b'],
        ...(windowed ? [['window_from'], ['window_to']] : [['year']]),
        ['value'],
        ...(entry.unit ? [] : [['unit']]),
        ...facets.map((name) => [name]),
        ['source'],
      ],
      optional: ['note'],
    },
    faults,
  )
  return rows.flatMap(({ line, cells }) => {
    const number = (column: string): number => (NUMBER.test(cells[column]!) ? Number(cells[column]) : Number.NaN)
    const bad = ['value', ...(windowed ? ['window_from', 'window_to'] : ['year'])].filter((name) =>
      Number.isNaN(number(name)),
    )
    for (const field of bad) {
      faults.push({
        file: entry.file,
        line,
        field,
        problem: `${quote(cells[field])} is not a plain number`,
        remedy: 'write digits with at most one decimal point; leave the row out where the number is not known',
      })
    }
    if (bad.length > 0) return []
    const named = facets.filter((name) => cells[name] !== '').map((name) => [name, cells[name]!])
    const observation: Record<string, unknown> = {
      from: cells.from,
      to: cells.to,
      year: number(windowed ? 'window_from' : 'year'),
      ...(windowed ? { untilYear: number('window_to') } : {}),
      value: number('value'),
      unit: entry.unit ?? cells.unit,
      ...(named.length > 0 ? { facets: Object.fromEntries(named) } : {}),
      sources: splitSources(cells.source!),
      ...(cells.note ? { note: cells.note } : {}),
    }
    const place = placeOfRow(entry.file, line, windowed ? WINDOW_COLUMNS : {})
    const value = checkShape(rowSchema, observation, place, faults)
    return value ? [{ value, ...place }] : []
  })
}

function readMemberships(text: string | null, faults: Fault[]): Written<Membership>[] {
  if (text === null) return []
  const file = 'memberships.csv'
  const required = ['organisation', 'member', 'role', 'from', 'to', 'source'].map((name) => [name])
  return readCsv(file, text, { required, optional: [] }, faults).flatMap(({ line, cells }) => {
    const membership = {
      organisation: cells.organisation,
      member: cells.member,
      role: cells.role,
      ...(cells.from ? { from: cells.from } : {}),
      ...(cells.to ? { to: cells.to } : {}),
      sources: splitSources(cells.source!),
    }
    const place = placeOfRow(file, line)
    const value = checkShape(membershipSchema, membership, place, faults)
    return value ? [{ value, ...place }] : []
  })
}

function splitSources(cell: string): string[] {
  return cell
    .split(';')
    .map((id) => id.trim())
    .filter((id) => id !== '')
}

/** The columns of a table whose observations span several years. */
const WINDOW_COLUMNS = { year: 'window_from', untilYear: 'window_to' }

/** The place of a row; its parts go by the names of the columns. */
function placeOfRow(file: string, line: number, columns: Record<string, string> = {}): Place {
  return {
    file,
    lineOf: () => line,
    fieldOf: ([field = '']) => columns[field] ?? (field === 'sources' ? 'source' : String(field)),
  }
}

function assemble(folder: Folder, file: DatasetFile): Dataset {
  const { series, ...rest } = file
  const values = <T>(entries: Written<T>[]): T[] => entries.map((entry) => entry.value)
  return {
    ...rest,
    actors: values(folder.actors),
    relationTypes: values(folder.relationTypes),
    initiatives: values(folder.initiatives),
    sources: values(folder.sources),
    series: series.map(({ file: _file, unit: _unit, facets: _facets, key: _key, ...entry }) => ({
      ...entry,
      observations: values(folder.observations.get(entry.id) ?? []),
    })),
    memberships: values(folder.memberships),
  }
}
