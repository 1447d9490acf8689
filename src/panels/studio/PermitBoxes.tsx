import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { PERMITS, permitsOf, type Permit } from '../../state/edition.ts'

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
    <CheckboxGroup className="choice-group" value={[...permits]} onChange={(chosen) => onChange(permitsOf(chosen))}>
      <Label>Readers may change</Label>
      <div className="permits">
        {PERMITS.map((own) => (
          <Checkbox key={own} value={own} className="checkbox">
            <span className="box" aria-hidden="true" />
            {PERMIT_LABELS[own]}
          </Checkbox>
        ))}
      </div>
      {permits.size === 0 && (
        <p className="muted small">Nothing: a still view, in which what is pointed at is said in words.</p>
      )}
    </CheckboxGroup>
  )
}
