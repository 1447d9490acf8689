import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { keyOf } from '../../src/language/key.ts'
import { filesOf, root } from './sources.ts'
import { wordsIn } from './words.ts'

const files = filesOf('src').filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
const found = files.map((file) => wordsIn(file, readFileSync(`${root}/${file}`, 'utf8')))

test('everything that the interface says is a message of the catalogues', () => {
  expect(found.flatMap(({ faults }) => faults)).toEqual([])
})

test('no two messages have the same key', () => {
  const messages = new Set(found.flatMap((own) => own.messages))
  expect(new Set([...messages].map(keyOf)).size).toBe(messages.size)
})
