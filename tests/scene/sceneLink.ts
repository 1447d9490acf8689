import type { SceneLink } from '../../src/scene/scene.ts'

/** A link of two initiatives, of which one is realised, from (0, 0) to (100, 0) and 5 below that in the middle. */
export function sceneLink(more: Partial<SceneLink> = {}): SceneLink {
  return {
    id: 'RUS-CHN/arms',
    source: 'RUS',
    target: 'CHN',
    // A quadratic curve passes its middle halfway between its chord and its control point.
    curve: { start: { x: 0, y: 0 }, control: { x: 50, y: 10 }, end: { x: 100, y: 0 } },
    colour: '#a3195b',
    bandWidth: 6,
    bandOpacity: 0.3,
    lineWidth: 2,
    line: 'solid',
    lineOpacity: 1,
    isConflict: false,
    badge: null,
    isBackground: false,
    words: 'Russia and China, Arms: 2 initiatives',
    ...more,
  }
}
