import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { create } from 'fontkit'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { FontChooser } from '../pictures/fonts.ts'
import { outlined, type OpenFont } from '../pictures/lettering.ts'
import { withPngMetadata, type PngMetadata } from '../pictures/pngMetadata.ts'
import { writeXml, type XmlElement } from '../pictures/xmlReader.ts'

let isReady: Promise<void> | null = null

/** The drawer is WebAssembly, and may be set up only once. */
function ready(): Promise<void> {
  isReady ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm)
  return isReady
}

/**
 * Draws a picture as PNG without a browser. Its letters are drawn as outlines, so no font of the machine has a part in it.
 *
 * @param svg one that `pictureSvg` wrote
 * @param pixels of the PNG
 * @returns the PNG, and notes for the person on letters that no font has
 */
export async function diskPng(
  svg: string,
  pixels: { width: number; height: number },
  chooser: FontChooser,
  metadata: PngMetadata,
): Promise<{ png: Uint8Array; notes: string[] }> {
  await ready()
  const { picture, notes } = await outlined(svg, { chooser, open: (_face, bytes) => create(bytes) as OpenFont })
  Object.assign(picture.attributes, { width: String(pixels.width), height: String(pixels.height) })
  const drawer = new Resvg(writeXml(drawable(picture)), { font: { loadSystemFonts: false } })
  const image = drawer.render()
  const png = withPngMetadata(image.asPng(), metadata)
  image.free()
  drawer.free()
  return { png, notes }
}

/** Scales smaller than this are nothing to the drawer. */
const SMALLEST_SCALE = 0.001

/**
 * What the drawer leaves out though it should be there, written in another way: marks along a line that cannot be seen
 * itself (the stars of the United States), and what is drawn huge and then made tiny (the stars of Tajikistan).
 */
function drawable(element: XmlElement): XmlElement {
  const attributes = { ...element.attributes }
  const isMarked = Object.keys(attributes).some((name) => name.startsWith('marker-'))
  if (isMarked && attributes.fill === 'none' && attributes.stroke === undefined) {
    Object.assign(attributes, { stroke: '#000', 'stroke-opacity': '0' })
  }
  const scale = Number(/^scale\(([\d.e-]+)\)$/.exec(attributes.transform ?? '')?.[1] ?? 1)
  // An arc has numbers that are no lengths.
  if (attributes.d !== undefined && scale < SMALLEST_SCALE && !/[Aa]/.test(attributes.d)) {
    delete attributes.transform
    attributes.d = attributes.d.replace(/-?(?:\d+\.?\d*|\.\d+)/g, (length) => ` ${Number(length) * scale}`)
  }
  const children = element.children.map((child) => (typeof child === 'string' ? child : drawable(child)))
  return { ...element, attributes, children }
}
