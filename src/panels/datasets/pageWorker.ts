// oxlint-disable-next-line import/default -- Vite makes it the address of the worker
import workerUrl from '../../formats/readWorker.ts?worker&url'
import type { ReadAnswer } from '../../formats/readWorker.ts'
import type { ReadingWorker } from '../../state/reading.ts'
import { ownScript } from '../ownScript.ts'

/** The worker of this page that reads files. */
export function pageWorker(): ReadingWorker {
  // From disk a browser lets no module be fetched, not even by the page that made it; there the worker is built as a plain script.
  const type = location.protocol === 'file:' ? 'classic' : 'module'
  const worker = new Worker(ownScript(workerUrl), { type })
  return {
    postMessage: (request, transfer) => worker.postMessage(request, transfer),
    onAnswer: (listener, onBroken) => {
      worker.addEventListener('message', (event: MessageEvent<ReadAnswer>) => listener(event.data))
      worker.addEventListener('error', onBroken)
      worker.addEventListener('messageerror', onBroken)
    },
    terminate: () => worker.terminate(),
  }
}
