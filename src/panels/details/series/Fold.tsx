import { useState, type ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { Icon } from '../../icons.tsx'

interface FoldProps {
  title: ReactNode
  level: 3 | 4 | 5
  isOpen?: boolean
  className?: string
  children: ReactNode
}

/** A part that can be folded away; what is in it is made when it is first opened. */
export function Fold({ title, level, isOpen = false, className = 'fold', children }: FoldProps) {
  const [wasOpened, setWasOpened] = useState(isOpen)
  const Heading = `h${level}` as const
  return (
    <Disclosure
      className={className}
      defaultExpanded={isOpen}
      onExpandedChange={(expanded) => setWasOpened(wasOpened || expanded)}
    >
      <Heading>
        <Button slot="trigger" className="group-head">
          <span>{title}</span>
          <Icon name="chevron" />
        </Button>
      </Heading>
      <DisclosurePanel>{wasOpened && children}</DisclosurePanel>
    </Disclosure>
  )
}
