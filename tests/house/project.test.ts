import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { filesOf, root } from './sources.ts'

const text = (path: string) => readFileSync(`${root}/${path}`, 'utf8')

/** As much of the Citation File Format 1.2.0 as is used: its required keys, its lists of words, and no key that it does not have. */
const author = z.strictObject({ name: z.string().min(1) })
const day = z.iso.date()
const work = {
  title: z.string().min(1),
  authors: z.array(author).min(1),
  version: z.string(),
  abstract: z.string().optional(),
  keywords: z.array(z.string()).min(1).optional(),
  'date-released': day.optional(),
}
const CFF = z.strictObject({
  ...work,
  'cff-version': z.literal('1.2.0'),
  message: z.string().min(1),
  type: z.enum(['software', 'dataset']),
  license: z.literal('MIT'),
  'preferred-citation': z.strictObject({
    ...work,
    type: z.enum(['data', 'database', 'article', 'report', 'software', 'website']),
    license: z.literal('CC-BY-4.0'),
    year: z.int(),
    notes: z.string(),
  }),
})

test('CITATION.cff is one, and names the versions that are there', () => {
  const cited = CFF.parse(parse(text('CITATION.cff')))
  const { version } = JSON.parse(text('package.json')) as { version: string }
  const dataset = parse(text('data/dataset.yaml')) as { version: string; citation: string; title: string }
  expect(cited.version).toBe(version)
  expect(cited['preferred-citation'].version).toBe(dataset.version)
  expect(dataset.citation).toContain(cited['preferred-citation'].title)
  expect(dataset.citation).toContain(cited['preferred-citation'].notes.replace('Evidence', 'evidence'))
  expect(text('LICENSE-DATA').replace(/\s+/g, ' ')).toContain(dataset.citation)
})

const FORM = z.strictObject({
  name: z.string(),
  description: z.string(),
  labels: z.array(z.string()),
  body: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: z.string() }) }),
      z.strictObject({
        type: z.enum(['input', 'textarea', 'dropdown', 'checkboxes']),
        id: z.string().regex(/^[\w-]+$/),
        attributes: z.strictObject({
          label: z.string(),
          description: z.string().optional(),
          placeholder: z.string().optional(),
          options: z
            .array(z.union([z.string(), z.strictObject({ label: z.string(), required: z.boolean() })]))
            .min(1)
            .optional(),
        }),
        validations: z.strictObject({ required: z.boolean() }).optional(),
      }),
    ]),
  ),
})

test.each(filesOf('.github/ISSUE_TEMPLATE').filter((file) => !file.endsWith('config.yml')))('%s is a form', (file) => {
  const { body } = FORM.parse(parse(text(file)))
  const ids = body.flatMap((part) => (part.type === 'markdown' ? [] : part.id))
  expect(new Set(ids).size).toBe(ids.length)
  for (const part of body) {
    if (part.type === 'dropdown' || part.type === 'checkboxes') expect(part.attributes.options, part.id).toBeDefined()
  }
})

test('what CONTRIBUTING names is there', () => {
  const named = [...text('CONTRIBUTING.md').matchAll(/`((?:src|data|docs|scripts|tests)\/[\w./-]+\.\w+)`/g)].map(
    ([, path]) => path!,
  )
  expect(named.length).toBeGreaterThan(20)
  const all = new Set(['src', 'data', 'docs', 'scripts', 'tests'].flatMap(filesOf))
  expect(named.filter((path) => !all.has(path))).toEqual([])
  const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }
  const run = [...text('CONTRIBUTING.md').matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name!)
  expect(run.filter((name) => !(name in scripts))).toEqual([])
})
