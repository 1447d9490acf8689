import { memo } from 'react'
import { graticuleOutline, mapOutline } from '../../scene/projection.ts'

// Neither rests on anything that changes.
const [EDGE, GRATICULE] = [mapOutline(), graticuleOutline()]

/** Land, meridians and parallels, and the edge of the map. */
export const Ground = memo(function Ground({ land, zoom }: { land: string; zoom: number }) {
  return (
    <g className="map-ground" transform={`scale(${zoom})`} aria-hidden="true">
      <path className="map-graticule" d={GRATICULE} />
      <path className="map-land" d={land} />
      <path className="map-edge" d={EDGE} />
    </g>
  )
})
