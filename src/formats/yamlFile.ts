import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import type { z } from 'zod'
import { perhaps, quote, type Fault } from './fault.ts'

/** A way into a YAML file: keys of maps and positions in lists. */
export type Path = readonly (string | number)[]

/** Where an entry is written: what a fault in it names. */
export interface Place {
  file: string
  /** The line of a part of the entry, counting from 1. */
  lineOf(path: Path): number
  /** The name of a part of the entry. */
  fieldOf(path: Path): string
}

/** A YAML file that can say on which line each of its parts stands. */
export interface YamlFile {
  value: unknown
  /** The place of the part of the file that lies at a path. */
  placeOf(base: Path): Place
}

/**
 * Reads a YAML file.
 * @param faults where faults of writing (no YAML, a key given twice) are added
 * @returns `null` where it cannot be read
 */
export function readYaml(file: string, text: string, faults: Fault[]): YamlFile | null {
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, prettyErrors: false })
  const errors = [...document.errors, ...document.warnings]
  for (const error of errors) {
    const duplicate = error.code === 'DUPLICATE_KEY'
    faults.push({
      file,
      line: lines.linePos(error.pos[0]).line,
      field: '',
      problem: duplicate ? 'a field is given twice in one entry' : `this is no YAML: ${error.message}`,
      remedy: duplicate ? 'keep one of the two' : 'check indentation, quotes and colons',
    })
  }
  if (errors.length > 0) return null
  const lineOf = (path: Path): number => {
    let node: Node | null = document.contents
    let offset = node?.range?.[0] ?? 0
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
        if (!pair) break
        offset = (pair.key as Node).range?.[0] ?? offset
        node = (pair.value as Node | null) ?? null
      } else if (isSeq(node) && typeof step === 'number' && node.items[step]) {
        node = node.items[step] as Node
        offset = node.range?.[0] ?? offset
      } else break
    }
    return lines.linePos(offset).line
  }
  return {
    value: document.toJS(),
    placeOf: (base) => ({ file, lineOf: (path) => lineOf([...base, ...path]), fieldOf: fieldName }),
  }
}

/** A path as a fault names it: `milestones[2].date`. */
function fieldName(path: Path): string {
  let name = ''
  for (const step of path) name += typeof step === 'number' ? `[${step}]` : name ? `.${step}` : step
  return name
}

/**
 * Holds a value against a schema.
 * @returns the value, or `null` after adding a fault for each thing that is wrong
 */
export function checkShape<T>(schema: z.ZodType<T>, value: unknown, place: Place, faults: Fault[]): T | null {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const path = issue.path.filter((step) => typeof step !== 'symbol')
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const at = [...path, key]
        faults.push({
          file: place.file,
          line: place.lineOf(at),
          field: place.fieldOf(at),
          problem: 'there is no field of this name here',
          remedy: 'correct the name, or leave the field out (CODEBOOK.md lists the fields)',
        })
      }
      continue
    }
    const [problem, remedy] = explain(issue, path)
    faults.push({ file: place.file, line: place.lineOf(path), field: place.fieldOf(path), problem, remedy })
  }
  return null
}

/** What would be right, for fields whose form is fixed; by the last name in their path. */
const FORMS: Record<string, string> = {
  id: 'write lower-case words and digits joined by hyphens (an actor: its code in capitals)',
  type: 'write the id of a relation type',
  subtype: 'write the id of a subtype',
  from: 'write actor codes in capitals',
  to: 'write actor codes in capitals',
  focus: 'write an actor code in capitals',
  date: 'write YYYY, YYYY-MM or YYYY-MM-DD',
  asOf: 'write YYYY-MM-DD',
  url: 'write an address that begins with http:// or https://',
  sources: 'write ids of sources: lower-case words and digits joined by hyphens',
  language: 'write an ISO 639 code such as en, ru, zh',
  iso2: 'write two capitals (ISO 3166 alpha-2)',
  isoNumeric: 'write three digits in quotes (ISO 3166 numeric)',
  flag: 'write the name of a flag in flag-icons, such as ru',
  letter: 'write one capital letter',
  light: 'write a colour as #rrggbb',
  dark: 'write a colour as #rrggbb',
  file: 'write the path of a CSV file in series/',
}

function explain(issue: z.core.$ZodIssue, path: Path): [problem: string, remedy: string] {
  const value = 'input' in issue ? issue.input : undefined
  const name = path.findLast((step) => typeof step === 'string')
  const form = (typeof name === 'string' && FORMS[name]) || 'see CODEBOOK.md for its form'
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined || value === null) return ['is missing', `write ${article(issue.expected)}`]
      if (issue.expected === 'string' && typeof value === 'number') {
        return [`${quote(value)} is a number, not text`, `put it in quotes: '${value}'`]
      }
      return [`${quote(value)} is not ${article(issue.expected)}`, `write ${article(issue.expected)}`]
    case 'invalid_value': {
      if (value === undefined || value === null) return ['is missing', `write one of ${issue.values.join(', ')}`]
      const guess = typeof value === 'string' ? perhaps(value, issue.values.map(String)) : ''
      return [`${quote(value)} is not known here`, `write one of ${issue.values.join(', ')}${guess}`]
    }
    case 'invalid_format':
      return [`${quote(value)} has not the form that is asked for`, form]
    case 'too_small':
      if (issue.origin === 'array') return ['the list is empty', `give at least ${issue.minimum}`]
      if (issue.origin === 'string') {
        return [
          value === '' ? 'is empty' : `has ${(value as string).length} characters`,
          `write at least ${issue.minimum} character${issue.minimum === 1 ? '' : 's'}`,
        ]
      }
      return [`${quote(value)} is too small`, `write ${issue.minimum} or more`]
    case 'too_big':
      if (issue.origin === 'string') {
        return [`has ${(value as string).length} characters`, `write at most ${issue.maximum}`]
      }
      return [`${quote(value)} is too great`, `write ${issue.maximum} or less`]
    default:
      return [`${quote(value)}: ${issue.message}`, form]
  }
}

function article(expected: string): string {
  switch (expected) {
    case 'string':
      return 'text'
    case 'boolean':
      return 'true or false'
    case 'array':
      return 'a list'
    case 'int':
      return 'a whole number'
    case 'object':
    case 'record':
      return 'fields with values'
    default:
      return `a ${expected}`
  }
}
