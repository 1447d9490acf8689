import { escaped } from './xml.ts'

/** An element of a well-formed document. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

const NAME = '[A-Za-z_:][\\w:.-]*'
const TAG = new RegExp(`^<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`)
const ATTRIBUTE = new RegExp(`(${NAME})="([^"<]*)"`, 'g')
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u

/**
 * Reads the XML that pictures consist of: elements, attributes in double quotes, text.
 * @throws where it is not well-formed
 */
export function readXml(source: string): XmlElement {
  if (FORBIDDEN.test(source)) throw new Error('a character that XML forbids')
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  for (let at = 0; at < source.length;) {
    const parent = open.at(-1)!
    if (source[at] !== '<') {
      const next = source.indexOf('<', at)
      const end = next < 0 ? source.length : next
      parent.children.push(unescaped(source.slice(at, end)))
      at = end
      continue
    }
    const tag = TAG.exec(source.slice(at))
    if (!tag) throw new Error(`no tag: ${source.slice(at, at + 60)}`)
    const [whole, closes, name, written, isEmpty] = tag as unknown as [string, string, string, string, string]
    at += whole.length
    if (closes) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes nothing`)
      continue
    }
    const attributes: Record<string, string> = {}
    for (const [, key, value] of written.matchAll(ATTRIBUTE)) {
      if (Object.hasOwn(attributes, key!)) throw new Error(`${key} stands twice in <${name}>`)
      attributes[key!] = unescaped(value!)
    }
    const element: XmlElement = { name, attributes, children: [] }
    parent.children.push(element)
    if (!isEmpty) open.push(element)
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is not closed`)
  const elements = root.children.filter((child) => typeof child !== 'string')
  if (elements.length !== 1) throw new Error(`${elements.length} root elements`)
  return elements[0]!
}

/** The element itself and all in it, in the order of the document. */
export function allIn(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : allIn(child)))]
}

/** The text of an element and of all in it. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** What {@link readXml} read, as XML again: the same elements, attributes and text. */
export function writeXml({ name, attributes, children }: XmlElement): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')
  if (children.length === 0) return `<${name}${written}/>`
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : writeXml(child)))
  return `<${name}${written}>${inner.join('')}</${name}>`
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function unescaped(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, entity: string) => {
    const character = ENTITIES[entity]
    if (character === undefined || !whole.endsWith(';')) throw new Error(`no entity: ${whole}`)
    return character
  })
}
