import { joined, latin1 } from './bytes.ts'

/** What a PNG says about itself, see https://www.w3.org/TR/png-3/#11textinfo. */
export interface PngMetadata {
  /** Dots per inch: the size at which it is to be printed. */
  dpi: number
  /** Texts by keyword: `Title`, `Description`, `Source`, `URL`. Empty ones are left out. */
  texts: Readonly<Record<string, string>>
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** The signature, and the header chunk that every PNG begins with: 13 bytes and 12 around them. */
const AFTER_HEADER = SIGNATURE.length + 13 + 12
const METRES_PER_INCH = 0.0254
const PER_METRE = 1

/**
 * A PNG with its resolution and texts written into it, right after its header.
 * @param png a PNG that a browser wrote, so one without a resolution of its own
 * @throws TypeError where the bytes are no PNG
 */
export function withPngMetadata(png: Uint8Array, metadata: PngMetadata): Uint8Array<ArrayBuffer> {
  if (png.length < AFTER_HEADER || SIGNATURE.some((byte, i) => png[i] !== byte)) {
    throw new TypeError('withPngMetadata: these bytes are no PNG')
  }
  return joined([png.subarray(0, AFTER_HEADER), metadataChunks(metadata), png.subarray(AFTER_HEADER)])
}

/** The same for a PNG that is not at hand in bytes, and need not be: one of a large picture has many. */
export function pngBlobWith(png: Blob, metadata: PngMetadata): Blob {
  const parts = [png.slice(0, AFTER_HEADER), metadataChunks(metadata), png.slice(AFTER_HEADER)]
  return new Blob(parts, { type: png.type })
}

function metadataChunks({ dpi, texts }: PngMetadata): Uint8Array<ArrayBuffer> {
  const written = Object.entries(texts).filter(([, text]) => text !== '')
  return joined([resolutionChunk(dpi), ...written.map(([keyword, text]) => textChunk(keyword, text))])
}

function resolutionChunk(dpi: number): Uint8Array {
  const data = new Uint8Array(9)
  const view = new DataView(data.buffer)
  const perMetre = Math.round(dpi / METRES_PER_INCH)
  view.setUint32(0, perMetre)
  view.setUint32(4, perMetre)
  view.setUint8(8, PER_METRE)
  return chunk('pHYs', data)
}

/** tEXt, which every reader knows, where Latin-1 is enough; else iTXt, which is UTF-8. */
function textChunk(keyword: string, text: string): Uint8Array {
  const plain = text.replaceAll('\0', '')
  const isLatin1 = [...plain].every((character) => character.codePointAt(0)! <= 0xff)
  if (isLatin1) return chunk('tEXt', joined([latin1(keyword), [0], latin1(plain)]))
  // Keyword, not compressed, no compression method, no language, no translated keyword, text.
  return chunk('iTXt', joined([latin1(keyword), [0, 0, 0, 0, 0], new TextEncoder().encode(plain)]))
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([latin1(type), data])
  const bytes = new Uint8Array(body.length + 8)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(body, 4)
  view.setUint32(4 + body.length, crc32(body))
  return bytes
}

/** The checksum at the end of each chunk, see https://www.w3.org/TR/png-3/#5CRC-algorithm. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
