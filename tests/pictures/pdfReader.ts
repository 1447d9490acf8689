import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What another program reads in a PDF of one page. */
export interface ReadPdf {
  width: number
  height: number
  /** All text, in the order in which it is drawn. */
  text: string
  /** Every font that letters are drawn with. */
  fonts: { name: string; isEmbedded: boolean }[]
  links: string[]
  info: Record<string, unknown>
  /** What is told of each figure to those who listen. */
  figures: string[]
}

/** What pdf.js tells of the structure of a page. */
interface StructureNode {
  role?: string
  alt?: string
  children?: StructureNode[]
}

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const page = await document.getPage(1)
  const [, , width, height] = page.view as [number, number, number, number]
  const { items } = await page.getTextContent({ disableNormalization: true })
  const { fnArray, argsArray } = await page.getOperatorList()
  const names = new Set(fnArray.flatMap((own, i) => (own === OPS.setFont ? [String(argsArray[i][0])] : [])))
  const fonts = [...names].map((id) => {
    const { name, missingFile } = page.commonObjs.get(id) as { name: string; missingFile: boolean }
    return { name, isEmbedded: !missingFile }
  })
  const annotations = await page.getAnnotations()
  const { info } = await document.getMetadata()
  const tree = (await page.getStructTree()) as StructureNode | null
  const read = {
    width,
    height,
    text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    fonts,
    links: annotations.flatMap(({ url }) => (url ? [String(url)] : [])),
    info: info as Record<string, unknown>,
    figures: (tree?.children ?? []).flatMap(({ role, alt }) => (role === 'Figure' ? [alt ?? ''] : [])),
  }
  await document.destroy()
  return read
}
