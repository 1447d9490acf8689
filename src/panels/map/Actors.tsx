import { memo, type KeyboardEvent } from 'react'
import type { Emphasis } from '../../canvas/emphasis.ts'
import type { NamePlace } from '../../scene/mapLabels.ts'
import type { MapGround } from '../../scene/mapScene.ts'
import type { Palette } from '../../scene/palette.ts'
import type { Scene, SceneNode } from '../../scene/scene.ts'
import {
  DIMMED_OPACITY,
  FOCUS_RING_WIDTH,
  FRAME_RADIUS,
  FRAME_WIDTH,
  OUTLINE_WIDTH,
  RING_WIDTH,
  UNTIED_OPACITY,
} from '../../scene/strokes.ts'
import { standing } from './standing.ts'

/** Flags are cut round by this. */
const CLIP = 'map-round'
/** Across what is hit, in pixels: also where a symbol is smaller. */
const LEAST_TARGET = 24

interface ActorsProps {
  scene: Scene
  ground: MapGround
  flags: Readonly<Record<string, string>>
  emphasis: Emphasis
  /** The one actor that Tab comes to; the arrow keys lead to the others. */
  current: string
  onKey: (event: KeyboardEvent, id: string) => void
}

/** The actors of a scene as buttons, with their names and the ways to their true places. */
export function Actors({ scene, ground, flags, emphasis: { bright, selected }, current, onKey }: ActorsProps) {
  const isDimmed = (id: string) => bright !== null && !bright.actors.has(id)
  return (
    <>
      <defs>
        <clipPath id={CLIP} clipPathUnits="objectBoundingBox">
          <circle cx="0.5" cy="0.5" r="0.5" />
        </clipPath>
      </defs>
      <g aria-hidden="true">
        {ground.leaders.map(({ id, from, to }) => (
          <g key={id} className="map-leader" opacity={isDimmed(id) ? DIMMED_OPACITY : undefined}>
            <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
            <circle r="2" transform={standing(from)} />
          </g>
        ))}
      </g>
      {scene.nodes.map((node) => (
        <ActorArt
          key={node.id}
          node={node}
          name={ground.names.get(node.id)}
          palette={scene.palette}
          flag={node.flag === null ? undefined : flags[node.flag]}
          isDimmed={isDimmed(node.id)}
          isSelected={selected.actors.has(node.id)}
          isCurrent={node.id === current}
          onKey={onKey}
        />
      ))}
    </>
  )
}

interface ActorArtProps {
  node: SceneNode
  name: NamePlace | undefined
  palette: Palette
  flag: string | undefined
  isDimmed: boolean
  isSelected: boolean
  isCurrent: boolean
  onKey: ActorsProps['onKey']
}

const ActorArt = memo(function ActorArt(props: ActorArtProps) {
  const { node, name, palette, flag, isDimmed, isSelected, isCurrent, onKey } = props
  const { id, width, height, isFocus, isTied, words, label, fontSize } = node
  const opacity = isDimmed ? DIMMED_OPACITY : isTied ? undefined : UNTIED_OPACITY
  const isRound = node.shape === 'flag'
  return (
    <g
      className="map-actor"
      transform={standing(node)}
      opacity={opacity}
      data-actor={id}
      role="button"
      tabIndex={isCurrent ? 0 : -1}
      aria-label={words}
      aria-current={isSelected || undefined}
      onKeyDown={(event) => onKey(event, id)}
    >
      {isRound ? (
        <Flag node={node} palette={palette} flag={flag} />
      ) : (
        <>
          <rect
            x={-width / 2}
            y={-height / 2}
            width={width}
            height={height}
            rx={FRAME_RADIUS}
            fill={palette.surface}
            stroke={isFocus ? palette.accent : palette.ink}
            strokeWidth={isFocus ? FOCUS_RING_WIDTH : FRAME_WIDTH}
          />
          <text y={fontSize * 0.36} fontSize={fontSize} fontWeight={600} textAnchor="middle" fill={palette.ink}>
            {label}
          </text>
        </>
      )}
      {name && (
        <text
          className="map-name"
          x={name.x - node.x}
          y={name.y - node.y}
          fontSize={fontSize}
          fontWeight={isFocus ? 700 : undefined}
          textAnchor={name.anchor}
        >
          {label}
        </text>
      )}
      <Ring className="map-selected" node={node} reach={4} isShown={isSelected} />
      <Ring className="map-focused" node={node} reach={7} isShown />
      <rect
        className="map-hit"
        x={-Math.max(width, LEAST_TARGET) / 2}
        y={-Math.max(height, LEAST_TARGET) / 2}
        width={Math.max(width, LEAST_TARGET)}
        height={Math.max(height, LEAST_TARGET)}
        rx={isRound ? Math.max(width, LEAST_TARGET) / 2 : FRAME_RADIUS}
      />
    </g>
  )
})

function Flag({ node, palette, flag }: { node: SceneNode; palette: Palette; flag: string | undefined }) {
  const { id, width, isFocus, fontSize } = node
  const radius = width / 2
  const ring = isFocus ? FOCUS_RING_WIDTH : RING_WIDTH
  return (
    <>
      <circle r={radius + ring / 2 + OUTLINE_WIDTH} fill={palette.faint} />
      <circle r={radius + ring / 2} fill={palette.surface} />
      {flag === undefined ? (
        <text
          y={fontSize * 0.3}
          fontSize={Math.min(fontSize, radius * 0.7)}
          fontWeight={600}
          textAnchor="middle"
          fill={palette.ink}
        >
          {id}
        </text>
      ) : (
        <image
          href={flag}
          x={-radius}
          y={-radius}
          width={width}
          height={width}
          preserveAspectRatio="xMidYMid slice"
          clipPath={`url(#${CLIP})`}
        />
      )}
      <circle r={radius} fill="none" stroke={isFocus ? palette.accent : palette.surface} strokeWidth={ring} />
    </>
  )
}

/** A line around a symbol. */
function Ring({
  className,
  node,
  reach,
  isShown,
}: {
  className: string
  node: SceneNode
  reach: number
  isShown: boolean
}) {
  if (!isShown) return null
  const [width, height] = [node.width + 2 * reach, node.height + 2 * reach]
  return (
    <rect
      className={className}
      x={-width / 2}
      y={-height / 2}
      width={width}
      height={height}
      rx={node.shape === 'flag' ? width / 2 : FRAME_RADIUS + reach}
    />
  )
}
