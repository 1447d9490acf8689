import type { StylesheetJson } from 'cytoscape'
import type { Palette } from '../scene/palette.ts'
import {
  BACKGROUND_OPACITY,
  BADGE_FONT_SIZE,
  CAPS,
  DASHES,
  FOCUS_RING_WIDTH,
  FRAME_WIDTH,
  GROUP_OPACITY,
  HALO_WIDTH,
  RING_WIDTH,
  UNTIED_OPACITY,
} from '../scene/strokes.ts'

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif'

/** How Cytoscape draws the elements of a scene. */
export function stylesheetOf(palette: Palette): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(width)',
        height: 'data(height)',
        label: 'data(label)',
        color: palette.ink,
        'font-family': FONT,
        'font-size': 'data(fontSize)',
        'text-outline-color': palette.background,
        'text-outline-width': HALO_WIDTH,
        'background-color': palette.surface,
        'border-color': palette.faint,
        'overlay-opacity': 0,
        'z-index': 10,
        'transition-duration': 0,
      },
    },
    {
      selector: 'node.flag',
      style: {
        shape: 'ellipse',
        'text-valign': 'bottom',
        'text-margin-y': 3,
        'border-width': RING_WIDTH,
        'border-color': palette.surface,
        'outline-width': 1,
        'outline-color': palette.faint,
      },
    },
    {
      selector: 'node.flagged',
      style: { 'background-image': 'data(flag)', 'background-fit': 'cover', 'background-clip': 'node' },
    },
    {
      selector: 'node.label',
      style: {
        shape: 'round-rectangle',
        'text-valign': 'center',
        'font-weight': 600,
        'text-outline-width': 0,
        'border-width': FRAME_WIDTH,
        'border-color': palette.ink,
      },
    },
    {
      selector: 'node.focus',
      style: { 'border-color': palette.accent, 'border-width': FOCUS_RING_WIDTH, 'font-weight': 700 },
    },
    {
      selector: 'node.group',
      style: {
        shape: 'round-rectangle',
        'background-color': palette.faint,
        'background-opacity': GROUP_OPACITY,
        'border-width': 1,
        'border-color': palette.faint,
        color: palette.muted,
        'font-weight': 600,
        'text-valign': 'top',
        'text-margin-y': 19,
        'text-outline-width': 0,
        'z-compound-depth': 'bottom',
        events: 'no',
      },
    },
    {
      selector: 'node.pinned',
      style: { 'outline-width': 1.5, 'outline-color': palette.ink, 'outline-style': 'dashed', 'outline-offset': 2 },
    },
    { selector: 'node.untied', style: { opacity: UNTIED_OPACITY } },
    { selector: 'node.selected', style: { 'outline-width': 3, 'outline-color': palette.accent, 'outline-offset': 1 } },
    // Where the keyboard is: in ink and wider than the ring of what is selected, so that both can be told apart.
    {
      selector: 'node.walked',
      style: {
        'outline-width': 3,
        'outline-color': palette.ink,
        'outline-offset': 5,
        'outline-style': 'solid',
        'z-index': 11,
      },
    },
    {
      selector: 'edge',
      style: {
        'curve-style': 'unbundled-bezier',
        'edge-distances': 'endpoints',
        'control-point-distances': 'data(bow)',
        'control-point-weights': 0.5,
        'source-endpoint': 'data(from)',
        'target-endpoint': 'data(to)',
        width: 'data(width)',
        'line-color': 'data(colour)',
        'line-opacity': 'data(opacity)',
        'underlay-color': 'data(colour)',
        'underlay-opacity': 'data(bandOpacity)',
        'underlay-padding': 'data(padding)',
        'overlay-opacity': 0,
        'font-family': FONT,
        'font-size': BADGE_FONT_SIZE,
        'font-weight': 700,
        color: 'data(colour)',
        'source-label': 'data(badge)',
        'source-text-offset': 'data(badgeAt)',
        'target-label': 'data(ticks)',
        'target-text-offset': 'data(ticksAt)',
        'target-text-rotation': 'autorotate',
        'text-background-color': palette.background,
        'text-background-opacity': 1,
        'text-background-shape': 'round-rectangle',
        'text-background-padding': '2px',
        'z-index': 1,
      },
    },
    ...(['dashed', 'dotted'] as const).map((line) => ({
      selector: `edge.${line}`,
      style: { 'line-style': 'dashed' as const, 'line-dash-pattern': [...DASHES[line]], 'line-cap': CAPS[line] },
    })),
    { selector: 'edge.background', style: { opacity: BACKGROUND_OPACITY, 'z-index': 0 } },
    // A halo of its own width: where all is realised there is no band to strengthen.
    {
      selector: 'edge.selected',
      style: { 'underlay-opacity': 0.4, 'underlay-padding': 6, opacity: 1, 'z-index': 2 },
    },
    {
      selector: 'edge.walked',
      style: { 'line-outline-width': 3, 'line-outline-color': palette.ink, opacity: 1, 'z-index': 3 },
    },
  ] as StylesheetJson
}
