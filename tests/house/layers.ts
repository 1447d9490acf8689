/**
 * The import rule of the layers (src/, as the README draws it): a folder imports only from the folders named for it
 * here, and what is tied to one layer (Cytoscape, graphology, stores, React, the DOM, Node) stays in it.
 */
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { parseSync } from 'vite'

/** What each folder of src may import from, besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  language: [],
  model: ['language'],
  formats: ['language', 'model'],
  network: ['language', 'model'],
  state: ['language', 'model', 'formats', 'network'],
  scene: ['language', 'model', 'network'],
  canvas: ['language', 'scene'],
  pictures: ['language', 'model', 'network', 'scene'],
  studio: ['language', 'model', 'formats', 'network', 'state', 'scene', 'canvas', 'pictures'],
  terminal: ['language', 'model', 'formats', 'network', 'state', 'scene', 'pictures', 'studio'],
  panels: ['language', 'model', 'formats', 'network', 'state', 'scene', 'canvas', 'pictures', 'studio'],
  app: ['language', 'model', 'formats', 'network', 'state', 'scene', 'canvas', 'pictures', 'studio', 'panels'],
}

/** The folders of src, in the order of the layers. */
export const LAYERS = Object.keys(MAY_IMPORT)

/** Packages that only some layers may import. */
const HELD_PACKAGES: readonly { packages: RegExp; layers: readonly string[] }[] = [
  { packages: /^cytoscape/, layers: ['canvas'] },
  { packages: /^graphology/, layers: ['network'] },
  { packages: /^(?:zustand|zundo)/, layers: ['state'] },
  { packages: /^(?:react$|react-|@react-)/, layers: ['panels', 'app'] },
]

/** Layers that run in a worker and in Node as well, so they know no page. */
const WITHOUT_DOM = ['language', 'model', 'formats', 'network', 'scene']
const PAGE_GLOBALS = ['document', 'window']

/** The files that run in Node only: they read from disk, for the build and for scripts. */
const IN_NODE = /^src\/(?:formats\/(?:\w+FromDisk|\w+Plugin)|terminal\/\w+)\.ts$/

/** A node of the syntax tree, as far as this check looks into it. */
interface Node {
  type: string
  start: number
  [field: string]: unknown
}

/**
 * Checks one file of src.
 * @param file its path from the root, with `/`
 * @returns the faults in words, each with its line
 */
export function layerFaults(file: string, code: string): string[] {
  const { program, errors } = parseSync(file, code)
  if (errors.length > 0) return [`${file}: ${errors[0]!.message}`]
  const layer = layerOf(file)
  const faults: string[] = []
  const report = (node: Node, fault: string) => {
    const line = code.slice(0, node.start).split('\n').length
    faults.push(`${file}:${line} ${fault}`)
  }
  if (layer === null) {
    if (file.endsWith('.d.ts')) return []
    return [`${file} is in no layer; the layers are ${LAYERS.join(', ')}`]
  }
  const tree = program as unknown as Node
  const own = namesDeclared(tree)
  walk(tree, (node, parent, field) => {
    const wanted = importedBy(node)
    if (wanted !== null) {
      const fault = importFault(file, layer, wanted)
      if (fault) report(node, fault)
    }
    if (WITHOUT_DOM.includes(layer) && isPageGlobal(node, parent, field) && !own.has(node.name)) {
      report(node, `uses ${String(node.name)}, but ${layer} runs without a page`)
    }
  })
  return faults
}

/** What a node imports, statically, dynamically, as a type or as a worker's address; null where it is no import. */
function importedBy(node: Node): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literal(node.source)
    case 'TSExternalModuleReference':
      return literal(node.expression)
    case 'NewExpression': {
      const [address, base] = node.arguments as Node[]
      const isUrl = (node.callee as Node).name === 'URL' && base?.type === 'MemberExpression'
      return isUrl ? literal(address) : null
    }
    default:
      return null
  }
}

function literal(node: unknown): string | null {
  const value = (node as Node | null | undefined)?.value
  return typeof value === 'string' ? value : null
}

function importFault(file: string, layer: string, wanted: string): string | null {
  if (/^\.\.?(?:\/|$)/.test(wanted)) {
    const path = posix.join(posix.dirname(file), wanted)
    if (!path.startsWith('src/')) return null
    const other = layerOf(path)
    if (other === null || other === layer || MAY_IMPORT[layer]!.includes(other)) return null
    return `imports ${path}, but ${layer} may import only from ${MAY_IMPORT[layer]!.join(', ') || 'no other layer'}`
  }
  if (wanted.startsWith('/')) return `imports ${wanted}; write a relative path`
  if (isBuiltin(wanted)) return IN_NODE.test(file) ? null : `imports ${wanted}, but only what runs in Node may`
  const held = HELD_PACKAGES.find(({ packages }) => packages.test(wanted))
  if (!held || held.layers.includes(layer)) return null
  return `imports ${wanted}, which lives only in ${held.layers.join(' and ')}`
}

/** The layer of a path, or null for what lies directly in src or in a folder that is no layer. */
function layerOf(path: string): string | null {
  const folder = path.split('/')[1]
  return folder !== undefined && folder in MAY_IMPORT ? folder : null
}

/** True for `document` or `window` as a name of its own, not as a property or a key. */
function isPageGlobal(node: Node, parent: Node | null, field: string): boolean {
  if (node.type !== 'Identifier' || !PAGE_GLOBALS.includes(String(node.name))) return false
  const isName = (field === 'property' || field === 'key') && parent?.computed !== true
  return !isName
}

/** The names that a file gives to variables and parameters of its own, one called `document` among them. */
function namesDeclared(tree: Node): Set<unknown> {
  const names = new Set<unknown>()
  walk(tree, (node, _parent, field) => {
    if (node.type === 'VariableDeclarator') names.add((node.id as Node).name)
    if (node.type === 'Identifier' && field === 'params') names.add(node.name)
  })
  return names
}

function walk(
  node: Node,
  visit: (node: Node, parent: Node | null, field: string) => void,
  parent: Node | null = null,
  field = '',
): void {
  visit(node, parent, field)
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof (child as Node).type === 'string') walk(child as Node, visit, node, name)
    }
  }
}
