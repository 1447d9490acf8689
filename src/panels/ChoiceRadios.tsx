import { Label, Radio, RadioGroup } from 'react-aria-components'

interface ChoiceRadiosProps<T extends string> {
  label: string
  /** Out of sight, but told to those who listen. */
  isLabelHidden?: boolean
  /** `spoken` is told to those who listen in place of the label. */
  options: readonly { id: T; label: string; spoken?: string }[]
  value: T
  onChange: (id: T) => void
}

/** One of a few, all of them in sight. */
export function ChoiceRadios<T extends string>(props: ChoiceRadiosProps<T>) {
  const { label, isLabelHidden, options, value, onChange } = props
  return (
    <RadioGroup
      className="choice-group"
      aria-label={isLabelHidden ? label : undefined}
      value={value}
      onChange={(id) => onChange(id as T)}
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <div className="choices">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="choice" aria-label={option.spoken}>
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
