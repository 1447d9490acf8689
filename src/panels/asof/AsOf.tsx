import { AlongTime } from '../AlongTime.tsx'
import { dateInWords } from '../../language/dates.ts'
import { known, t } from '../../language/messages.ts'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import { isoDate, parseDate, type Day } from '../../model/dates.ts'
import { monthEnds } from '../../network/history.ts'
import { yearTicks } from '../../network/profile.ts'
import { asOfRange } from '../../network/columns.ts'
import { Icon } from '../icons.tsx'
import { useChoiceLater, useIsPlaying, useSession } from '../useSession.ts'
import { CompareDate } from './CompareDate.tsx'
import { Courses } from './Courses.tsx'
import { DayField } from './DayField.tsx'
import { PlayedDate, Player, PlayHead } from './Player.tsx'
import './asof.css'

const MOST_TICKS = 10

/** The as-of date, from which the whole screen is read, over what the selection had come to up to then. */
export function AsOf() {
  const { choices, columns, playback } = useSession()
  const asOf = useChoiceLater((present) => present.asOf)
  const isPlaying = useIsPlaying()
  const [earliest, latest] = asOfRange(columns)
  const steps = useMemo(() => monthEnds(earliest, latest), [earliest, latest])
  const day = parseDate(asOf)!.last
  const set = (iso: string) => {
    playback.pause()
    choices.setState({ asOf: iso })
  }
  const input = useRef<HTMLInputElement>(null)
  // The library of controls tells the number of the step, whatever it is given: it is told after it.
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', dateInWords(asOf)))
  return (
    <section className="asof" aria-label={t('As-of date')}>
      <div className="asof-head">
        <Player />
        <JumpTo onDate={set} />
        <div className="asof-when">
          {isPlaying ? (
            <PlayedDate />
          ) : (
            <DayField label={t('As of')} date={asOf} earliest={earliest} latest={latest} onDate={set} />
          )}
        </div>
        <CompareDate />
      </div>
      <AlongTime>
        <Slider
          className="slider asof-slider"
          data-playing={isPlaying || undefined}
          aria-label={t('As-of date')}
          value={nearestStep(steps, day)}
          minValue={0}
          maxValue={steps.length - 1}
          onChange={(step) => set(isoDate(steps[step]!))}
        >
          <Courses from={earliest} to={latest} />
          <SliderTrack className="track">
            {({ state }) => (
              <>
                <span
                  className="track-fill"
                  style={{ insetInlineStart: 0, width: `${state.getThumbPercent(0) * 100}%` }}
                />
                <SliderThumb className="thumb" inputRef={input} />
              </>
            )}
          </SliderTrack>
          {isPlaying && <PlayHead from={earliest} to={latest} />}
        </Slider>
      </AlongTime>
      <Axis from={earliest} to={latest} />
    </section>
  )
}

/** The dates that the dataset marks, and its first and last day. */
function JumpTo({ onDate }: { onDate: (iso: string) => void }) {
  const { columns } = useSession()
  const [earliest, latest] = asOfRange(columns)
  const dates = [
    ...columns.outline.markedDates.map(({ date, label }) => ({
      iso: isoDate(parseDate(date)!.last),
      label: t('{event}, {date}', { event: known(label), date: dateInWords(date) }),
    })),
    { iso: isoDate(earliest), label: t('First date, {date}', { date: dateInWords(isoDate(earliest)) }) },
    { iso: isoDate(latest), label: t('Latest, {date}', { date: dateInWords(isoDate(latest)) }) },
  ]
  return (
    <MenuTrigger>
      <Button className="button small-button jump" aria-label={t('Jump to')}>
        <Icon name="flag" />
        <span className="jump-words">{t('Jump to')}</span>
        <Icon name="chevron" />
      </Button>
      <Popover className="popover" placement="top start">
        <Menu className="menu" aria-label={t('Jump to')} onAction={(key) => onDate(dates[Number(key)]!.iso)}>
          {dates.map(({ label }, i) => (
            <MenuItem key={label} id={String(i)} className="menu-item">
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function Axis({ from, to }: { from: Day; to: Day }) {
  return (
    <div className="axis muted figures" aria-hidden="true">
      {yearTicks(from, to, MOST_TICKS).map(({ year, day }) => (
        <span key={year} style={{ insetInlineStart: `${((day - from) / Math.max(1, to - from)) * 100}%` }}>
          {year}
        </span>
      ))}
    </div>
  )
}

/** The last step that is not after a day; the first where all are. */
function nearestStep(steps: readonly number[], day: number): number {
  let at = 0
  while (at + 1 < steps.length && steps[at + 1]! <= day) at++
  return at
}
