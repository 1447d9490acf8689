import { outlineUrl, textsUrl } from 'virtual:dyad-dataset'
import { contextFlagsUrl, flagsUrl, worldFlagsUrl } from 'virtual:dyad-flags'
import { unpackOutline, unpackTexts } from '../formats/compact.ts'
import type { Outline, Texts } from '../model/outline.ts'

/** Fetches the bundled dataset's outline. @throws Error with a sentence for the reader */
export async function loadOutline(): Promise<Outline> {
  return unpackOutline(await fetchText(outlineUrl, 'The dataset'))
}

/** Fetches the bundled dataset's texts. @throws Error with a sentence for the reader */
export async function loadTexts(): Promise<Texts> {
  return unpackTexts(await fetchText(textsUrl, 'The texts of the dataset'))
}

/** Fetches the flags: SVG texts by the names that actors give. @throws Error with a sentence for the reader */
export async function loadFlags(): Promise<Record<string, string>> {
  return JSON.parse(await fetchText(flagsUrl, 'The flags')) as Record<string, string>
}

/** Fetches the flags of the actors that stand around the network when asked for. @throws as `loadFlags` */
export async function loadContextFlags(): Promise<Record<string, string>> {
  return JSON.parse(await fetchText(contextFlagsUrl, 'The flags')) as Record<string, string>
}

/** Fetches the flags of all states. @throws as `loadFlags` */
export async function loadWorldFlags(): Promise<Record<string, string>> {
  return JSON.parse(await fetchText(worldFlagsUrl, 'The flags')) as Record<string, string>
}

async function fetchText(url: string, what: string): Promise<string> {
  let response: Response
  try {
    response = await fetch(url)
  } catch {
    throw new Error(`${what} could not be fetched. Check the connection and try again.`)
  }
  if (!response.ok) throw new Error(`${what} could not be fetched: the server answered with status ${response.status}.`)
  return response.text()
}
