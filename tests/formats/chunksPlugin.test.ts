import { describe, expect, it } from 'vitest'
import { partsOf } from '../../src/formats/chunksPlugin.ts'

const PARTS = [
  { name: 'first', of: ['src/main.ts'] },
  { name: 'panels', of: ['src/mount.tsx'] },
]
const CONTROLS = '/dyad/node_modules/react-aria-components/dist'

function parts(modules: Record<string, { imports?: string[]; exports?: string[]; code?: string }>) {
  return Object.fromEntries(
    partsOf(PARTS, '/dyad', (id) => {
      const found = modules[id]
      return found ? { importedIds: found.imports ?? [], exports: found.exports ?? [], code: found.code ?? '' } : null
    }),
  )
}

describe('the parts that scripts are put together in', () => {
  it('hold whatever is imported, each module once, in the part that needs it first', () => {
    const found = parts({
      '/dyad/src/main.ts': { imports: ['/dyad/src/dates.ts'] },
      '/dyad/src/dates.ts': { imports: ['/dyad/src/main.ts'] },
      '/dyad/src/mount.tsx': { imports: ['/dyad/src/dates.ts', '/dyad/src/icons.tsx'] },
      '/dyad/src/icons.tsx': {},
      '/dyad/src/studio.tsx': {},
    })
    expect(found).toEqual({
      '/dyad/src/main.ts': 'first',
      '/dyad/src/dates.ts': 'first',
      '/dyad/src/mount.tsx': 'panels',
      '/dyad/src/icons.tsx': 'panels',
    })
  })

  it('hold of a package only the pieces that are named', () => {
    const found = parts({
      '/dyad/src/mount.tsx': {
        imports: [`${CONTROLS}/exports/index.mjs`],
        code: 'import { Button, Tabs as Own } from "react-aria-components";',
      },
      [`${CONTROLS}/exports/index.mjs`]: {
        imports: [`${CONTROLS}/private/Button.mjs`, `${CONTROLS}/private/Tabs.mjs`, `${CONTROLS}/private/Table.mjs`],
      },
      [`${CONTROLS}/private/Button.mjs`]: { exports: ['ButtonContext', 'Button'] },
      [`${CONTROLS}/private/Tabs.mjs`]: { exports: ['Tabs'] },
      [`${CONTROLS}/private/Table.mjs`]: { exports: ['Table'] },
    })
    expect(Object.keys(found)).toEqual([
      '/dyad/src/mount.tsx',
      `${CONTROLS}/private/Tabs.mjs`,
      `${CONTROLS}/private/Button.mjs`,
    ])
  })
})
