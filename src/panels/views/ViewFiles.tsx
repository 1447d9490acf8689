import { t } from '../../language/messages.ts'
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
    const { name: own } = file
    if (file.size > MOST_BYTES)
      return setFaults([t('“{file}” is too large to be a file of saved views.', { file: own })])
    try {
      const read = readViewsFile(await file.text())
      const { dataset } = read
      const unfit = read.views.filter(({ hash }) => readHash(hash, columns).notices.length > 0)
      const partly = unfit.map(({ name: view }) =>
        t('“{view}” names what this dataset has not, or what no view has: the rest of it is shown.', { view }),
      )
      if (read.views.length > 0 && dataset !== null && dataset !== outline.title) {
        const other = t(
          'They were made for “{dataset}”: what does not fit this dataset is said when one is restored.',
          { dataset },
        )
        setFaults([other, ...read.faults])
      } else setFaults([...read.faults, ...partly])
      if (read.views.length === 0) return
      saved.set(
        addViews(saved.state.getState().views, read.views),
        t('Added {count, plural, one {# view} other {# views}} from “{file}”.', {
          count: read.views.length,
          file: own,
        }),
      )
    } catch {
      setFaults([t('“{file}” could not be read.', { file: own })])
    }
  }
  return (
    <>
      {views.length > 0 && (
        <Button
          className="link-button"
          aria-label={t('Export your views')}
          onPress={() => saveText(FILE, writeViewsFile(outline, views), 'application/json')}
        >
          {t('Export')}
        </Button>
      )}
      <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => void take(files?.[0])}>
        <Button className="link-button" aria-label={t('Import views')}>
          {t('Import')}
        </Button>
      </FileTrigger>
      {faults.length > 0 && (
        <div className="views-trouble" role="alert">
          <ul>
            {faults.slice(0, MOST_FAULTS).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
            {faults.length > MOST_FAULTS && (
              <li>{t('And {count, number} more of the kind.', { count: faults.length - MOST_FAULTS })}</li>
            )}
          </ul>
        </div>
      )}
    </>
  )
}
