import { useEffect, useMemo, useRef, useState } from 'react'
import { Button, ProgressBar } from 'react-aria-components'
import { dateInWords, parseDate } from '../../model/dates.ts'
import type { FilmInput } from '../../studio/film.ts'
import {
  FILM_FORMATS,
  FILM_SECONDS,
  FILM_SIZES,
  FILM_STEPS,
  filmEstimate,
  planFilm,
  type FilmFormat,
  type FilmPlan,
  type FilmSize,
  type FilmStep,
} from '../../studio/filmPlan.ts'
import { DayField } from '../asof/DayField.tsx'
import { ChoiceRadios } from '../ChoiceRadios.tsx'
import { saveFile } from '../saveFile.ts'
import { bytesInWords } from './bytesInWords.ts'
import { NumberInput } from './NumberInput.tsx'
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
  seconds: number
  size: FilmSize
  /** `null` until the person chose one: then the first that the browser can write. */
  format: FilmFormat | null
}

type Doing =
  { kind: 'idle' | 'done' | 'failed' | 'cancelled'; words: string } | { kind: 'busy'; done: number; of: number }

const USUAL = { step: 'year' as FilmStep, seconds: 15, size: FILM_SIZES[0] as FilmSize }

/** Plays the as-of date into a film, and saves it. */
export function FilmForm(props: FilmFormProps) {
  const { frameAt, draw, first, last, title, description, fileName } = props
  const [choices, setChoices] = useState<Choices>({ ...USUAL, first, last, format: null })
  const [doing, setDoing] = useState<Doing>({ kind: 'idle', words: '' })
  const running = useRef<AbortController | null>(null)
  const change = (part: Partial<Choices>) => setChoices((present) => ({ ...present, ...part }))
  const formats = useFormats(choices.size)
  const isKnown = choices.format !== null && formats.known.includes(choices.format)
  const format = isKnown ? choices.format! : formats.known[0]!
  const plan = useMemo(() => planFilm(choices), [choices])
  const preview = useFrame(frameAt, choices)
  useEffect(() => () => running.current?.abort(), [])

  const save = async () => {
    // The buttons stay as they are: one that is disabled loses the focus of the keyboard.
    if (running.current) return
    const controller = new AbortController()
    running.current = controller
    const { size } = choices
    const of = plan.frames.length
    setDoing({ kind: 'busy', done: 0, of })
    try {
      const { makeFilm } = await import('../../studio/film.ts')
      const film = await makeFilm({
        frames: plan.frames,
        width: size.width,
        height: size.height,
        format,
        frameAt: (date) => frameAt(date, choices.last, size),
        draw,
        title,
        description,
        signal: controller.signal,
        onFrame: (done) => setDoing({ kind: 'busy', done, of }),
      })
      controller.signal.throwIfAborted()
      const name = `${fileName}.${format}`
      saveFile(film, name)
      setDoing({ kind: 'done', words: `Saved as ${name}, ${bytesInWords(film.size)}.` })
    } catch (error) {
      setDoing(
        controller.signal.aborted
          ? { kind: 'cancelled', words: 'Cancelled; nothing was saved.' }
          : { kind: 'failed', words: (error as Error).message },
      )
    } finally {
      running.current = null
    }
  }
  const isBusy = doing.kind === 'busy'
  return (
    <div className="film">
      <figure className="film-preview">
        {preview && <img src={preview} alt={`The last frame: ${title}, ${dateInWords(choices.last)}`} />}
      </figure>
      <div className="film-form">
        <Period choices={choices} change={change} first={first} last={last} />
        <ChoiceRadios
          label="One frame for each"
          options={(Object.keys(FILM_STEPS) as FilmStep[]).map((id) => ({ id, label: FILM_STEPS[id].label }))}
          value={choices.step}
          onChange={(step) => change({ step })}
        />
        <NumberInput
          label="Length in seconds"
          value={choices.seconds}
          least={FILM_SECONDS.least}
          most={FILM_SECONDS.most}
          onChange={(seconds) => change({ seconds })}
        />
        <ChoiceRadios
          label="Size"
          options={FILM_SIZES.map(({ id, label }) => ({ id, label }))}
          value={choices.size.id}
          onChange={(id) => change({ size: FILM_SIZES.find((size) => size.id === id)! })}
        />
        <ChoiceRadios
          label="Format"
          options={formats.known.map((id) => ({ id, label: FILM_FORMATS[id].label }))}
          value={format}
          onChange={(own) => change({ format: own })}
        />
        {formats.isAsked && formats.known.length === 1 && (
          <p className="muted small film-words">
            This browser cannot write videos, so the film becomes an animated GIF, which every program shows.
          </p>
        )}
      </div>
      <div className="film-save">
        <p className="muted small figures film-words">{planInWords(plan, choices.size, format)}</p>
        {doing.kind === 'busy' && (
          <ProgressBar className="film-progress" value={doing.done} maxValue={doing.of} aria-label="Frames made">
            {({ percentage }) => (
              <span className="film-track">
                <span style={{ width: `${percentage ?? 0}%` }} />
              </span>
            )}
          </ProgressBar>
        )}
        <div className="film-buttons">
          <span role="status" className="small figures">
            {doing.kind === 'busy' ? `Frame ${Math.min(doing.of, doing.done + 1)} of ${doing.of}` : doing.words}
          </span>
          {isBusy && (
            <Button className="button" onPress={() => running.current?.abort()}>
              Cancel
            </Button>
          )}
          <Button className="button primary" onPress={save}>
            Save film
          </Button>
        </div>
      </div>
    </div>
  )
}

interface FieldProps {
  choices: Choices
  change: (part: Partial<Choices>) => void
}

function Period({ choices, change, first, last }: FieldProps & { first: string; last: string }) {
  const [earliest, latest] = [parseDate(first)!.last, parseDate(last)!.last]
  return (
    <section className="film-period" aria-label="Period">
      <DayField
        label="From"
        date={choices.first}
        earliest={earliest}
        latest={parseDate(choices.last)!.last}
        onDate={(iso) => change({ first: iso })}
      />
      <DayField
        label="To"
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

/** The last frame as the address of an image; `null` until it is drawn, or where it cannot be. */
function useFrame(frameAt: FilmFormProps['frameAt'], { last, size }: Choices): string | null {
  const [svg, setSvg] = useState<string | null>(null)
  useEffect(() => {
    let isOver = false
    const show = async () => {
      const own = await frameAt(last, last, size).catch(() => null)
      if (!isOver) setSvg(own)
    }
    void show()
    return () => {
      isOver = true
    }
  }, [frameAt, last, size])
  return useMemo(() => svg && `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`, [svg])
}

/** "37 frames in 15 s. About 1.4 MB, made in about 9 s." */
function planInWords(plan: FilmPlan, size: FilmSize, format: FilmFormat): string {
  const { bytes, seconds } = filmEstimate(plan, size, format)
  const count = plan.frames.length
  const frames = count === 1 ? '1 frame' : `${count} frames`
  return `${frames} in ${secondsInWords(plan.seconds)}. About ${bytesInWords(bytes)}, made in about ${secondsInWords(Math.max(1, seconds))}.`
}

function secondsInWords(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`
  return `${Math.round(seconds / 60)} min`
}
