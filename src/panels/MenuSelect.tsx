import { useState, type ReactNode } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { afterNextFrame } from '../canvas/frames.ts'
import { Icon } from './icons.tsx'

interface MenuSelectProps {
  label: string
  /** Out of sight, but told to those who listen. */
  isLabelHidden?: boolean
  options: readonly {
    id: string
    label: string
    /** Of the label, where it is not that of the page. */
    language?: string
  }[]
  /** `null` where nothing is chosen: then the placeholder stands there. */
  value: string | null
  onChange: (id: string) => void
  className: string
  menuClassName?: string
  placeholder?: string
  /** What the closed control shows; the label of what is chosen where it is left out. */
  shown?: string
  /** What the closed control looks like; a small button with an arrow where it is left out. */
  button?: { className: string; before?: ReactNode }
  isInvalid?: boolean
  /** What is said under it. */
  children?: ReactNode
}

/** One of several, chosen from a list that opens at a press. */
export function MenuSelect(props: MenuSelectProps) {
  const {
    label,
    isLabelHidden,
    options,
    value,
    onChange,
    className,
    menuClassName,
    placeholder,
    shown,
    button,
    isInvalid,
    children,
  } = props
  const [isOpen, setOpen] = useState(false)
  // First what was chosen is shown: to take the list away, all of the page that it stood over is styled anew.
  const openChange = (next: boolean) => (next ? setOpen(true) : afterNextFrame(() => setOpen(false)))
  return (
    <Select
      className={className}
      isOpen={isOpen}
      onOpenChange={openChange}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key))
      }}
      placeholder={placeholder}
      isInvalid={isInvalid}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : undefined}>{label}</Label>
      <Button className={button?.className ?? 'button small-button'}>
        {button?.before}
        {shown === undefined ? <SelectValue /> : <SelectValue>{() => shown}</SelectValue>}
        {!button && <Icon name="chevron" />}
      </Button>
      {children}
      <Popover className="popover">
        <ListBox className={menuClassName ? `menu ${menuClassName}` : 'menu'}>
          {options.map((option) => (
            <ListBoxItem key={option.id} id={option.id} lang={option.language} className="menu-item">
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
