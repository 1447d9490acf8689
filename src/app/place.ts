/** Which dataset the hash asks for: the part `data=...` of it. All else in the hash is about the dataset that it names. */

export type Place =
  | { kind: 'own' }
  /** Kept in this browser. */
  | { kind: 'kept'; id: string }
  /** To be fetched, once the person has agreed. */
  | { kind: 'address'; url: string }

export const OWN: Place = { kind: 'own' }

const PART = /(?:^|&)data=([^&]*)/

/** The place that a hash asks for, and the hash without it; what is no place is Dyad's own dataset. */
export function placeIn(hash: string): { place: Place; rest: string } {
  const plain = hash.replace(/^#/, '')
  const found = PART.exec(plain)
  if (!found) return { place: OWN, rest: plain }
  const rest = plain.replace(PART, '').replace(/^&/, '')
  let value: string
  try {
    value = decodeURIComponent(found[1]!)
  } catch {
    return { place: OWN, rest }
  }
  if (/^[a-z0-9]+$/.test(value)) return { place: { kind: 'kept', id: value }, rest }
  if (/^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value)) return { place: { kind: 'address', url: value }, rest }
  return { place: OWN, rest }
}

/** The hash of what is chosen in a dataset, without the `#`. */
export function withPlace(place: Place, rest: string): string {
  if (place.kind === 'own') return rest
  const value = place.kind === 'kept' ? place.id : encodeURIComponent(place.url)
  return `data=${value}${rest && `&${rest}`}`
}

export function isSamePlace(one: Place, other: Place): boolean {
  return withPlace(one, '') === withPlace(other, '')
}
