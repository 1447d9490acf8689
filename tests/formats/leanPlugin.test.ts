import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { withoutUnused } from '../../src/formats/leanPlugin.ts'

const CYTOSCAPE = readFileSync('node_modules/cytoscape/dist/cytoscape.esm.mjs', 'utf8')

it('leaves a Cytoscape that draws, finds no paths and lays nothing out', async () => {
  const lean = withoutUnused(CYTOSCAPE)
  const { default: cytoscape } = await import(`data:text/javascript;base64,${Buffer.from(lean).toString('base64')}`)
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: [{ data: { id: 'a' } }, { data: { id: 'b' } }, { data: { id: 'a-b', source: 'a', target: 'b' } }],
    style: [{ selector: 'node', style: { width: 70 } }],
  })
  expect(cy.getElementById('a').width()).toBe(70)
  expect(cy.getElementById('a').connectedEdges()).toHaveLength(1)
  expect(cy.elements().dijkstra).toBeUndefined()
  cy.destroy()
})

it('stops where the library is written otherwise', () => {
  expect(() => withoutUnused(CYTOSCAPE.replace('var layout = [{', 'const layouts = [{'))).toThrow(
    'leanPlugin: Cytoscape no longer has all layouts but the two',
  )
})
