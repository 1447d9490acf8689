const made = new WeakMap<Readonly<Record<string, string>>, Record<string, string>>()

/**
 * Flags as addresses that images can be read from, made once for each set of them: short ones, for Cytoscape goes through
 * every letter of an address whenever the actor's looks change.
 * @param flags SVG texts by name
 */
export function flagAddresses(flags: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const known = made.get(flags)
  if (known) return known
  const addresses = Object.fromEntries(
    Object.entries(flags).map(([name, svg]) => [name, URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))]),
  )
  made.set(flags, addresses)
  return addresses
}
