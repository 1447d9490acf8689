import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LAYERS } from './layers.ts'
import { filesOf, root } from './sources.ts'

const MOST_LINES = 600
const EMPTY_NAME = /^(?:utils?|helpers?|common|misc)$/i
// Written so that it does not find itself.
const LEFT_UNDONE = /\b(?:TO[D]O|FIX[M]E)\b/

const ours = ['src', 'scripts', 'tests'].flatMap(filesOf).filter((file) => /\.(?:tsx?|mjs|css)$/.test(file))

test('no file or folder is named utils, helpers, common or misc', () => {
  const names = (file: string) => file.split('/').map((part) => part.replace(/\..*$/, ''))
  expect(ours.filter((file) => names(file).some((name) => EMPTY_NAME.test(name)))).toEqual([])
})

test(`no file of src is over ${MOST_LINES} lines`, () => {
  const lines = (file: string) => readFileSync(`${root}/${file}`, 'utf8').split('\n').length - 1
  const long = ours.filter((file) => file.startsWith('src/') && lines(file) > MOST_LINES)
  expect(long.map((file) => `${file}: ${lines(file)} lines`)).toEqual([])
})

test('nothing is left undone in the code', () => {
  expect(ours.filter((file) => LEFT_UNDONE.test(readFileSync(`${root}/${file}`, 'utf8')))).toEqual([])
})

test('src holds the layers and nothing else', () => {
  const folders = new Set(filesOf('src').map((file) => file.split('/')[1]!))
  expect([...folders].filter((folder) => !LAYERS.includes(folder) && !folder.endsWith('.d.ts'))).toEqual([])
})
