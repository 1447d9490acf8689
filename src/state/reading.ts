import { createStore, type StoreApi } from 'zustand/vanilla'
import type { KeptTexts } from '../formats/keptHalves.ts'
import type { Decision, FileParts, Mapping } from '../formats/reading.ts'
import type { FileRead, ReadOptions } from '../formats/readFile.ts'
import type { ReadAnswer, ReadRequest } from '../formats/readWorker.ts'
import { catalogue, language, msg, t } from '../language/messages.ts'
import type { Actor } from '../model/schema.ts'

/** A file that is being read, or was. */
export type FileReading =
  | { status: 'none' }
  | { status: 'reading'; name: string; share: number; read: FileRead | null }
  | { status: 'read'; name: string; read: FileRead }
  | { status: 'failed'; name: string; reason: string; read: FileRead | null }

/** What the person said of how the file is to be read. */
export interface Wishes {
  format: string | null
  decisions: ReadonlyMap<string, Decision>
  mapping: Mapping | null
}

export interface FileReader {
  state: StoreApi<FileReading>
  wishes: () => Wishes
  /** Has the worker ready for a file that may soon be chosen. @returns a function that ends it where none was */
  prepare: () => () => void
  /** Reads another file, as it is recognised. */
  read: (name: string, bytes: Uint8Array, parts?: FileParts) => void
  /** Reads the same file again, as the person wishes it. */
  again: (wishes: Partial<Wishes>) => void
  /** The texts of what was read last, which come a little later. */
  texts: () => Promise<KeptTexts>
  /** Says that a file cannot be read, in a sentence. */
  refuse: (name: string, reason: string) => void
  /** Ends it and forgets the file. */
  cancel: () => void
}

/** As much of a worker as is used. */
export interface ReadingWorker {
  postMessage: (request: ReadRequest, transfer: Transferable[]) => void
  onAnswer: (listener: (answer: ReadAnswer) => void, onBroken: () => void) => void
  terminate: () => void
}

const NO_WISHES: Wishes = { format: null, decisions: new Map(), mapping: null }
const BROKEN = msg(
  'The file could not be read: the browser ended the reading, perhaps for want of memory. Try a smaller file.',
)

/**
 * Reads files in a worker.
 * @param known actors that are known besides all states
 */
export function createFileReader(makeWorker: () => ReadingWorker, known: readonly Actor[]): FileReader {
  const state = createStore<FileReading>(() => ({ status: 'none' }))
  let worker: ReadingWorker | null = null
  let wishes = NO_WISHES
  let texts = later()

  const end = () => {
    worker?.terminate()
    worker = null
  }
  const ask = (name: string, file: ReadRequest['file'], before: FileRead | null) => {
    worker ??= started()
    texts = later()
    state.setState({ status: 'reading', name, share: 0, read: before }, true)
    const options: ReadOptions = { ...wishes, decisions: [...wishes.decisions], known }
    const request = { file, options, language: language().id, messages: catalogue() }
    worker.postMessage(request, file ? [file.bytes.buffer as ArrayBuffer] : [])
  }
  const started = (): ReadingWorker => {
    const made = makeWorker()
    made.onAnswer(
      (answer) => {
        const present = state.getState()
        if (made !== worker) return
        if (answer.kind === 'texts') texts.resolve(answer.texts)
        // What was read is shown already, and its texts will not come.
        if (answer.kind === 'failed') texts.reject(new Error(answer.reason))
        if (answer.kind === 'texts' || present.status !== 'reading') return
        const { name, read } = present
        if (answer.kind === 'progress') state.setState({ ...present, share: answer.share }, true)
        else if (answer.kind === 'read') state.setState({ status: 'read', name, read: answer.read }, true)
        else state.setState({ status: 'failed', name, reason: answer.reason, read }, true)
      },
      () => {
        if (made !== worker) return
        end()
        texts.reject(new Error(t(BROKEN)))
        const present = state.getState()
        // It may be tried again once a file is chosen.
        if (present.status === 'none') return
        state.setState({ status: 'failed', name: present.name, reason: t(BROKEN), read: null }, true)
      },
    )
    return made
  }

  return {
    state,
    wishes: () => wishes,
    texts: () => texts.promise,
    prepare: () => {
      worker ??= started()
      return () => {
        if (state.getState().status === 'none') end()
      }
    },
    read: (name, bytes, parts) => {
      // Whatever it reads now is not wanted any more.
      if (state.getState().status !== 'none') end()
      wishes = NO_WISHES
      ask(name, { name, bytes, parts }, null)
    },
    again: (next) => {
      const present = state.getState()
      if (present.status === 'none' || !worker) return
      wishes = { ...wishes, ...next }
      ask(present.name, null, present.status === 'read' || present.status === 'failed' ? present.read : null)
    },
    refuse: (name, reason) => {
      end()
      state.setState({ status: 'failed', name, reason, read: null }, true)
    },
    cancel: () => {
      end()
      wishes = NO_WISHES
      state.setState({ status: 'none' }, true)
    },
  }
}

/** What will come, or not. */
function later(): {
  promise: Promise<KeptTexts>
  resolve: (texts: KeptTexts) => void
  reject: (error: Error) => void
} {
  let resolve!: (texts: KeptTexts) => void
  let reject!: (error: Error) => void
  const promise = new Promise<KeptTexts>((onCome, onBroken) => {
    resolve = onCome
    reject = onBroken
  })
  // Told where it is awaited, if anywhere.
  promise.catch(() => undefined)
  return { promise, resolve, reject }
}
