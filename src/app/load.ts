import { outlineUrl, textsUrl } from 'virtual:dyad-dataset'
import { contextFlagsUrl, flagsUrl, worldFlagsUrl } from 'virtual:dyad-flags'
import { unpackOutline, unpackTexts } from '../formats/compact.ts'
import { msg, t, type Message } from '../language/messages.ts'
import type { Outline, Texts } from '../model/outline.ts'

/** What is said of a file that did not come: for want of a connection, or because the server answered otherwise. */
interface Missing {
  connection: Message
  answer: Message
}

const DATASET: Missing = {
  connection: msg('The dataset could not be fetched. Check the connection and try again.'),
  answer: msg('The dataset could not be fetched: the server answered with status {status}.'),
}
const TEXTS: Missing = {
  connection: msg('The texts of the dataset could not be fetched. Check the connection and try again.'),
  answer: msg('The texts of the dataset could not be fetched: the server answered with status {status}.'),
}
const FLAGS: Missing = {
  connection: msg('The flags could not be fetched. Check the connection and try again.'),
  answer: msg('The flags could not be fetched: the server answered with status {status}.'),
}

/** Fetches the bundled dataset's outline. @throws Error with a sentence for the reader */
export async function loadOutline(): Promise<Outline> {
  return unpackOutline(await fetchText(outlineUrl, DATASET))
}

/** Fetches the bundled dataset's texts. @throws Error with a sentence for the reader */
export async function loadTexts(): Promise<Texts> {
  return unpackTexts(await fetchText(textsUrl, TEXTS))
}

/** Fetches the flags: SVG texts by the names that actors give. @throws Error with a sentence for the reader */
export async function loadFlags(): Promise<Record<string, string>> {
  return JSON.parse(await fetchText(flagsUrl, FLAGS)) as Record<string, string>
}

/** Fetches the flags of the actors that stand around the network when asked for. @throws as `loadFlags` */
export async function loadContextFlags(): Promise<Record<string, string>> {
  return JSON.parse(await fetchText(contextFlagsUrl, FLAGS)) as Record<string, string>
}

/** Fetches the flags of all states. @throws as `loadFlags` */
export async function loadWorldFlags(): Promise<Record<string, string>> {
  return JSON.parse(await fetchText(worldFlagsUrl, FLAGS)) as Record<string, string>
}

async function fetchText(url: string, missing: Missing): Promise<string> {
  let response: Response
  try {
    response = await fetch(url)
  } catch {
    throw new Error(t(missing.connection))
  }
  if (!response.ok) throw new Error(t(missing.answer, { status: response.status }))
  return response.text()
}
