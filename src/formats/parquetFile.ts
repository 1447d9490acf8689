import type { CompressionCodec, FileMetaData, parquetMetadata, RowGroup } from 'hyparquet'
import { t } from '../language/messages.ts'
import { LIMITS, ReadingError, type FileInput } from './reading.ts'

/**
 * Parquet files: their columns, group of rows by group of rows. hyparquet decodes them; what a hostile or broken file says
 * of its own lengths is held against the file before that, since a decoder that believes it would not come back.
 */

/** The values of some columns in one group of rows; all have as many as the group has rows. */
export interface RowsOfGroup {
  /** Of the first one in the file, from 0. */
  firstRow: number
  rows: number
  /** In the order of the names that were asked for. */
  values: readonly ArrayLike<unknown>[]
}

/** A Parquet file that was opened. */
export interface ParquetFile {
  /** Where only parts were fetched, those in them. */
  rows: number
  /** The names of its columns that hold one value a row; lists and structs are none. */
  columns: readonly string[]
  /**
   * Reads some of its columns.
   * @throws ReadingError where the file is damaged, or packed in a way that cannot be read
   */
  read: (columns: readonly string[]) => AsyncGenerator<RowsOfGroup>
}

/** Bytes of a file by where they stand in it. */
interface Slices {
  byteLength: number
  /** @throws RangeError where it has no such bytes */
  slice: (start: number, end?: number) => ArrayBuffer
}

/** How a Parquet file begins and ends. */
export const PARQUET_MARK = [0x50, 0x41, 0x52, 0x31] as const
/** Of the account that a file gives of itself, at its end; one of a thousand groups of ten columns has about 1 MB. */
export const MOST_FOOTER = 32 * 1024 * 1024
/** So many bytes in a row that each say "more follows" are no number, and take a decoder ever longer to read as one. */
const MOST_UNENDING = 4096
const READABLE = new Set(['UNCOMPRESSED', 'SNAPPY'])

/**
 * Opens a Parquet file.
 * @throws ReadingError where it is none, is cut off, or says of itself what cannot be
 */
export async function openParquet(file: FileInput): Promise<ParquetFile> {
  const { parquetMetadata, parquetScan } = await import('hyparquet')
  const check = await pageChecker()
  const slices = slicesOf(file)
  const metadata = told(file.name, () => metadataOf(file.name, slices, parquetMetadata))
  const columns = flatColumns(metadata)
  const groups = metadata.row_groups.filter((_, i) => !file.parts || file.parts.groups.includes(i))
  return {
    rows: groups.reduce((sum, group) => sum + Number(group.num_rows), 0),
    columns: columns.map(({ name }) => name),
    async *read(names) {
      const wanted = names.map((name) => columns.find((own) => own.name === name)!)
      let firstRow = 0
      for (const group of groups) {
        const rows = Number(group.num_rows)
        if (rows === 0) continue
        const values: ArrayLike<unknown>[] = []
        try {
          const alone = { ...metadata, row_groups: [group], num_rows: group.num_rows }
          const scan = await parquetScan({ file: slices, metadata: alone, columns: [...names], parsers: PARSERS })
          for (const column of wanted) {
            check(slices, group, column)
            const own = await scan.readColumn({ column: column.name, rowStart: 0, rowEnd: rows })
            if (own.length !== rows) throw new RangeError(`${own.length} values in ${rows} rows`)
            values.push(own)
          }
        } catch (error) {
          throw asReadingError(file.name, error)
        }
        yield { firstRow, rows, values }
        firstRow += rows
      }
    },
  }
}

/** Reads and checks the account at the end of a file. @throws RangeError or ReadingError */
function metadataOf(name: string, slices: Slices, parse: typeof parquetMetadata): FileMetaData {
  const found = parse(footerOf(name, slices), { geoparquet: false, parsers: PARSERS })
  checkGroups(found)
  return found
}

/**
 * The groups of a file and where their columns stand in it, from the account at its end.
 * @param file of which the end was fetched
 * @throws ReadingError as {@link openParquet}
 */
export async function groupsOf(file: FileInput): Promise<GroupPlace[]> {
  const { parquetMetadata } = await import('hyparquet')
  return told(file.name, () =>
    metadataOf(file.name, slicesOf(file), parquetMetadata).row_groups.map((group) => ({
      rows: Number(group.num_rows),
      columns: group.columns.map(({ meta_data: own }) => {
        const start = Number(own!.dictionary_page_offset || own!.data_page_offset)
        const { min_value: least, max_value: most } = own!.statistics ?? {}
        const end = start + Number(own!.total_compressed_size)
        return { name: own!.path_in_schema.join('.'), start, end, least: yearIn(least), most: yearIn(most) }
      }),
    })),
  )
}

/** A group of rows, and where each of its columns stands in the file. */
export interface GroupPlace {
  rows: number
  /** `least` and `most` are the years of its smallest and largest value, where they are dates and the file says so. */
  columns: readonly { name: string; start: number; end: number; least: number | null; most: number | null }[]
}

/** The year of a date as the account gives it, such as `2015-03-01` or 201503. */
function yearIn(value: unknown): number | null {
  const year = /^(\d{4})(?:-|\d\d$)/.exec(String(value))?.[1]
  return year === undefined ? null : Number(year)
}

function told<T>(name: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw asReadingError(name, error)
  }
}

/** Dates and times come as `YYYY-MM-DD`, so that a day is one text however many rows it stands in. */
const PARSERS = {
  dateFromDays: (days: number) => dayText(days * MS_A_DAY),
  timestampFromMilliseconds: (time: bigint) => dayText(Number(time)),
  timestampFromMicroseconds: (time: bigint) => dayText(Number(time / 1000n)),
  timestampFromNanoseconds: (time: bigint) => dayText(Number(time / 1_000_000n)),
}
const MS_A_DAY = 86_400_000
/** The last moment that a date of JavaScript can name, in milliseconds from 1970. */
const LAST_TIME = 8.64e15

function dayText(time: number): string {
  if (!(Math.abs(time) <= LAST_TIME)) return ''
  const text = new Date(time).toISOString()
  return text.slice(0, text.indexOf('T'))
}

function slicesOf({ bytes, parts }: FileInput): Slices {
  if (parts) {
    return {
      byteLength: parts.size,
      slice: (start, end = parts.size) => {
        let before = 0
        for (const [first, length] of parts.at) {
          if (start >= first && end >= start && end <= first + length) {
            return bytes.slice(before + start - first, before + end - first).buffer
          }
          before += length
        }
        throw new RangeError(`no bytes ${start} to ${end} among those that were fetched`)
      },
    }
  }
  return {
    byteLength: bytes.length,
    slice: (start, end = bytes.length) => {
      if (!(start >= 0 && end >= start && end <= bytes.length)) throw new RangeError(`no bytes ${start} to ${end}`)
      return bytes.slice(start, end).buffer
    },
  }
}

/** The account at the end of the file, with its length and the mark after it. */
function footerOf(name: string, slices: Slices): ArrayBuffer {
  const size = slices.byteLength
  const cutOff = new ReadingError(
    t('“{file}” is no whole Parquet file: its end is missing. Copy or download it again, to the end.', { file: name }),
  )
  if (size < 12) throw cutOff
  const end = new DataView(slices.slice(size - 8, size))
  if (PARQUET_MARK.some((byte, i) => end.getUint8(4 + i) !== byte)) throw cutOff
  const length = end.getUint32(0, true)
  if (length > size - 12 || length > MOST_FOOTER) throw new RangeError('an account of no possible length')
  const footer = slices.slice(size - 8 - length, size)
  let unending = 0
  for (const byte of new Uint8Array(footer)) {
    unending = byte < 0x80 ? 0 : unending + 1
    if (unending > MOST_UNENDING) throw new RangeError('a number without an end')
  }
  return footer
}

/** Holds what the account says of groups and columns to what can be. @throws RangeError */
function checkGroups({ row_groups: groups, schema }: FileMetaData): void {
  if (schema.length === 0 || schema.some(({ name }) => typeof name !== 'string')) throw new RangeError('no schema')
  for (const group of groups) {
    const rows = Number(group.num_rows)
    if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError(`a group of ${rows} rows`)
    for (const { meta_data: own } of group.columns) {
      if (!own || own.path_in_schema.some((name) => typeof name !== 'string')) {
        throw new RangeError('a column without an account of itself')
      }
    }
  }
}

/** A column with one value a row. */
interface FlatColumn {
  name: string
  /** Whether rows may have none. */
  isOptional: boolean
}

/** The children of the root that have none themselves and do not repeat. */
function flatColumns({ schema }: FileMetaData): FlatColumn[] {
  const columns: FlatColumn[] = []
  let at = 1
  /** Passes over an element and all below it. */
  const skip = (): void => {
    const below = schema[at++]?.num_children ?? 0
    for (let i = 0; i < below && at < schema.length; i++) skip()
  }
  while (at < schema.length) {
    const { name, num_children: children = 0, repetition_type: repetition } = schema[at]!
    if (children === 0 && repetition !== 'REPEATED') columns.push({ name, isOptional: repetition !== 'REQUIRED' })
    skip()
  }
  return columns
}

/** A page of a column, as its head gives it. */
interface Page {
  kind: 'data' | 'data-2' | 'dictionary'
  packed: number
  unpacked: number
  values: number
  encoding: number
  /** Of the second kind: how many bytes of levels stand before the values, and whether the values are packed. */
  levels: number
  isPacked: boolean
}

const PAGE_KINDS: readonly (Page['kind'] | undefined)[] = ['data', undefined, 'dictionary', 'data-2']
/** Numbers that Parquet gives to encodings: those of values that are numbers of a dictionary, and all that are read here. */
const OF_DICTIONARY = new Set([2, 8])
const ENCODINGS = new Set([...OF_DICTIONARY, 0, 3, 5, 6, 9])

/** The fields of a page's head, by the numbers of Parquet's own definition. @throws RangeError */
function pageOf(head: Record<string, unknown>): Page {
  const kind = PAGE_KINDS[Number(head.field_1)]
  const fields = { data: head.field_5, 'data-2': head.field_8, dictionary: head.field_7 }
  const own = kind && (fields[kind] as Record<string, unknown> | undefined)
  if (!own) throw new RangeError('a page of no known kind')
  const isSecond = kind === 'data-2'
  return {
    kind,
    unpacked: Number(head.field_2),
    packed: Number(head.field_3),
    values: Number(own.field_1),
    encoding: Number(isSecond ? own.field_4 : own.field_2),
    levels: isSecond ? Number(own.field_5) + Number(own.field_6) : 0,
    isPacked: !isSecond || own.field_7 !== false,
  }
}

/** What checks the pages of a file's columns before they are decoded. */
async function pageChecker(): Promise<(slices: Slices, group: RowGroup, column: FlatColumn) => void> {
  const [{ deserializeTCompactProtocol }, { decompressPage }] = await Promise.all([
    import('hyparquet/src/thrift.js'),
    import('hyparquet/src/datapage.js'),
  ])
  let left: number = LIMITS.unpacked
  const checkData = (page: Page, bytes: Uint8Array, codec: CompressionCodec, isOptional: boolean) => {
    const unpack = (packed: Uint8Array, length: number) =>
      page.isPacked && length > 0 ? decompressPage(packed, length, codec, undefined) : packed
    let values: Uint8Array
    let filled = page.values
    if (page.kind === 'data') {
      const whole = unpack(bytes, page.unpacked)
      const length = isOptional ? viewOf(whole).getUint32(0, true) : 0
      if (isOptional) filled = countRuns(whole.subarray(4, 4 + length), 1, page.values)
      values = whole.subarray(isOptional ? 4 + length : 0)
    } else {
      if (!(page.levels >= 0 && page.levels <= bytes.length)) throw new RangeError('levels that are too long')
      if (page.levels > 0) filled = countRuns(bytes.subarray(0, page.levels), 1, page.values)
      values = unpack(bytes.subarray(page.levels), page.unpacked - page.levels)
    }
    if (OF_DICTIONARY.has(page.encoding) && filled > 0) {
      const width = viewOf(values).getUint8(0)
      if (width > 32) throw new RangeError(`numbers of ${width} bits`)
      if (width > 0) countRuns(values.subarray(1), width, filled)
    }
  }
  return (slices, group, { name, isOptional }) => {
    const rows = Number(group.num_rows)
    const own = group.columns.find(({ meta_data }) => meta_data!.path_in_schema.join('.') === name)?.meta_data
    if (!own) throw new RangeError(`a group without ${name}`)
    if (!READABLE.has(own.codec)) throw new PackedOtherwise(own.codec)
    const start = Number(own.dictionary_page_offset || own.data_page_offset)
    const chunk = new Uint8Array(slices.slice(start, start + Number(own.total_compressed_size)))
    const reader = { view: viewOf(chunk), offset: 0 }
    let values = 0
    while (values < rows) {
      const page = pageOf(deserializeTCompactProtocol(reader))
      const end = reader.offset + page.packed
      if (!(page.packed >= 0 && end <= chunk.length)) throw new RangeError('a page that is too long')
      if (!(page.unpacked >= 0 && page.unpacked <= left)) throw new RangeError('a page that is too long once unpacked')
      if (!(page.values >= 0 && page.values <= rows)) throw new RangeError(`a page of ${page.values} values`)
      if (!ENCODINGS.has(page.encoding)) throw new RangeError(`values in encoding ${page.encoding}`)
      left -= page.unpacked
      if (page.kind !== 'dictionary') {
        if (page.values === 0) throw new RangeError('a page without values')
        checkData(page, chunk.subarray(reader.offset, end), own.codec, isOptional)
        values += page.values
      }
      reader.offset = end
    }
    if (values !== rows) throw new RangeError(`${values} values in ${rows} rows`)
  }
}

/**
 * Walks numbers that are written as runs, some of one number repeated, some of many packed bit by bit.
 * @param width of a number, in bits
 * @returns how many of the first `count` are 1, where they have one bit
 * @throws RangeError where they end early, or one is repeated more often than there are values
 */
function countRuns(bytes: Uint8Array, width: number, count: number): number {
  let at = 0
  let seen = 0
  let ones = 0
  while (seen < count) {
    let head = 0
    let byte = 0x80
    for (let shift = 0; byte >= 0x80; shift += 7) {
      if (at >= bytes.length || shift > 28) throw new RangeError('runs that end early')
      byte = bytes[at++]!
      head += (byte & 0x7f) * 2 ** shift
    }
    if (head % 2 === 0) {
      const times = head / 2
      if (times > count - seen) throw new RangeError(`a run of ${times}`)
      if (bytes[at] === 1) ones += times
      at += Math.ceil(width / 8)
      seen += times
    } else {
      const packed = ((head - 1) / 2) * width
      if (packed === 0) throw new RangeError('a run of none')
      if (width === 1) {
        for (let i = 0; i < packed * 8 && seen + i < count; i++) ones += ((bytes[at + (i >> 3)] ?? 0) >> (i & 7)) & 1
      }
      at += packed
      seen += (packed / width) * 8
      // The last run may be cut short, with the bits that nobody needs.
      if (at > bytes.length && seen < count) throw new RangeError('runs that end early')
    }
  }
  return ones
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Thrown inside, until the name of the file is known. */
class PackedOtherwise extends Error {
  override name = 'PackedOtherwise'
}

/** Whatever goes wrong in a file is told in one sentence: a decoder's own words say nothing to a person. */
function asReadingError(name: string, error: unknown): ReadingError {
  if (error instanceof ReadingError) return error
  if (error instanceof PackedOtherwise) {
    return new ReadingError(
      t(
        '“{file}” is packed with {codec}, which cannot be read here: write it with Snappy, or unpacked (in DuckDB: COMPRESSION snappy).',
        { file: name, codec: error.message },
      ),
    )
  }
  return new ReadingError(
    t(
      '“{file}” is a Parquet file, but damaged, or written in a way that cannot be read here: write it again with Snappy, as docs/scale.md has it.',
      { file: name },
    ),
  )
}
