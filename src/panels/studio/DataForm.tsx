import { msg, t } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import { useMemo, useState } from 'react'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import { cutDataset } from '../../formats/cut.ts'
import { datasetOf } from '../../formats/datasetOf.ts'
import { WRITERS } from '../../formats/writers.ts'
import { idAt } from '../../network/columns.ts'
import { isoDate } from '../../model/dates.ts'
import { ChoiceRadios } from '../ChoiceRadios.tsx'
import { labelled } from '../labelled.ts'
import { saveFile } from '../saveFile.ts'
import { useDerived, useSession, useTextsState } from '../useSession.ts'
import { bytesInWords } from './bytesInWords.ts'
import './data.css'

const SCOPES = [
  { id: 'selection', label: msg('The selection') },
  { id: 'all', label: msg('Everything') },
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
    const initiatives = scope === 'all' ? null : new Set(selection.initiatives.map((i) => idAt(columns, i)))
    return cutDataset(whole, { initiatives, until: isWhole ? null : asOf })
  }, [columns, textsState, scope, isWhole, asOf, selection])
  const made = useMemo(() => ({ dataset, writer }), [dataset, writer])
  const { losses } = writer
  const isNothing = scope === 'selection' && selection.size === 0

  const save = async () => {
    if (!dataset) return
    setSaid({ of: made, words: t('Writing it…') })
    try {
      const content = await writer.write(dataset, asOf)
      const name = `dyad-${scope === 'all' ? 'dataset' : 'selection'}${isWhole ? '' : `-${isoDate(asOf)}`}.${writer.ending}`
      const file = new Blob([content as BlobPart], { type: writer.mediaType })
      saveFile(file, name)
      setSaid({ of: made, words: t('Saved as {file}, {size}.', { file: name, size: bytesInWords(file.size) }) })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      setSaid({ of: made, words: t('It could not be written: {reason}', { reason }) })
    }
  }

  if (textsState.status === 'failed') return <p className="muted studio-nothing">{textsState.reason}</p>
  return (
    <div className="data-form">
      <div className="data-choices">
        <ChoiceRadios label={t('What')} options={labelled(SCOPES)} value={scope} onChange={setScope} />
        <ChoiceRadios
          label={t('When')}
          options={[
            { id: 'whole', label: t('Whole lives') },
            { id: 'asof', label: t('As it was on {date}', { date }) },
          ]}
          value={isWhole ? 'whole' : 'asof'}
          onChange={(id) => setWhole(id === 'whole')}
        />
      </div>
      <RadioGroup className="data-formats" value={format} onChange={setFormat}>
        <Label>{t('Format')}</Label>
        <div className="data-format-list">
          {WRITERS.map(({ id, label, about }) => (
            <Radio key={id} value={id} className="data-format">
              <span className="data-format-name">{t(label)}</span>
              <span className="muted small">{t(about)}</span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <section className="data-losses" aria-label={t('What this format cannot hold')}>
        {losses.length === 0 ? (
          <p className="small">{t('This format holds all of it: read again here, it is the same.')}</p>
        ) : (
          <>
            <p className="small">{t('This format cannot hold all of it:')}</p>
            <ul className="small">
              {losses.map((loss, i) => (
                <li key={i}>{t(loss)}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <div className="data-ending">
        <p className="small">
          <span role="status">
            {isNothing
              ? t('Nothing is selected: there is nothing to save. Choose other filters first, or “{everything}”.', {
                  everything: t('Everything'),
                })
              : said?.of === made && said.words}
          </span>{' '}
          {!isNothing && said?.of !== made && dataset && (
            <span className="muted">
              {t(
                '{initiatives, plural, one {# initiative} other {# initiatives}}, {actors, plural, one {# actor} other {# actors}}, {sources, plural, one {# source} other {# sources}}.',
                {
                  initiatives: dataset.initiatives.length,
                  actors: dataset.actors.length,
                  sources: dataset.sources.length,
                },
              )}
            </span>
          )}
        </p>
        <Button
          className="button primary"
          isDisabled={!dataset || dataset.initiatives.length === 0}
          onPress={() => void save()}
        >
          {t('Save the data')}
        </Button>
      </div>
    </div>
  )
}
