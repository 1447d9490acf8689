/**
 * Messages as ICU MessageFormat writes them, as far as Dyad needs it: `{name}`, `{count, number}`, `{count, plural, one {# tie}
 * other {# ties}}` with `=0` and the like, `selectordinal`, `select`, and tags (`<b>so many</b>`). Quoting by apostrophes is left out: an apostrophe
 * is one. The tests hold every message to the full grammar with the parser of FormatJS, which would be a tenth of the page.
 */

/** A piece of a message. */
export type Piece =
  | string
  | { name: string; kind: 'plain' }
  | { name: string; kind: 'number' }
  | Choice
  | { tag: string; within: Pieces }
  /** `#` within a plural. */
  | { counted: string }
interface Choice {
  name: string
  kind: 'plural' | 'selectordinal' | 'select'
  cases: Readonly<Record<string, Pieces>>
}
export type Pieces = readonly Piece[]

/** A message as it is to be put in a page: texts, and what stands in tags. */
export type Formatted = readonly (string | { tag: string; within: Formatted })[]

/** What stands for the names in a message. */
export type Values = Readonly<Record<string, string | number>>

/** What a language brings to the formatting. */
export interface Rules {
  number: (value: number) => string
  plural: (count: number) => string
  ordinal: (count: number) => string
}

/**
 * Takes a message apart.
 * @throws SyntaxError where a brace or a tag is left open: that is a fault of a catalogue, which the tests find
 */
export function piecesOf(message: string): Pieces {
  let at = 0
  const fault = () => new SyntaxError(`“${message}” is no message at character ${at}`)

  const sequence = (counted: string | null, closing: string | null): Pieces => {
    const pieces: Piece[] = []
    let text = ''
    const add = (piece: Piece) => {
      if (text !== '') pieces.push(text)
      text = ''
      pieces.push(piece)
    }
    for (;;) {
      const char = message[at]
      if (char === undefined) {
        if (closing !== null) throw fault()
        break
      }
      if (closing !== null && message.startsWith(closing, at)) break
      const tag = char === '<' ? /^<([a-z]+)>/.exec(message.slice(at)) : null
      if (tag) {
        at += tag[0].length
        const within = sequence(counted, `</${tag[1]}>`)
        at += tag[0].length + 1
        add({ tag: tag[1]!, within })
      } else if (char === '{') add(argument())
      else if (char === '#' && counted !== null) {
        at++
        add({ counted })
      } else {
        text += char
        at++
      }
    }
    if (text !== '') pieces.push(text)
    return pieces
  }

  const word = (): string => {
    const found = /^\s*([^\s,{}]+)\s*/.exec(message.slice(at))
    if (!found) throw fault()
    at += found[0].length
    return found[1]!
  }

  const argument = (): Piece => {
    at++
    const name = word()
    if (message[at] === '}') {
      at++
      return { name, kind: 'plain' }
    }
    if (message[at] !== ',') throw fault()
    at++
    const kind = word()
    if (kind === 'number' && message[at] === '}') {
      at++
      return { name, kind }
    }
    if ((kind !== 'plural' && kind !== 'select' && kind !== 'selectordinal') || message[at] !== ',') throw fault()
    at++
    const cases: Record<string, Pieces> = {}
    for (;;) {
      if (/^\s*\}/.test(message.slice(at))) {
        at = message.indexOf('}', at) + 1
        break
      }
      const own = word()
      if (message[at] !== '{') throw fault()
      at++
      cases[own] = sequence(kind === 'select' ? null : name, '}')
      at++
    }
    if (!cases.other) throw fault()
    return { name, kind, cases }
  }

  return sequence(null, null)
}

/** Puts values into a message. A name without a value stands as it is written, in its braces. */
export function formatted(pieces: Pieces, values: Values, rules: Rules): Formatted {
  const all: (string | { tag: string; within: Formatted })[] = []
  const add = (own: string) => {
    if (typeof all.at(-1) === 'string') all.push((all.pop() as string) + own)
    else all.push(own)
  }
  for (const piece of pieces) {
    if (typeof piece === 'string') add(piece)
    else if ('tag' in piece) all.push({ tag: piece.tag, within: formatted(piece.within, values, rules) })
    else if ('counted' in piece) add(rules.number(Number(values[piece.counted])))
    else {
      const value = values[piece.name]
      if (value === undefined) add(`{${piece.name}}`)
      else if (piece.kind === 'plain') add(String(value))
      else if (piece.kind === 'number') add(rules.number(Number(value)))
      else
        for (const own of formatted(caseOf(piece, value, rules), values, rules)) {
          if (typeof own === 'string') add(own)
          else all.push(own)
        }
    }
  }
  return all
}

function caseOf({ kind, cases }: Choice, value: string | number, rules: Rules): Pieces {
  if (kind === 'select') return cases[String(value)] ?? cases.other!
  const count = Number(value)
  return cases[`=${count}`] ?? cases[kind === 'plural' ? rules.plural(count) : rules.ordinal(count)] ?? cases.other!
}

/** The text of a message; of what stands in tags, the text alone. */
export function textOf(parts: Formatted): string {
  return parts.map((own) => (typeof own === 'string' ? own : textOf(own.within))).join('')
}
