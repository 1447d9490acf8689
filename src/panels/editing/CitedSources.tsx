import { t } from '../../language/messages.ts'
import { createContext, use, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Dataset, Source } from '../../model/schema.ts'
import { entryOfDraft, NEW_SOURCE, sourceId, type SourceDraft } from './drafts.ts'
import { FaultsContext, focusFirstFault, NO_FAULTS } from './faults.ts'
import { Picker } from './Picker.tsx'
import { sourcePicks } from './pickLists.ts'
import { SourceFields } from './SourceFields.tsx'
import { useChecks } from './useChecks.ts'

/** What the sources of an initiative are picked from. */
interface Citing {
  /** With the sources that are added here. */
  dataset: Dataset
  /** The ids of those that the initiative cites, in the order of their numbers. */
  numbered: readonly string[]
  isOwn: boolean
}

export const CitingContext = createContext<Citing | null>(null)

interface CitedSourcesProps {
  name: string
  ids: readonly string[]
  /** @param added a source that is not in the dataset yet, to be added with what cites it */
  onChange: (part: { sources?: readonly string[]; written?: SourceDraft | null }, added?: Source) => void
  /** The source that is being written; `null` for none. */
  written: SourceDraft | null
}

/** The sources of a milestone or a figure: found by number, title or publisher, or added. */
export function CitedSources({ name, ids, written, onChange }: CitedSourcesProps) {
  const { dataset, numbered } = use(CitingContext)!
  const { find, pick } = useMemo(() => sourcePicks(dataset.sources, numbered), [dataset, numbered])
  return (
    <div className="wide cited-sources">
      <Picker
        label={t('Sources')}
        name={name}
        picked={ids.map(pick)}
        find={find}
        onChange={(sources) => onChange({ sources })}
        placeholder={t('A number, words of a title, a publisher')}
      />
      {written ? (
        <AddedSource
          draft={written}
          onChange={(next) => onChange({ written: next })}
          onAdd={(source) => onChange({ sources: [...ids, source.id], written: null }, source)}
          onCancel={() => onChange({ written: null })}
        />
      ) : (
        <Button className="link-button add-source" onPress={() => onChange({ written: NEW_SOURCE })}>
          {t('Add a source that is not there yet')}
        </Button>
      )}
    </div>
  )
}

interface AddedSourceProps {
  draft: SourceDraft
  onChange: (draft: SourceDraft) => void
  onAdd: (source: Source) => void
  onCancel: () => void
}

function AddedSource({ draft, onChange, onAdd, onCancel }: AddedSourceProps) {
  const { dataset, isOwn } = use(CitingContext)!
  const [told, setTold] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (told > 0) focusFirstFault(box.current)
  }, [told])
  const checks = useChecks()
  const source = entryOfDraft('source', draft, dataset)
  const checked = checks?.checkEntry('source', source, dataset, { before: null, isOwn }) ?? NO_FAULTS
  return (
    <div ref={box} className="added-source" role="group" aria-label={t('A new source')}>
      <FaultsContext value={told > 0 ? checked : NO_FAULTS}>
        <SourceFields draft={draft} onChange={onChange} freeId={sourceId(draft, dataset.sources)} />
      </FaultsContext>
      <div className="edit-buttons">
        <Button className="button small-button" onPress={onCancel}>
          {t('Leave it')}
        </Button>
        <Button
          className="button small-button"
          isDisabled={!checks}
          onPress={() => {
            if (checked.faults.length > 0) setTold(told + 1)
            else onAdd(source)
          }}
        >
          {t('Add this source')}
        </Button>
      </div>
    </div>
  )
}
