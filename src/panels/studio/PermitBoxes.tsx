import { permitsOf, type Permit } from '../../state/edition.ts'
import { TickBoxes } from './TickBoxes.tsx'

const PERMIT_LABELS: Record<Permit, string> = {
  filters: 'Filters: what is selected',
  asof: 'The as-of date',
  views: 'Views: which one, and how it is drawn',
  details: 'Details, with sources',
}

interface PermitBoxesProps {
  permits: ReadonlySet<Permit>
  onChange: (permits: ReadonlySet<Permit>) => void
}

/** What the readers of a copy or an embed may change. */
export function PermitBoxes({ permits, onChange }: PermitBoxesProps) {
  return (
    <TickBoxes
      label="Readers may change or open"
      options={PERMIT_LABELS}
      value={permits}
      onChange={(chosen) => onChange(permitsOf(chosen))}
    >
      <p className="muted small">{stillInWords(permits)}</p>
    </TickBoxes>
  )
}

function stillInWords(permits: ReadonlySet<Permit>): string {
  if (permits.size === 0) return 'Nothing: a still view, in which what is pointed at is said in words.'
  return permits.has('views')
    ? 'The view can be zoomed and moved, its actors too, and its columns sorted.'
    : 'The view stands still: it is not zoomed, moved or sorted. What is pointed at is said in words.'
}
