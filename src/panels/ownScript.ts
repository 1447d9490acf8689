/**
 * The address of one of Dyad's own scripts, as the page's policy wants it (Trusted Types): no other address is let through.
 * A browser that knows no Trusted Types is given it as it is.
 */
export function ownScript(address: string): string {
  const url = new URL(address, document.baseURI)
  // A page that was opened from disk has no origin; what it made itself has an address that no other page can make.
  const isMade = url.protocol === 'blob:' && location.protocol === 'file:'
  if (url.origin !== location.origin && !isMade) throw new Error(`The script ${url.href} is not Dyad's own.`)
  return (policy()?.createScriptURL(url.href) as string | undefined) ?? url.href
}

/** A worker of one of Dyad's own scripts. */
export function ownWorker(address: string): Worker {
  // From disk a browser lets no module be fetched, not even by the page that made it; there workers are built as plain scripts.
  return new Worker(ownScript(address), { type: location.protocol === 'file:' ? 'classic' : 'module' })
}

interface Policy {
  createScriptURL: (address: string) => unknown
}
interface Factory {
  createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => Policy
}

let made: Policy | null | undefined

function policy(): Policy | null {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes
  // The name that the policy allows, see `src/formats/policyPlugin.ts`.
  made ??= factory?.createPolicy('dyad', { createScriptURL: (address) => address }) ?? null
  return made
}
