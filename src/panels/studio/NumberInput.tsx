import { t } from '../../language/messages.ts'
import { Group, Input, Label, NumberField, Text } from 'react-aria-components'

interface NumberInputProps {
  label: string
  value: number
  least: number
  most: number
  step?: number
  onChange: (value: number) => void
}

/** A number that is typed or stepped; what is too small or too large becomes the least or the most, and that is said. */
export function NumberInput({ label, value, least, most, step, onChange }: NumberInputProps) {
  const limit = value >= most ? t('{most} at most', { most }) : value <= least ? t('{least} at least', { least }) : null
  return (
    <NumberField
      className="field number-field"
      value={value}
      minValue={least}
      maxValue={most}
      step={step}
      formatOptions={{ maximumFractionDigits: 2, useGrouping: false }}
      onChange={(next) => {
        if (Number.isFinite(next)) onChange(next)
      }}
    >
      <Label>{label}</Label>
      {limit !== null && (
        <Text slot="description" className="number-limit small muted">
          {limit}
        </Text>
      )}
      <Group className="number-group">
        <Input />
      </Group>
    </NumberField>
  )
}
