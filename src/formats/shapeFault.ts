import type { z } from 'zod'
import { msg, t, type Message } from '../language/messages.ts'
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
const FORMS: Record<string, Message> = {
  id: msg('write lower-case words and digits joined by hyphens (an actor: its code in capitals)'),
  type: msg('write the id of a relation type'),
  subtype: msg('write the id of a subtype'),
  from: msg('write actor codes in capitals'),
  to: msg('write actor codes in capitals'),
  focus: msg('write an actor code in capitals'),
  date: msg('write YYYY, YYYY-MM or YYYY-MM-DD'),
  asOf: msg('write YYYY-MM-DD'),
  url: msg('write an address that begins with http:// or https://'),
  sources: msg('write ids of sources: lower-case words and digits joined by hyphens'),
  language: msg('write an ISO 639 code such as en, ru, zh'),
  iso2: msg('write two capitals (ISO 3166 alpha-2)'),
  isoNumeric: msg('write three digits in quotes (ISO 3166 numeric)'),
  flag: msg('write the name of a flag in flag-icons, such as ru'),
  letter: msg('write one capital letter'),
  light: msg('write a colour as #rrggbb'),
  dark: msg('write a colour as #rrggbb'),
  file: msg('write the path of a CSV file in series/'),
}

/** Where a problem is told: at its `field` in a form, in a `sentence` that names the field, or on a `line` after its name. */
export type Told = 'field' | 'sentence' | 'line'

/**
 * What a schema holds against a value, in words.
 * @param issue checked with `reportInput`, so that the value can be quoted
 */
export function explain(issue: z.core.$ZodIssue, path: Path, told: Told): [problem: string, remedy: string] {
  const input = 'input' in issue ? issue.input : undefined
  const value = quote(input)
  const field = fieldName(path)
  const as = told === 'sentence' && field === '' ? 'line' : told
  const name = path.findLast((step) => typeof step === 'string')
  const form = t((typeof name === 'string' && FORMS[name]) || msg('see CODEBOOK.md for its form'))
  /** A problem that names what it is about. */
  const whole = (problem: string) => (as === 'sentence' ? t('{field} {problem}', { field, problem }) : problem)
  const isMissing = () =>
    t('{as, select, field {This is missing} sentence {{field} is missing} other {is missing}}', { as, field })
  const length = () =>
    t(
      '{as, select, field {{count, plural, one {This has # character} other {This has # characters}}} sentence {{count, plural, one {{field} has # character} other {{field} has # characters}}} other {{count, plural, one {has # character} other {has # characters}}}}',
      { as, field, count: (input as string).length },
    )
  switch (issue.code) {
    case 'invalid_type': {
      const { expected } = issue
      const remedy = t(
        'write {expected, select, string {text} boolean {true or false} array {a list} int {a whole number} object {fields with values} record {fields with values} number {a number} other {a {expected}}}',
        { expected },
      )
      if (input === undefined || input === null) return [isMissing(), remedy]
      if (expected === 'string' && typeof input === 'number') {
        return [
          whole(t('{value} is a number, not text', { value })),
          t('put it in quotes: {value}', { value: `'${value}'` }),
        ]
      }
      const problem = t(
        '{value} is not {expected, select, string {text} boolean {true or false} array {a list} int {a whole number} object {fields with values} record {fields with values} number {a number} other {a {expected}}}',
        { value, expected },
      )
      return [whole(problem), remedy]
    }
    case 'invalid_value': {
      const values = issue.values.join(', ')
      if (input === undefined || input === null) return [isMissing(), t('write one of {values}', { values })]
      const guess = typeof input === 'string' ? perhaps(input, issue.values.map(String)) : ''
      return [
        whole(t('{value} is not known here', { value })),
        t('write one of {values}{perhaps}', { values, perhaps: guess }),
      ]
    }
    case 'invalid_format':
      return [whole(t('{value} has not the form that is asked for', { value })), form]
    case 'too_small': {
      const least = Number(issue.minimum)
      if (issue.origin === 'array') {
        return [whole(t('the list is empty')), t('give at least {least, number}', { least })]
      }
      if (issue.origin === 'string') {
        return [
          input === '' ? isEmpty(as, field) : length(),
          t('{least, plural, one {write at least # character} other {write at least # characters}}', { least }),
        ]
      }
      return [whole(t('{value} is too small', { value })), t('write {least} or more', { least })]
    }
    case 'too_big': {
      const most = Number(issue.maximum)
      if (issue.origin === 'string') return [length(), t('write at most {most, number}', { most })]
      return [whole(t('{value} is too great', { value })), t('write {most} or less', { most })]
    }
    default:
      return [whole(t('{value}: {fault}', { value, fault: issue.message })), form]
  }
}

/** Says that nothing stands in a field. */
export function isEmpty(as: Told, field: string): string {
  return t('{as, select, field {This is empty} sentence {{field} is empty} other {is empty}}', { as, field })
}
