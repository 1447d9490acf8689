import { AlongTime } from './AlongTime.tsx'
import { t } from '../language/messages.ts'
import { numberInWords } from '../language/numbers.ts'
import { Button, Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import { relationColour } from '../scene/palette.ts'
import { useChoice, useDerived, useScheme, useSession } from './useSession.ts'

const HEIGHT = 56

/** In which years initiatives began: two handles over a histogram stacked by relation type. */
export function Period() {
  const { choices, columns } = useSession()
  const [first, last] = columns.years
  const period = useChoice(({ filters }) => filters.period)
  const [from, to] = period ?? [first, last]
  const set = (next: readonly [number, number] | null) =>
    choices.setState(({ filters }) => ({ filters: { ...filters, period: next } }))
  if (last <= first) return null
  return (
    <div className="filter-group" role="group" aria-labelledby="period-title" data-narrowed={period ? true : undefined}>
      <div className="filter-head">
        <h3 id="period-title">{t('Period')}</h3>
        <span className="muted small figures">{t('begun {from}-{to}', { from, to })}</span>
        {period && (
          <Button
            className="link-button"
            onPress={() => set(null)}
            aria-label={t('All: {group}', { group: t('Period') })}
          >
            {t('All')}
          </Button>
        )}
      </div>
      <Histogram from={from} to={to} />
      <AlongTime>
        <Slider
          className="slider period-slider"
          aria-label={t('Period')}
          value={[from, to]}
          minValue={first}
          maxValue={last}
          formatOptions={{ useGrouping: false }}
          onChange={(value) => {
            const [low, high] = value as [number, number]
            set(low === first && high === last ? null : [low, high])
          }}
        >
          <SliderTrack className="track">
            {({ state }) => (
              <>
                <span
                  className="track-fill"
                  style={{
                    insetInlineStart: `${state.getThumbPercent(0) * 100}%`,
                    width: `${(state.getThumbPercent(1) - state.getThumbPercent(0)) * 100}%`,
                  }}
                />
                <SliderThumb index={0} className="thumb" aria-label={t('First year')} />
                <SliderThumb index={1} className="thumb" aria-label={t('Last year')} />
              </>
            )}
          </SliderTrack>
        </Slider>
      </AlongTime>
      <div className="axis muted figures" aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </div>
    </div>
  )
}

function Histogram({ from, to }: { from: number; to: number }) {
  const { columns } = useSession()
  const scheme = useScheme()
  const { histogram } = useDerived().selection
  const first = columns.years[0]
  const years = histogram[0]?.length ?? 0
  const totals = Array.from({ length: years }, (_, i) => histogram.reduce((sum, counts) => sum + counts[i]!, 0))
  const highest = Math.max(1, ...totals)
  return (
    <svg
      className="histogram"
      viewBox={`0 0 ${years} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('Initiatives by the year in which they began, at most {count, number} in a year', {
        count: highest,
      })}
    >
      {totals.map((total, i) => {
        const isIn = first + i >= from && first + i <= to
        let below = 0
        return (
          <g key={i} opacity={isIn ? 1 : 0.25}>
            <title>{`${first + i}: ${numberInWords(total)}`}</title>
            {columns.outline.relationTypes.map((type, own) => {
              const height = (histogram[own]![i]! / highest) * HEIGHT
              below += height
              return height === 0 ? null : (
                <rect
                  key={type.id}
                  x={i + 0.1}
                  width={0.8}
                  y={HEIGHT - below}
                  height={height}
                  fill={relationColour(type, scheme)}
                />
              )
            })}
          </g>
        )
      })}
    </svg>
  )
}
