import { Button, Dialog, DialogTrigger, Heading, Popover, ToggleButton } from 'react-aria-components'
import { suppliersSeries } from '../network/membership.ts'
import { USUAL_SIZE } from './graphReadings.ts'
import type { GraphView } from './graphView.ts'
import { Icon } from './icons.tsx'
import { MembersMenu } from './MembersMenu.tsx'
import { MenuSelect } from './MenuSelect.tsx'
import { useMeasures } from './useReading.ts'
import { useChoice, useSession, useTexts } from './useSession.ts'

/** What is drawn around the ties of the Network, and what widths and sizes stand for. */
export function StageMenus({ view }: { view: GraphView }) {
  return (
    <>
      <PinButton view={view} />
      <MembersMenu />
      <Suppliers />
      <WidthAndSize />
    </>
  )
}

/** What the width of a tie and the size of a flag stand for. */
function WidthAndSize() {
  return (
    <DialogTrigger>
      <Button className="button small-button">
        Width and size <Icon name="chevron" />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="members-dialog">
          <Heading slot="title" className="members-title">
            What is drawn stands for
          </Heading>
          <MeasureChoice of="width" />
          <MeasureChoice of="size" />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

const MEASURE_LABELS = { width: 'Width of a tie', size: 'Size of a flag' }

/** What one of them stands for, and what that says. */
function MeasureChoice({ of }: { of: 'width' | 'size' }) {
  const { choices } = useSession()
  const measures = useMeasures()
  const chosen = useChoice((present) => present[of])
  const options = [
    ...(of === 'size' ? [{ id: USUAL_SIZE, label: 'All initiatives, whatever the date' }] : []),
    ...measures.map(({ id, label }) => ({ id, label })),
  ]
  // A measure that this dataset has not is drawn as the number of initiatives.
  const value = options.some(({ id }) => id === chosen) ? chosen : 'initiatives'
  const measure = measures.find(({ id }) => id === value)
  return (
    <div>
      <MenuSelect
        className="measure-select"
        menuClassName="measure-menu"
        label={MEASURE_LABELS[of]}
        options={options}
        value={value}
        onChange={(id) => choices.setState({ [of]: id })}
      />
      <p className="muted small">{measure?.meaning ?? 'It stays the same whatever is filtered and on every day.'}</p>
    </div>
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
