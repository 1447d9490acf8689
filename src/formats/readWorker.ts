import { INFLECTIONS } from '../language/inflections.ts'
import { ENGLISH, languageWith, type LanguageId } from '../language/languages.ts'
import { inflectBy, language as spoken, speak, t, type Catalogue } from '../language/messages.ts'
import { createActorFinder } from './actors/createActorFinder.ts'
import { buffersOf, type KeptTexts } from './keptHalves.ts'
import { readFile, type FileRead, type ReadOptions } from './readFile.ts'
import { ReadingError, type FileInput } from './reading.ts'

/** Reads files beside the page, which stays responsive; to cancel it, the worker is ended. */

/** What the worker is asked; without a file, the last one is read again. */
export interface ReadRequest {
  file: FileInput | null
  options: ReadOptions
  /** The language of the page, with its messages. */
  language: LanguageId
  messages: Catalogue | null
}

export type ReadAnswer =
  | { kind: 'progress'; share: number }
  | { kind: 'read'; read: FileRead }
  | { kind: 'texts'; texts: KeptTexts }
  | { kind: 'failed'; reason: string }

/** As much of a worker's own world as is used. */
interface WorkerScope {
  onmessage: ((event: { data: ReadRequest }) => void) | null
  postMessage: (answer: ReadAnswer, transfer: ArrayBuffer[]) => void
}

const scope = globalThis as unknown as WorkerScope
let last: FileInput | null = null

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none: it reaches the page that made it
const tell = (own: ReadAnswer, handedOn: ArrayBuffer[] = []) => scope.postMessage(own, handedOn)

inflectBy(INFLECTIONS)
scope.onmessage = ({ data }) => void answer(data)
// The names of states in other languages take the browser a while when they are first asked for: that is done while the person
// still looks for the file.
createActorFinder([]).byName('no state')

async function answer({ file, options, language, messages }: ReadRequest): Promise<void> {
  // What is kept of the file is forgotten with the language.
  if (language !== spoken().id) speak(languageWith(language) ?? ENGLISH, messages)
  last = file ?? last
  try {
    if (!last) throw new ReadingError(t('There is no file to read: choose it again.'))
    const { read, texts } = await readFile(last, options, (share) => tell({ kind: 'progress', share }))
    tell({ kind: 'read', read }, buffersOf(read.outline))
    const own = texts()
    tell({ kind: 'texts', texts: own }, buffersOf(own))
  } catch (error) {
    tell({ kind: 'failed', reason: reasonOf(error) })
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ReadingError) return error.message
  if (error instanceof RangeError)
    return t('The file is too large to be read here: keep the years or the actors that matter.')
  return t(
    'The file could not be read, by a fault of Dyad’s own ({fault}). Please report it, with the file if you may share it.',
    { fault: error instanceof Error ? error.message : t('unknown') },
  )
}
