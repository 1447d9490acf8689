import { t } from '../language/messages.ts'
import { nameOf } from '../model/actorNames.ts'
import { Button } from 'react-aria-components'
import { focusOn } from './pointedAt.ts'
import { useChoice, useSession } from './useSession.ts'

/** The way back to the dataset's own focus, where another actor is in it. */
export function BackToFocus() {
  const session = useSession()
  const { actors, focus: own } = session.columns.outline
  const focus = useChoice((choices) => choices.focus)
  if (focus === own) return null
  const actor = actors.find(({ id }) => id === own)
  return (
    <Button className="button small-button" onPress={() => focusOn(session, own)}>
      {t('Back to {actor}', { actor: actor ? nameOf(actor) : own })}
    </Button>
  )
}
