import type { z } from 'zod'
import { perhaps, quote } from './fault.ts'

/** What a schema finds wrong with an entry, in the words of the person who wrote it. */

/** A way into an entry: names of fields and positions in lists. */
export type Path = readonly (string | number)[]

/** A path as a fault names it: `milestones[2].date`. */
export function fieldName(path: Path): string {
  let name = ''
  for (const step of path) name += typeof step === 'number' ? `[${step}]` : name ? `.${step}` : step
  return name
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

/**
 * What a schema holds against a value, in words.
 * @param issue checked with `reportInput`, so that the value can be quoted
 */
export function explain(issue: z.core.$ZodIssue, path: Path): [problem: string, remedy: string] {
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
