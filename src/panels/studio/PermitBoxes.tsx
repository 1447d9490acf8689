import { permitsOf, type Permit } from '../../state/edition.ts'
import { TickBoxes } from './TickBoxes.tsx'

const PERMIT_LABELS: Record<Permit, string> = {
  filters: 'Filters',
  asof: 'As-of date',
  views: 'Views, and how they are drawn',
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
      label="Readers may change"
      options={PERMIT_LABELS}
      value={permits}
      onChange={(chosen) => onChange(permitsOf(chosen))}
    >
      {permits.size === 0 && (
        <p className="muted small">Nothing: a still view, in which what is pointed at is said in words.</p>
      )}
    </TickBoxes>
  )
}
