import { dateInWords } from '../../language/dates.ts'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { parseDate, type Day } from '../../model/dates.ts'
import { SPEEDS, type Speed } from '../../state/playback.ts'
import { Icon, type IconName } from '../icons.tsx'
import { MenuSelect } from '../MenuSelect.tsx'
import { useIsPlaying, useSession } from '../useSession.ts'

/** Plays the as-of date, pauses it, steps it by a month or a year. */
export function Player() {
  const { playback } = useSession()
  const isPlaying = useIsPlaying()
  return (
    <div className="player" role="group" aria-label="Play the as-of date">
      <PlayerButton name="Back one year" icon="yearBack" onPress={() => playback.step('year', -1)} />
      <PlayerButton name="Back one month" icon="monthBack" onPress={() => playback.step('month', -1)} />
      <PlayerButton
        name={isPlaying ? 'Pause' : 'Play'}
        icon={isPlaying ? 'pause' : 'play'}
        onPress={() => (isPlaying ? playback.pause() : playback.play())}
      />
      <PlayerButton name="Forward one month" icon="monthOn" onPress={() => playback.step('month', 1)} />
      <PlayerButton name="Forward one year" icon="yearOn" onPress={() => playback.step('year', 1)} />
      <SpeedSelect />
    </div>
  )
}

/**
 * A plain button: one that is drawn anew as it is pressed and let go takes a third of the time that a step of the date has
 * until it is painted.
 */
function PlayerButton({ name, icon, onPress }: { name: string; icon: IconName; onPress: () => void }) {
  return (
    <button type="button" className={`icon-button ${icon}`} aria-label={name} title={name} onClick={onPress}>
      <Icon name={icon} />
    </button>
  )
}

const SPEED_LABELS: Record<Speed, string> = {
  0.25: '¼ year a second',
  0.5: '½ year a second',
  1: '1 year a second',
  2: '2 years a second',
  5: '5 years a second',
}

function SpeedSelect() {
  const { playback } = useSession()
  const speed = useSyncExternalStore(playback.state.subscribe, () => playback.state.getState().speed)
  return (
    <MenuSelect
      className="speed"
      label="Speed"
      isLabelHidden
      options={SPEEDS.map((own) => ({ id: String(own), label: SPEED_LABELS[own] }))}
      value={String(speed)}
      onChange={(id) => playback.setSpeed(SPEEDS.find((own) => String(own) === id) ?? 1)}
      shown={SPEED_LABELS[speed].split(' ')[0] + ' yr/s'}
    />
  )
}

/** The date that is being played, in words; apart from React, which would take more of each frame than the graph does. */
export function PlayedDate() {
  const { choices } = useSession()
  const own = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const text = own.current!.appendChild(document.createTextNode(''))
    // The text changes and no element does: the views watch their elements for what can take the focus.
    const say = () => {
      text.data = dateInWords(choices.getState().asOf)
    }
    say()
    const stop = choices.subscribe(say)
    return () => {
      stop()
      text.remove()
    }
  }, [choices])
  return (
    <span className="asof-field">
      <span className="asof-label" aria-hidden="true">
        As of
      </span>
      <span ref={own} className="played-date figures" />
    </span>
  )
}

/** Where in time the playback is, over the courses; apart from React too. */
export function PlayHead({ from, to }: { from: Day; to: Day }) {
  const { choices } = useSession()
  const own = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const move = () => {
      const share = (parseDate(choices.getState().asOf)!.last - from) / Math.max(1, to - from)
      own.current!.style.transform = `translateX(${share * 100}%)`
    }
    move()
    return choices.subscribe(move)
  }, [choices, from, to])
  return <span ref={own} className="play-head" aria-hidden="true" />
}
