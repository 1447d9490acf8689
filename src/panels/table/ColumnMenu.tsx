import { onward } from '../arrowKeys.ts'
import { t } from '../../language/messages.ts'
import { useLayoutEffect, useRef } from 'react'
import { Button, Checkbox, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { USUAL_COLUMNS, type TableColumn } from '../../network/tableColumns.ts'
import { Icon } from '../icons.tsx'
import { useSession } from '../useSession.ts'

interface ColumnMenuProps {
  all: readonly TableColumn[]
  shown: readonly TableColumn[]
}

/** Chooses the columns and their order. */
export function ColumnMenu({ all, shown }: ColumnMenuProps) {
  return (
    <DialogTrigger>
      <Button className="button small-button">
        {t('Columns')} <Icon name="chevron" />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="column-menu">
          <ColumnList all={all} shown={shown} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function ColumnList({ all, shown }: ColumnMenuProps) {
  const { choices } = useSession()
  const list = useRef<HTMLUListElement>(null)
  /** The button that was pressed: the list moves it about, and browsers let go of the focus of what is moved. */
  const pressed = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (pressed.current === null) return
    list.current?.querySelector<HTMLElement>(`[data-move="${pressed.current}"]`)?.focus()
    pressed.current = null
  })
  const ids = shown.map(({ id }) => id)
  const show = (next: string[]) =>
    choices.setState({ tableColumns: next.join() === USUAL_COLUMNS.join() ? null : next })
  const toggle = (id: string, isShown: boolean) =>
    show(isShown ? inUsualPlace(ids, id, all) : ids.filter((own) => own !== id))
  const move = (id: string, by: -1 | 1) => {
    const at = ids.indexOf(id)
    if (at + by < 0 || at + by >= ids.length) return
    pressed.current = `${id}/${by}`
    show(ids.with(at, ids[at + by]!).with(at + by, id))
  }
  const hidden = all.filter(({ id }) => !ids.includes(id))
  return (
    <>
      <div className="column-head">
        <Heading slot="title" level={2}>
          {t('Columns')}
        </Heading>
        <Button
          className="link-button"
          isDisabled={ids.join() === USUAL_COLUMNS.join()}
          onPress={() => choices.setState({ tableColumns: null, tableSizes: {} })}
        >
          {t('Usual columns')}
        </Button>
      </div>
      <ul ref={list}>
        {[...shown, ...hidden].map(({ id, label, help }) => {
          const at = ids.indexOf(id)
          return (
            <li key={id} className="option" title={help}>
              <Checkbox
                className="checkbox"
                isSelected={at >= 0}
                // A table without columns would show nothing to press.
                isDisabled={at >= 0 && ids.length === 1}
                onChange={(isSelected) => toggle(id, isSelected)}
              >
                <span className="box" />
                {label}
              </Checkbox>
              {at >= 0 && (
                <>
                  <MoveButton id={id} label={label} by={-1} isOff={at === 0} onMove={move} />
                  <MoveButton id={id} label={label} by={1} isOff={at === ids.length - 1} onMove={move} />
                </>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** The shown columns with one more, before the first one that usually comes after it. */
function inUsualPlace(ids: readonly string[], added: string, all: readonly TableColumn[]): string[] {
  const place = (id: string) => all.findIndex((own) => own.id === id)
  const before = ids.findLastIndex((id) => place(id) < place(added))
  return ids.toSpliced(before + 1, 0, added)
}

interface MoveButtonProps {
  id: string
  label: string
  by: -1 | 1
  /** Nothing lies further that way; the button keeps the focus. */
  isOff: boolean
  onMove: (id: string, by: -1 | 1) => void
}

function MoveButton({ id, label, by, isOff, onMove }: MoveButtonProps) {
  const name =
    by * onward() < 0 ? t('Move {column} left', { column: label }) : t('Move {column} right', { column: label })
  return (
    <button
      type="button"
      className="icon-button"
      data-move={`${id}/${by}`}
      aria-label={name}
      aria-disabled={isOff}
      title={name}
      onClick={() => onMove(id, by)}
    >
      <Icon name={by < 0 ? 'monthBack' : 'monthOn'} />
    </button>
  )
}
