import { INFLECTIONS } from '../language/inflections.ts'
import { ENGLISH, languageWith, type LanguageId } from '../language/languages.ts'
import { inflectBy, speak, t, type Catalogue } from '../language/messages.ts'
import { fileOf, type HandingOn } from './handOn.ts'
import { openOutline, openTexts, type KeptOutline, type KeptTexts } from './keptHalves.ts'

/** Writes large datasets as files beside the page, which stays responsive; to cancel it, the worker is ended. */

export interface WriteRequest {
  outline: KeptOutline
  texts: KeptTexts
  wanted: HandingOn
  /** The language of the page, with its messages. */
  language: LanguageId
  messages: Catalogue | null
}

export type WriteAnswer =
  { kind: 'progress'; share: number } | { kind: 'written'; file: Blob } | { kind: 'failed'; reason: string }

/** As much of a worker's own world as is used. */
interface WorkerScope {
  onmessage: ((event: { data: WriteRequest }) => void) | null
  postMessage: (answer: WriteAnswer) => void
}

const scope = globalThis as unknown as WorkerScope
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none: it reaches the page that made it
const tell = (own: WriteAnswer) => scope.postMessage(own)

inflectBy(INFLECTIONS)
scope.onmessage = ({ data }) => void answer(data)

async function answer({ outline, texts, wanted, language, messages }: WriteRequest): Promise<void> {
  speak(languageWith(language) ?? ENGLISH, messages)
  try {
    const halves = { outline: openOutline(outline), texts: openTexts(texts) }
    const file = await fileOf(halves, wanted, (share) => tell({ kind: 'progress', share }))
    tell({ kind: 'written', file })
  } catch (error) {
    tell({ kind: 'failed', reason: error instanceof Error ? error.message : t('unknown') })
  }
}
