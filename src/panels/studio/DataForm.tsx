import { msg, t } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import { numberInWords } from '../../language/numbers.ts'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import { fileFrom, handedOn } from '../../formats/handOn.ts'
import { LIMITS } from '../../formats/reading.ts'
import { WRITERS } from '../../formats/writers.ts'
import { isoDate } from '../../model/dates.ts'
import { initiativesInWords } from '../../network/words.ts'
import { ChoiceRadios } from '../ChoiceRadios.tsx'
import { labelled } from '../labelled.ts'
import { saveFile } from '../saveFile.ts'
import { useDerived, useSession, useTextsState } from '../useSession.ts'
import { bytesInWords } from './bytesInWords.ts'
import { makeAndSave, saving, type Saving } from '../../state/savingData.ts'
import './data.css'

const SCOPES = [
  { id: 'selection', label: msg('The selection') },
  { id: 'all', label: msg('Everything') },
] as const
/** What has more initiatives is written beside the page, with the way to cancel it. */
const MOST_AT_ONCE = 50_000
/** Of the formats that hold all of it the one with the smallest files. */
const SMALLEST = WRITERS.find(({ id }) => id === 'data-package')!
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
  const present = useSyncExternalStore(saving.subscribe, saving.getState)
  const date = dateInWords(isoDate(asOf))

  const texts = textsState.status === 'ready' ? textsState.texts : null
  const wanted = useMemo(
    () => ({ initiatives: scope === 'all' ? null : selection.initiatives, until: isWhole ? null : asOf }),
    [scope, selection, isWhole, asOf],
  )
  const isLarge = columns.count > MOST_AT_ONCE
  // Of a large one nothing is made before it is asked for: that takes seconds.
  const dataset = useMemo(
    () => (texts && !isLarge ? handedOn({ outline: columns.outline, texts }, wanted) : null),
    [columns, texts, isLarge, wanted],
  )
  const chosen = [scope, isWhole || asOf, format, selection.size, columns.outline.title].join()
  const { losses } = writer
  const isNothing = scope === 'selection' && selection.size === 0

  const save = () => {
    if (!texts) return
    const halves = { outline: columns.outline, texts }
    const own = { ...wanted, format, asOf }
    const file = `dyad-${scope === 'all' ? 'dataset' : 'selection'}${isWhole ? '' : `-${isoDate(asOf)}`}.${writer.ending}`
    void makeAndSave({
      file,
      of: chosen,
      make: async (onProgress, signal) =>
        isLarge
          ? (await import('./writeBeside.ts')).writeBeside(halves, own, onProgress, signal)
          : fileFrom(dataset!, own),
      save: (made) => saveFile(made, file),
      words: {
        saved: ({ size }) => savedInWords(file, size, losses.length === 0),
        failed: (reason) => t('It could not be written: {reason}', { reason }),
        cancelled: t('Cancelled; nothing was saved.'),
      },
    })
  }
  const isWriting = present.status === 'writing'
  const said = saidOf(present, chosen)

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
          <p className="small">
            {isLarge
              ? t('This format holds all of it. Files of up to {most} are read again here, and are the same.', {
                  most: mostRead(),
                })
              : t('This format holds all of it: read again here, it is the same.')}
          </p>
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
        <p className="small data-words">
          <span role="status">
            {said ??
              (isNothing &&
                t('Nothing is selected: there is nothing to save. Choose other filters first, or “{everything}”.', {
                  everything: t('Everything'),
                }))}
          </span>{' '}
          {said === null && !isNothing && (
            <span className="muted">
              {dataset
                ? t(
                    '{initiatives, plural, one {# initiative} other {# initiatives}}, {actors, plural, one {# actor} other {# actors}}, {sources, plural, one {# source} other {# sources}}.',
                    {
                      initiatives: dataset.initiatives.length,
                      actors: dataset.actors.length,
                      sources: dataset.sources.length,
                    },
                  )
                : isLarge && t('{words}.', { words: initiativesInWords(wanted.initiatives?.length ?? columns.count) })}
            </span>
          )}
        </p>
        {isWriting && (
          <>
            <progress className="data-progress" {...valueOf(present.share)} max={100} aria-label={said!} />
            <Button className="button" onPress={present.cancel}>
              {t('Cancel')}
            </Button>
          </>
        )}
        <Button
          className="button primary"
          // One that is disabled loses the focus of the keyboard.
          isPending={isWriting}
          isDisabled={!texts || (dataset ? dataset.initiatives.length === 0 : isNothing)}
          onPress={save}
        >
          {t('Save the data')}
        </Button>
      </div>
    </div>
  )
}

/** What there is to say of the file that is or was being made; `null` where nothing, or where it is of another choice. */
function saidOf(present: Saving, chosen: string): string | null {
  if (present.status === 'writing') return t('Writing {file}…', { file: present.file })
  if (present.status === 'none' || (present.status === 'done' && present.of !== chosen)) return null
  return present.words
}

/** The largest file that is read here, in words. */
function mostRead(): string {
  return t('{size} MB', { size: numberInWords(LIMITS.bytes / 2 ** 20) })
}

/** Without a value, a bar that says no more than that something is done. */
function valueOf(share: number | null): { value?: number } {
  return share === null ? {} : { value: Math.round(share * 100) }
}

/** What was saved; of a format that is read again here, also whether this file is. */
function savedInWords(file: string, bytes: number, isReadAgain: boolean): string {
  const size = bytesInWords(bytes)
  if (!isReadAgain || bytes <= LIMITS.bytes) return t('Saved as {file}, {size}.', { file, size })
  return t(
    'Saved as {file}, {size}. That is more than Dyad reads again ({most}): to open it here once more, save it as “{format}”.',
    { file, size, most: mostRead(), format: t(SMALLEST.label) },
  )
}
