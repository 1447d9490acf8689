import { t } from '../../language/messages.ts'
import { useRef, useState } from 'react'
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Tag,
  TagGroup,
  TagList,
  Text,
} from 'react-aria-components'
import { Icon } from '../icons.tsx'
import { Said } from './Field.tsx'
import { useFault } from './faults.ts'

/** What can be picked. */
export interface Pick {
  id: string
  label: string
  /** What stands under it in the list. */
  line?: string
}

interface PickerProps {
  label: string
  name: string
  /** What is picked, in its order. */
  picked: readonly Pick[]
  /** What is offered for what was typed, the best first. */
  find: (query: string) => readonly Pick[]
  onChange: (ids: readonly string[]) => void
  placeholder: string
}

/** Several of a great many, found by typing. */
export function Picker({ label, name, picked, find, onChange, placeholder }: PickerProps) {
  const { fault, advice } = useFault(name)
  const [query, setQuery] = useState('')
  /** What was picked last: with another one the list closes. */
  const [last, setLast] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const ids = picked.map(({ id }) => id)
  const offered = find(query).filter(({ id }) => !ids.includes(id))
  return (
    <div className="picker">
      {picked.length > 0 && (
        <TagGroup
          className="picked"
          aria-label={t('{label}: chosen', { label })}
          onRemove={(keys) => {
            setLast(null)
            onChange(ids.filter((id) => !keys.has(id)))
            // The last one takes its place with it.
            if (ids.length === 1) input.current?.focus()
          }}
        >
          <TagList className="picked-list" items={picked}>
            {(own) => (
              <Tag className="picked-one" textValue={own.label}>
                <span className="picked-label">{own.label}</span>
                <Button
                  slot="remove"
                  className="icon-button picked-remove"
                  aria-label={t('Take out {name}', { name: own.label })}
                >
                  <Icon name="close" />
                </Button>
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
      <ComboBox
        className="field"
        value={last}
        inputValue={query}
        onInputChange={setQuery}
        onChange={(id) => {
          setQuery('')
          // Also called when the field is left.
          if (id === null || ids.includes(String(id))) return
          setLast(String(id))
          onChange([...ids, String(id)])
        }}
        items={offered}
        defaultFilter={() => true}
        menuTrigger="focus"
        allowsEmptyCollection
        isInvalid={fault !== undefined}
        validationBehavior="aria"
      >
        <Label>{label}</Label>
        <Input ref={input} placeholder={placeholder} />
        <Said advice={advice} fault={fault} />
        <Popover className="popover picker-popover">
          <ListBox
            className="menu"
            renderEmptyState={() => <p className="picker-nothing muted">{t('Nothing is found.')}</p>}
          >
            {(own: Pick) => (
              <ListBoxItem id={own.id} className="menu-item picker-item" textValue={own.label}>
                <Text slot="label">{own.label}</Text>
                {own.line && (
                  <Text slot="description" className="muted">
                    {own.line}
                  </Text>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  )
}
