import { t } from '../language/messages.ts'
import { lowerFirst } from '../language/numbers.ts'
import { useSyncExternalStore } from 'react'
import { ToggleButton } from 'react-aria-components'
import { nameOf } from '../model/actorNames.ts'
import type { Outcome } from '../model/outcome.ts'
import { toggleOption, type Dimension, type Option } from '../network/filters.ts'
import { changeInWords, CHANGES } from '../network/changes.ts'
import { hasBands, type Measure } from '../network/measures.ts'
import { OUTCOME_MEANINGS } from '../scene/legend.ts'
import { BAND_OPACITY } from '../scene/strokes.ts'
import type { GraphView } from './graphView.ts'
import { ChangeSign } from './ChangeSign.tsx'
import { OptionMark } from './OptionMark.tsx'
import { useChoice, useChoiceLater, useMay, useSession } from './useSession.ts'
import './legend.css'

/** A view that draws ties in widths and flags in sizes. */
type HasScales = Pick<GraphView, 'scales' | 'onScales'>

/** What the drawing means. Its relation types and outcomes are switches of the filters. */
export function Legend({ view }: { view: HasScales }) {
  const { options } = useSession().columns
  return (
    <section className="legend" aria-label={t('Legend')}>
      {(['type', 'outcome'] as const).map((dimension) => (
        <div key={dimension} className="legend-row">
          {options[dimension].map((option) => (
            <Switch key={option.value} dimension={dimension} option={option} />
          ))}
        </div>
      ))}
      <Notes view={view} />
    </section>
  )
}

function Switch({ dimension, option: { value, label } }: { dimension: Dimension; option: Option }) {
  const { choices, columns } = useSession()
  const may = useMay('filters')
  const isOn = useChoiceLater(({ filters }) => filters[dimension]?.includes(value) ?? true)
  const toggle = () =>
    choices.setState(({ filters }) => ({
      filters: toggleOption(filters, dimension, value, columns.options[dimension]),
    }))
  const content = (
    <>
      <OptionMark dimension={dimension} value={value} />
      <span title={dimension === 'outcome' ? t(OUTCOME_MEANINGS[value as Outcome]) : undefined}>{label}</span>
    </>
  )
  // Where nothing can be filtered, what is filtered out is not there.
  if (!may) return isOn && <span className="legend-switch">{content}</span>
  return (
    <ToggleButton className="legend-switch" isSelected={isOn} onChange={toggle}>
      {content}
    </ToggleButton>
  )
}

/** What the width of a link stands for, and the size of a flag where that was chosen, with real values of both. */
function Scales({ view }: { view: HasScales }) {
  const { width, size } = useSyncExternalStore(view.onScales, view.scales)
  const unitOf = ({ unit, label, isCount }: Measure) =>
    isCount ? label.toLowerCase() : [unit, lowerFirst(label)].join(t(', '))
  return (
    <>
      {hasBands(width.measure) && (
        <span className="legend-item">
          <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
            <line x1="0" x2="30" y1="7" y2="7" stroke="currentColor" strokeWidth="12" strokeOpacity={BAND_OPACITY} />
            <line x1="0" x2="30" y1="7" y2="7" stroke="currentColor" strokeWidth="5" />
          </svg>
          {t('band: all promised, line: what is realised of it')}
        </span>
      )}
      <span className="legend-item legend-widths figures" title={width.measure.meaning}>
        {width.steps.map(({ value, words, width: own }) => (
          <span key={value} className="legend-width">
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <line x1="0" x2="16" y1="8" y2="8" stroke="currentColor" strokeWidth={own} />
            </svg>
            {words}
          </span>
        ))}
        {unitOf(width.measure)}
      </span>
      {size && (
        <span className="legend-item legend-widths figures" title={size.measure.meaning}>
          {size.steps.map(({ value, words, diameter }) => (
            <span key={value} className="legend-width">
              <svg width={diameter / 2 + 2} height={diameter / 2 + 2} aria-hidden="true">
                <circle cx="50%" cy="50%" r={diameter / 4} fill="none" stroke="currentColor" />
              </svg>
              {words}
            </span>
          ))}
          {t('flags (here at half their width): {measure}; not the focus', { measure: unitOf(size.measure) })}
        </span>
      )}
      {!width.measure.isCount && <span className="legend-item muted">{t('thinnest: not measured')}</span>}
    </>
  )
}

function Notes({ view }: { view: HasScales }) {
  const { columns, every } = useSession()
  const isCompared = useChoiceLater(({ since }) => since !== null)
  const focus = useChoiceLater((choices) => choices.focus)
  const hasMembers = useChoice(({ unfolded }) => unfolded.length > 0)
  // The map draws no suppliers and no boxes.
  const hasSuppliers = useChoice((choices) => choices.hasSuppliers && choices.view === 'network')
  const hasBoxes = useChoice(({ layout, view: own }) => layout === 'organisation' && own === 'network')
  // What the dataset has and not what is drawn now: the legend keeps its height while the date is played.
  const hasConflict = every.some(({ valence }) => valence === 'conflict')
  const hasBackground = every.some(({ dyad }) => dyad.a !== focus && dyad.b !== focus)
  const middle = columns.outline.actors.find(({ id }) => id === focus)
  const faint = [
    ...(isCompared ? [t('nothing changed')] : []),
    ...(hasBackground ? [t('ties without {actor}', { actor: middle ? nameOf(middle) : focus })] : []),
  ]
  return (
    <div className="legend-row legend-notes">
      <Scales view={view} />
      {hasConflict && (
        <span className="legend-item">
          <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
            <path d="M0 7h26M8 2v10M13 2v10M18 2v10" stroke="currentColor" strokeWidth="1.8" fill="none" />
          </svg>
          {t('conflict')}
        </span>
      )}
      {hasBoxes && (
        <span className="legend-item muted">
          {t('boxes: one organisation that a state has joined, whatever the date')}
        </span>
      )}
      {hasMembers && (
        <span className="legend-item muted">
          {t('grey lines: memberships, solid of members, dashed of observers and partners')}
        </span>
      )}
      {hasSuppliers && (
        <span className="legend-item muted">
          {t('grey: other suppliers of arms, with their share (a tenth or more)')}
        </span>
      )}
      {isCompared && (
        <span className="legend-item legend-changes">
          {CHANGES.filter((change) => change !== 'unchanged').map((change) => (
            <span key={change}>
              <ChangeSign change={change} /> {changeInWords(change)}
            </span>
          ))}
        </span>
      )}
      {faint.length > 0 && (
        <span className="legend-item muted">{t('faint: {ties}', { ties: faint.join(t(', ')) })}</span>
      )}
    </div>
  )
}
