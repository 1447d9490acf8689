import { msg, t } from '../language/messages.ts'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { USUAL_SIZE } from '../network/measures.ts'
import { Icon } from './icons.tsx'
import { MenuSelect } from './MenuSelect.tsx'
import { useMeasures } from './useReading.ts'
import { useChoice, useSession } from './useSession.ts'

/** What the width of a tie and the size of a flag stand for. */
export function WidthAndSize() {
  return (
    <DialogTrigger>
      <Button className="button small-button">
        {t('Width and size')} <Icon name="chevron" />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="members-dialog">
          <Heading slot="title" className="members-title">
            {t('What is drawn stands for')}
          </Heading>
          <MeasureChoice of="width" />
          <MeasureChoice of="size" />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

const MEASURE_LABELS = { width: msg('Width of a tie'), size: msg('Size of a flag') }

/** What one of them stands for, and what that says. */
function MeasureChoice({ of }: { of: 'width' | 'size' }) {
  const { choices } = useSession()
  const measures = useMeasures()
  const chosen = useChoice((present) => present[of])
  const options = [
    ...(of === 'size' ? [{ id: USUAL_SIZE, label: t('All initiatives, whatever the date') }] : []),
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
        label={t(MEASURE_LABELS[of])}
        options={options}
        value={value}
        onChange={(id) => choices.setState({ [of]: id })}
      />
      <p className="muted small">{measure?.meaning ?? t('It stays the same whatever is filtered and on every day.')}</p>
    </div>
  )
}
