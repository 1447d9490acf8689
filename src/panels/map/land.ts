import { useEffect, useMemo, useState } from 'react'
import finer from 'world-atlas/land-50m.json?url'
import coarse from 'world-atlas/land-110m.json?url'
import type { Sight } from '../../scene/fit.ts'
import type { Size } from '../../scene/mapSight.ts'
import { landOf, shapePath, type MapShape } from '../../scene/projection.ts'
import type { Box } from '../../scene/scene.ts'
import { landTopology } from '../landTopology.ts'

/** From so many times all of the map on, the finer outline of the land is asked for. */
const FINER_FROM = 3

/** Of the finer outline so many screens are drawn to each side, so that one can pan before it is drawn anew. */
const SCREENS_AROUND = 1

const shapes = new Map<string, Promise<MapShape>>()

/** The land behind an address of this site, asked for once; again after a failure. */
function landFrom(address: string): Promise<MapShape> {
  const known = shapes.get(address)
  if (known) return known
  const asked = landTopology(address).then(landOf)
  shapes.set(address, asked)
  asked.catch(() => shapes.delete(address))
  return asked
}

/** The land to draw: the `d` of a path, `''` until it has come, and whether it could not be fetched. */
export interface Land {
  path: string
  isMissing: boolean
}

/** The land of one outline; `null` until it has come, or `'missing'`. */
function useOutline(address: string, isWanted: boolean): MapShape | 'missing' | null {
  const [shape, setShape] = useState<MapShape | 'missing' | null>(null)
  useEffect(() => {
    if (!isWanted) return undefined
    let isOver = false
    const show = (next: MapShape | 'missing') => {
      if (!isOver) setShape(next)
    }
    landFrom(address).then(show, () => show('missing'))
    return () => {
      isOver = true
    }
  }, [address, isWanted])
  return shape
}

/**
 * The land, as fine as the zoom asks for: the coarse outline until the finer one is there, and where that cannot be fetched.
 * Without its land the network can still be read.
 */
export function useLand(sight: Sight, whole: Sight, size: Size): Land {
  const isFine = sight.zoom >= FINER_FROM * whole.zoom
  const rough = useOutline(coarse, true)
  const fine = useOutline(finer, isFine)
  const roughPath = useMemo(() => (Array.isArray(rough) ? shapePath(rough, null) : ''), [rough])
  const finePath = useMemo(
    () => (isFine && Array.isArray(fine) ? shapePath(fine, around(sight, size)) : ''),
    [isFine, fine, sight, size],
  )
  return { path: finePath || roughPath, isMissing: rough === 'missing' && !finePath }
}

function around({ x, y, zoom }: Sight, { width, height }: Size): Box {
  const [dx, dy] = [width, height].map((own) => ((0.5 + SCREENS_AROUND) * own) / zoom) as [number, number]
  return { left: x - dx, right: x + dx, top: y - dy, bottom: y + dy }
}
