import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import { MOST_BYTES, readViewsFile, writeViewsFile } from '../../formats/viewsFile.ts'
import { addViews } from '../../state/savedViews.ts'
import { saveText } from '../details/saveText.ts'
import { useSession } from '../useSession.ts'
import { useSavedViews } from './useSavedViews.ts'

const FILE = 'dyad-views.json'
const MOST_FAULTS = 5

/** Takes the views away as a file, and adds those of a file to them. */
export function ViewFiles() {
  const { outline } = useSession().columns
  const { views, saved } = useSavedViews()
  const [faults, setFaults] = useState<readonly string[]>([])
  const take = async (file: File | undefined) => {
    if (!file) return
    if (file.size > MOST_BYTES) return setFaults([`“${file.name}” is too large to be a file of saved views.`])
    try {
      const read = readViewsFile(await file.text())
      const isOther = read.views.length > 0 && read.dataset !== null && read.dataset !== outline.title
      const other = `They were made for “${read.dataset}”: what does not fit this dataset is said when one is restored.`
      setFaults(isOther ? [other, ...read.faults] : read.faults)
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
