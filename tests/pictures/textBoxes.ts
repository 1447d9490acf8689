import { textWidth } from '../../src/pictures/textFit.ts'
import type { Box } from '../../src/scene/scene.ts'
import { readXml, textOf, type XmlElement } from '../../src/pictures/xmlReader.ts'

/** A text of a picture, with the box that its letters take up. */
export interface TextBox extends Box {
  text: string
}

interface Place {
  x: number
  y: number
  scale: number
  /** True for text that is read from below. */
  isTurned: boolean
}

/**
 * Where the texts of a picture stand, in CSS pixels of the picture: estimated as the pictures themselves do it. Read are
 * texts in one group, moved, enlarged and turned by `translate`, `scale` and `rotate(-90)` as pictures write them.
 * @param id of the group; `null` for all of the picture
 */
export function textBoxesIn(svg: string, id: string | null): TextBox[] {
  const boxes: TextBox[] = []
  walk(readXml(svg), { x: 0, y: 0, scale: 1, isTurned: false }, id === null)
  return boxes

  function walk(element: XmlElement, outer: Place, isInside: boolean): void {
    const place = placedIn(outer, element.attributes.transform)
    const isWanted = isInside || element.attributes.id === id
    if (element.name === 'text' && isWanted) {
      const spans = element.children.filter((child) => typeof child !== 'string')
      for (const own of spans.length > 0 ? spans : [element]) boxes.push(boxOf(own, element, place))
      return
    }
    for (const child of element.children) if (typeof child !== 'string') walk(child, place, isWanted)
  }
}

function placedIn({ x, y, scale, isTurned }: Place, transform = ''): Place {
  const [, dx, dy] = /translate\((\S+) (\S+)\)/.exec(transform) ?? [0, 0, 0]
  const [, by] = /scale\((\S+)\)/.exec(transform) ?? [0, 1]
  return {
    x: x + Number(dx) * scale,
    y: y + Number(dy) * scale,
    scale: scale * Number(by),
    isTurned: isTurned || transform.includes('rotate(-90)'),
  }
}

function boxOf(own: XmlElement, { attributes }: XmlElement, { x, y, scale, isTurned }: Place): TextBox {
  const text = textOf(own)
  const fontSize = Number(own.attributes['font-size'] ?? attributes['font-size']) * scale
  const weight = Number(attributes['font-weight'] ?? 400)
  const width = textWidth(text, fontSize, weight > 400)
  const along = Number(own.attributes.x ?? attributes.x) * scale
  const base = Number(own.attributes.y ?? attributes.y) * scale
  const anchor = attributes['text-anchor']
  const start = anchor === 'middle' ? along - width / 2 : anchor === 'end' ? along - width : along
  // From the top of capitals to the foot of a g.
  const [above, below] = [base - fontSize * 0.74, base + fontSize * 0.2]
  return isTurned
    ? { text, left: x + above, right: x + below, top: y - start - width, bottom: y - start }
    : { text, left: x + start, right: x + start + width, top: y + above, bottom: y + below }
}

/** Pairs of texts that lie on each other. */
export function overlaps(boxes: readonly TextBox[]): string[] {
  return boxes.flatMap((one, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
      )
      .map((other) => `${one.text} / ${other.text}`),
  )
}

/** Texts that reach out of a picture of a size. */
export function outside(boxes: readonly TextBox[], width: number, height: number): string[] {
  return boxes
    .filter(({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height)
    .map(({ text }) => text)
}
