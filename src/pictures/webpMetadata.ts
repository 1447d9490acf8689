import { joined, latin1 } from './bytes.ts'

/** Flags of the header chunk of a WebP. */
const HAS_ALPHA = 0x10
const HAS_XMP = 0x04

/**
 * A WebP with an XMP packet written into it, see https://developers.google.com/speed/webp/docs/riff_container. WebP has no
 * place for a resolution.
 *
 * @param webp one that a browser wrote, with or without an extended header
 * @param width and `height`: in pixels
 * @throws TypeError where the bytes are no WebP
 */
export function withWebpMetadata(
  webp: Uint8Array,
  { width, height }: { width: number; height: number },
  xmp: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const type = (at: number) => String.fromCharCode(...webp.subarray(at, at + 4))
  if (type(0) !== 'RIFF' || type(8) !== 'WEBP') throw new TypeError('withWebpMetadata: these bytes are no WebP')
  const isExtended = type(12) === 'VP8X'
  // A simple lossless one says in its fifth byte whether it is transparent anywhere.
  const hasAlpha = isExtended ? webp[20]! & HAS_ALPHA : type(12) === 'VP8L' ? webp[24]! & HAS_ALPHA : 0
  const flags = (isExtended ? webp[20]! : hasAlpha) | HAS_XMP
  const header = chunk('VP8X', [flags, 0, 0, 0, ...threeBytes(width - 1), ...threeBytes(height - 1)])
  const body = joined([latin1('WEBP'), header, webp.subarray(isExtended ? 12 + 8 + 10 : 12), chunk('XMP ', xmp)])
  return joined([latin1('RIFF'), fourBytes(body.length), body])
}

function chunk(name: string, data: ArrayLike<number>): Uint8Array {
  return joined([latin1(name), fourBytes(data.length), data, data.length % 2 === 0 ? [] : [0]])
}

function fourBytes(value: number): number[] {
  return [...threeBytes(value), value >>> 24]
}

/** The lowest byte first. */
function threeBytes(value: number): number[] {
  return [value & 255, (value >> 8) & 255, (value >> 16) & 255]
}
