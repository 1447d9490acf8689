import { contextFlagsUrl, flagsUrl, worldFlagsUrl } from 'virtual:dyad-flags'

/** Beside the page; the build leaves it there (`src/formats/copyPlugin.ts`). */
const TEMPLATE = 'copy.html'

/** Where the page without anything to show lies. */
export function templateAddress(): string {
  return new URL(TEMPLATE, document.baseURI).href
}

/** The page in one file, with a place for what it shows. @throws Error with a sentence for the reader */
export async function loadCopyTemplate(): Promise<string> {
  // It has no name of its own for each version: one that is kept may be older than this page.
  return (await fetched(templateAddress(), 'The page of the copy', 'no-cache')).text()
}

/**
 * The flags of all actors, as SVG texts by the names that they give.
 * @param isOwn whether the actors are those of Dyad's own dataset
 * @throws as `loadCopyTemplate`
 */
export async function loadAllFlags(isOwn: boolean): Promise<Record<string, string>> {
  const files = await Promise.all(
    (isOwn ? [flagsUrl, contextFlagsUrl] : [worldFlagsUrl]).map(async (url) =>
      (await fetched(url, 'The flags')).json(),
    ),
  )
  return Object.assign({}, ...files) as Record<string, string>
}

async function fetched(url: string, what: string, cache: RequestCache = 'default'): Promise<Response> {
  const response = await fetch(url, { cache }).catch(() => null)
  if (response?.ok) return response
  throw new Error(`${what} could not be fetched. Check the connection and try again.`)
}
