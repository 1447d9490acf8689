import { useEffect, useState } from 'react'
import type * as editChecks from '../../formats/editChecks.ts'

type Checks = typeof editChecks

let loaded: Promise<Checks> | null = null

/** The checks, with all that they rest on, fetched when a form is opened; `null` until they are there. */
export function useChecks(): Checks | null {
  const [checks, setChecks] = useState<Checks | null>(null)
  useEffect(() => {
    let isWanted = true
    const load = async () => {
      loaded ??= import('../../formats/editChecks.ts')
      try {
        const own = await loaded
        if (isWanted) setChecks(own)
      } catch {
        // Asked for again with the next form; until then nothing can be saved.
        loaded = null
      }
    }
    void load()
    return () => {
      isWanted = false
    }
  }, [])
  return checks
}
