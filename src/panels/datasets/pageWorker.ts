// oxlint-disable-next-line import/default -- Vite makes it the address of the worker
import workerUrl from '../../formats/readWorker.ts?worker&url'
import type { ReadAnswer } from '../../formats/readWorker.ts'
import type { ReadingWorker } from '../../state/reading.ts'
import { ownWorker } from '../ownScript.ts'

/** The worker of this page that reads files. */
export function pageWorker(): ReadingWorker {
  const worker = ownWorker(workerUrl)
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
