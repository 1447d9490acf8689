import { t } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { sliceInWords, type Slice } from '../../network/slice.ts'
import { useChoice, useSession } from '../useSession.ts'

/** A number that opens the initiatives that it counts. */
export function NumberButton({ slice, children }: { slice: Slice; children: ReactNode }) {
  const { choices, columns } = useSession()
  const since = useChoice((present) => present.since)
  return (
    <Button className="link-button number" onPress={() => choices.setState({ inspected: { kind: 'slice', slice } })}>
      {children}
      <span className="visually-hidden">
        {t(', ')}
        {sliceInWords(columns, slice, since ? dateInWords(since) : t('another date'))}
      </span>
    </Button>
  )
}

/** Said where a partner has nothing. */
export function Nothing({ children = t('none') }: { children?: string }) {
  return <span className="muted">{children}</span>
}

/** The heading of some rows. */
export function SectionRow({ title, columns }: { title: string; columns: number }) {
  return (
    <tr className="section-row">
      <th colSpan={columns + 1} scope="rowgroup">
        <span>{title}</span>
      </th>
    </tr>
  )
}
