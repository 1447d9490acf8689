import fine from 'world-atlas/land-50m.json?url'
import coarse from 'world-atlas/land-110m.json?url'
import type { Session } from '../../state/session.ts'
import { createStudio, type Studio } from '../../studio/studio.ts'
import type { GraphView } from '../graphView.ts'
import { landTopology } from '../landTopology.ts'

const LAND = { coarse, fine }

/** The studio of a session, in this browser. */
export function openStudio(session: Session, view: GraphView): Studio {
  return createStudio(session, {
    flags: view.flags,
    land: (detail) => landTopology(LAND[detail]),
    link: () => location.href,
  })
}
