import { t } from '../language/messages.ts'
import type { Topology } from 'topojson-specification'

const known = new Map<string, Promise<Topology>>()

/** The land behind an address of this site, fetched once for the map and for pictures; again after a failure. */
export function landTopology(address: string): Promise<Topology> {
  const asked = known.get(address) ?? fetchTopology(address)
  known.set(address, asked)
  asked.catch(() => known.delete(address))
  return asked
}

async function fetchTopology(address: string): Promise<Topology> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(t('The land could not be fetched: status {status}', { status: response.status }))
  return (await response.json()) as Topology
}
