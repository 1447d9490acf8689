import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import type { z } from 'zod'
import type { Fault } from './fault.ts'
import { explain, fieldName, type Path } from './shapeFault.ts'

/** Where an entry is written: what a fault in it names. */
export interface Place {
  file: string
  /** The line of a part of the entry, counting from 1. */
  lineOf(path: Path): number
  /** The name of a part of the entry. */
  fieldOf(path: Path): string
}

/** A YAML file that can say on which line each of its parts stands. */
export interface YamlFile {
  value: unknown
  /** The place of the part of the file that lies at a path. */
  placeOf(base: Path): Place
}

/**
 * Reads a YAML file.
 * @param faults where faults of writing (no YAML, a key given twice) are added
 * @returns `null` where it cannot be read
 */
export function readYaml(file: string, text: string, faults: Fault[]): YamlFile | null {
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, prettyErrors: false })
  const errors = [...document.errors, ...document.warnings]
  for (const error of errors) {
    const duplicate = error.code === 'DUPLICATE_KEY'
    faults.push({
      file,
      line: lines.linePos(error.pos[0]).line,
      field: '',
      problem: duplicate ? 'a field is given twice in one entry' : `this is no YAML: ${error.message}`,
      remedy: duplicate ? 'keep one of the two' : 'check indentation, quotes and colons',
    })
  }
  if (errors.length > 0) return null
  const lineOf = (path: Path): number => {
    let node: Node | null = document.contents
    let offset = node?.range?.[0] ?? 0
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
        if (!pair) break
        offset = (pair.key as Node).range?.[0] ?? offset
        node = (pair.value as Node | null) ?? null
      } else if (isSeq(node) && typeof step === 'number' && node.items[step]) {
        node = node.items[step] as Node
        offset = node.range?.[0] ?? offset
      } else break
    }
    return lines.linePos(offset).line
  }
  return {
    value: document.toJS(),
    placeOf: (base) => ({ file, lineOf: (path) => lineOf([...base, ...path]), fieldOf: fieldName }),
  }
}

/**
 * Holds a value against a schema.
 * @returns the value, or `null` after adding a fault for each thing that is wrong
 */
export function checkShape<T>(schema: z.ZodType<T>, value: unknown, place: Place, faults: Fault[]): T | null {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const path = issue.path.filter((step) => typeof step !== 'symbol')
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const at = [...path, key]
        faults.push({
          file: place.file,
          line: place.lineOf(at),
          field: place.fieldOf(at),
          problem: 'there is no field of this name here',
          remedy: 'correct the name, or leave the field out (CODEBOOK.md lists the fields)',
        })
      }
      continue
    }
    const [problem, remedy] = explain(issue, path, 'line')
    faults.push({ file: place.file, line: place.lineOf(path), field: place.fieldOf(path), problem, remedy })
  }
  return null
}
