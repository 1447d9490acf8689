import { t } from '../language/messages.ts'
import { Button } from 'react-aria-components'
import { Icon } from './icons.tsx'

/** How many times larger a press of “Zoom in” shows things. */
export const ZOOM_STEP = 1.3

interface ZoomButtonsProps {
  /** Above 1 to see less and larger, below 1 to see more. */
  onZoom: (factor: number) => void
  onFit: () => void
  step?: number
  /** What the buttons are called. */
  names?: { closer: string; further: string; all: string }
}

/** Zooming without a wheel. */
export function ZoomButtons({ onZoom, onFit, step = ZOOM_STEP, names: given }: ZoomButtonsProps) {
  const names = given ?? { closer: t('Zoom in'), further: t('Zoom out'), all: t('Fit everything in sight') }
  return (
    <div className="zoom">
      <Button className="icon-button" aria-label={names.closer} onPress={() => onZoom(step)}>
        <Icon name="plus" />
      </Button>
      <Button className="icon-button" aria-label={names.further} onPress={() => onZoom(1 / step)}>
        <Icon name="minus" />
      </Button>
      <Button className="icon-button" aria-label={names.all} onPress={onFit}>
        <Icon name="fit" />
      </Button>
    </div>
  )
}
