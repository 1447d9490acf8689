import { t } from '../../language/messages.ts'
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import { MenuSelect } from '../MenuSelect.tsx'
import { useFault } from './faults.ts'

interface FieldProps {
  label: string
  /** The field of the entry, as the checks name it: `milestones[2].date`. */
  name: string
  value: string
  onChange: (value: string) => void
  hint?: string
  /** How many lines stand in sight; one that cannot be broken where it is left out. */
  lines?: number
  className?: string
  isFirst?: boolean
}

/** A text of an entry, with what is wrong with it. */
export function Field({ label, name, value, onChange, hint, lines, className, isFirst }: FieldProps) {
  const { fault, advice } = useFault(name)
  return (
    <TextField
      className={className ? `field ${className}` : 'field'}
      value={value}
      onChange={onChange}
      isInvalid={fault !== undefined}
      validationBehavior="aria"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person asked for the form, or for this row of it
      autoFocus={isFirst}
    >
      <Label>{label}</Label>
      {lines === undefined ? <Input /> : <TextArea rows={lines} />}
      <Said hint={hint} advice={advice} fault={fault} />
    </TextField>
  )
}

interface ChoiceFieldProps<T extends string> {
  label: string
  name: string
  options: readonly { id: T; label: string }[]
  value: T | null
  onChange: (id: T) => void
  hint?: string
  className?: string
}

/** One of several, with what is wrong with it. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, name, options, value, onChange, hint, className } = props
  const { fault, advice } = useFault(name)
  return (
    <MenuSelect
      className={className ? `field choice-field ${className}` : 'field choice-field'}
      menuClassName="choice-menu"
      label={label}
      options={options}
      value={value}
      placeholder={t('Choose…')}
      onChange={(id) => onChange(id as T)}
      isInvalid={fault !== undefined}
    >
      <Said hint={hint} advice={advice} fault={fault} />
    </MenuSelect>
  )
}

/** What stands under a field. */
export function Said({ hint, advice, fault }: { hint?: string; advice?: string; fault?: string }) {
  return (
    <>
      {(advice ?? hint) && (
        <Text slot="description" className="field-hint">
          {advice ?? hint}
        </Text>
      )}
      {fault !== undefined && <FieldError className="field-fault">{fault}</FieldError>}
    </>
  )
}
