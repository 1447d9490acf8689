import { msg, t, type Message } from '../language/messages.ts'
import Papa from 'papaparse'
import type { Dataset } from '../model/schema.ts'
import { withoutApostrophe, writeCsv } from './csvTable.ts'
import { kebab } from './datasetBuilder.ts'
import { readingOf } from './datasetReading.ts'
import { quote } from './fault.ts'
import { isRecord, parseJson, readJson, unicodeText } from './jsonText.ts'
import { TABLES, type Field, type Table } from './packageTables.ts'
import { ReadingError, type Reader, type Reading, type ReadingContext, type RejectedRow } from './reading.ts'
import { isZip, openZip, writeZip, type ZipEntry } from './zipFile.ts'

/**
 * A dataset as a zip of CSV tables with a `datapackage.json`: a Tabular Data Package of Frictionless Data, version 1. What
 * has no place in a table (title, as-of date, focus, licence, citation) stands in the descriptor.
 */

const DESCRIPTOR = 'datapackage.json'

/** Said in the descriptor, and undone when the package is read. */
const APOSTROPHE =
  'A text that a spreadsheet would take for a formula, with or without apostrophes before it, has one apostrophe more before it.'

/** Writes a dataset as a data package; the same dataset gives the same bytes. */
export function writeDataPackage(dataset: Dataset): Uint8Array {
  const files = new Map<string, string>()
  const resources: object[] = []
  for (const table of TABLES) {
    const rows = table.rows(dataset)
    if (!rows) continue
    files.set(
      fileOf(table),
      writeCsv(
        table.fields.map(({ name }) => name),
        rows,
      ),
    )
    resources.push(resourceOf(table))
  }
  const descriptor = {
    profile: 'tabular-data-package',
    name: kebab(dataset.title) || 'dyad-dataset',
    title: dataset.title,
    description: dataset.description,
    version: dataset.version,
    dyad: {
      format: dataset.format,
      asOf: dataset.asOf,
      focus: dataset.focus,
      licence: dataset.licence,
      citation: dataset.citation,
      apostrophe: APOSTROPHE,
    },
    resources,
  }
  return writeZip(new Map([[DESCRIPTOR, `${JSON.stringify(descriptor, null, 2)}\n`], ...files]))
}

function fileOf({ name }: Table): string {
  return `${name}.csv`
}

function resourceOf(table: Table): object {
  const { name, title, fields, primaryKey, foreignKeys } = table
  return {
    profile: 'tabular-data-resource',
    name,
    title,
    path: fileOf(table),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: fields.map(({ isList: _ours, ...field }) => field),
      ...(primaryKey && { primaryKey }),
      ...(foreignKeys && {
        foreignKeys: foreignKeys.map(({ fields: own, resource, reference }) => ({
          fields: own,
          reference: { resource, fields: reference },
        })),
      }),
    },
  }
}

/** Reads what {@link writeDataPackage} writes, also after it has been edited and packed again. */
export const dataPackage: Reader = {
  id: 'data-package',
  label: msg('Dyad dataset (zip of CSV tables)'),
  recognises: ({ bytes, ending }) => isZip(bytes) && (ending === '.zip' || ending === ''),
  read: async ({ name, bytes }, context) => read(name, bytes, context),
}

function read(name: string, bytes: Uint8Array, context: ReadingContext): Reading {
  const entries = openZip(bytes)
  const own = entries
    .filter((entry) => entry.name === DESCRIPTOR || entry.name.endsWith(`/${DESCRIPTOR}`))
    .sort((one, other) => one.name.length - other.name.length)[0]
  if (!own)
    throw new ReadingError(t('The archive holds no {file}: {kind}.', { file: DESCRIPTOR, kind: kindOf(entries) }))
  const descriptor = readJson(own.read())
  if (!isRecord(descriptor))
    throw new ReadingError(t('{file} holds no description: pack the dataset again.', { file: DESCRIPTOR }))
  const head = isRecord(descriptor.dyad) ? descriptor.dyad : {}
  if (typeof head.format === 'string' && head.format !== 'dyad/1') {
    throw new ReadingError(
      t(
        'The dataset is of format {format}, which this Dyad cannot read: open it in a newer one, or save it there as dyad/1.',
        { format: head.format.slice(0, 20) },
      ),
    )
  }
  const resources = (Array.isArray(descriptor.resources) ? descriptor.resources : []).filter(isRecord)
  const folder = own.name.slice(0, -DESCRIPTOR.length)
  const find = (path: unknown): ZipEntry | undefined =>
    entries.find((entry) => entry.name === `${folder}${String(path)}`)
  const tables = new Map(
    TABLES.flatMap((table) => {
      const resource = resources.find((some) => some.name === table.name)
      const entry = find(resource?.path ?? fileOf(table))
      return resource && entry ? [[table.name, entry] as const] : []
    }),
  )
  const missing = ['actors', 'relation_types', 'subtypes', 'initiatives', 'milestones'].filter(
    (some) => !tables.has(some),
  )
  if (missing.length > 0) throw new ReadingError(foreignPackage(descriptor, resources, missing))

  const reading: PackageReading = { notes: [], rejected: [], undo: typeof head.apostrophe === 'string' }
  const rows = (table: string): Row[] => {
    const entry = tables.get(table)
    return entry
      ? rowsOf(
          TABLES.find((some) => some.name === table)!,
          entry,
          reading,
        )
      : []
  }
  const raw = rawDataset(rows, reading, tables.has('views'))
  const { title, description, version } = descriptor
  const { asOf, focus, licence, citation } = head
  return readingOf(
    { ...raw, title, description, version, asOf, focus, licence, citation },
    {
      title: name.replace(/\.[^.]*$/, ''),
      onProgress: context.onProgress,
      notes: reading.notes,
      rejected: reading.rejected,
    },
  )
}

/** What is found out while the tables are read. */
interface PackageReading {
  notes: string[]
  rejected: RejectedRow[]
  /** Whether apostrophes were put before formulas and are to be taken away. */
  undo: boolean
}

/** A row by the names of its columns, empty cells left out. */
interface Row {
  line: number
  cells: Record<string, unknown>
}

function rowsOf(table: Table, entry: ZipEntry, reading: PackageReading): Row[] {
  const text = unicodeText(entry.read())
  if (text === null) {
    throw new ReadingError(
      t('"{file}" is no text in UTF-8: save it again as "CSV UTF-8" and pack it anew.', { file: entry.name }),
    )
  }
  // Names of columns are plain words, so what stands after the first parts them, also where Excel took another sign for the comma.
  const delimiter = /^[a-z_"]*?(?:"|[a-z_])([,;\t])/.exec(text)?.[1] ?? ','
  const { data } = Papa.parse<string[]>(text, { delimiter })
  const names = (data[0] ?? []).map((name) => name.trim())
  for (const { name, constraints } of table.fields) {
    if (constraints?.required && !names.includes(name)) {
      throw new ReadingError(
        t('"{file}" has no column "{column}": its first row has to name the columns.', {
          file: entry.name,
          column: name,
        }),
      )
    }
  }
  const unknown = names.filter((name) => name !== '' && !table.fields.some((field) => field.name === name))
  if (unknown.length > 0) {
    reading.notes.push(
      t('"{file}" has columns that Dyad does not know, which were left out: {columns}.', {
        file: entry.name,
        columns: unknown.slice(0, 10).map(quote).join(t(', ')),
      }),
    )
  }
  const columns = table.fields.map((field) => ({ field, at: names.indexOf(field.name) })).filter(({ at }) => at >= 0)
  const rows: Row[] = []
  let line = 1
  for (const [i, cells] of data.entries()) {
    const begins = line
    line += 1
    for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1
    if (i === 0 || (cells.length === 1 && cells[0]!.trim() === '')) continue
    const row: Row = { line: begins, cells: {} }
    for (const { field, at } of columns) {
      const cell = cells[at] ?? ''
      if (cell !== '') row.cells[field.name] = valueOf(reading.undo ? withoutApostrophe(cell) : cell, field, delimiter)
    }
    rows.push(row)
  }
  return rows
}

/** A cell as the value that the field is of; as it is where it is none, so that the fault can quote it. */
function valueOf(cell: string, { type, isList }: Field, delimiter: string): unknown {
  if (isList) {
    return cell
      .split(';')
      .map((id) => id.trim())
      .filter((id) => id !== '')
  }
  switch (type) {
    case 'number':
    case 'integer': {
      // Where a semicolon parts the columns, a comma stands before decimals.
      const plain = delimiter === ';' ? cell.trim().replace(',', '.') : cell.trim()
      return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain) ? Number(plain) : cell
    }
    case 'boolean':
      return /^true$/i.test(cell) ? true : /^false$/i.test(cell) ? false : cell
    case 'array':
    case 'object':
      if (cell === '[]') return []
      try {
        return parseJson(cell)
      } catch {
        return cell
      }
    default:
      return cell
  }
}

/** What is said of rows that belong to nothing that is there. */
const MISSING = {
  type: msg('{table}: there is no relation type {id}; add it, or correct the column "{column}".'),
  initiative: msg('{table}: there is no initiative {id}; add it, or correct the column "{column}".'),
  series: msg('{table}: there is no series {id}; add it, or correct the column "{column}".'),
}

/** The dataset that the tables make up, not yet checked. */
function rawDataset(
  rows: (table: string) => Row[],
  reading: PackageReading,
  hasViews: boolean,
): Record<string, unknown> {
  const part = (cells: Record<string, unknown>, names: Record<string, string>): Record<string, unknown> | undefined => {
    const own = Object.entries(names).flatMap(([column, field]) =>
      column in cells ? [[field, cells[column]] as const] : [],
    )
    return own.length > 0 ? Object.fromEntries(own) : undefined
  }
  const grouped = (
    table: string,
    by: string,
    owners: ReadonlySet<unknown>,
    missing: Message,
  ): Map<unknown, Record<string, unknown>[]> => {
    const groups = new Map<unknown, Record<string, unknown>[]>()
    for (const { line, cells } of rows(table)) {
      const { [by]: owner, ...own } = cells
      if (!owners.has(owner)) {
        reading.rejected.push({
          line,
          cells: [table, String(line), JSON.stringify(cells)],
          reason: t(missing, { table, id: quote(owner ?? ''), column: by }),
        })
        continue
      }
      const group = groups.get(owner)
      if (group) group.push(own)
      else groups.set(owner, [own])
    }
    return groups
  }
  const idsOf = (all: readonly Row[]): Set<unknown> => new Set(all.map(({ cells }) => cells.id))
  const inPlace = (entries: readonly Record<string, unknown>[] = []): Record<string, unknown>[] =>
    [...entries]
      .sort((one, other) => Number(one.position) - Number(other.position))
      .map(({ position: _sorted, ...own }) => own)

  const types = rows('relation_types')
  const subtypes = grouped('subtypes', 'type', idsOf(types), MISSING.type)
  const initiatives = rows('initiatives')
  const initiativeIds = idsOf(initiatives)
  const milestones = grouped('milestones', 'initiative', initiativeIds, MISSING.initiative)
  const magnitudes = grouped('magnitudes', 'initiative', initiativeIds, MISSING.initiative)
  const series = rows('series')
  const observations = grouped('observations', 'series', idsOf(series), MISSING.series)
  const plain = (table: string): Record<string, unknown>[] => rows(table).map(({ cells }) => cells)

  return {
    actors: plain('actors').map(({ id, kind, tier, flag, iso2, ...cells }) => ({
      id,
      kind,
      tier,
      names: {
        ...part(cells, { name: 'en', name_ru: 'ru' }),
        native: part(cells, { native_language: 'language', name_native: 'text' }),
      },
      fullName: cells.full_name,
      iso2,
      isoNumeric: cells.iso_numeric,
      seat: part(cells, { seat: 'name', latitude: 'latitude', longitude: 'longitude' }),
      flag,
    })),
    relationTypes: types.map(({ cells: { colour_light: light, colour_dark: dark, ...cells } }) => ({
      ...cells,
      colour: { light, dark },
      subtypes: subtypes.get(cells.id),
    })),
    initiatives: initiatives.map(({ cells }) => ({
      summary: '',
      parties: [],
      tags: [],
      ...cells,
      milestones: inPlace(milestones.get(cells.id)).map((own) => ({ note: '', ...own })),
      magnitudes: inPlace(magnitudes.get(cells.id)),
    })),
    sources: plain('sources'),
    series: series.map(({ cells }) => ({
      ...cells,
      observations: (observations.get(cells.id) ?? []).map(({ until_year: untilYear, ...own }) => ({
        ...own,
        untilYear,
      })),
    })),
    memberships: plain('memberships'),
    ...(hasViews && { views: plain('views').map((own) => ({ hash: '', ...own })) }),
    markedDates: plain('marked_dates'),
  }
}

/** What an archive without a descriptor seems to be, and what would work. */
function kindOf(entries: readonly ZipEntry[]): string {
  const has = (pattern: RegExp): boolean => entries.some(({ name }) => pattern.test(name))
  if (has(/^xl\//)) return t('it seems to be an Excel workbook; give it the ending .xlsx')
  if (has(/^(?:word|ppt)\//)) return t('it seems to be a document of Office; save its table as CSV or XLSX')
  if (has(/^content\.xml$/)) return t('it seems to be a document of LibreOffice; save its table as CSV or XLSX')
  if (has(/(?:^|\/)networks\/.*\.xgmml$/))
    return t('it seems to be a session of Cytoscape; export the network as CX2 or GraphML')
  if (has(/_xml$/) && has(/^GraphStore/)) return t('it seems to be a project of Gephi; export the graph as GEXF')
  if (has(/(?:^|\/)dataset\.yaml$/)) return t('it seems to be a data folder in YAML; build it, and open its dyad.json')
  if (entries.length === 0) return t('it is empty; choose another one')
  const names = entries.slice(0, 5).map(({ name }) => quote(name))
  const files = names.join(t(', '))
  return entries.length > names.length
    ? t('it holds {files} and others; unpack it and open one of its files', { files })
    : t('it holds {files}; unpack it and open one of its files', { files })
}

function foreignPackage(
  { title, name }: Record<string, unknown>,
  resources: readonly Record<string, unknown>[],
  missing: readonly string[],
): string {
  const own = TABLES.some((table) => resources.some((some) => some.name === table.name && table.name !== 'sources'))
  if (own) {
    return t('The data package lacks the table "{table}": pack it again with all of its tables.', {
      table: missing[0]!,
    })
  }
  const called = [title, name].find((some) => typeof some === 'string') as string | undefined
  const tables = resources
    .slice(0, 5)
    .map(({ path, name: some }) => quote(path ?? some ?? ''))
    .join(t(', '))
  const values = { title: quote(called ?? t('without a title')), tables }
  return tables === ''
    ? t(
        "The data package ({title}) is none of Dyad's: unpack it and open the table that has a column for each side of a tie.",
        values,
      )
    : t(
        "The data package ({title}) is none of Dyad's; it holds {tables}: unpack it and open the table that has a column for each side of a tie.",
        values,
      )
}
