import { Button, ToggleButton } from 'react-aria-components'
import { suppliersSeries } from '../network/membership.ts'
import { LINK_COUNTS, USUAL_LINKS } from '../network/strongest.ts'
import type { GraphView } from './graphView.ts'
import { MembersMenu } from './MembersMenu.tsx'
import { MenuSelect } from './MenuSelect.tsx'
import { useChoice, useDerivedPart, useSession, useTexts } from './useSession.ts'
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

/** How many links are drawn, where there are more than a picture can show; the others are counted all the same. */
function MostLinks() {
  const { choices } = useSession()
  const most = useChoice((present) => present.mostLinks)
  const all = useDerivedPart(({ links }) => links.length)
  if (all <= LINK_COUNTS[0] || (all <= USUAL_LINKS && most === USUAL_LINKS)) return null
  const counts = [...new Set([...LINK_COUNTS, most])].sort((one, other) => one - other)
  const inWords = (count: number) =>
    count >= all
      ? `All ${all.toLocaleString('en')} ties`
      : `The strongest ${count.toLocaleString('en')} of ${all.toLocaleString('en')} ties`
  // Above the first that shows all, the others would show the same.
  const enough = counts.find((count) => count >= all) ?? Number.POSITIVE_INFINITY
  return (
    <MenuSelect
      className="most-links"
      label="Ties drawn"
      isLabelHidden
      options={counts.filter((count) => count <= enough).map((count) => ({ id: String(count), label: inWords(count) }))}
      value={String(Math.min(most, enough))}
      shown={inWords(most)}
      onChange={(id) => choices.setState({ mostLinks: Number(id) })}
    />
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
      Other suppliers
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
  const { id, names } = actor
  const toggle = () => {
    const node = view.scene().nodes.find((own) => own.id === id)
    const { [id]: pin, ...others } = pins
    if (pin) choices.setState({ pins: others })
    else if (node) choices.setState({ pins: { ...pins, [id]: { x: node.x, y: node.y } } })
  }
  return (
    <Button className="button small-button" onPress={toggle}>
      {pins[id] ? `Let go of ${names.en}` : `Pin ${names.en}`}
    </Button>
  )
}
