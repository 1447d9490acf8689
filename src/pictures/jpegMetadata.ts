import { joined, latin1 } from './bytes.ts'

const START = [0xff, 0xd8]
const APP0 = 0xe0
const APP1 = 0xe1
const XMP = 'http://ns.adobe.com/xap/1.0/\0'
/** What a segment holds at most, with the two bytes of its length. */
const LONGEST = 0xffff

/**
 * A JPEG with its resolution and an XMP packet written into it, see JFIF 1.02 and part 3 of the XMP specification.
 *
 * @param jpeg one that a browser wrote: it begins with a JFIF segment, which is replaced
 * @param dpi dots per inch, up to 65,535
 * @throws TypeError where the bytes are no JPEG; RangeError where the packet is too long for a segment
 */
export function withJpegMetadata(jpeg: Uint8Array, dpi: number, xmp: Uint8Array): Uint8Array<ArrayBuffer> {
  if (START.some((byte, i) => jpeg[i] !== byte)) throw new TypeError('withJpegMetadata: these bytes are no JPEG')
  const isJfif = jpeg[2] === 0xff && jpeg[3] === APP0
  const rest = isJfif ? 4 + jpeg[4]! * 256 + jpeg[5]! : 2
  const density = Math.round(dpi)
  // Version 1.2, dots per inch across and down, no thumbnail.
  const jfif = [...latin1('JFIF\0'), 1, 2, 1, density >> 8, density & 255, density >> 8, density & 255, 0, 0]
  return joined([START, segment(APP0, jfif), segment(APP1, joined([latin1(XMP), xmp])), jpeg.subarray(rest)])
}

function segment(marker: number, data: ArrayLike<number>): Uint8Array {
  const length = data.length + 2
  if (length > LONGEST) throw new RangeError('withJpegMetadata: the texts are too long for a JPEG')
  return joined([[0xff, marker, length >> 8, length & 255], data])
}
