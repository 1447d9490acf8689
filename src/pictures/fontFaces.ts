import { faceName, missingNote, type FontChooser, type FontFace } from './fonts.ts'
import { readXml, writeXml, type XmlElement } from './xmlReader.ts'
import { isOwnSign } from './ownSigns.ts'
import { NOTHING_INHERITED, inheritedBy, type Inherited } from './lettering.ts'

/** A face with the letters of it that a picture shows. */
interface UsedFace {
  face: FontFace
  codePoints: Set<number>
}

/**
 * A picture that brings along the files of the letters that it shows: any browser draws it with the same ones, whatever
 * fonts the machine has. For pictures that are drawn right away; saved ones are a tenth as large without.
 *
 * @param svg one that `pictureSvg` wrote
 * @returns the picture, and a note for the person where letters have no font
 */
export async function withFonts(svg: string, chooser: FontChooser): Promise<{ svg: string; notes: string[] }> {
  const used = new Map<string, UsedFace>()
  const missing = new Set<string>()
  /** Takes down the letters of a text. @returns the names of the fonts that it needs beside Arimo */
  const noted = async (text: string, { weight, language }: Inherited): Promise<string[]> => {
    const runs = await chooser.runs(text, { weight, language })
    for (const { text: letters, face } of runs) {
      if (!face) {
        // Signs of our own are drawn where there are no fonts; a browser finds them in those of the machine.
        for (const letter of letters) if (!isOwnSign(letter)) missing.add(letter)
        continue
      }
      const name = faceName(face)
      const known = used.get(name) ?? { face, codePoints: new Set<number>() }
      for (const letter of letters) known.codePoints.add(letter.codePointAt(0)!)
      used.set(name, known)
    }
    return runs.flatMap(({ face }) => (face && face.family.id !== 'arimo' ? face.family.name : []))
  }
  const walk = async (element: XmlElement, around: Inherited, isText: boolean): Promise<XmlElement> => {
    const own = inheritedBy(element, around)
    const families = new Set<string>()
    const children: XmlElement['children'] = []
    for (const child of element.children) {
      if (typeof child !== 'string') children.push(await walk(child, own, isText || child.name === 'text'))
      else {
        if (isText) for (const name of await noted(child, own)) families.add(name)
        children.push(child)
      }
    }
    if (families.size === 0) return { ...element, children }
    const attributes = { ...element.attributes, 'font-family': ['Arimo', ...families, 'sans-serif'].join(', ') }
    return { ...element, attributes, children }
  }
  const picture = await walk(readXml(svg), NOTHING_INHERITED, false)
  const rules: string[] = []
  for (const { face, codePoints } of used.values()) {
    const range = [...codePoints].map((codePoint) => `U+${codePoint.toString(16)}`).join(',')
    rules.push(
      `@font-face{font-family:"${face.family.name}";font-weight:${face.weight};unicode-range:${range};` +
        `src:url(data:font/woff;base64,${base64(await chooser.bytes(face))})}`,
    )
  }
  picture.children.unshift({ name: 'style', attributes: {}, children: [rules.join('')] })
  picture.attributes['font-family'] = 'Arimo, sans-serif'
  const note = missingNote(missing)
  return { svg: writeXml(picture), notes: note === null ? [] : [note] }
}

/** Few bytes at a time: so many arguments a function may have. */
const AT_ONCE = 8192
/** A chooser hands out the same bytes of a face each time, and most pictures have the same faces. */
const written = new WeakMap<Uint8Array, string>()

function base64(bytes: Uint8Array): string {
  const known = written.get(bytes)
  if (known !== undefined) return known
  let binary = ''
  for (let i = 0; i < bytes.length; i += AT_ONCE) binary += String.fromCharCode(...bytes.subarray(i, i + AT_ONCE))
  const text = btoa(binary)
  written.set(bytes, text)
  return text
}
