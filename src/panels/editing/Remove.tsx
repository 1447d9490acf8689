import { msg, t, type Message } from '../../language/messages.ts'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { EditableKind } from '../../formats/changes.ts'
import { FirstButton } from '../FirstButton.tsx'

const REMOVALS: Record<EditableKind, Message> = {
  actor: msg('Remove this actor'),
  initiative: msg('Remove this initiative'),
  source: msg('Remove this source'),
}

interface RemoveProps {
  kind: EditableKind
  title: string
  /** Why it cannot be removed; `null` where it can. */
  fault: () => string | null
  isDisabled: boolean
  onRemove: () => void
}

/** Takes the entry out of the dataset, after a question; says what still uses it where that is so. */
export function Remove({ kind, title, fault, isDisabled, onRemove }: RemoveProps) {
  const [asked, setAsked] = useState<'no' | 'yes' | { fault: string }>('no')
  if (asked === 'yes') {
    return (
      <div className="edit-removal">
        <span>{t('Remove “{title}”? It can be undone.', { title })}</span>
        <FirstButton className="button small-button" onPress={() => setAsked('no')}>
          {t('Keep it')}
        </FirstButton>
        <Button className="button small-button" isDisabled={isDisabled} onPress={onRemove}>
          {t('Remove it')}
        </Button>
      </div>
    )
  }
  return (
    <div className="edit-removal">
      <Button
        className="link-button"
        isDisabled={isDisabled}
        onPress={() => {
          const reason = fault()
          setAsked(reason === null ? 'yes' : { fault: reason })
        }}
      >
        {t(REMOVALS[kind])}
      </Button>
      <span role="status">{typeof asked === 'object' && asked.fault}</span>
    </div>
  )
}
