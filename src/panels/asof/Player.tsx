import { dateInWords } from '../../language/dates.ts'
import { msg, t, type Message } from '../../language/messages.ts'
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
    <div className="player" role="group" aria-label={t('Play the as-of date')}>
      <PlayerButton name={t('Back one year')} icon="yearBack" onPress={() => playback.step('year', -1)} />
      <PlayerButton name={t('Back one month')} icon="monthBack" onPress={() => playback.step('month', -1)} />
      <PlayerButton
        name={isPlaying ? t('Pause') : t('Play')}
        icon={isPlaying ? 'pause' : 'play'}
        onPress={() => (isPlaying ? playback.pause() : playback.play())}
      />
      <PlayerButton name={t('Forward one month')} icon="monthOn" onPress={() => playback.step('month', 1)} />
      <PlayerButton name={t('Forward one year')} icon="yearOn" onPress={() => playback.step('year', 1)} />
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

const SPEED_LABELS: Record<Speed, [label: Message, short: Message]> = {
  0.25: [msg('¼ year a second'), msg('¼ yr/s')],
  0.5: [msg('½ year a second'), msg('½ yr/s')],
  1: [msg('1 year a second'), msg('1 yr/s')],
  2: [msg('2 years a second'), msg('2 yr/s')],
  5: [msg('5 years a second'), msg('5 yr/s')],
}

function SpeedSelect() {
  const { playback } = useSession()
  const speed = useSyncExternalStore(playback.state.subscribe, () => playback.state.getState().speed)
  return (
    <MenuSelect
      className="speed"
      label={t('Speed')}
      isLabelHidden
      options={SPEEDS.map((own) => ({ id: String(own), label: t(SPEED_LABELS[own][0]) }))}
      value={String(speed)}
      onChange={(id) => playback.setSpeed(SPEEDS.find((own) => String(own) === id) ?? 1)}
      shown={t(SPEED_LABELS[speed][1])}
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
        {t('As of')}
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
