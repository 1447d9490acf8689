import { t } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import { isoDate, type Day } from '../../model/dates.ts'
import { lifeInWords, yearTicks, type Life } from '../../network/profile.ts'
import { LifeLine } from './LifeLine.tsx'
import { StageMark } from './Marks.tsx'

const LINE_Y = 12
const AXIS_Y = 26
const MOST_TICKS = 5

/** An initiative's life from its first milestone to the as-of date: what it had come to, and its milestones on it. */
export function LifeStrip({ life, asOf, colour }: { life: Life; asOf: Day; colour: string }) {
  const first = life.marks[0]
  if (!first) return null
  const span = Math.max(asOf - first.day, 1)
  const at = (day: Day) => `${((day - first.day) / span) * 100}%`
  return (
    <figure className="life" style={{ color: colour }}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page has no tag of its own that says so */}
      <svg width="100%" height="44" role="img" aria-label={t('Life: {life}', { life: lifeInWords(life) })}>
        <line className="axis" x1="0" x2="100%" y1={AXIS_Y} y2={AXIS_Y} />
        {yearTicks(first.day, asOf, MOST_TICKS).map(({ year, day }) => (
          <g key={year}>
            <line className="axis" x1={at(day)} x2={at(day)} y1={AXIS_Y} y2={AXIS_Y + 4} />
            <text x={at(day)} y={AXIS_Y + 16} textAnchor="middle">
              {year}
            </text>
          </g>
        ))}
        <LifeLine life={life} at={at} y={LINE_Y} />
      </svg>
      <figcaption className="muted">
        <span>
          {t('{from} to {until}', {
            from: dateInWords(isoDate(first.day).slice(0, 7)),
            until: dateInWords(isoDate(asOf)),
          })}
        </span>
        <MarkKey />
      </figcaption>
    </figure>
  )
}

/** What the marks of milestones stand for. */
export function MarkKey() {
  return (
    <span className="mark-key">
      <Key stage="signed" word={t('promised')} />
      <Key stage="delivering" word={t('delivered')} />
      <Key stage="stalled" word={t('stopped')} />
    </span>
  )
}

function Key({ stage, word }: { stage: 'signed' | 'delivering' | 'stalled'; word: string }) {
  return (
    <span>
      <svg width="12" height="12" aria-hidden="true">
        <StageMark stage={stage} />
      </svg>
      {word}
    </span>
  )
}
