/**
 * What the interface says, found in the code: messages for the catalogues (`t`, `msg`, `inParts` of `src/language/messages.ts`), and words
 * that stand outside of them, which no language but English would see.
 */
import { parseSync } from 'vite'
import { piecesOf, type Pieces } from '../../src/language/icu.ts'
import { NOT_WORDS, NOT_WORDS_AT_ALL } from './notWords.ts'

/** A node of the syntax tree, as far as this check looks into it. */
interface Node {
  type: string
  start: number
  [field: string]: unknown
}

/** What was found in one file. */
export interface FoundWords {
  messages: string[]
  /** Each with its line: words in no catalogue, and messages that cannot be found or filled. */
  faults: string[]
}

const SAYING = ['t', 'msg', 'inParts']
/** Attributes and properties that no one reads. */
const UNREAD =
  /^(?:className|d|viewBox|transform|href|src|style|id|key|type|role|points|path|pathData|slot|gridTemplateColumns|cursor|stroke|fill|fontFamily|font|mime|keys|rel|target|autoComplete|pattern|preserveAspectRatio|accept|htmlFor|data-\w+(?:-\w+)*|aria-(?:labelledby|describedby|controls|owns|activedescendant))$/
/** What is handed to these is for the machine, or for whoever writes the code. */
const MACHINE =
  /^(?:RangeError|TypeError|SyntaxError|RegExp|addEventListener|removeEventListener|querySelector|querySelectorAll|closest|matches|matchMedia|getAttribute|setAttribute|removeAttribute|createElement|createElementNS|getContext|setProperty|getPropertyValue|mark|measure|getEntriesByName|getItem|setItem|removeItem|startsWith|endsWith|includes|indexOf|lastIndexOf|split|has|get|append|error|warn|log|describe|Worker|URL|known|DamagedError)$/

const LETTERS = /\p{L}{2,}/u

/**
 * Looks through one file of src.
 * @param file its path from the root, with `/`
 */
export function wordsIn(file: string, code: string): FoundWords {
  const messages: string[] = []
  const faults: string[] = []
  const { program } = parseSync(file, code)
  const at = (node: Node) => `${file}:${code.slice(0, node.start).split('\n').length}`
  const allowed = NOT_WORDS[file] ?? []
  const isSkipped = NOT_WORDS_AT_ALL.some((own) => file.startsWith(own))
  const outside = (node: Node, words: string) => {
    const tidy = words.replace(/\s+/g, ' ').trim()
    if (!isSkipped && !allowed.includes(tidy)) faults.push(`${at(node)} is in no catalogue: ${tidy}`)
  }

  const message = (node: Node, values: Node | undefined, says: string): void => {
    if (node.type === 'ConditionalExpression') {
      message(node.consequent as Node, values, says)
      message(node.alternate as Node, values, says)
      return
    }
    const text = textOf(node)
    if (text === null) {
      if (says === 'msg' || node.type === 'TemplateLiteral' || node.type === 'BinaryExpression') {
        faults.push(`${at(node)} ${says}() of a text that is made up when it runs`)
        return
      }
      visit(node, null, '', 1)
      return
    }
    messages.push(text)
    let names: Set<string>
    try {
      names = namesIn(piecesOf(text))
    } catch (error) {
      faults.push(`${at(node)} ${(error as Error).message}`)
      return
    }
    if (says === 'msg') return
    const given = givenIn(values)
    if (!given) return
    const missing = [...names].filter((name) => !given.has(name))
    const spare = [...given].filter((name) => !names.has(name))
    if (missing.length + spare.length > 0) {
      faults.push(`${at(node)} “${text}” and its values differ in ${[...missing, ...spare].join(', ')}`)
    }
  }

  const visit = (node: Node, parent: Node | null, field: string, depth: number): void => {
    if (node.type.startsWith('TS') && !/^TS(?:As|NonNull|Satisfies)/.test(node.type)) {
      // Of an enum or a module nothing is used here; types are for the compiler.
      return
    }
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'ImportExpression':
        return
      case 'CallExpression':
      case 'NewExpression': {
        const callee = node.callee as Node
        const name = String(callee.type === 'MemberExpression' ? (callee.property as Node).name : callee.name)
        const given = node.arguments as Node[]
        if (callee.type === 'Identifier' && SAYING.includes(name) && given[0]) {
          if (name !== 'msg' && depth === 0)
            faults.push(`${at(node)} ${name}() is said before the language is known; mark it with msg()`)
          message(given[0], given[1], name)
          given.slice(1).forEach((own) => visit(own, node, 'arguments', depth))
          return
        }
        visit(callee, node, 'callee', depth)
        const isMachine = MACHINE.test(name)
        for (const own of given) {
          if (isMachine && textOf(own) !== null) continue
          if (isMachine && own.type === 'TemplateLiteral') continue
          visit(own, node, 'arguments', depth)
        }
        return
      }
      case 'JSXText':
        if (LETTERS.test(String(node.value))) outside(node, String(node.value))
        return
      case 'JSXAttribute': {
        const name = (node.name as Node).type === 'JSXNamespacedName' ? 'xml' : String((node.name as Node).name)
        if (UNREAD.test(name)) {
          if ((node.value as Node | null)?.type === 'JSXExpressionContainer') visitSaying(node.value as Node, depth)
          return
        }
        break
      }
      case 'Property': {
        const key = node.key as Node
        if (node.computed) visit(key, node, 'key', depth)
        if (UNREAD.test(String(key.name ?? key.value))) visitSaying(node.value as Node, depth)
        else visit(node.value as Node, node, 'value', depth)
        return
      }
      case 'Literal':
        if (typeof node.value === 'string' && field !== 'key' && !isCompared(parent) && isWords(node.value)) {
          outside(node, node.value)
        }
        return
      case 'TemplateLiteral': {
        const quasis = (node.quasis as Node[]).map((own) => (own.value as { cooked: string }).cooked)
        if (!isCompared(parent) && parent?.type !== 'TaggedTemplateExpression' && isTemplateOfWords(quasis))
          outside(node, quasis.join('{}'))
        for (const own of node.expressions as Node[]) visit(own, node, 'expressions', depth)
        return
      }
    }
    const isFunction = /Function(?:Expression|Declaration)$|^ArrowFunctionExpression$/.test(node.type)
    const isLate = isFunction || node.type === 'PropertyDefinition'
    children(node, (child, name) => visit(child, node, name, depth + (isLate ? 1 : 0)))
  }

  /** Within what no one reads, messages alone are looked for. */
  const visitSaying = (node: Node, depth: number): void => {
    if (node.type === 'CallExpression' && SAYING.includes(String((node.callee as Node).name)))
      visit(node, null, '', depth)
    else children(node, (child) => visitSaying(child, depth))
  }

  visit(program as unknown as Node, null, '', 0)
  return { messages, faults }
}

function children(node: Node, each: (child: Node, field: string) => void): void {
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof (child as Node).type === 'string') each(child as Node, name)
    }
  }
}

/** A text that is known as it is written; `null` for any other expression. */
function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type === 'TemplateLiteral' && (node.expressions as Node[]).length === 0) {
    return ((node.quasis as Node[])[0]!.value as { cooked: string }).cooked
  }
  return null
}

function isCompared(parent: Node | null): boolean {
  return (parent?.type === 'BinaryExpression' && parent.operator !== '+') || parent?.type === 'SwitchCase'
}

/** Words as people write them: several of them, or one that begins like a sentence; no identifiers, codes or addresses. */
function isWords(text: string): boolean {
  const tidy = text.trim()
  if (/^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(tidy) || /^\w+:\/\//.test(tidy) || /^[\w./-]+\/[\w./+-]+$/.test(tidy))
    return false
  return /(?:^|[^\p{L}])\p{L}+[,;:.…]? \p{L}+/u.test(tidy) || /^[“(]?\p{Lu}\p{Ll}+[.…:!?]?$/u.test(tidy)
}

function isTemplateOfWords(quasis: readonly string[]): boolean {
  const all = quasis.join('\uFFFC')
  if (/^\w+:\/\//.test(all) || /^[\uFFFC\w./-]+\/[\uFFFC\w./+-]+$/.test(all)) return false
  return quasis.some((own) => /(?:^|\s|[“(])\p{L}{2,}(?:$|\s|[,.:;!?…”)])/u.test(own) && /\s/.test(own))
}

function namesIn(pieces: Pieces): Set<string> {
  const names = new Set<string>()
  const add = (own: Pieces) => {
    for (const piece of own) {
      if (typeof piece === 'string' || 'counted' in piece) continue
      if ('tag' in piece) add(piece.within)
      else {
        names.add(piece.name)
        if ('cases' in piece) Object.values(piece.cases).forEach(add)
      }
    }
  }
  add(pieces)
  return names
}

/** The names that an object gives values to; `null` where that is not to be seen. */
function givenIn(values: Node | undefined): Set<string> | null {
  if (!values) return new Set()
  if (values.type !== 'ObjectExpression') return null
  const properties = values.properties as Node[]
  if (properties.some(({ type }) => type !== 'Property')) return null
  return new Set(properties.map(({ key }) => String((key as Node).name ?? (key as Node).value)))
}
