import { memo } from 'react'
import type { Emphasis } from '../../canvas/emphasis.ts'
import { curvePath } from '../../scene/curves.ts'
import type { Palette } from '../../scene/palette.ts'
import type { Scene, SceneLink } from '../../scene/scene.ts'
import {
  BACKGROUND_OPACITY,
  BADGE_FONT_SIZE,
  BADGE_HEIGHT,
  BADGE_RADIUS,
  CAPS,
  conflictTicks,
  DASHES,
  DIMMED_OPACITY,
  TICK_WIDTH,
  badgeWidth,
  breakUnder,
} from '../../scene/strokes.ts'
import { standing } from './standing.ts'

/** The halo of what is inspected: how strong it is, and how far it reaches beyond the link. */
const HALO_OPACITY = 0.4
const HALO_REACH = 6
/** A link is hit within so many pixels at least, and so far beside a wide one. */
const LEAST_HIT = 12
const HIT_MARGIN = 4

/** The links of a scene, and over all of them their badges. They are read in the Details, so they are silent here. */
export function Links({ scene, emphasis: { bright, selected } }: { scene: Scene; emphasis: Emphasis }) {
  const { links, palette } = scene
  const isDimmed = (id: string) => bright !== null && !bright.links.has(id)
  return (
    <g aria-hidden="true">
      {links.map((link) => (
        <LinkArt
          key={link.id}
          link={link}
          palette={palette}
          isDimmed={isDimmed(link.id)}
          isSelected={selected.links.has(link.id)}
        />
      ))}
      {links.map((link) =>
        link.badge ? <BadgeArt key={link.id} link={link} palette={palette} isDimmed={isDimmed(link.id)} /> : null,
      )}
    </g>
  )
}

interface ArtProps {
  link: SceneLink
  palette: Palette
  isDimmed: boolean
}

const LinkArt = memo(function LinkArt({ link, palette, isDimmed, isSelected }: ArtProps & { isSelected: boolean }) {
  const path = curvePath(link.curve)
  const { colour, bandWidth, lineWidth, line } = link
  const opacity = isDimmed ? DIMMED_OPACITY : link.isBackground && !isSelected ? BACKGROUND_OPACITY : undefined
  return (
    <g data-link={link.id} stroke={colour} fill="none" opacity={opacity}>
      {isSelected && <path d={path} strokeWidth={bandWidth + 2 * HALO_REACH} strokeOpacity={HALO_OPACITY} />}
      {link.bandOpacity > 0 && <path d={path} strokeWidth={bandWidth} strokeOpacity={link.bandOpacity} />}
      {lineWidth > 0 && (
        <path
          d={path}
          strokeWidth={lineWidth}
          strokeOpacity={link.lineOpacity}
          strokeDasharray={DASHES[line].join(' ') || undefined}
          strokeLinecap={CAPS[line]}
        />
      )}
      <Ticks link={link} palette={palette} />
      <path className="map-hit" d={path} strokeWidth={Math.max(LEAST_HIT, bandWidth + 2 * HIT_MARGIN)} />
    </g>
  )
})

/** The ticks that mark a conflict, in a break of the line. */
function Ticks({ link, palette }: { link: SceneLink; palette: Palette }) {
  const ticks = conflictTicks(link)
  if (ticks.length === 0) return null
  const { from: start, to: end, width } = breakUnder(ticks)
  return (
    <>
      <path d={`M${start.x} ${start.y}L${end.x} ${end.y}`} stroke={palette.background} strokeWidth={width} />
      <path d={ticks.map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`).join('')} strokeWidth={TICK_WIDTH} />
    </>
  )
}

const BadgeArt = memo(function BadgeArt({ link: { id, badge, colour }, palette, isDimmed }: ArtProps) {
  const { text, at } = badge!
  const width = badgeWidth(text)
  return (
    <g data-link={id} transform={standing(at)} opacity={isDimmed ? DIMMED_OPACITY : undefined}>
      <rect
        x={-width / 2}
        y={-BADGE_HEIGHT / 2}
        width={width}
        height={BADGE_HEIGHT}
        rx={BADGE_RADIUS}
        fill={palette.background}
      />
      <text y={BADGE_FONT_SIZE * 0.36} fontSize={BADGE_FONT_SIZE} fontWeight={700} textAnchor="middle" fill={colour}>
        {text}
      </text>
    </g>
  )
})
