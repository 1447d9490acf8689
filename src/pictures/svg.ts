import type { Box, Scene } from '../scene/scene.ts'
import { actorsArt, badgesArt, groupsArt, linksArt } from './graphArt.ts'
import { legendBlock } from './legendArt.ts'
import { paragraph, stacked, type Block } from './paragraph.ts'
import { element, escaped, rounded } from './xml.ts'

/** What stands around the graph in a picture. */
export interface PictureFrame {
  title: string
  /** What is shown, in words. */
  sentence: string
  /** Where the evidence comes from, and under which licence. */
  sourceLine: string
  /** The as-of date, as it is to be read: "31 December 2015". */
  asOf: string
  /** The address at which the same picture can be seen alive. */
  link?: string
  /** Of the whole picture in CSS pixels; there is room for everything from about 360 by 600. */
  width: number
  height: number
  /** For each name of a flag, the text of its square SVG in flag-icons. */
  flags: Readonly<Record<string, string>>
  /** `theme`, unless told otherwise: the background of the scene's colours. */
  background?: 'theme' | 'transparent'
}

const FONTS = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Noto Sans CJK SC', Arial, sans-serif"
/** Pictures at least this wide, and wider than high, have their legend at the right; others below the graph. */
const WIDE = 960
const SIDE_LEGEND_WIDTH = 240
/** How much a small graph is enlarged at most. */
const LARGEST_SCALE = 1.6
/** Free space around the graph, for curves and halos that reach over its bounds. */
const GRAPH_MARGIN = 8
const SMALLEST_GRAPH = 40

/**
 * Writes a scene as SVG: vectors, and text as text. The graph is drawn as on the screen, enlarged or reduced to the
 * space that the title and sentence above it, the legend beside or below it and the source line at the foot leave.
 * The same scene and frame give the same text.
 */
export function pictureSvg(scene: Scene, frame: PictureFrame): string {
  const { width, height } = frame
  const { palette } = scene
  const margin = width < 500 ? 14 : 24
  const inner = width - 2 * margin
  const header = headerBlock(frame, scene, inner)
  const footer = footerBlock(frame, scene, inner)
  const isWide = width >= WIDE && width > height
  const legendWidth = isWide ? SIDE_LEGEND_WIDTH : inner

  const top = margin + header.height + margin / 2
  const bottom = height - margin - footer.height - margin / 2
  const spaceFor = (legendHeight: number): Box => ({
    left: margin,
    top,
    right: width - margin - (isWide && legendHeight > 0 ? SIDE_LEGEND_WIDTH + margin : 0),
    bottom: bottom - (isWide || legendHeight === 0 ? 0 : legendHeight + margin / 2),
  })
  // The legend's height depends a little on the scale, and the scale on the legend's height: the first guess is the
  // largest scale, so that the second one can only leave more room.
  const guess = fitted(scene.bounds, spaceFor(legendBlock(scene, legendWidth, LARGEST_SCALE).height))
  const legend = legendBlock(scene, legendWidth, guess.scale)
  const space = spaceFor(legend.height)
  const placed = fitted(scene.bounds, space, guess.scale)
  const legendAt = isWide
    ? { x: width - margin - SIDE_LEGEND_WIDTH, y: bottom - legend.height }
    : { x: margin, y: bottom - legend.height }

  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      width,
      height,
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      role: 'img',
      'aria-labelledby': 'title description',
      'font-family': FONTS,
    },
    element('title', { id: 'title' }, escaped(frame.title)),
    element('desc', { id: 'description' }, escaped(describe(scene, frame))),
    frame.background === 'transparent'
      ? ''
      : element('rect', { id: 'background', width, height, fill: palette.background }),
    element('g', { id: 'header' }, header.draw(margin, margin)),
    element(
      'g',
      {
        id: 'graph',
        transform: `translate(${rounded(placed.x)} ${rounded(placed.y)}) scale(${Math.round(placed.scale * 1e4) / 1e4})`,
      },
      groupsArt(scene),
      linksArt(scene),
      badgesArt(scene),
      actorsArt(scene, frame.flags),
    ),
    legend.draw(legendAt.x, legendAt.y),
    element('g', { id: 'footer' }, footer.draw(margin, height - margin - footer.height)),
  )}\n`
}

function headerBlock({ title, sentence, asOf, width }: PictureFrame, { palette }: Scene, inner: number): Block {
  const isSmall = width < 500
  return stacked(
    [
      paragraph(title, {
        width: inner,
        fontSize: isSmall ? 18 : 24,
        colour: palette.ink,
        isBold: true,
        maxLines: 3,
        leading: 1.25,
      }),
      paragraph(sentence, { width: inner, fontSize: isSmall ? 13 : 15, colour: palette.ink, maxLines: 4 }),
      paragraph(`As of ${asOf}`, {
        width: inner,
        fontSize: 12,
        colour: palette.muted,
        maxLines: 1,
      }),
    ],
    4,
  )
}

/** A rule, the source line and the link. */
function footerBlock({ sourceLine, link }: PictureFrame, { palette }: Scene, inner: number): Block {
  const style = { width: inner, fontSize: 11, colour: palette.muted }
  const rule: Block = {
    height: 6,
    draw: (x, y) => element('path', { d: `M${rounded(x)} ${rounded(y)}h${rounded(inner)}`, stroke: palette.faint }),
  }
  return stacked(
    [
      rule,
      paragraph(sourceLine, { ...style, maxLines: 4 }),
      // Only an address of the web may be followed from a picture.
      paragraph(link ?? '', { ...style, maxLines: 2, link: link && /^https?:\/\//i.test(link) ? link : undefined }),
    ],
    2,
  )
}

/** Where a box has to be moved, after scaling, to stand in the middle of a space as large as it can. */
function fitted(box: Box, space: Box, largest = LARGEST_SCALE): { x: number; y: number; scale: number } {
  const roomAcross = Math.max(SMALLEST_GRAPH, space.right - space.left - 2 * GRAPH_MARGIN)
  const roomDown = Math.max(SMALLEST_GRAPH, space.bottom - space.top - 2 * GRAPH_MARGIN)
  const across = Math.max(1, box.right - box.left)
  const down = Math.max(1, box.bottom - box.top)
  const scale = Math.min(largest, roomAcross / across, roomDown / down)
  return {
    x: (space.left + space.right) / 2 - (scale * (box.left + box.right)) / 2,
    y: (space.top + space.bottom) / 2 - (scale * (box.top + box.bottom)) / 2,
    scale,
  }
}

function describe({ nodes, links }: Scene, { sentence, asOf, sourceLine }: PictureFrame): string {
  const count = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`
  return `${sentence}. As of ${asOf}: ${count(links.length, 'tie')} among ${count(nodes.length, 'actor')}. ${sourceLine}`
}
