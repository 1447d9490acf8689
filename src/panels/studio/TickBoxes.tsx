import type { ReactNode } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'

interface TickBoxesProps<T extends string> {
  label: string
  /** What each is called, in the order in which they stand. */
  options: Readonly<Record<T, string>>
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
        {(Object.keys(options) as T[]).map((id) => (
          <Checkbox key={id} value={id} className="checkbox">
            <span className="box" aria-hidden="true" />
            {options[id]}
          </Checkbox>
        ))}
      </div>
      {children}
    </CheckboxGroup>
  )
}
