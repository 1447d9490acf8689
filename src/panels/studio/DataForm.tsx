import { dateInWords } from '../../language/dates.ts'
import { useMemo, useState } from 'react'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import { cutDataset } from '../../formats/cut.ts'
import { datasetOf } from '../../formats/datasetOf.ts'
import { WRITERS } from '../../formats/writers.ts'
import { isoDate } from '../../model/dates.ts'
import { initiativesInWords } from '../../network/words.ts'
import { ChoiceRadios } from '../ChoiceRadios.tsx'
import { saveFile } from '../saveFile.ts'
import { useDerived, useSession, useTextsState } from '../useSession.ts'
import { bytesInWords } from './bytesInWords.ts'
import './data.css'

const SCOPES = [
  { id: 'selection', label: 'The selection' },
  { id: 'all', label: 'Everything' },
] as const
type Scope = (typeof SCOPES)[number]['id']

/** The data itself, in the formats of other programs. */
export function DataForm() {
  const { columns } = useSession()
  const { selection, asOf } = useDerived()
  const textsState = useTextsState()
  const isFiltered = selection.size < columns.outline.initiatives.length
  const [scope, setScope] = useState<Scope>(isFiltered ? 'selection' : 'all')
  const [isWhole, setWhole] = useState(true)
  const [format, setFormat] = useState(WRITERS[0]!.id)
  const writer = WRITERS.find(({ id }) => id === format)!
  const [said, setSaid] = useState<{ of: unknown; words: string } | null>(null)
  const date = dateInWords(isoDate(asOf))

  const dataset = useMemo(() => {
    if (textsState.status !== 'ready') return null
    const whole = datasetOf({ outline: columns.outline, texts: textsState.texts })
    const initiatives =
      scope === 'all' ? null : new Set(selection.initiatives.map((i) => columns.outline.initiatives.at(i)!.id))
    return cutDataset(whole, { initiatives, until: isWhole ? null : asOf })
  }, [columns, textsState, scope, isWhole, asOf, selection])
  const made = useMemo(() => ({ dataset, writer }), [dataset, writer])
  const { losses } = writer

  const save = async () => {
    if (!dataset) return
    setSaid({ of: made, words: 'Writing it…' })
    try {
      const content = await writer.write(dataset, asOf)
      const name = `dyad-${scope === 'all' ? 'dataset' : 'selection'}${isWhole ? '' : `-${isoDate(asOf)}`}.${writer.ending}`
      const file = new Blob([content as BlobPart], { type: writer.mediaType })
      saveFile(file, name)
      setSaid({ of: made, words: `Saved as ${name}, ${bytesInWords(file.size)}.` })
    } catch (error) {
      setSaid({ of: made, words: `It could not be written: ${error instanceof Error ? error.message : String(error)}` })
    }
  }

  if (textsState.status === 'failed') return <p className="muted studio-nothing">{textsState.reason}</p>
  return (
    <div className="data-form">
      <div className="data-choices">
        <ChoiceRadios label="What" options={SCOPES} value={scope} onChange={setScope} />
        <ChoiceRadios
          label="When"
          options={[
            { id: 'whole', label: 'Whole lives' },
            { id: 'asof', label: `As it was on ${date}` },
          ]}
          value={isWhole ? 'whole' : 'asof'}
          onChange={(id) => setWhole(id === 'whole')}
        />
      </div>
      <RadioGroup className="data-formats" value={format} onChange={setFormat}>
        <Label>Format</Label>
        <div className="data-format-list">
          {WRITERS.map(({ id, label, about }) => (
            <Radio key={id} value={id} className="data-format">
              <span className="data-format-name">{label}</span>
              <span className="muted small">{about}</span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <section className="data-losses" aria-label="What this format cannot hold">
        {losses.length === 0 ? (
          <p className="small">This format holds all of it: read again here, it is the same.</p>
        ) : (
          <>
            <p className="small">This format cannot hold all of it:</p>
            <ul className="small">
              {losses.map((loss) => (
                <li key={loss}>{loss}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <div className="data-ending">
        <p className="small">
          <span role="status">{said?.of === made ? said.words : ''}</span>{' '}
          {said?.of !== made && dataset && (
            <span className="muted">
              {initiativesInWords(dataset.initiatives.length)}, {dataset.actors.length} actors, {dataset.sources.length}{' '}
              sources.
            </span>
          )}
        </p>
        <Button
          className="button primary"
          isDisabled={!dataset || dataset.initiatives.length === 0}
          onPress={() => void save()}
        >
          Save the data
        </Button>
      </div>
    </div>
  )
}
