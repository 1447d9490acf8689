// oxlint-disable-next-line import/default -- Vite makes it the address of the worker
import workerUrl from '../../formats/writeWorker.ts?worker&url'
import type { Halves } from '../../formats/cut.ts'
import type { HandingOn } from '../../formats/handOn.ts'
import { keptOutline, keptTexts } from '../../formats/keptHalves.ts'
import type { WriteAnswer, WriteRequest } from '../../formats/writeWorker.ts'
import { catalogue, language, t } from '../../language/messages.ts'
import { ownWorker } from '../ownScript.ts'

/**
 * Writes a dataset as a file in a worker, see `fileOf`.
 * @param signal ends it
 * @throws Error with a sentence that says what to do
 */
export function writeBeside(
  { outline, texts }: Halves,
  wanted: HandingOn,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  signal.throwIfAborted()
  const worker = ownWorker(workerUrl)
  const written = new Promise<Blob>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<WriteAnswer>) => {
      if (data.kind === 'progress') onProgress(data.share)
      else if (data.kind === 'written') resolve(data.file)
      else reject(new Error(data.reason))
    })
    worker.addEventListener('error', () => {
      reject(new Error(t('The browser ended the writing, perhaps for want of memory. Choose fewer initiatives.')))
    })
    signal.addEventListener('abort', () => reject(signal.reason as Error))
    const request: WriteRequest = {
      outline: keptOutline(outline),
      texts: keptTexts(texts),
      wanted,
      language: language().id,
      messages: catalogue(),
    }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    worker.postMessage(request)
  })
  return written.finally(() => worker.terminate())
}
