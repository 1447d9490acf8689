import { t } from '../../language/messages.ts'
import { dateInWords, timeHere } from '../../language/dates.ts'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button, Disclosure, DisclosurePanel, FileTrigger } from 'react-aria-components'
import type { Change } from '../../formats/changes.ts'
import { changeInWords, differencesOf, titleOf } from '../../formats/changeWords.ts'
import { datasetOf } from '../../formats/datasetOf.ts'
import { dayHere } from '../../model/dates.ts'
import type { Dataset } from '../../model/schema.ts'
import { editsOf } from '../../state/editing.ts'
import type { DatasetSwitch } from '../datasetSwitch.ts'
import { saveText } from '../details/saveText.ts'
import { useSession, useTexts } from '../useSession.ts'
import { makeEdit, redoEdit, undoEdit, type Wanted } from './edits.ts'
import './changes.css'

interface ChangesProps {
  datasets: DatasetSwitch
  /** The dialog was opened to read them. */
  isFirst: boolean
}

/** What was changed in the open dataset: to be read, taken back, and handed on to its keeper. */
export function Changes({ datasets, isFirst }: ChangesProps) {
  const session = useSession()
  const texts = useTexts()
  const { outline } = session.columns
  const dataset = useMemo(() => texts && datasetOf({ outline, texts }), [outline, texts])
  const { changes, at } = datasets.changes
  const [said, setSaid] = useState<Said>(NOTHING)
  const [isBusy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const [undo, redo] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)]
  useEffect(() => {
    if (!isFirst) return
    heading.current?.scrollIntoView({ block: 'start' })
    heading.current?.focus({ preventScroll: true })
  }, [isFirst])

  const act = async (work: () => Promise<Said>) => {
    setBusy(true)
    try {
      setSaid(await work())
    } catch (error) {
      setSaid({ ...NOTHING, trouble: error instanceof Error ? error.message : String(error) })
    }
    setBusy(false)
  }
  const edits = editsOf(changes)
  const made = changes.slice(0, at)
  const name = fileName(outline.title)
  return (
    <section className="changes" aria-label={t('Changes')}>
      <h3 ref={heading} tabIndex={-1}>
        {t('Changes')}
      </h3>
      <p className="muted small">
        {datasets.isOwn
          ? t(
              'Dyad’s own dataset stays as it is: with the first edit a copy of your own is made, and what is changed there stands here.',
            )
          : t('What was changed in “{dataset}”, the last first. Each change is kept in this browser at once.', {
              dataset: outline.title,
            })}
      </p>
      {said.trouble && (
        <p className="datasets-trouble" role="alert">
          {said.trouble}
        </p>
      )}
      <div role="status">
        {said.words && <p>{said.words}</p>}
        {said.list.length > 0 && (
          <ul className="read-notes">
            {said.list.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
      {edits.length > 0 && (
        <ol className="changes-list">
          {edits.toReversed().map((edit) => (
            <EditRow key={edit[0]!.madeAt} edit={edit} isUndone={changes.indexOf(edit[0]!) >= at} />
          ))}
        </ol>
      )}
      <div className="edit-buttons">
        {edits.length > 0 && (
          <>
            <Button
              ref={undo}
              className="button small-button"
              isDisabled={isBusy || at === 0}
              onPress={() =>
                void act(async () => {
                  await undoEdit(datasets)
                  return { ...NOTHING, words: t('The last edit was taken back.') }
                }).then(() => focusOne(undo, redo))
              }
            >
              {t('Undo the last edit')}
            </Button>
            <Button
              ref={redo}
              className="button small-button"
              isDisabled={isBusy || at === changes.length}
              onPress={() =>
                void act(async () => {
                  await redoEdit(datasets)
                  return { ...NOTHING, words: t('The edit was made again.') }
                }).then(() => focusOne(redo, undo))
              }
            >
              {t('Redo')}
            </Button>
          </>
        )}
        {made.length > 0 && dataset && (
          <>
            <Button
              className="button small-button"
              onPress={() =>
                void act(async () => {
                  const { writePatch } = await import('../../formats/changesFile.ts')
                  saveText(`${name}-changes.json`, writePatch(outline, made), 'application/json')
                  return { ...NOTHING, words: t('Saved as {file}.', { file: `${name}-changes.json` }) }
                })
              }
            >
              {t('Export as a patch')}
            </Button>
            <Button
              className="button small-button"
              onPress={() =>
                void act(async () => {
                  const { writeChangedYaml } = await import('../../formats/changedYaml.ts')
                  saveText(`${name}-changes.yaml`, writeChangedYaml(dataset, made), 'application/yaml')
                  return { ...NOTHING, words: t('Saved as {file}.', { file: `${name}-changes.yaml` }) }
                })
              }
            >
              {t('Export as data/ YAML')}
            </Button>
          </>
        )}
        {dataset && (
          <FileTrigger
            acceptedFileTypes={['.json', 'application/json']}
            onSelect={(files) => {
              const file = files?.[0]
              if (!file) return
              void act(() => applyPatch(file, dataset, (wanted) => makeEdit(datasets, session, wanted)))
            }}
          >
            <Button className="button small-button" isDisabled={isBusy}>
              {t('Apply a patch')}
            </Button>
          </FileTrigger>
        )}
      </div>
    </section>
  )
}

/** What came of the last press. */
interface Said {
  words: string
  list: readonly string[]
  trouble: string | null
}

const NOTHING: Said = { words: '', list: [], trouble: null }

/** A button that can do nothing more loses the focus, which then goes to the other one. */
function focusOne(...buttons: { current: HTMLButtonElement | null }[]): void {
  requestAnimationFrame(() => buttons.find(({ current }) => current && !current.disabled)?.current?.focus())
}

/** Far larger than what is changed by hand. */
const MOST_BYTES = 20_000_000

async function applyPatch(
  file: File,
  dataset: Dataset,
  make: (wanted: readonly Wanted[]) => Promise<void>,
): Promise<Said> {
  if (file.size > MOST_BYTES)
    throw new Error(t('“{file}” is too large to be a patch: choose another file.', { file: file.name }))
  const { fitPatch, misfitInWords, readPatch } = await import('../../formats/changesFile.ts')
  const patch = readPatch(new Uint8Array(await file.arrayBuffer()))
  const { fits, misfits, already } = fitPatch(dataset, patch)
  if (fits.length > 0) await make(fits)
  const words = [
    t(
      '{count, plural, =0 {No change was made.} =1 {One change is made, as one edit.} other {# changes are made, as one edit.}}',
      { count: fits.length },
    ),
    ...(already > 0
      ? [
          t('{count, plural, =1 {One change is there already.} other {# changes are there already.}}', {
            count: already,
          }),
        ]
      : []),
    ...(misfits.length > 0
      ? [t('{count, plural, =1 {One does not fit:} other {# do not fit:}}', { count: misfits.length })]
      : []),
  ]
  return { ...NOTHING, words: words.join(' '), list: misfits.map(misfitInWords) }
}

/** One edit in words; on request, what it was before. */
function EditRow({ edit, isUndone }: { edit: readonly Change[]; isUndone: boolean }) {
  const { madeAt } = edit[0]!
  return (
    <li className="changes-edit" data-undone={isUndone || undefined}>
      <p>
        {edit.map((change) => t('{words}.', { words: changeInWords(change) })).join(' ')}{' '}
        <span className="muted">
          {isUndone && `${t('Taken back.')} `}
          {t('{date}, {time}', { date: dateInWords(dayHere(madeAt)), time: timeHere(madeAt) })}
        </span>
      </p>
      <Disclosure>
        <Button slot="trigger" className="link-button">
          {t('What it was before')}
        </Button>
        <DisclosurePanel>
          {edit.map((change) => (
            <Before key={`${change.kind}/${change.id}`} change={change} isNamed={edit.length > 1} />
          ))}
        </DisclosurePanel>
      </Disclosure>
    </li>
  )
}

function Before({ change, isNamed }: { change: Change; isNamed: boolean }) {
  if (!change.before) {
    return (
      <p className="muted">
        {isNamed ? t('{title} was not there.', { title: titleOf(change) }) : t('It was not there.')}
      </p>
    )
  }
  return (
    <dl className="changes-before">
      {differencesOf(change).map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>{before === '' ? <span className="muted">{t('nothing')}</span> : <del>{before}</del>}</dd>
          {change.after && <dd>{after === '' ? <span className="muted">{t('nothing')}</span> : <ins>{after}</ins>}</dd>}
        </div>
      ))}
    </dl>
  )
}

function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '')
  return plain || 'dyad'
}
