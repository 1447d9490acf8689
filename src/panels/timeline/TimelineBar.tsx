import { msg, t, type Message } from '../../language/messages.ts'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import { OUTCOMES, type Stage } from '../../model/outcome.ts'
import { outcomeInWords } from '../../network/filters.ts'
import { spanWithin, zoomSpan, type Span } from '../../scene/timeScale.ts'
import { LINE_STYLES } from '../../scene/strokes.ts'
import type { Grouping } from '../../state/choices.ts'
import { StageMark } from '../details/Marks.tsx'
import { LineSample } from '../LineSample.tsx'
import { useChoice, useSession } from '../useSession.ts'
import { ZoomButtons } from '../ZoomButtons.tsx'

/** How many times fewer years a press of “Zoom in” shows. */
const ZOOM = 1.6

const GROUPING_LABELS: Record<Grouping, Message> = { partner: msg('Partner'), type: msg('Relation type') }
const STAGE_WORDS: [Stage, Message][] = [
  ['signed', msg('promised')],
  ['delivering', msg('delivered')],
  ['stalled', msg('stopped')],
]

interface TimelineBarProps {
  /** All the years of the dataset. */
  whole: Span
  /** Whether any group is open. */
  isAnyOpen: boolean
  onFoldAll: (isFolded: boolean) => void
}

/** The controls of the Timeline, and what its lines and marks mean. */
export function TimelineBar({ whole, isAnyOpen, onFoldAll }: TimelineBarProps) {
  const { choices } = useSession()
  const grouping = useChoice((present) => present.grouping)
  const span = useChoice((present) => present.span)
  const inSight = spanWithin(span, whole)
  const zoomBy = (factor: number) => choices.setState({ span: zoomSpan(inSight, whole, factor) })
  return (
    <div className="timeline-bar">
      <RadioGroup
        className="timeline-grouping"
        orientation="horizontal"
        value={grouping}
        onChange={(value) => choices.setState({ grouping: value as Grouping })}
      >
        <Label>{t('Group by')}</Label>
        <div className="segments">
          {Object.entries(GROUPING_LABELS).map(([value, label]) => (
            <Radio key={value} value={value} className="segment-choice">
              {t(label)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <Button className="button small-button" onPress={() => onFoldAll(isAnyOpen)}>
        {isAnyOpen ? t('Fold all') : t('Unfold all')}
      </Button>
      <div className="timeline-zoom">
        <span className="timeline-years muted figures">{inSight.join('–')}</span>
        <ZoomButtons
          step={ZOOM}
          names={{ closer: t('Zoom in on the years'), further: t('Zoom out of the years'), all: t('All years') }}
          onZoom={zoomBy}
          onFit={() => choices.setState({ span: null })}
        />
      </div>
      <ul className="timeline-key muted" aria-label={t('Key')}>
        {OUTCOMES.map((outcome) => (
          <li key={outcome}>
            <LineSample line={LINE_STYLES[outcome]} /> {outcomeInWords(outcome)}
          </li>
        ))}
        {STAGE_WORDS.map(([stage, word]) => (
          <li key={stage}>
            <svg width="12" height="12" aria-hidden="true">
              <StageMark stage={stage} />
            </svg>
            {t(word)}
          </li>
        ))}
      </ul>
    </div>
  )
}
