import { Button } from 'react-aria-components'
import { focusOn } from './pointedAt.ts'
import { useChoice, useSession } from './useSession.ts'

/** The way back to the dataset's own focus, where another actor is in it. */
export function BackToFocus() {
  const session = useSession()
  const { actors, focus: own } = session.columns.outline
  const focus = useChoice((choices) => choices.focus)
  if (focus === own) return null
  return (
    <Button className="button small-button" onPress={() => focusOn(session, own)}>
      Back to {actors.find(({ id }) => id === own)?.names.en ?? own}
    </Button>
  )
}
