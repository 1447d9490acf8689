import { Fragment, type ReactNode } from 'react'
import type { Formatted } from '../language/icu.ts'

/**
 * A message with tags (`inParts`) as elements of the page.
 * @param tags what becomes of each tag, with what stands in it: `{ b: (words) => <strong>{words}</strong> }`
 */
export function rich(parts: Formatted, tags: Readonly<Record<string, (within: ReactNode) => ReactNode>>): ReactNode {
  return parts.map((part, i) => {
    if (typeof part === 'string') return part
    const within = rich(part.within, tags)
    return <Fragment key={i}>{tags[part.tag]?.(within) ?? within}</Fragment>
  })
}

/** For messages that stress some of their words: `<b>so many</b>`. */
export const STRESSED = { b: (words: ReactNode) => <strong>{words}</strong> }
