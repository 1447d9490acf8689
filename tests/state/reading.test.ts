import { describe, expect, it } from 'vitest'
import type { ReadAnswer } from '../../src/formats/readWorker.ts'
import { createFileReader, type ReadingWorker } from '../../src/state/reading.ts'

interface FakeWorker extends ReadingWorker {
  asked: (string | null)[]
  isEnded: boolean
  answer: (own: ReadAnswer) => void
  breakDown: () => void
}

/** A reader whose workers answer when a test has them do so. */
function reader() {
  const workers: FakeWorker[] = []
  const own = createFileReader(() => {
    const worker: FakeWorker = {
      asked: [],
      isEnded: false,
      answer: () => undefined,
      breakDown: () => undefined,
      postMessage: ({ file }) => void worker.asked.push(file?.name ?? null),
      onAnswer: (listener, onBroken) => Object.assign(worker, { answer: listener, breakDown: onBroken }),
      terminate: () => void (worker.isEnded = true),
    }
    workers.push(worker)
    return worker
  }, [])
  return { own, workers }
}

const bytes = () => new Uint8Array(1)

describe('the reader of files', () => {
  it('has its worker ready before a file is chosen, and ends it where none is', () => {
    const { own, workers } = reader()
    const rest = own.prepare()
    own.prepare()
    own.read('a.csv', bytes())
    expect(workers.map(({ asked }) => asked)).toEqual([['a.csv']])
    // The dialog is closed while it reads: it goes on.
    rest()
    expect(workers[0]!.isEnded).toBe(false)
    own.cancel()
    expect(workers[0]!.isEnded).toBe(true)
    own.prepare()()
    expect(workers[1]!.isEnded).toBe(true)
  })

  it('ends what is being read where another file is chosen, and does not listen to it any more', () => {
    const { own, workers } = reader()
    own.read('a.parquet', bytes())
    own.read('b.csv', bytes())
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false])
    workers[0]!.answer({ kind: 'failed', reason: 'too late' })
    workers[1]!.answer({ kind: 'progress', share: 0.5 })
    expect(own.state.getState()).toMatchObject({ status: 'reading', name: 'b.csv', share: 0.5 })
  })

  it('says so where the browser ends the worker, but not before a file was chosen', async () => {
    const { own, workers } = reader()
    own.prepare()
    workers[0]!.breakDown()
    expect(own.state.getState().status).toBe('none')
    own.read('a.parquet', bytes())
    const texts = own.texts().catch(String)
    workers[1]!.breakDown()
    expect(own.state.getState()).toMatchObject({ status: 'failed', name: 'a.parquet' })
    expect(await texts).toMatch(/perhaps for want of memory/)
  })

  it('does not wait for texts that will not come', async () => {
    const { own, workers } = reader()
    own.read('a.csv', bytes())
    const texts = own.texts().catch(String)
    workers[0]!.answer({ kind: 'failed', reason: 'The file is too large to be read here.' })
    expect(await texts).toMatch(/too large/)
  })
})
