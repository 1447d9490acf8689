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

/** A part that can be folded away; what is in it is made only while it stands open. */
export function Fold({ title, level, isOpen = false, className = 'fold', children }: FoldProps) {
  const [isExpanded, setIsExpanded] = useState(isOpen)
  const Heading = `h${level}` as const
  return (
    <Disclosure className={className} isExpanded={isExpanded} onExpandedChange={setIsExpanded}>
      <Heading>
        <Button slot="trigger" className="group-head">
          <span>{title}</span>
          <Icon name="chevron" />
        </Button>
      </Heading>
      <DisclosurePanel>{isExpanded && children}</DisclosurePanel>
    </Disclosure>
  )
}
