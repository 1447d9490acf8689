import type { ReactNode } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'

interface TickBoxesProps<T extends string> {
  label: string
  options: readonly { id: T; label: string }[]
  value: Iterable<T>
  onChange: (ids: string[]) => void
  /** What is said below them. */
  children?: ReactNode
}

/** Any number of a few, all of them in sight. */
export function TickBoxes<T extends string>({ label, options, value, onChange, children }: TickBoxesProps<T>) {
  return (
    <CheckboxGroup className="choice-group" value={[...value]} onChange={onChange}>
      <Label>{label}</Label>
      <div className="permits">
        {options.map(({ id, label: own }) => (
          <Checkbox key={id} value={id} className="checkbox">
            <span className="box" aria-hidden="true" />
            {own}
          </Checkbox>
        ))}
      </div>
      {children}
    </CheckboxGroup>
  )
}
