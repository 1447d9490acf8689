import type { ReactNode } from 'react'

interface RowButtonProps {
  className: string
  onPress: () => void
  children: ReactNode
}

/**
 * A row of a list that opens something. The browser's own button: lists have dozens of them, and one of the library of
 * controls takes ten times as long to make, for what no row needs.
 */
export function RowButton({ className, onPress, children }: RowButtonProps) {
  return (
    <button type="button" className={`row ${className}`} onClick={onPress}>
      {children}
    </button>
  )
}
