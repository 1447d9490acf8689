/** Writing XML: everything that comes from data passes through here. */

export type Attributes = Readonly<Record<string, string | number | undefined>>

/**
 * An element with its attributes in the order given; those that are `undefined` are left out.
 * @param children XML, not text: see {@link escaped} for text
 */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value!)}"`)
    .join('')
  const inner = children.filter((child) => child !== '')
  if (inner.length === 0) return `<${name}${written}/>`
  const isText = inner.length === 1 && !inner[0]!.includes('<')
  return isText ? `<${name}${written}>${inner[0]}</${name}>` : `<${name}${written}>\n${inner.join('\n')}\n</${name}>`
}

/** Control characters, lone surrogates and the two non-characters that no XML document may have. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|\p{Surrogate}/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made safe for an element or a quoted attribute. What XML forbids becomes U+FFFD, any white space one space. */
export function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replace(/\s+/gu, ' ')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}

/** A number to two decimals, written the same everywhere; 0 for what is no number. */
export function rounded(value: number): string {
  if (!Number.isFinite(value)) return '0'
  return String(Math.round(value * 100) / 100 + 0)
}
