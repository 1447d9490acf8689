import { inEnglish, msg, t, type Message } from '../../language/messages.ts'

/**
 * What a person can read, keep and hand on of something that went wrong. It is made and kept on this machine; nothing sends it.
 */

/** Something that went wrong. */
export interface Fault {
  /** The part of the page where it did, in English, for the report: "Filters", "dialog share", "in the background". */
  part: string
  error: unknown
  /** The components around it, as React tells them; `''` outside of them. */
  components: string
}

/** What is said of the page beside the fault itself. */
export interface Surroundings {
  /** ISO 8601, UTC. */
  at: string
  browser: string
  /** The hash of the address. */
  hash: string
  /** In CSS pixels. */
  width: number
  height: number
}

/** What a fault says of itself, in one line. */
export function faultInWords(error: unknown): string {
  return reasonOf(error) ?? t(NO_REASON)
}

const NO_REASON = msg('no reason was given')

function reasonOf(error: unknown): string | null {
  const words = error instanceof Error ? error.message || error.name : String(error)
  return words.replace(/\s+/g, ' ').trim() || null
}

const PARTS: Readonly<Record<string, Message>> = {
  Filters: msg('Filters'),
  Details: msg('Details'),
  Network: msg('Network'),
  Language: msg('Language'),
  'in the background': msg('in the background'),
}

/** The part of the page where something went wrong, as the page tells it. */
export function partInWords(part: string): string {
  const known = PARTS[part]
  if (known) return t(known)
  const dialog = /^dialog (.*)$/.exec(part)
  return dialog ? t('dialog {id}', { id: dialog[1]! }) : part
}

/** The report of a fault as plain text, in English: whoever hands it on does so to those who make Dyad. */
export function faultReport({ part, error, components }: Fault, page: Surroundings): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const kind = error instanceof Error ? error.name : typeof error
  return [
    'Dyad: report of a fault',
    '',
    `Part: ${part}`,
    `What: ${kind}: ${reasonOf(error) ?? inEnglish(NO_REASON)}`,
    `When: ${page.at}`,
    `View: ${hashWithoutData(page.hash) || 'as it first opens'}`,
    `Window: ${page.width} x ${page.height}`,
    `Browser: ${page.browser}`,
    ...(stack === '' ? [] : ['', 'Where in the program:', withoutHosts(stack)]),
    ...(components.trim() === '' ? [] : ['', 'Within:', withoutHosts(components.trim())]),
    '',
  ].join('\n')
}

/** The hash; of another dataset than Dyad's own only which parts it has, since their values may be somebody's data. */
function hashWithoutData(hash: string): string {
  const plain = hash.replace(/^#/, '')
  if (!/(?:^|&)data=/.test(plain)) return plain
  const parts = plain.split('&').map((part) => part.replace(/=.*/s, ''))
  return `another dataset (${parts.join(', ')})`
}

/** Addresses down to the names of the files: where a page lies is nobody's business. */
function withoutHosts(text: string): string {
  return text.replace(/(?:https?|file|blob):\/\/[^\s)]*\/([^\s/)]*)/g, '$1')
}
