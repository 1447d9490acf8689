import type { StylesheetJson } from 'cytoscape'
import type { Palette } from '../scene/palette.ts'
import { FOCUS_RING_WIDTH, FRAME_WIDTH, HALO_WIDTH, RING_WIDTH, UNTIED_OPACITY } from '../scene/strokes.ts'
import { FONT } from './font.ts'

/** How Cytoscape draws actors. */
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
  ] as StylesheetJson
}
