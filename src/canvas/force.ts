import cytoscape from 'cytoscape'
import fcose from 'cytoscape-fcose'
import type { Point, Positions } from '../scene/layouts.ts'

cytoscape.use(fcose)

/** A tie for the force-directed layout: the heavier, the closer. */
export interface Tie {
  source: string
  target: string
  weight: number
}

/**
 * Force-directed positions by fCoSE (Balci and Dogrusoz 2022, doi 10.1109/TVCG.2021.3095303), starting from given ones,
 * so that the same network always comes out the same.
 * @param fixed actors that stay where a person put them
 */
export function forceLayout(
  start: Positions,
  ties: readonly Tie[],
  fixed: Readonly<Record<string, Point>> = {},
): Positions {
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: [
      ...[...start].map(([id, position]) => ({ data: { id }, position: { ...position } })),
      ...ties.map(({ source, target, weight }, i) => ({ data: { id: `tie-${i}`, source, target, weight } })),
    ],
    style: [{ selector: 'node', style: { width: 70, height: 60 } }],
  })
  cy.layout({
    name: 'fcose',
    randomize: false,
    animate: false,
    fit: false,
    quality: 'proof',
    nodeRepulsion: () => 16_000,
    idealEdgeLength: (edge: { data: (key: 'weight') => number }) => 260 - 60 * Math.log10(1 + edge.data('weight')),
    gravity: 0.3,
    numIter: 2500,
    nodeSeparation: 110,
    fixedNodeConstraint: Object.entries(fixed)
      .filter(([id]) => start.has(id))
      .map(([nodeId, position]) => ({ nodeId, position: { ...position } })),
  } as unknown as cytoscape.LayoutOptions).run()
  const positions = new Map<string, Point>()
  cy.nodes().forEach((node) => {
    const { x, y } = node.position()
    positions.set(node.id(), { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 })
  })
  cy.destroy()
  return positions
}
