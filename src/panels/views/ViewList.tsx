import { t } from '../../language/messages.ts'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Button, Input, Label, TextField, type TextFieldProps } from 'react-aria-components'
import { VIEW_LIMITS, type NamedView } from '../../model/view.ts'
import { writeHash } from '../../state/hash.ts'
import { changeView, moveView, removeView, type SavedView } from '../../state/savedViews.ts'
import { Icon } from '../icons.tsx'
import { useSession } from '../useSession.ts'
import { useSavedViews } from './useSavedViews.ts'
import { ViewWords } from './ViewWords.tsx'

type Direction = -1 | 1
type KeyboardEvent = Parameters<NonNullable<TextFieldProps['onKeyDown']>>[0]

/** The person's own views, in their order. */
export function ViewList({ onShow }: { onShow: (view: NamedView) => void }) {
  const { views, saved } = useSavedViews()
  const [renamed, setRenamed] = useState<number | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef<{ id: number; by: Direction } | null>(null)
  useEffect(() => {
    // A row that is moved takes the focus out of itself; at either end one of its two buttons does nothing more.
    const buttons = (by: Direction) =>
      list.current?.querySelector<HTMLButtonElement>(`[data-move="${moved.current?.id}/${by}"]:not(:disabled)`)
    const { current } = moved
    if (current) (buttons(current.by) ?? buttons(current.by === 1 ? -1 : 1))?.focus()
    moved.current = null
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the rows stand where the list has them
  }, [views])
  const move = ({ id, name }: SavedView, by: Direction) => {
    moved.current = { id, by }
    saved.set(moveView(views, id, by), t(by < 0 ? 'Moved “{view}” up.' : 'Moved “{view}” down.', { view: name }))
  }
  return (
    <ol ref={list} className="view-list">
      {views.map((view, i) => (
        <li key={view.id} className="view-row">
          {renamed === view.id ? (
            <RenameForm view={view} onDone={() => setRenamed(null)} />
          ) : (
            <>
              <ViewWords view={view} />
              <div className="view-moves">
                {([-1, 1] as const).map((by) => (
                  <Button
                    key={by}
                    className={`icon-button ${by < 0 ? 'up' : 'down'}`}
                    data-move={`${view.id}/${by}`}
                    aria-label={t(by < 0 ? 'Move “{view}” up' : 'Move “{view}” down', { view: view.name })}
                    isDisabled={i + by < 0 || i + by >= views.length}
                    onPress={() => move(view, by)}
                  >
                    <Icon name="chevron" />
                  </Button>
                ))}
              </div>
              <Actions view={view} onShow={() => onShow(view)} onRename={() => setRenamed(view.id)} />
            </>
          )}
        </li>
      ))}
    </ol>
  )
}

function Actions({ view, onShow, onRename }: { view: SavedView; onShow: () => void; onRename: () => void }) {
  const { choices, columns } = useSession()
  const { views, saved } = useSavedViews()
  const { id, name } = view
  const update = () => {
    const hash = writeHash(choices.getState(), columns)
    saved.set(changeView(views, id, { hash }), t('Updated “{view}” to the present view.', { view: name }))
  }
  return (
    <div className="view-actions">
      <Button className="button small-button" aria-label={t('Restore “{view}”', { view: name })} onPress={onShow}>
        {t('Restore')}
      </Button>
      <Button className="link-button" aria-label={t('Rename “{view}”', { view: name })} onPress={onRename}>
        {t('Rename')}
      </Button>
      <Button
        className="link-button"
        aria-label={t('Update “{view}” to the present view', { view: name })}
        onPress={update}
      >
        {t('Update to the present view')}
      </Button>
      <Button
        className="link-button"
        aria-label={t('Delete “{view}”', { view: name })}
        onPress={() => saved.set(removeView(views, id), t('Deleted “{view}”.', { view: name }))}
      >
        {t('Delete')}
      </Button>
    </div>
  )
}

/** The name and the sentence of a view, in place of its row. */
function RenameForm({ view, onDone }: { view: SavedView; onDone: () => void }) {
  const { views, saved } = useSavedViews()
  const [name, setName] = useState(view.name)
  const [sentence, setSentence] = useState(view.sentence)
  const form = useRef<HTMLFormElement>(null)
  const done = () => {
    // The row comes back with its button, which is to have the focus again.
    const row = form.current?.closest('li')
    onDone()
    requestAnimationFrame(() => row?.querySelector<HTMLElement>('.link-button')?.focus())
  }
  /** Escape leaves the form, and the dialog stays. */
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') done()
    else event.continuePropagation()
  }
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const changed = changeView(views, view.id, { name, sentence })
    saved.set(changed, t('Renamed to “{view}”.', { view: changed.find(({ id }) => id === view.id)?.name ?? name }))
    done()
  }
  return (
    <form ref={form} className="rename-view" onSubmit={keep}>
      <TextField
        className="field"
        value={name}
        onChange={setName}
        maxLength={VIEW_LIMITS.name}
        onKeyDown={leave}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the press on Rename asked for this field
        autoFocus
      >
        <Label>{t('Name')}</Label>
        <Input />
      </TextField>
      <TextField
        className="field"
        value={sentence}
        onChange={setSentence}
        maxLength={VIEW_LIMITS.sentence}
        onKeyDown={leave}
      >
        <Label>{t('What to see in it')}</Label>
        <Input />
      </TextField>
      <div className="view-actions">
        <Button className="button small-button primary" type="submit">
          {t('Keep')}
        </Button>
        <Button className="link-button" onPress={done}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  )
}
