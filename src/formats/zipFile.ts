import { Inflate, zipSync } from 'fflate'
import { msg, t } from '../language/messages.ts'
import { LIMITS, ReadingError } from './reading.ts'

/** Zip archives (PKWARE APPNOTE), of others with care: nothing is unpacked before the directory at the end has been read. */

/** A file in an archive. */
export interface ZipEntry {
  /** With `/`, in Unicode form C. */
  name: string
  /** In bytes, as the archive has it. */
  size: number
  /** @throws ReadingError where it is damaged, or larger than the archive says */
  read: () => Uint8Array
}

/** More files than any dataset consists of. */
const MOST_FILES = 2000
/** No text is packed better than this; what claims to be is made to fill memory. */
const MOST_RATIO = 200
/** Below this the ratio does not matter. */
const HARMLESS = 16 * 1024 * 1024

const DAMAGED = msg('The archive is damaged or cut off: download it again, or pack it anew.')
const AT_THE_END = 0x06054b50
const IN_THE_DIRECTORY = 0x02014b50
const BEFORE_A_FILE = 0x04034b50

/** True for the first bytes of a zip archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length > 3 && bytes[0] === 80 && bytes[1] === 75 && bytes[2] === 3 && bytes[3] === 4
}

/**
 * The files of an archive, folders left out.
 * @throws ReadingError where it is damaged, locked, leads out of its folder, or would fill memory
 */
export function openZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff) {
    throw new ReadingError(t('The archive is of the kind for huge files (Zip64): pack it again as a plain zip.'))
  }
  if (count > MOST_FILES) {
    throw new ReadingError(
      t('The archive holds {count, plural, one {# file} other {# files}}: pack only those of one dataset.', { count }),
    )
  }
  const entries: ZipEntry[] = []
  const names = new Map<string, string>()
  let unpacked = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== IN_THE_DIRECTORY) throw new ReadingError(t(DAMAGED))
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const check = view.getUint32(at + 16, true)
    const packed = view.getUint32(at + 20, true)
    const size = view.getUint32(at + 24, true)
    const length = view.getUint16(at + 28, true)
    const place = view.getUint32(at + 42, true)
    const name = nameOf(bytes.subarray(at + 46, at + 46 + length))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)

    if (leadsOut(name)) {
      throw new ReadingError(
        t('The archive has a file whose path leads out of its folder ({path}): pack it again from inside the folder.', {
          path: name.slice(0, 60),
        }),
      )
    }
    if (name.endsWith('/') || name.startsWith('__MACOSX/')) continue
    if ((flags & 1) !== 0) {
      throw new ReadingError(
        t('The archive is locked with a password ({file}): pack it again without one.', { file: name }),
      )
    }
    if (method !== 0 && method !== 8) {
      throw new ReadingError(
        t('"{file}" is packed in a way that is not known here: pack it again as a plain zip.', { file: name }),
      )
    }
    const alike = names.get(name.toLowerCase())
    if (alike !== undefined) {
      throw new ReadingError(
        alike === name
          ? t('The archive has two files of the name "{file}": keep one of them.', { file: name })
          : t('The archive has two files whose names differ by case only ("{one}" and "{other}"): rename one.', {
              one: alike,
              other: name,
            }),
      )
    }
    names.set(name.toLowerCase(), name)
    unpacked += size
    if (unpacked > LIMITS.unpacked || (size > HARMLESS && size > packed * MOST_RATIO)) {
      throw new ReadingError(
        t(
          'The archive would grow to {size, number} MB when it is unpacked, more than any dataset: choose another one.',
          { size: Math.ceil(Math.max(unpacked, size) / 2 ** 20) },
        ),
      )
    }
    entries.push({ name, size, read: () => unpack(bytes, view, { name, place, packed, size, method, check }) })
  }
  return entries
}

/** Packs files; the same files give the same bytes, whenever and wherever that is done. */
export function writeZip(files: ReadonlyMap<string, string>): Uint8Array {
  const encoder = new TextEncoder()
  const all = Object.fromEntries([...files].map(([name, text]) => [name, encoder.encode(text)]))
  // The earliest day that a zip can name, in local time as zip has it.
  return zipSync(all, { level: 6, mtime: new Date(1980, 0, 1) })
}

/** Where the record at the end of the directory begins; a comment of up to 64 KiB may follow it. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) === AT_THE_END) return at
  }
  throw new ReadingError(t(DAMAGED))
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC')
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function leadsOut(name: string): boolean {
  return /^\/|\\|^[a-z]:|\0/i.test(name) || name.split('/').includes('..')
}

interface Place {
  name: string
  place: number
  packed: number
  size: number
  method: number
  check: number
}

function unpack(bytes: Uint8Array, view: DataView, { name, place, packed, size, method, check }: Place): Uint8Array {
  const damaged = new ReadingError(
    t('"{file}" is damaged in the archive: download it again, or pack it anew.', { file: name }),
  )
  if (place + 30 > bytes.length || view.getUint32(place, true) !== BEFORE_A_FILE) throw damaged
  const start = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true)
  if (start + packed > bytes.length) throw damaged
  const data = bytes.subarray(start, start + packed)
  const out = method === 0 ? data : inflated(data, size, damaged)
  if (out.length !== size || crc32(out) !== check) throw damaged
  return out
}

/** Unpacks piece by piece, no further than the size that was declared: what goes on is no honest archive. */
function inflated(data: Uint8Array, size: number, damaged: ReadingError): Uint8Array {
  const out = new Uint8Array(size)
  let length = 0
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw damaged
    out.set(chunk, length)
    length += chunk.length
  })
  const step = 1 << 16
  try {
    for (let at = 0; at < data.length; at += step) {
      stream.push(data.subarray(at, at + step), at + step >= data.length)
    }
  } catch {
    throw damaged
  }
  return length === size ? out : out.subarray(0, length)
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** The checksum of zip (CRC-32, IEEE 802.3). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC[(crc ^ byte) & 0xff]!
  return ~crc >>> 0
}
