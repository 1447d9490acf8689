import { t } from '../../language/messages.ts'
import { afterNextFrame } from '../../canvas/frames.ts'
import { createFileReader, type FileReader } from '../../state/reading.ts'
import type { Session } from '../../state/session.ts'
import { chosenFile, rollupParts, type AskForYears } from './partedFile.ts'
import { pageWorker } from './pageWorker.ts'

/** From a file that was chosen to the painted account of what was read: a measure of the page. */
const FILE_READ = 'dyad:file-read'
let chosenAt: number | null = null

/** Measures what a person waited for a file, once what was read stands on the screen. */
export function measureReading(): void {
  const start = chosenAt
  chosenAt = null
  if (start === null) return
  afterNextFrame((end) => performance.measure(FILE_READ, { start, end }))
}

const readers = new WeakMap<Session, FileReader>()

/** What reads files while a dataset is open, the same for all that ask: it goes on while the dialog is closed. */
export function fileReaderOf(session: Session): FileReader {
  const known = readers.get(session)
  if (known) return known
  const made = createFileReader(pageWorker, session.columns.outline.actors)
  readers.set(session, made)
  return made
}

/**
 * Reads a file that was chosen or dropped; one that is too large is refused before it is in memory.
 * @param ask of a roll-up with more rows than can be read at once, which years are wanted
 */
export async function takeFile(reader: FileReader, file: File, ask: AskForYears): Promise<void> {
  chosenAt = performance.now()
  const chosen = chosenFile(file)
  try {
    const parts = await rollupParts(chosen, ask, () => undefined, true)
    const taken = parts ?? { name: file.name, bytes: await chosen.whole(() => undefined), parts: undefined }
    reader.read(taken.name, taken.bytes, taken.parts)
  } catch (error) {
    // A browser's own words for this say nothing to a person.
    reader.refuse(
      file.name,
      error instanceof DOMException
        ? t('“{file}” could not be read: it was moved or changed, or it is a folder. Choose the file itself.', {
            file: file.name,
          })
        : String((error as Error).message),
    )
  }
}
