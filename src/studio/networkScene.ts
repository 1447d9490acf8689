import { drawnActors } from '../network/strongest.ts'
import type { Shape, Point } from '../scene/layouts.ts'
import { withPins } from '../scene/layouts.ts'
import type { Scheme } from '../scene/palette.ts'
import { sceneOf, type Scene } from '../scene/scene.ts'
import type { Session } from '../state/session.ts'
import { createGraphPlaces } from './graphPlaces.ts'
import { createGraphReadings } from './graphReadings.ts'

/** The Network as it follows from what was chosen: the screen shows it, and pictures are made from it. */
export interface NetworkScene {
  at: (how: DrawnHow) => Scene
  /** True where what is drawn may be another on any day, and not only where an initiative has a milestone. */
  isDaily: () => boolean
  /** Runs the layout again for the present selection; moved actors stay where they are. */
  layAgain: (shape: Shape) => Promise<void>
  /** Done when everything that the last scene asked for is there: then the next one is as it should be. */
  settled: () => Promise<void>
}

/** What of a scene is not among the choices. */
interface DrawnHow {
  shape: Shape
  scheme: Scheme
  /** Where actors stand that are just being moved, beside those that were. */
  moving?: Readonly<Record<string, Point>>
}

/** @param onReady called when a layout or a measure that a scene asked for has come */
export function createNetworkScene(session: Session, onReady: () => void): NetworkScene {
  const places = createGraphPlaces(session, onReady)
  const readings = createGraphReadings(session, onReady)
  return {
    at: ({ shape, scheme, moving }) => {
      const { focus, pins, mostLinks } = session.choices.getState()
      const { strongest, comparison } = session.derive()
      const { links } = strongest(focus, mostLinks)
      const pinned = moving ? { ...pins, ...moving } : pins
      const { positions: laid, groups } = places.of(shape)
      const { actors } = session.columns.outline
      const drawn = drawnActors(actors.length, links, [focus, ...Object.keys(pinned)])
      const placed = drawn ? new Map([...laid].filter(([id]) => drawn.has(id))) : laid
      const positions = withPins(placed, pinned)
      const width = readings.width()
      const scene = sceneOf({
        columns: session.columns,
        links,
        every: session.every,
        positions,
        pins: pinned,
        groups,
        focus,
        scheme,
        width,
        size: readings.size(),
        comparison,
      })
      return readings.withContext(scene, positions, width)
    },
    isDaily: readings.isDaily,
    layAgain: places.again,
    settled: async () => {
      await Promise.all([places.settled(), readings.settled()])
    },
  }
}
