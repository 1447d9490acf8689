import type { Attributes, GraphValue } from './graph.ts'

/** Attributes of graphs in JSON. */

/** The attributes of an element, but for some; lists stay lists, and what is deeper becomes JSON. */
export function attributesIn(data: Record<string, unknown>, without: readonly string[]): Attributes {
  const attributes: Attributes = new Map()
  for (const [name, value] of Object.entries(data)) {
    if (without.includes(name) || value === null || value === undefined) continue
    attributes.set(name, valueIn(value))
  }
  return attributes
}

function valueIn(value: unknown): GraphValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value
  return JSON.stringify(value)
}

/** An id or a label, which some programs write as a number; `null` where there is none. */
export function nameIn(value: unknown): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null
}
