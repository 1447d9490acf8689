import { useEffect, useState } from 'react'
import finer from 'world-atlas/land-50m.json?url'
import coarse from 'world-atlas/land-110m.json?url'
import type { Topology } from 'topojson-specification'
import { landOutline } from '../../scene/projection.ts'

/** From so many times all of the map on, the finer outline of the land is asked for. */
const FINER_FROM = 3

const outlines = new Map<string, Promise<string>>()

/** The outline behind an address of this site, asked for once; again after a failure. */
function outlineFrom(address: string): Promise<string> {
  const known = outlines.get(address)
  if (known) return known
  const asked = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`status ${response.status}`)
    return landOutline((await response.json()) as Topology)
  })
  outlines.set(address, asked)
  asked.catch(() => outlines.delete(address))
  return asked
}

/** The land to draw: the `d` of a path, `''` until it has come, and whether it could not be fetched. */
export interface Land {
  path: string
  isMissing: boolean
}

/**
 * The land, as fine as the zoom asks for: the coarse outline until the finer one is there, and where that cannot be fetched.
 * @param times how many times larger than all of it the map is shown
 */
export function useLand(times: number): Land {
  const [land, setLand] = useState<Land>({ path: '', isMissing: false })
  const isFine = times >= FINER_FROM
  useEffect(() => {
    let isOver = false
    const show = (path: string) => {
      if (!isOver) setLand({ path, isMissing: false })
    }
    const showCoarse = () =>
      outlineFrom(coarse).then(show, () => {
        // Without its land the network can still be read.
        if (!isOver) setLand({ path: '', isMissing: true })
      })
    if (isFine) void outlineFrom(finer).then(show, showCoarse)
    else void showCoarse()
    return () => {
      isOver = true
    }
  }, [isFine])
  return land
}
