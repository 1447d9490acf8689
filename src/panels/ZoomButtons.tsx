import { Button } from 'react-aria-components'
import { Icon } from './icons.tsx'

/** How many times larger a press of “Zoom in” shows things. */
export const ZOOM_STEP = 1.3

interface ZoomButtonsProps {
  /** Above 1 to see less and larger, below 1 to see more. */
  onZoom: (factor: number) => void
  onFit: () => void
}

/** Zooming without a wheel. */
export function ZoomButtons({ onZoom, onFit }: ZoomButtonsProps) {
  return (
    <div className="zoom">
      <Button className="icon-button" aria-label="Zoom in" onPress={() => onZoom(ZOOM_STEP)}>
        <Icon name="plus" />
      </Button>
      <Button className="icon-button" aria-label="Zoom out" onPress={() => onZoom(1 / ZOOM_STEP)}>
        <Icon name="minus" />
      </Button>
      <Button className="icon-button" aria-label="Fit everything in sight" onPress={onFit}>
        <Icon name="fit" />
      </Button>
    </div>
  )
}
