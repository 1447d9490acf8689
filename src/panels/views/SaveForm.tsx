import { t } from '../../language/messages.ts'
import { useState, type FormEvent } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { VIEW_LIMITS } from '../../model/view.ts'
import { writeHash } from '../../state/hash.ts'
import { addViews, freeName, suggestedName } from '../../state/savedViews.ts'
import { VIEW_LABELS } from '../TopBar.tsx'
import { useDerived, useSession } from '../useSession.ts'
import { useSavedViews } from './useSavedViews.ts'

/** Saves the present view under a name. */
export function SaveForm({ isFirst }: { isFirst: boolean }) {
  const { choices, columns } = useSession()
  const { sentence: derived } = useDerived()
  const { views, saved } = useSavedViews()
  const suggest = (taken = views) => {
    const now = choices.getState()
    return suggestedName(t(VIEW_LABELS[now.view]), columns, now, taken)
  }
  const [name, setName] = useState(suggest)
  const [sentence, setSentence] = useState('')
  const save = (event: FormEvent) => {
    event.preventDefault()
    const more = addViews(views, [
      { name: freeName(name.trim() || suggest(), views), sentence, hash: writeHash(choices.getState(), columns) },
    ])
    saved.set(more, t('Saved “{view}”.', { view: more.at(-1)!.name }))
    setName(suggest(more))
    setSentence('')
  }
  return (
    <form className="save-view" onSubmit={save}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to save under this name */}
      <TextField className="field" value={name} onChange={setName} maxLength={VIEW_LIMITS.name} autoFocus={isFirst}>
        <Label>{t('Name')}</Label>
        <Input onFocus={(event) => event.currentTarget.select()} />
      </TextField>
      <TextField className="field" value={sentence} onChange={setSentence} maxLength={VIEW_LIMITS.sentence}>
        <Label>{t('What to see in it (may be left out)')}</Label>
        <Input placeholder={derived} />
      </TextField>
      <Button className="button primary" type="submit">
        {t('Save the present view')}
      </Button>
    </form>
  )
}
