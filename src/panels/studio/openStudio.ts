import fine from 'world-atlas/land-50m.json?url'
import coarse from 'world-atlas/land-110m.json?url'
import type { Session } from '../../state/session.ts'
import { createStudio, type Studio } from '../../studio/studio.ts'
import type { GraphView } from '../graphView.ts'
import { landTopology } from '../landTopology.ts'

const LAND = { coarse, fine }

/** From being asked for a picture to its finished SVG; `npm run bench` reads it. */
const MADE = 'dyad:picture-made'

/** The studio of a session, in this browser. */
export function openStudio(session: Session, view: GraphView): Studio {
  const studio = createStudio(session, {
    flags: view.flags,
    land: (detail) => landTopology(LAND[detail]),
    link: () => location.href,
  })
  return {
    picture: async (...asked) => {
      const start = performance.now()
      const picture = await studio.picture(...asked)
      performance.measure(MADE, { start })
      return picture
    },
  }
}
