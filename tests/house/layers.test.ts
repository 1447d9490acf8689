import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { layerFaults } from './layers.ts'
import { filesOf, root } from './sources.ts'

test('src keeps the import rule of the layers', () => {
  const files = filesOf('src').filter((file) => /\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(0)
  expect(files.flatMap((file) => layerFaults(file, readFileSync(`${root}/${file}`, 'utf8')))).toEqual([])
})

describe('the check itself', () => {
  test.each([
    ['src/model/a.ts', `import { b } from '../network/b.ts'`, 'imports src/network/b.ts'],
    ['src/model/a.ts', `import type { B } from '../formats/b.ts'`, 'imports src/formats/b.ts'],
    ['src/scene/a.ts', `export * from '../state/b.ts'`, 'imports src/state/b.ts'],
    ['src/scene/a.ts', `export { b } from '../pictures/b.ts'`, 'imports src/pictures/b.ts'],
    ['src/canvas/a.ts', `const b = await import('../model/b.ts')`, 'imports src/model/b.ts'],
    ['src/pictures/a.ts', `type B = import('../canvas/b.ts').B`, 'imports src/canvas/b.ts'],
    ['src/network/a.ts', `new Worker(new URL('../state/b.ts', import.meta.url))`, 'imports src/state/b.ts'],
    ['src/panels/A.tsx', `import '../app/theme.css'`, 'imports src/app/theme.css'],
    ['src/model/a.ts', `import b from '/src/state/b.ts'`, 'write a relative path'],
    ['src/panels/A.tsx', `import cytoscape from 'cytoscape'`, 'lives only in canvas'],
    ['src/scene/a.ts', `import Graph from 'graphology'`, 'lives only in network'],
    ['src/panels/A.tsx', `import { create } from 'zustand'`, 'lives only in state'],
    ['src/canvas/a.ts', `import { temporal } from 'zundo'`, 'lives only in state'],
    ['src/canvas/a.ts', `import { useEffect } from 'react'`, 'lives only in panels and app'],
    ['src/state/a.ts', `import { Button } from 'react-aria-components'`, 'lives only in panels and app'],
    ['src/formats/a.ts', `import { readFileSync } from 'node:fs'`, 'only what runs in Node may'],
    ['src/formats/a.ts', `import { readFileSync } from 'fs'`, 'only what runs in Node may'],
    ['src/scene/a.ts', `const title = document.title`, 'uses document'],
    ['src/network/a.ts', `if (typeof window === 'undefined') throw new Error()`, 'uses window'],
    ['src/odds/a.ts', ``, 'is in no layer'],
    ['src/main.ts', ``, 'is in no layer'],
  ])('%s with %s', (file, code, fault) => {
    expect(layerFaults(file, code)).toEqual([expect.stringContaining(fault)])
  })

  test.each([
    ['src/state/a.ts', `import { b } from '../formats/b.ts'; import { create } from 'zustand'`],
    [
      'src/app/main.tsx',
      `import { Filters } from '../panels/Filters.tsx'; import { createRoot } from 'react-dom/client'`,
    ],
    ['src/network/a.ts', `import Graph from 'graphology'; import { b } from './b.ts'; const w = row.window`],
    ['src/formats/dataFolderFromDisk.ts', `import { readFileSync } from 'node:fs'`],
    ['src/canvas/a.ts', `import cytoscape from 'cytoscape'; document.createElement('div')`],
    ['src/formats/a.ts', `function read(document: Document) { return document.title }`],
    ['src/vite-env.d.ts', `declare module 'virtual:x'`],
  ])('passes %s with %s', (file, code) => {
    expect(layerFaults(file, code)).toEqual([])
  })

  test('names the line', () => {
    expect(layerFaults('src/model/a.ts', `\n\nimport 'react'`)).toEqual([
      expect.stringMatching(/^src\/model\/a\.ts:3 /),
    ])
  })
})
