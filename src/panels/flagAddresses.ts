import { slices } from '../network/slices.ts'

/** By SVG text: more flags may come, and those that are there keep their addresses. */
const addresses = new Map<string, string>()
const made = new WeakMap<Readonly<Record<string, string>>, Record<string, string>>()

/**
 * Flags as addresses that images can be read from, made once for each: short ones, for Cytoscape goes through every letter
 * of an address whenever the actor's looks change.
 * @param flags SVG texts by name
 */
export function flagAddresses(flags: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const known = made.get(flags)
  if (known) return known
  const own = Object.fromEntries(Object.entries(flags).map(([name, svg]) => [name, addressOf(svg)]))
  made.set(flags, own)
  return own
}

/**
 * Makes the addresses of flags beforehand, in slices between which the page answers: each takes about a millisecond, and a dataset
 * of the world has two hundred. Then {@link flagAddresses} has them at once.
 */
export async function makeFlagAddresses(flags: Readonly<Record<string, string>>): Promise<void> {
  const pause = slices()
  for (const svg of Object.values(flags)) {
    addressOf(svg)
    await pause()
  }
}

function addressOf(svg: string): string {
  const known = addresses.get(svg) ?? URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  addresses.set(svg, known)
  return known
}
