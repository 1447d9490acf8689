import { msg, t, type Message } from '../../language/messages.ts'
import { permitsOf, type Permit } from '../../state/edition.ts'
import { labelled } from '../labelled.ts'
import { TickBoxes } from './TickBoxes.tsx'

const OPTIONS: readonly { id: Permit; label: Message }[] = [
  { id: 'filters', label: msg('Filters: what is selected') },
  { id: 'asof', label: msg('The as-of date') },
  { id: 'views', label: msg('Views: which one, and how it is drawn') },
  { id: 'details', label: msg('Details, with sources') },
]

interface PermitBoxesProps {
  permits: ReadonlySet<Permit>
  onChange: (permits: ReadonlySet<Permit>) => void
}

/** What the readers of a copy or an embed may change. */
export function PermitBoxes({ permits, onChange }: PermitBoxesProps) {
  return (
    <TickBoxes
      label={t('Readers may change or open')}
      options={labelled(OPTIONS)}
      value={permits}
      onChange={(chosen) => onChange(permitsOf(chosen))}
    >
      <p className="muted small">{stillInWords(permits)}</p>
    </TickBoxes>
  )
}

function stillInWords(permits: ReadonlySet<Permit>): string {
  if (permits.size === 0) return t('Nothing: a still view, in which what is pointed at is said in words.')
  return permits.has('views')
    ? t('The view can be zoomed and moved, its actors too, and its columns sorted.')
    : t('The view stands still: it is not zoomed, moved or sorted. What is pointed at is said in words.')
}
