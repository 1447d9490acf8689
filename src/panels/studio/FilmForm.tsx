import { AlongTime } from '../AlongTime.tsx'
import { t } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button, ProgressBar, Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import { parseDate } from '../../model/dates.ts'
import type { FilmInput } from '../../studio/film.ts'
import {
  FILM_FORMATS,
  FILM_RATES,
  FILM_SIZES,
  FILM_STEPS,
  filmEstimate,
  LAST_HELD,
  planFilm,
  type FilmFormat,
  type FilmPlan,
  type FilmRate,
  type FilmSize,
  type FilmStep,
} from '../../studio/filmPlan.ts'
import { DayField } from '../asof/DayField.tsx'
import { ChoiceRadios } from '../ChoiceRadios.tsx'
import { saveFile } from '../saveFile.ts'
import { bytesInWords } from './bytesInWords.ts'
import { Panes } from './Panes.tsx'
import { useAddress } from './useAddress.ts'
import './film.css'

export interface FilmFormProps {
  /**
   * The picture of a day as SVG.
   * @param date `YYYY-MM-DD`
   * @param lastDay the last day of the film, so that nothing moves from frame to frame but what changes
   */
  frameAt: (date: string, lastDay: string, size: FilmSize) => Promise<string>
  /** Draws an SVG over all of a canvas. */
  draw: FilmInput['draw']
  /** The days that the film plays between unless others are chosen, `YYYY-MM-DD`; these are also the furthest. */
  first: string
  last: string
  /** Whether nothing is selected, on no day of the film. */
  isEmpty: boolean
  /** What the file says of itself. */
  title: string
  description: string
  /** Without its ending. */
  fileName: string
}

interface Choices {
  first: string
  last: string
  step: FilmStep
  /** `null` until the person chose one: then the usual one for the step. */
  rate: FilmRate | null
  size: FilmSize
  /** `null` until the person chose one: then the first that the browser can write. */
  format: FilmFormat | null
}

type Doing =
  { kind: 'idle' | 'done' | 'failed' | 'cancelled'; words: string } | { kind: 'busy'; done: number; of: number }

const IDLE: Doing = { kind: 'idle', words: '' }
const USUAL = { step: 'year' as FilmStep, rate: null, size: FILM_SIZES[0]!, format: null }

/** Plays the as-of date into a film, and saves it. */
export function FilmForm(props: FilmFormProps) {
  const { frameAt, draw, first, last, isEmpty, title, description, fileName } = props
  const [choices, setChoices] = useState<Choices>({ ...USUAL, first, last })
  const [doing, setDoing] = useState<Doing>(IDLE)
  const running = useRef<AbortController | null>(null)
  /** The frame that is looked at, counted from the last one, which a film of any length has. */
  const [fromLast, setFromLast] = useState(0)
  const change = (part: Partial<Choices>) => {
    setChoices((present) => ({ ...present, ...part }))
    // What was said of a film is not said of another one.
    setDoing((present) => (present.kind === 'busy' ? present : IDLE))
  }
  const { size } = choices
  const formats = useFormats(size)
  const isKnown = choices.format !== null && formats.known.includes(choices.format)
  const format = isKnown ? choices.format! : formats.known[0]!
  const rate = choices.rate ?? FILM_STEPS[choices.step].rate
  const plan = useMemo(() => planFilm({ ...choices, rate }), [choices, rate])
  const place = Math.max(0, plan.frames.length - 1 - fromLast)
  const { date } = plan.frames[place]!
  const preview = useFrame(frameAt, { date, last: choices.last, size })
  useEffect(() => () => running.current?.abort(), [])

  const save = async () => {
    // The buttons stay as they are: one that is disabled loses the focus of the keyboard.
    if (running.current) return
    const controller = new AbortController()
    running.current = controller
    const of = plan.frames.length
    setDoing({ kind: 'busy', done: 0, of })
    try {
      const { makeFilm } = await import('../../studio/film.ts')
      const film = await makeFilm({
        frames: plan.frames,
        width: size.width,
        height: size.height,
        format,
        frameAt: (day) => frameAt(day, choices.last, size),
        draw,
        title,
        description,
        signal: controller.signal,
        onFrame: (done) => setDoing({ kind: 'busy', done, of }),
      })
      controller.signal.throwIfAborted()
      const name = `${fileName}.${format}`
      saveFile(film, name)
      setDoing({ kind: 'done', words: t('Saved as {file}, {size}.', { file: name, size: bytesInWords(film.size) }) })
    } catch (error) {
      setDoing(
        controller.signal.aborted
          ? { kind: 'cancelled', words: t('Cancelled; nothing was saved.') }
          : { kind: 'failed', words: (error as Error).message },
      )
    } finally {
      running.current = null
    }
  }
  return (
    <Panes
      preview={
        <figure className="studio-preview">
          <div className="studio-sheet">
            {preview && (
              <img
                src={preview}
                width={size.sheet.width}
                height={size.sheet.height}
                alt={t('A frame of the film: {title}, {date}', { title, date: dateInWords(date) })}
              />
            )}
          </div>
          <figcaption className="film-frames">
            <FrameSlider place={place} plan={plan} onPlace={(own) => setFromLast(plan.frames.length - 1 - own)} />
          </figcaption>
        </figure>
      }
      words={<Ending doing={doing} words={planInWords(plan, rate, size, format)} />}
      buttons={
        <>
          {doing.kind === 'busy' && (
            <Button className="button" onPress={() => running.current?.abort()}>
              {t('Cancel')}
            </Button>
          )}
          <Button className="button primary" onPress={save}>
            {t('Save film')}
          </Button>
        </>
      }
    >
      {isEmpty && (
        <p className="studio-fault small">
          {t('Nothing is selected: the film is a single frame without initiatives. Choose other filters to show some.')}
        </p>
      )}
      <p>{t('The as-of date, played: each frame shows what stood on its day.')}</p>
      <p className="muted small">{t('Looks as chosen under Picture.')}</p>
      <Period choices={choices} change={change} first={first} last={last} />
      <ChoiceRadios
        label={t('One frame for each')}
        options={(Object.keys(FILM_STEPS) as FilmStep[]).map((id) => ({ id, label: t(FILM_STEPS[id].label) }))}
        value={choices.step}
        onChange={(step) => change({ step })}
      />
      <ChoiceRadios
        label={t('Frames a second')}
        options={FILM_RATES.map((own) => ({ id: String(own), label: String(own) }))}
        value={String(rate)}
        onChange={(own) => change({ rate: Number(own) as FilmRate })}
      />
      <ChoiceRadios
        label={t('Size in pixels')}
        options={FILM_SIZES.map(({ id, label }) => ({ id, label }))}
        value={size.id}
        onChange={(id) => change({ size: FILM_SIZES.find((own) => own.id === id)! })}
      />
      <ChoiceRadios
        label={t('Format')}
        options={formats.known.map((id) => ({ id, label: FILM_FORMATS[id].label }))}
        value={format}
        onChange={(own) => change({ format: own })}
      />
      <p className="muted small">
        {formats.isAsked && formats.known.length === 1
          ? t('This browser cannot write videos, so the film becomes an animated GIF, which every program shows.')
          : t(FILM_FORMATS[format].meaning)}
        {formats.isAsked && formats.known.length > 1 && !formats.known.includes('mp4') && (
          <> {t('This browser cannot write MP4.')}</>
        )}
      </p>
    </Panes>
  )
}

/** How long the film will be; while it is made, how far that is; then where it went. */
function Ending({ doing, words }: { doing: Doing; words: string }) {
  return (
    <div className="film-ending small figures">
      {doing.kind === 'busy' && (
        <ProgressBar className="film-progress" value={doing.done} maxValue={doing.of} aria-label={t('Frames made')}>
          {({ percentage }) => (
            <span className="film-track">
              <span style={{ width: `${percentage ?? 0}%` }} />
            </span>
          )}
        </ProgressBar>
      )}
      {doing.kind === 'idle' && <span className="film-plan">{words}</span>}
      <span role="status">
        {doing.kind === 'busy'
          ? t('Frame {number, number} of {count, number}', {
              number: Math.min(doing.of, doing.done + 1),
              count: doing.of,
            })
          : doing.words}
      </span>
    </div>
  )
}

interface FrameSliderProps {
  /** Of the frame that is looked at, from 0. */
  place: number
  plan: FilmPlan
  onPlace: (place: number) => void
}

/** Leads through the frames of the film. */
function FrameSlider({ place, plan, onPlace }: FrameSliderProps) {
  const words = dateInWords(plan.frames[place]!.date)
  return (
    <AlongTime>
      <Slider
        className="slider film-slider"
        aria-label={t('Frame that is shown')}
        value={place}
        minValue={0}
        maxValue={Math.max(1, plan.frames.length - 1)}
        isDisabled={plan.frames.length === 1}
        onChange={onPlace}
      >
        <SliderTrack className="track">
          {({ state }) => (
            <>
              <span
                className="track-fill"
                style={{ insetInlineStart: 0, width: `${state.getThumbPercent(0) * 100}%` }}
              />
              <SliderThumb className="thumb" aria-valuetext={words} />
            </>
          )}
        </SliderTrack>
        <span className="small figures" aria-hidden="true">
          {words}
        </span>
      </Slider>
    </AlongTime>
  )
}

interface FieldProps {
  choices: Choices
  change: (part: Partial<Choices>) => void
}

function Period({ choices, change, first, last }: FieldProps & { first: string; last: string }) {
  const [earliest, latest] = [parseDate(first)!.last, parseDate(last)!.last]
  return (
    <section className="film-period" aria-label={t('Period')}>
      <DayField
        label={t('{what, select, year {From} other {From}}', { what: 'day' })}
        date={choices.first}
        earliest={earliest}
        latest={parseDate(choices.last)!.last}
        onDate={(iso) => change({ first: iso })}
      />
      <DayField
        label={t('{what, select, year {To} other {To}}', { what: 'day' })}
        date={choices.last}
        earliest={parseDate(choices.first)!.last}
        latest={latest}
        onDate={(iso) => change({ last: iso })}
      />
    </section>
  )
}

/** The formats that this browser can write at a size; GIF alone until it has been asked. */
function useFormats(size: FilmSize): { known: FilmFormat[]; isAsked: boolean } {
  const [formats, setFormats] = useState<{ known: FilmFormat[]; isAsked: boolean }>({ known: ['gif'], isAsked: false })
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const { filmFormats } = await import('../../studio/film.ts')
      const known = await filmFormats(size)
      if (!isOver) setFormats({ known, isAsked: true })
    }
    void ask()
    return () => {
      isOver = true
    }
  }, [size])
  return formats
}

interface FrameAsked {
  date: string
  last: string
  size: FilmSize
}

/** A frame as the address of an image: the one before stays until it is drawn. `null` where there is none. */
function useFrame(frameAt: FilmFormProps['frameAt'], { date, last, size }: FrameAsked): string | null {
  const [frame, setFrame] = useState<Blob | null>(null)
  useEffect(() => {
    let isOver = false
    const show = async () => {
      const svg = await frameAt(date, last, size).catch(() => null)
      if (!isOver) setFrame(svg === null ? null : new Blob([svg], { type: 'image/svg+xml' }))
    }
    // A slider passes through many frames: only where it rests is one drawn.
    const waiting = setTimeout(() => void show(), SLIDER_RESTS_MS)
    return () => {
      isOver = true
      clearTimeout(waiting)
    }
  }, [frameAt, date, last, size])
  return useAddress(frame)
}

const SLIDER_RESTS_MS = 60

/** "42 frames, 3 a second: 15.7 s, with the last one held for 2. About 1.4 MB, made in about 9 s." */
function planInWords({ frames, seconds }: FilmPlan, rate: FilmRate, size: FilmSize, format: FilmFormat): string {
  const estimate = filmEstimate({ frames, seconds }, size, format)
  const made = t('About {size}, made in about {time}.', {
    size: bytesInWords(estimate.bytes),
    time: secondsInWords(Math.max(1, Math.round(estimate.seconds))),
  })
  const length = secondsInWords(seconds)
  if (frames.length === 1) return t('One frame, seen for {length}. {made}', { length, made })
  return t(
    '{frames, plural, one {# frame} other {# frames}}, {rate, number} a second: {length}, with the last one held for {held, number} s. {made}',
    { frames: frames.length, rate, length, held: LAST_HELD, made },
  )
}

/** "15.7 s", "2 min 5 s". */
function secondsInWords(seconds: number): string {
  if (seconds < 60) return t('{seconds, number} s', { seconds: Math.round(seconds * 10) / 10 })
  const whole = Math.round(seconds)
  return whole % 60 === 0
    ? t('{minutes, number} min', { minutes: whole / 60 })
    : t('{minutes, number} min {seconds, number} s', { minutes: Math.floor(whole / 60), seconds: whole % 60 })
}
