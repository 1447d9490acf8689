import { t } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import { useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { dayHere } from '../../model/dates.ts'
import { OWN_NAME } from '../../state/editing.ts'
import type { KeptHead, Library } from '../../state/library.ts'
import { useDatasets, type DatasetSwitch } from '../datasetSwitch.ts'
import { bytesInWords } from '../studio/bytesInWords.ts'
import { useLibrary } from './useLibrary.ts'

/** The datasets that can be opened: Dyad's own, and those that the person added. */
export function KeptList() {
  const datasets = useDatasets()!
  const { status, heads, last, trouble, library } = useLibrary()
  const [failure, setFailure] = useState<string | null>(null)
  const open = (act: () => Promise<void>) => {
    setFailure(null)
    act().catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)))
  }
  return (
    <section className="kept" aria-label={t('Your datasets')}>
      <h3 tabIndex={-1}>{t('Datasets')}</h3>
      {(failure ?? trouble) && (
        <p className="datasets-trouble" role="alert">
          {failure ?? trouble}
        </p>
      )}
      <div className="kept-last">
        <span role="status">{last?.words}</span>
        {last?.canUndo && (
          <Button className="link-button" onPress={() => library && open(library.undo)}>
            {t('Undo')}
          </Button>
        )}
      </div>
      <ul className="kept-list">
        <li className="kept-row">
          <div>
            <strong>{t('Dyad’s own')}</strong>
            <span className="muted small">{t('Russia and its partners in the Asia-Pacific')}</span>
          </div>
          <div className="kept-actions">
            {datasets.isOwn ? (
              <span className="muted small">{t('Open now')}</span>
            ) : (
              <Button
                className="button small-button"
                aria-label={t('Open Dyad’s own')}
                onPress={() => open(datasets.openOwn)}
              >
                {t('Open')}
              </Button>
            )}
          </div>
        </li>
        {heads.map((head) => (
          <KeptRow key={head.id} head={head} datasets={datasets} library={library!} open={open} />
        ))}
      </ul>
      {status === 'loading' && <p className="muted small">{t('Looking for your datasets…')}</p>}
      {status === 'ready' && heads.length === 0 && (
        <p className="muted small">
          {t('What you add is kept in this browser, on this machine only, and stands here.')}
        </p>
      )}
    </section>
  )
}

interface KeptRowProps {
  head: KeptHead
  datasets: DatasetSwitch
  library: Library
  open: (act: () => Promise<void>) => void
}

function KeptRow({ head, datasets, library, open }: KeptRowProps) {
  const [name, setName] = useState<string | null>(null)
  const isOpen = datasets.present?.id === head.id
  const rename = () => {
    if (name !== null) open(() => library.rename(head.id, name))
    setName(null)
  }
  return (
    <li className="kept-row">
      <div>
        {name === null ? (
          <strong>{head.title}</strong>
        ) : (
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed
          <TextField className="field" value={name} onChange={setName} autoFocus>
            <Label className="visually-hidden">{t('New name')}</Label>
            <Input
              onFocus={(event) => event.currentTarget.select()}
              onKeyDown={(event) => {
                if (event.key === 'Enter') rename()
                // The dialog stays.
                if (event.key === 'Escape') {
                  event.stopPropagation()
                  setName(null)
                }
              }}
              onBlur={rename}
            />
          </TextField>
        )}
        <span className="muted small">
          {[
            t(
              '{initiatives, plural, one {# initiative} other {# initiatives}}, {actors, plural, one {# actor} other {# actors}}',
              {
                initiatives: head.initiatives,
                actors: head.actors,
              },
            ),
            t('from {origin}, {date}', {
              origin: head.from === OWN_NAME ? t('Dyad’s own') : head.from,
              date: dateInWords(dayHere(head.keptAt)),
            }),
            bytesInWords(head.size),
          ].join(' · ')}
        </span>
      </div>
      <div className="kept-actions">
        {isOpen ? (
          <span className="muted small">{t('Open now')}</span>
        ) : (
          <Button
            className="button small-button"
            aria-label={t('Open “{title}”', { title: head.title })}
            onPress={() => open(() => datasets.openKept(head.id))}
          >
            {t('Open')}
          </Button>
        )}
        <Button
          className="link-button"
          aria-label={t('Rename “{title}”', { title: head.title })}
          onPress={() => setName(head.title)}
        >
          {t('Rename')}
        </Button>
        {!isOpen && (
          <Button
            className="link-button"
            aria-label={t('Remove “{title}”', { title: head.title })}
            onPress={() => open(() => library.remove(head.id))}
          >
            {t('Remove')}
          </Button>
        )}
      </div>
    </li>
  )
}
