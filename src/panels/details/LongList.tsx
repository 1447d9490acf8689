import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../../language/messages.ts'
import { useFirstOnes } from '../useFirstOnes.ts'

/** So many rows are shown, and so many more each time: more than that nobody reads through, and a million are more than a page can hold. */
const AT_ONCE = 500

interface LongListProps {
  /** Positions of initiatives. */
  rows: readonly number[]
  /** How many such rows stand above the list, see `useFirstOnes`. */
  above?: number
  children: (position: number) => ReactNode
}

/** A list of initiatives, of a long one its first rows and a way to the next. */
export function LongList({ rows, above = 0, children }: LongListProps) {
  const [most, setMost] = useState(AT_ONCE)
  const shown = useFirstOnes(rows.length > most ? rows.slice(0, most) : rows, above)
  const left = rows.length - most
  return (
    <>
      <ul className="rows">
        {shown.map((position) => (
          <li key={position}>{children(position)}</li>
        ))}
      </ul>
      {left > 0 && (
        <Button className="link-button" onPress={() => setMost(most + AT_ONCE)}>
          {t('Show {count, number} more of {all, number}', { count: Math.min(AT_ONCE, left), all: rows.length })}
        </Button>
      )}
    </>
  )
}
