import { expect, test } from 'vitest'
import { keyOf } from '../../src/language/key.ts'
import { labelsOfData, wordsOfCode } from './messages.ts'
import { wordsIn } from './words.ts'

const found = wordsOfCode()

test('everything that the interface says is a message of the catalogues', () => {
  expect(found.faults).toEqual([])
})

test('no two messages have the same key', () => {
  const messages = new Set([...found.messages, ...labelsOfData()])
  expect(new Set([...messages].map(keyOf)).size).toBe(messages.size)
})

const faultsIn = (code: string) => wordsIn('src/panels/Some.tsx', code).faults
const messagesIn = (code: string) => wordsIn('src/panels/Some.tsx', code).messages

test.each([
  ['words between elements', 'const a = () => <p>Nothing here</p>', 'is in no catalogue: Nothing here'],
  ['a single word, too', 'const a = () => <p>nothing</p>', 'is in no catalogue: nothing'],
  ['a label', 'const a = () => <Button aria-label="Close" />', 'is in no catalogue: Close'],
  [
    'a text with values in it',
    'const a = (n: number) => `${n} initiatives of many`',
    'is in no catalogue: {} initiatives of many',
  ],
  ['a sentence in a constant', "const A = 'Try again.'", 'is in no catalogue: Try again.'],
  ['what is said too early', "const A = t('Close')", 't() is said before the language is known; mark it with msg()'],
  [
    'a text made up when it runs',
    'const a = (b: string) => msg(`Close ${b}`)',
    'msg() of a text that is made up when it runs',
  ],
  ['a value that is missing', "const a = () => t('{count} ties')", '“{count} ties” and its values differ in count'],
  ['a value too many', "const a = () => t('ties', { count: 1 })", '“ties” and its values differ in count'],
])('finds %s', (_name, code, fault) => {
  expect(faultsIn(code)).toEqual([`src/panels/Some.tsx:1 ${fault}`])
})

test.each([
  'const a = () => <p className="muted small">{t(\'Nothing here\')}</p>',
  "import { a } from './some words.ts'",
  "if (event.key === 'Enter now') throw new RangeError('one to thirty')",
  "type A = 'Some words'",
])('passes over what no one reads: %s', (code) => {
  expect(faultsIn(code)).toEqual([])
})

test('finds the messages of both ways of a choice, and of what is marked', () => {
  expect(messagesIn("const A = msg('One')\nconst b = (is: boolean) => t(is ? 'Two' : 'Three')")).toEqual([
    'One',
    'Two',
    'Three',
  ])
})
