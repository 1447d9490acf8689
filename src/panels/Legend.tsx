import { useSyncExternalStore } from 'react'
import { ToggleButton } from 'react-aria-components'
import { toggleOption, type Dimension } from '../network/filters.ts'
import { BAND_OPACITY, LINE_STYLES } from '../scene/strokes.ts'
import type { GraphView } from './graphView.ts'
import { LineSample } from './LineSample.tsx'
import { useChoice, useSession } from './useSession.ts'
import './legend.css'

/** What the drawing means. Its relation types and outcomes are switches of the filters. */
export function Legend({ view }: { view: GraphView }) {
  const scene = useSyncExternalStore(view.onScene, view.scene)
  const { types, outcomes, widths, hasConflict, hasBackground } = scene.legend
  const { columns } = useSession()
  const focus = useChoice((choices) => choices.focus)
  const focusName = columns.outline.actors.find(({ id }) => id === focus)?.names.en ?? focus
  return (
    <section className="legend" aria-label="Legend">
      <div className="legend-row">
        {types.map((type) => (
          <Switch key={type.id} dimension="type" value={type.id} label={type.label}>
            <span className="letter" style={{ color: type.colour }} aria-hidden="true">
              {type.letter}
            </span>
          </Switch>
        ))}
      </div>
      <div className="legend-row">
        {outcomes.map(({ outcome, label, meaning }) => (
          <Switch key={outcome} dimension="outcome" value={outcome} label={label} title={`${label}: ${meaning}`}>
            <LineSample line={LINE_STYLES[outcome]} />
          </Switch>
        ))}
      </div>
      <div className="legend-row legend-notes">
        <span className="legend-item">
          <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
            <line x1="0" x2="30" y1="7" y2="7" stroke="currentColor" strokeWidth="12" strokeOpacity={BAND_OPACITY} />
            <line x1="0" x2="30" y1="7" y2="7" stroke="currentColor" strokeWidth="5" />
          </svg>
          band: promised, line: realised
        </span>
        <span className="legend-item legend-widths figures">
          {widths.map(({ initiatives, width }) => (
            <span key={initiatives} className="legend-width">
              <svg width="16" height="14" viewBox="0 0 16 14" aria-hidden="true">
                <line x1="0" x2="16" y1="7" y2="7" stroke="currentColor" strokeWidth={width} />
              </svg>
              {initiatives}
            </span>
          ))}
          initiatives
        </span>
        {hasConflict && (
          <span className="legend-item">
            <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
              <path d="M0 7h26M8 2v10M13 2v10M18 2v10" stroke="currentColor" strokeWidth="1.8" fill="none" />
            </svg>
            conflict
          </span>
        )}
        {hasBackground && <span className="legend-item muted">faint: ties without {focusName}</span>}
      </div>
    </section>
  )
}

function Switch({
  dimension,
  value,
  label,
  title,
  children,
}: {
  dimension: Dimension
  value: string
  label: string
  title?: string
  children: React.ReactNode
}) {
  const { choices, columns } = useSession()
  const isOn = useChoice(({ filters }) => filters[dimension]?.includes(value) ?? true)
  return (
    <ToggleButton
      className="legend-switch"
      isSelected={isOn}
      onChange={() =>
        choices.setState(({ filters }) => ({
          filters: toggleOption(filters, dimension, value, columns.options[dimension]),
        }))
      }
    >
      {children}
      <span title={title}>{label}</span>
    </ToggleButton>
  )
}
