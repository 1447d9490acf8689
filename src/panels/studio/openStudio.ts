import type { Topology } from 'topojson-specification'
import fine from 'world-atlas/land-50m.json?url'
import coarse from 'world-atlas/land-110m.json?url'
import type { Session } from '../../state/session.ts'
import { createStudio, type Studio } from '../../studio/studio.ts'
import type { GraphView } from '../graphView.ts'

const LAND = { coarse, fine }

/** The studio of a session, in this browser. */
export function openStudio(session: Session, view: GraphView): Studio {
  const asked = new Map<string, Promise<Topology>>()
  const landFrom = (address: string): Promise<Topology> => {
    const known = asked.get(address) ?? fetchLand(address)
    asked.set(address, known)
    known.catch(() => asked.delete(address))
    return known
  }
  return createStudio(session, {
    flags: view.flags,
    land: (detail) => landFrom(LAND[detail]),
    link: () => location.href,
  })
}

async function fetchLand(address: string): Promise<Topology> {
  const response = await fetch(address)
  if (!response.ok)
    throw new Error('The outline of the land could not be fetched; try again when the site is in reach.')
  return (await response.json()) as Topology
}
