import { t } from '../../language/messages.ts'
import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react'
import { useDatasets } from '../datasetSwitch.ts'
import { PlainDialog, type DialogState } from '../Dialogs.tsx'
import { useSession } from '../useSession.ts'
import { Changes } from '../editing/Changes.tsx'
import { FirstButton } from '../FirstButton.tsx'
import { AddData } from './AddData.tsx'
import { AskAddress } from './AskAddress.tsx'
import { fileReaderOf, takeFile } from './fileReader.ts'
import { KeptList } from './KeptList.tsx'
import { ReadReport } from './ReadReport.tsx'
import { useYears } from './useYears.tsx'
import './datasets.css'

interface DatasetsDialogProps extends DialogState {
  /** A file that was dropped on the page; it is read at once. */
  dropped: File | null
  /** Opened to read what was changed. */
  isOnChanges: boolean
}

/** Other people's data: a file is added, or one of the datasets that are kept in this browser is opened. */
export function DatasetsDialog({ dropped, isOnChanges, ...state }: DatasetsDialogProps) {
  return (
    <PlainDialog title={t('Data')} {...state}>
      <Datasets dropped={dropped} isOnChanges={isOnChanges} />
    </PlainDialog>
  )
}

function Datasets({ dropped, isOnChanges }: Pick<DatasetsDialogProps, 'dropped' | 'isOnChanges'>) {
  const session = useSession()
  const datasets = useDatasets()
  const reader = useMemo(() => fileReaderOf(session), [session])
  const reading = useSyncExternalStore(reader.state.subscribe, reader.state.getState)
  const [asked, setAsked] = useState(datasets?.asked ?? null)
  const years = useYears(reader.cancel)
  const { ask } = years
  const take = useEffectEvent((file: File) => void takeFile(reader, file, ask))
  useEffect(() => reader.prepare(), [reader])
  useEffect(() => {
    if (dropped) take(dropped)
  }, [dropped])
  if (!datasets) return null
  if (reading.status === 'reading') {
    const percent = Math.round(reading.share * 100)
    return (
      <div className="datasets">
        <p role="status">{t('Reading “{name}”…', { name: reading.name })}</p>
        <progress
          className="reading-progress"
          value={percent}
          max={100}
          aria-label={t('Reading {name}', { name: reading.name })}
        />
        <div className="dialog-actions">
          <span className="muted figures">{t('{percent, number} %', { percent })}</span>
          <FirstButton className="button" onPress={reader.cancel}>
            {t('Cancel')}
          </FirstButton>
        </div>
      </div>
    )
  }
  if (reading.status === 'read' || (reading.status === 'failed' && reading.read)) {
    // What was asked for another way of reading can be asked otherwise, or taken back.
    const fault = reading.status === 'failed' ? reading.reason : null
    return <ReadReport key={reading.name} name={reading.name} read={reading.read!} fault={fault} reader={reader} />
  }
  return (
    <div className="datasets">
      {reading.status === 'failed' && (
        <div className="datasets-trouble" role="alert">
          {reading.reason}
        </div>
      )}
      {years.asked ??
        (asked === null ? (
          <AddData reader={reader} onFile={(file) => void takeFile(reader, file, ask)} onAddress={setAsked} />
        ) : (
          <AskAddress address={asked} reader={reader} onDone={() => setAsked(null)} />
        ))}
      <KeptList />
      <Changes datasets={datasets} isFirst={isOnChanges} />
    </div>
  )
}
