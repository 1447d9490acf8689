import { createStore } from 'zustand/vanilla'

/** A file of data that is being written, or was: it goes on when the dialog is closed, and is told of when it is opened again. */
export type Saving =
  | { status: 'none' }
  /** `share` is `null` while it is not known how much there is to do. */
  | { status: 'writing'; file: string; share: number | null; cancel: () => void }
  /** `of` is what was chosen then: words on what was saved go with another choice. */
  | { status: 'done'; words: string; of: string }
  | { status: 'failed'; words: string; of: string }

/** There is one for the page: of two large files at once neither would be soon done. */
export const saving = createStore<Saving>(() => ({ status: 'none' }))

/** What happens with a file from its beginning to its end. */
interface Making {
  file: string
  of: string
  /** @throws Error with a sentence that says what to do */
  make: (onProgress: (share: number) => void, signal: AbortSignal) => Promise<Blob>
  save: (file: Blob) => void
  words: { saved: (file: Blob) => string; failed: (reason: string) => string; cancelled: string }
}

/** Makes a file and saves it, unless another one is being made. */
export async function makeAndSave({ file, of, make, save, words }: Making): Promise<void> {
  if (saving.getState().status === 'writing') return
  const controller = new AbortController()
  const cancel = () => controller.abort()
  const tell = (share: number | null) => saving.setState({ status: 'writing', file, share, cancel }, true)
  tell(null)
  try {
    const made = await make(tell, controller.signal)
    controller.signal.throwIfAborted()
    save(made)
    saving.setState({ status: 'done', words: words.saved(made), of }, true)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const isCancelled = controller.signal.aborted
    saving.setState(
      isCancelled
        ? { status: 'done', words: words.cancelled, of }
        : { status: 'failed', words: words.failed(reason), of },
      true,
    )
  }
}
