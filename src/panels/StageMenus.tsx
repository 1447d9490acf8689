import { t } from '../language/messages.ts'
import { nameOf } from '../model/actorNames.ts'
import { Button, ToggleButton } from 'react-aria-components'
import { suppliersSeries } from '../network/membership.ts'
import type { GraphView } from './graphView.ts'
import { MembersMenu } from './MembersMenu.tsx'
import { MostLinks } from './MostLinks.tsx'
import { useChoice, useSession, useTexts } from './useSession.ts'
import { WidthAndSize } from './WidthAndSize.tsx'

/** What is drawn around the ties of the Network, and what widths and sizes stand for. */
export function StageMenus({ view }: { view: GraphView }) {
  return (
    <>
      <PinButton view={view} />
      <MembersMenu />
      <Suppliers />
      <WidthAndSize />
      <MostLinks />
    </>
  )
}

/** The other suppliers of arms, so that the share of the focus is seen against theirs: all in one measure. */
function Suppliers() {
  const { choices } = useSession()
  const texts = useTexts()
  const isOn = useChoice((present) => present.hasSuppliers)
  const series = texts && suppliersSeries(texts)
  if (!series) return null
  return (
    <ToggleButton
      className="button small-button"
      isSelected={isOn}
      onChange={(on) =>
        choices.setState(({ width }) => ({
          hasSuppliers: on,
          width: on ? series.id : width === series.id ? 'initiatives' : width,
        }))
      }
    >
      {t('Other suppliers')}
    </ToggleButton>
  )
}

/** Keeps the inspected actor where it stands, or lets it go; by keyboard what dragging does by pointer. */
function PinButton({ view }: { view: GraphView }) {
  const { choices, columns } = useSession()
  const inspected = useChoice((present) => present.inspected)
  const pins = useChoice((present) => present.pins)
  const actor = inspected?.kind === 'actor' ? columns.outline.actors.find(({ id }) => id === inspected.id) : undefined
  if (!actor) return null
  const { id } = actor
  const toggle = () => {
    const node = view.scene().nodes.find((own) => own.id === id)
    const { [id]: pin, ...others } = pins
    if (pin) choices.setState({ pins: others })
    else if (node) choices.setState({ pins: { ...pins, [id]: { x: node.x, y: node.y } } })
  }
  return (
    <Button className="button small-button" onPress={toggle}>
      {t(pins[id] ? 'Let go of {actor}' : 'Pin {actor}', { actor: nameOf(actor) })}
    </Button>
  )
}
