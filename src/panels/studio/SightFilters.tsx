import type { Sight } from '../../pictures/colourCheck.ts'

/**
 * The same ways of seeing as `colourCheck.ts`, for the preview: Machado, Oliveira and Fernandes 2009 at full strength,
 * in linear light as they are meant, and luminance for grey.
 */
const MATRICES: Record<Sight, readonly number[]> = {
  grey: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
}

export function sightFilter(sight: Sight | 'all'): string | undefined {
  return sight === 'all' ? undefined : `url(#sight-${sight})`
}

export function SightFilters() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="sight-filters">
      {Object.entries(MATRICES).map(([sight, own]) => (
        <filter key={sight} id={`sight-${sight}`} colorInterpolationFilters="linearRGB">
          <feColorMatrix
            values={
              [0, 1, 2].map((row) => [...own.slice(3 * row, 3 * row + 3), 0, 0].join(' ')).join(' ') + ' 0 0 0 1 0'
            }
          />
        </filter>
      ))}
    </svg>
  )
}
