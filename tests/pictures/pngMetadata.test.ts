import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { crc32, withPngMetadata } from '../../src/pictures/pngMetadata.ts'

/** One red pixel. */
const PIXEL = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC', 'base64'),
)

function chunksOf(png: Uint8Array): { type: string; data: Buffer }[] {
  const bytes = Buffer.from(png)
  const chunks = []
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const body = bytes.subarray(at + 4, at + 8 + length)
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(body))
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4) })
    at += 12 + length
  }
  return chunks
}

describe('withPngMetadata', () => {
  const png = withPngMetadata(PIXEL, {
    dpi: 192,
    texts: { Title: 'Russia – 中国', Description: 'Côte: 1 of 2', Source: '' },
  })
  const chunks = chunksOf(png)

  it('writes after the header and leaves the picture as it is', () => {
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'pHYs', 'iTXt', 'tEXt', 'IDAT', 'IEND'])
    const pixel = chunks.find(({ type }) => type === 'IDAT')!.data
    expect([...inflateSync(pixel)]).toEqual([...inflateSync(chunksOf(PIXEL)[1]!.data)])
  })

  it('writes the resolution in pixels per metre', () => {
    const { data } = chunks[1]!
    expect([data.readUInt32BE(0), data.readUInt32BE(4), data[8]]).toEqual([7559, 7559, 1])
  })

  it('writes texts as Latin-1 where that is enough, else as UTF-8, and no empty ones', () => {
    expect(chunks[2]!.data.toString('utf8')).toBe('Title\0\0\0\0\0Russia – 中国')
    expect(chunks[3]!.data.toString('latin1')).toBe('Description\0Côte: 1 of 2')
  })

  it('refuses what is no PNG', () => {
    expect(() => withPngMetadata(new Uint8Array(50), { dpi: 96, texts: {} })).toThrow('no PNG')
    expect(() => withPngMetadata(PIXEL.subarray(0, 20), { dpi: 96, texts: {} })).toThrow('no PNG')
  })

  it('has the checksum of the standard', () => {
    expect(crc32(new TextEncoder().encode('IEND'))).toBe(0xae426082)
  })
})
