import { t } from '../../language/messages.ts'
import { useEffect, useMemo, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { fillTemplate, type CopyParts } from '../../formats/copyFile.ts'
import { PERMITS, type Permit } from '../../state/edition.ts'
import { copyOf } from '../../studio/copyOf.ts'
import { useDatasets } from '../datasetSwitch.ts'
import { saveFile } from '../saveFile.ts'
import { useDerived, useSession, useTextsState } from '../useSession.ts'
import { bytesInWords } from './bytesInWords.ts'
import { loadAllFlags, loadCopyTemplate, templateAddress } from './copySources.ts'
import { FramedPage } from './FramedPage.tsx'
import { Panes } from './Panes.tsx'
import { PermitBoxes } from './PermitBoxes.tsx'

type Sources = { template: string; flags: Record<string, string> } | { fault: string } | null

/** Saves what is selected as one file that opens without a network. */
export function CopyForm() {
  const session = useSession()
  const { columns, choices } = session
  const derived = useDerived()
  const textsState = useTextsState()
  const [permits, setPermits] = useState<ReadonlySet<Permit>>(new Set(PERMITS))
  const [title, setTitle] = useState(columns.outline.title)
  const [sources, askAgain] = useSources(useDatasets()?.isOwn ?? true)
  /** The file that was saved last: what is said of it holds until another would come. */
  const [saved, setSaved] = useState<{ blob: Blob; name: string } | null>(null)

  const make = useMemo(() => {
    if (textsState.status !== 'ready' || !sources || 'fault' in sources) return null
    const { texts } = textsState
    const { template, flags } = sources
    const input = { columns, texts, choices: choices.getState(), derived, permits, address: location.href, flags }
    const parts = copyOf({ ...input, title: '' })
    return (own: string) => {
      const titled = { ...parts, title: own }
      return { parts: titled, blob: new Blob([fillTemplate(template, titled)], { type: 'text/html;charset=utf-8' }) }
    }
  }, [columns, choices, derived, textsState, permits, sources])
  const own = title.trim() || columns.outline.title
  const made = useMemo(() => make?.(own) ?? null, [make, own])
  const blob = made?.blob ?? null
  // While a title is typed, the page is not opened anew for every letter.
  const seen = useSettled(made?.parts ?? null)

  const { initiatives } = derived.selection
  if (initiatives.length === 0) {
    return (
      <p className="muted studio-nothing">
        {t('Nothing is selected: there is nothing to make a copy of. Choose other filters first.')}
      </p>
    )
  }
  const fault =
    textsState.status === 'failed' ? textsState.reason : sources && 'fault' in sources ? sources.fault : null
  const save = () => {
    if (!blob) return
    const name = `dyad-${choices.getState().asOf}.html`
    saveFile(blob, name)
    setSaved({ blob, name })
  }
  const said =
    saved && saved.blob === blob
      ? t('Saved as {file}, {size}.', { file: saved.name, size: bytesInWords(saved.blob.size) })
      : ''
  return (
    <Panes
      preview={
        <FramedPage
          title={t('Preview of the copy')}
          address={seen && templateAddress()}
          height={null}
          message={seen ?? undefined}
        />
      }
      words={
        <p className="small figures">
          {said === '' && blob && (
            <span className="muted">{t('An HTML file of {size}.', { size: bytesInWords(blob.size) })}</span>
          )}
          <span role="status">{fault ?? (blob ? said : t('Putting it together…'))}</span>
        </p>
      }
      buttons={
        fault ? (
          <Button className="button" onPress={askAgain}>
            {t('Try again')}
          </Button>
        ) : (
          <Button className="button primary" onPress={save} isPending={!blob}>
            {t('Save the copy')}
          </Button>
        )
      }
    >
      <p>
        {t(
          'One file with this page, {count, plural, one {# initiative} other {# initiatives}} and their sources. It opens from disk and asks the network for nothing.',
          { count: initiatives.length },
        )}
      </p>
      <TextField value={title} onChange={setTitle} className="field">
        <Label>{t('Title')}</Label>
        <Input />
      </TextField>
      <PermitBoxes permits={permits} onChange={setPermits} />
      <p className="muted small">
        {permits.has('asof')
          ? t(
              'Each initiative comes with its whole life, so that the date can be moved. Initiatives outside this selection are not in the file, whatever the date.',
            )
          : t('Nothing after the as-of date is in the file, but that widths keep the scale of the whole dataset.')}
      </p>
    </Panes>
  )
}

const SETTLES_MS = 300

/** What a copy shows, once it has been the same for a while. */
function useSettled(parts: CopyParts | null): CopyParts | null {
  const [settled, setSettled] = useState<CopyParts | null>(null)
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(parts), SETTLES_MS)
    return () => clearTimeout(waiting)
  }, [parts])
  return settled
}

/** What a copy is made of beside the dataset, asked for when the form opens; and a way to ask again. */
function useSources(isOwn: boolean): [Sources, () => void] {
  const [sources, setSources] = useState<Sources>(null)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let isOver = false
    const show = (next: Sources) => {
      if (!isOver) setSources(next)
    }
    Promise.all([loadCopyTemplate(), loadAllFlags(isOwn)]).then(
      ([template, flags]) => show({ template, flags }),
      (error: unknown) => show({ fault: (error as Error).message }),
    )
    return () => {
      isOver = true
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- asked again where that is wanted
  }, [asked, isOwn])
  const again = () => {
    setSources(null)
    setAsked((times) => times + 1)
  }
  return [sources, again]
}
