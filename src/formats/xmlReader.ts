import { Parser } from 'saxen'
import { t } from '../language/messages.ts'
import { unicodeText } from './jsonText.ts'
import { LIMITS, ReadingError } from './reading.ts'

/**
 * XML as files of graphs have it, without a DOM, so that it is read in a worker and a file of any size needs no tree:
 * graphology's own readers of GEXF and GraphML need one. Nothing that a document declares is expanded or fetched.
 */

/** What is called while a document is read; names are without their prefix. */
export interface XmlHandler {
  open: (name: string, attributes: ReadonlyMap<string, string>) => void
  /** @param text what stands directly in the element */
  close: (name: string, text: string) => void
  /** A processing instruction: `<?target content?>`. */
  instruction?: (target: string, content: string) => void
}

/**
 * Reads a document from beginning to end.
 * @throws ReadingError where it is not well-formed, nested too deep, or declares entities; and what the handler throws
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const xml = textOf(bytes)
  const texts: string[] = []
  const parser = new Parser()
  const stop = (message: string, line: number): never => {
    if (/^(?:unexpected end of file|unclosed )/.test(message)) {
      throw new ReadingError(t('The XML ends too early, as if it had been cut off: download or save it again.'))
    }
    throw new ReadingError(
      t('The file is no well-formed XML: {fault} in line {line, number}; save it again from where it was made.', {
        fault: message,
        line: line + 1,
      }),
    )
  }
  parser.on('error', ({ message }, at) => stop(message, at().line))
  parser.on('warn', ({ message }, at) => stop(message, at().line))
  parser.on('attention', (declaration) => {
    // A document type by name or address alone is harmless: nothing is fetched.
    if (!/^<!doctype\s/i.test(declaration) || declaration.includes('[')) {
      throw new ReadingError(
        t(
          'The file declares entities of its own (in its DOCTYPE), which can be made to do harm: save it again without them.',
        ),
      )
    }
  })
  parser.on('question', (instruction) => {
    const parts = /^<\?([^\s?]+)\s*([^]*?)\?>$/.exec(instruction)
    if (parts) handler.instruction?.(parts[1]!, parts[2]!)
  })
  parser.on('openTag', (name, attributes, _decode, _isEmpty, at) => {
    if (texts.length === LIMITS.depth) {
      throw new ReadingError(
        t(
          'The XML is nested more than {most, number} deep (line {line, number}), which no graph is: choose another file.',
          {
            most: LIMITS.depth,
            line: at().line + 1,
          },
        ),
      )
    }
    texts.push('')
    const own = new Map<string, string>()
    for (const [key, value] of Object.entries(attributes())) own.set(key, decoded(value))
    handler.open(local(name), own)
  })
  parser.on('text', (text) => {
    texts[texts.length - 1] += decoded(text)
  })
  parser.on('cdata', (text) => {
    if (texts.length > 0) texts[texts.length - 1] += text
  })
  parser.on('closeTag', (name) => handler.close(local(name), texts.pop()!))
  parser.parse(xml)
}

/** The characters of a document by its byte order mark, or the encoding that it declares. */
function textOf(bytes: Uint8Array): string {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200))
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  const text = /^utf-?(?:8|16)$/i.test(declared) ? unicodeText(bytes) : decodedAs(declared, bytes)
  if (text === null) {
    throw new ReadingError(
      t('The file is not in the encoding that it declares ({encoding}): save it again as UTF-8.', {
        encoding: declared,
      }),
    )
  }
  return text
}

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const ENTITIES: Readonly<Record<string, string | undefined>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text with the five entities of XML and references to characters resolved; any other stays as it is written. */
function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,8})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name as string] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
    return code > 0x10ffff ? '' : String.fromCodePoint(code)
  })
}

/** A text as XML 1.0 may hold it, in an element or in an attribute in double quotes. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"\t\n\r]/g, (sign) => ESCAPES[sign]!)
}

/** JSON as it may stand in a processing instruction, which `?>` would end. */
export function xmlJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/>/g, '\\u003e')
    .replace(FORBIDDEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const FORBIDDEN = new RegExp('[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]', 'gu')

/** Line breaks and tabs are written as references: a reader may make spaces of them in an attribute. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
