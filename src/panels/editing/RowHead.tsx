import { t, type Message } from '../../language/messages.ts'
import { Button } from 'react-aria-components'
import { Icon } from '../icons.tsx'

/** What is said of a row, by its number. */
export interface RowWords {
  /** What it is called: "Milestone 2". */
  title: Message
  up: Message
  down: Message
  out: Message
}

interface RowHeadProps {
  words: RowWords
  /** The place of the row, from 1. */
  number: number
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** The head of a row of a list: what it is, and the buttons that move it and take it out. */
export function RowHead({ words, number, isFirst, isLast, onMove, onRemove }: RowHeadProps) {
  return (
    <div className="edit-row-head">
      <h4>{t(words.title, { number })}</h4>
      <Button
        className="icon-button up"
        aria-label={t(words.up, { number })}
        isDisabled={isFirst}
        onPress={() => onMove(-1)}
      >
        <Icon name="chevron" />
      </Button>
      <Button
        className="icon-button"
        aria-label={t(words.down, { number })}
        isDisabled={isLast}
        onPress={() => onMove(1)}
      >
        <Icon name="chevron" />
      </Button>
      <Button className="icon-button" aria-label={t(words.out, { number })} onPress={onRemove}>
        <Icon name="close" />
      </Button>
    </div>
  )
}
