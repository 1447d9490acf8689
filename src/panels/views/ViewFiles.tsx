import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import { MOST_BYTES, readViewsFile, writeViewsFile } from '../../formats/viewsFile.ts'
import { readHash } from '../../state/hash.ts'
import { addViews } from '../../state/savedViews.ts'
import { saveText } from '../details/saveText.ts'
import { useSession } from '../useSession.ts'
import { useSavedViews } from './useSavedViews.ts'

const FILE = 'dyad-views.json'
const MOST_FAULTS = 5

/** Takes the views away as a file, and adds those of a file to them. */
export function ViewFiles() {
  const { columns } = useSession()
  const { outline } = columns
  const { views, saved } = useSavedViews()
  const [faults, setFaults] = useState<readonly string[]>([])
  const take = async (file: File | undefined) => {
    if (!file) return
    // What an earlier file came to says nothing of this one.
    setFaults([])
    saved.state.setState({ last: null })
    if (file.size > MOST_BYTES) return setFaults([`“${file.name}” is too large to be a file of saved views.`])
    try {
      const read = readViewsFile(await file.text())
      const isOther = read.views.length > 0 && read.dataset !== null && read.dataset !== outline.title
      const other = `They were made for “${read.dataset}”: what does not fit this dataset is said when one is restored.`
      const unfit = read.views.filter(({ hash }) => readHash(hash, columns).notices.length > 0)
      const partly = unfit.map(
        ({ name }) => `“${name}” names what this dataset has not, or what no view has: the rest of it is shown.`,
      )
      setFaults(isOther ? [other, ...read.faults] : [...read.faults, ...partly])
      if (read.views.length === 0) return
      const count = read.views.length === 1 ? '1 view' : `${read.views.length} views`
      saved.set(addViews(saved.state.getState().views, read.views), `Added ${count} from “${file.name}”.`)
    } catch {
      setFaults([`“${file.name}” could not be read.`])
    }
  }
  return (
    <>
      {views.length > 0 && (
        <Button
          className="link-button"
          aria-label="Export your views"
          onPress={() => saveText(FILE, writeViewsFile(outline, views), 'application/json')}
        >
          Export
        </Button>
      )}
      <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => void take(files?.[0])}>
        <Button className="link-button" aria-label="Import views">
          Import
        </Button>
      </FileTrigger>
      {faults.length > 0 && (
        <div className="views-trouble" role="alert">
          <ul>
            {faults.slice(0, MOST_FAULTS).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
            {faults.length > MOST_FAULTS && <li>And {faults.length - MOST_FAULTS} more of the kind.</li>}
          </ul>
        </div>
      )}
    </>
  )
}
