import { msg, t, type Message } from '../../language/messages.ts'
import { templateUrl } from 'virtual:dyad-copy'
import { contextFlagsUrl, flagsUrl, worldFlagsUrl } from 'virtual:dyad-flags'

/** Where the page without anything to show lies. */
export function templateAddress(): string {
  return templateUrl
}

/** The page in one file, with a place for what it shows. @throws Error with a sentence for the reader */
export async function loadCopyTemplate(): Promise<string> {
  return (
    await fetched(templateUrl, msg('The page of the copy could not be fetched. Check the connection and try again.'))
  ).text()
}

/**
 * The flags of all actors, as SVG texts by the names that they give.
 * @param isOwn whether the actors are those of Dyad's own dataset
 * @throws as `loadCopyTemplate`
 */
export async function loadAllFlags(isOwn: boolean): Promise<Record<string, string>> {
  const files = await Promise.all(
    (isOwn ? [flagsUrl, contextFlagsUrl] : [worldFlagsUrl]).map(async (url) =>
      (await fetched(url, msg('The flags could not be fetched. Check the connection and try again.'))).json(),
    ),
  )
  return Object.assign({}, ...files) as Record<string, string>
}

async function fetched(url: string, fault: Message): Promise<Response> {
  const response = await fetch(url).catch(() => null)
  if (response?.ok) return response
  throw new Error(t(fault))
}
