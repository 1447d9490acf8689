import { Button } from 'react-aria-components'
import { Icon } from '../icons.tsx'

interface RowHeadProps {
  /** What the row is called: "Milestone 2". */
  title: string
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** The head of a row of a list: what it is, and the buttons that move it and take it out. */
export function RowHead({ title, isFirst, isLast, onMove, onRemove }: RowHeadProps) {
  return (
    <div className="edit-row-head">
      <h4>{title}</h4>
      <Button
        className="icon-button up"
        aria-label={`Move ${title.toLowerCase()} up`}
        isDisabled={isFirst}
        onPress={() => onMove(-1)}
      >
        <Icon name="chevron" />
      </Button>
      <Button
        className="icon-button"
        aria-label={`Move ${title.toLowerCase()} down`}
        isDisabled={isLast}
        onPress={() => onMove(1)}
      >
        <Icon name="chevron" />
      </Button>
      <Button className="icon-button" aria-label={`Take out ${title.toLowerCase()}`} onPress={onRemove}>
        <Icon name="close" />
      </Button>
    </div>
  )
}
