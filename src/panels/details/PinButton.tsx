import { t } from '../../language/messages.ts'
import { Button } from 'react-aria-components'
import type { Point } from '../../scene/layouts.ts'
import { useChoice, useMay, useSession } from '../useSession.ts'

/** Where the Network has an actor; `null` where it is not drawn. */
export type PlaceOf = (actor: string) => Point | null

/** Keeps an actor where it stands in the Network, or lets it go; by keyboard what dragging does by pointer. */
export function PinButton({ actor, placeOf }: { actor: string; placeOf: PlaceOf }) {
  const { choices } = useSession()
  const isNetwork = useChoice(({ view }) => view === 'network')
  const isPinned = useChoice(({ pins }) => actor in pins)
  if (!useMay('views') || !isNetwork) return null
  const toggle = () => {
    const { [actor]: pin, ...others } = choices.getState().pins
    const place = pin ? null : placeOf(actor)
    if (pin) choices.setState({ pins: others })
    else if (place) choices.setState({ pins: { ...others, [actor]: { x: place.x, y: place.y } } })
  }
  return (
    <Button className="link-button small-link" onPress={toggle}>
      {isPinned ? t('Unpin') : t('Pin in place')}
    </Button>
  )
}
