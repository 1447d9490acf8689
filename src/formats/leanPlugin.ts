import type { Plugin } from 'vite'

interface Cut {
  /** What goes, in words. */
  what: string
  from: RegExp
  /** What stands in its place. */
  to: string
}

const LIBRARY = /\/cytoscape\/dist\/cytoscape\.esm\.mjs$/

/** Nothing of this is ever called here: ties are measured in src/network, and places found in src/scene and by fcose. */
const CUTS: readonly Cut[] = [
  {
    what: 'the list of graph algorithms',
    from: /\[elesfn\$\w+, [^\]]*markovClustering[^\]]*\]\.forEach\(/g,
    to: '[].forEach(',
  },
  {
    what: 'the second names of graph algorithms',
    from: /^elesfn\$\w+\.(?:bfs|dfs|[dcb]cn?) = .*;$/gm,
    to: '',
  },
  {
    what: 'all layouts but the two that an empty graph begins with',
    from: /^var layout = \[\{[^\]]*\}\];$/gm,
    to: "var layout = [{ name: 'grid', impl: GridLayout }, { name: 'null', impl: NullLayout }];",
  },
  {
    what: 'what those layouts do',
    from: /^(?:BreadthFirst|Circle|Concentric|Cose|Preset|Random)Layout\.prototype\.\w+ = function[^]*?^\};$/gm,
    to: '',
  },
  {
    what: 'drawing by WebGL, which is an option of the canvas that is off',
    from: /^CRp\$\w+\.initWebgl = function[^]*?^\};$/gm,
    to: '',
  },
  {
    what: 'where edges are, of which none is drawn: links are drawn by src/canvas/paint.ts',
    from: /^(BRp\$\w+\.recalculateEdgeProjections = function) \(edges\) \{[^]*?^\};$/gm,
    to: '$1 () {};',
  },
  {
    what: 'what finds the places of edges',
    from: /^BRp\$\w+\.(?:find(?:MidptPtsEtc|HaystackPoints|SegmentsPoints|LoopPoints|CompoundLoopPoints|StraightEdgePoints|BezierPoints|TaxiPoints|EdgeControlPoints|Endpoints)|tryToCorrectInvalidPoints|storeAllpts|checkForInvalidEdgeWarning|calculateArrowAngles|storeEdgeProjections|recalculateEdgeLabelProjections|manualEndptToPx) = function[^]*?^\};$/gm,
    to: '',
  },
  {
    what: 'what draws edges, arrows, pies and stripes',
    from: /^CRp\$\w+\.(?:drawEdge(?:Path|TrianglePath)?|drawArrow(?:heads?|Shape)|drawPie|drawStripe) = function[^]*?^\};$/gm,
    to: '',
  },
]

/**
 * The Vite plugin that leaves out of Cytoscape what Dyad never calls: a sixth of the script that the page waits for. The
 * library comes as one file that holds on to all its parts, so the bundler by itself finds nothing unused in it. Where a
 * new version of it is written otherwise, the build stops.
 */
export function leanPlugin(): Plugin {
  return {
    name: 'dyad-lean',
    apply: 'build',
    transform: {
      filter: { id: LIBRARY },
      handler: (code) => ({ code: withoutUnused(code), map: null }),
    },
  }
}

/** @throws Error where a part is not found */
export function withoutUnused(code: string): string {
  return CUTS.reduce((rest, { what, from, to }) => {
    const cut = rest.replace(from, to)
    if (cut === rest) {
      throw new Error(`leanPlugin: Cytoscape no longer has ${what} where it was; adapt or remove that entry of CUTS.`)
    }
    return cut
  }, code)
}
