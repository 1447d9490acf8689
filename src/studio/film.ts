import { applyPalette, GIFEncoder, quantize, type GifPalette } from 'gifenc'
import {
  BufferTarget,
  canEncodeVideo,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  WebMOutputFormat,
  type VideoCodec,
} from 'mediabunny'
import { t } from '../language/messages.ts'
import { FILM_FORMATS, gifDelays, type FilmFormat, type FilmFrame } from './filmPlan.ts'

/** Makes films in a browser. */

export interface FilmInput {
  frames: readonly FilmFrame[]
  /** In pixels; both even. */
  width: number
  height: number
  format: FilmFormat
  /** The picture of a day as SVG. */
  frameAt: (date: string) => Promise<string>
  /** Draws an SVG over all of a canvas. */
  draw: (svg: string, context: CanvasRenderingContext2D, size: { width: number; height: number }) => Promise<void>
  /** What the film says of itself where its format can. */
  title: string
  description: string
  /** Cancels: the promise is rejected with its reason, and nothing is left over. */
  signal: AbortSignal
  /** Told after each frame how many are done. */
  onFrame: (done: number) => void
}

/** The codecs that are tried, the one that most players know first. */
const CODECS: Record<'webm' | 'mp4', readonly VideoCodec[]> = { webm: ['vp9', 'vp8'], mp4: ['avc'] }

/** The formats that this browser can write at a size. GIF needs nothing of it, so that is always the last of them. */
export async function filmFormats(size: { width: number; height: number }): Promise<FilmFormat[]> {
  const written = await Promise.all(
    (['webm', 'mp4'] as const).map(async (format) => ((await codecFor(format, size)) === null ? null : format)),
  )
  return [...written.filter((format) => format !== null), 'gif']
}

async function codecFor(
  format: 'webm' | 'mp4',
  { width, height }: { width: number; height: number },
): Promise<VideoCodec | null> {
  if (typeof VideoEncoder === 'undefined') return null
  for (const codec of CODECS[format]) {
    if (await canEncodeVideo(codec, { width, height, quality: QUALITY_HIGH })) return codec
  }
  return null
}

/**
 * Makes a film.
 * @throws the reason of the signal where it was cancelled; else an error whose message is for the person
 */
export async function makeFilm(input: FilmInput): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = input.width
  canvas.height = input.height
  const context = canvas.getContext('2d', { willReadFrequently: input.format === 'gif' })
  if (!context)
    throw new Error(
      t('A film of {width} by {height} pixels is larger than this browser can draw.', {
        width: input.width,
        height: input.height,
      }),
    )
  const drawFrame = async ({ date }: FilmFrame) => {
    input.signal.throwIfAborted()
    await input.draw(await input.frameAt(date), context, input)
    input.signal.throwIfAborted()
  }
  try {
    return input.format === 'gif'
      ? await makeGif(input, context, drawFrame)
      : await makeVideo(input, input.format, canvas, drawFrame)
  } finally {
    // Some browsers keep the memory of a canvas until it is made small.
    canvas.width = 0
    canvas.height = 0
  }
}

/**
 * A video's last frame is written once more, so long before its end: many players end a WebM where its last frame begins, and
 * would not hold it.
 */
const AT_THE_END = 0.1

type DrawFrame = (frame: FilmFrame) => Promise<void>

async function makeVideo(
  input: FilmInput,
  format: 'webm' | 'mp4',
  canvas: HTMLCanvasElement,
  drawFrame: DrawFrame,
): Promise<Blob> {
  const codec = await codecFor(format, input)
  if (codec === null)
    throw new Error(
      t('This browser cannot write {format}; choose GIF instead.', { format: FILM_FORMATS[format].label }),
    )
  const target = new BufferTarget()
  const output = new Output({ format: format === 'webm' ? new WebMOutputFormat() : new Mp4OutputFormat(), target })
  const source = new CanvasSource(canvas, { codec, quality: QUALITY_HIGH })
  output.addVideoTrack(source)
  output.setMetadataTags({ title: input.title, description: input.description })
  try {
    await output.start()
    let time = 0
    for (const [i, frame] of input.frames.entries()) {
      await drawFrame(frame)
      const parts = i === input.frames.length - 1 ? [frame.seconds - AT_THE_END, AT_THE_END] : [frame.seconds]
      for (const seconds of parts) {
        await source.add(time, seconds)
        time += seconds
      }
      input.onFrame(i + 1)
    }
    await output.finalize()
  } catch (error) {
    await output.cancel()
    throw error
  }
  return new Blob([target.buffer!], { type: FILM_FORMATS[format].mediaType })
}

/** The last place in a palette stands for what has not changed since the frame before. */
const UNCHANGED = 255
const COLOURS = 255
/** The next frame is drawn over the one before it. */
const KEEP = 1

/** An animated GIF that plays again and again: all frames have the colours of the last one, which shows most. */
async function makeGif(input: FilmInput, context: CanvasRenderingContext2D, drawFrame: DrawFrame): Promise<Blob> {
  const { frames, width, height } = input
  const pixels = () => context.getImageData(0, 0, width, height).data
  await drawFrame(frames.at(-1)!)
  const palette = quantize(pixels(), COLOURS)
  const full: GifPalette = [...palette]
  while (full.length <= UNCHANGED) full.push([0, 0, 0])
  const gif = GIFEncoder()
  const delays = gifDelays(frames)
  let before: Uint8Array | null = null
  for (const [i, frame] of frames.entries()) {
    await drawFrame(frame)
    const index = applyPalette(pixels(), palette)
    gif.writeFrame(before ? changed(index, before) : index, width, height, {
      palette: before ? undefined : full,
      delay: delays[i]!,
      repeat: 0,
      transparent: before !== null,
      transparentIndex: UNCHANGED,
      dispose: KEEP,
    })
    before = index
    input.onFrame(i + 1)
    // Between two frames the page can answer, a press on Cancel too.
    await new Promise((resolve) => setTimeout(resolve))
  }
  gif.finish()
  return new Blob([gif.bytes()], { type: FILM_FORMATS.gif.mediaType })
}

/** A frame in which only what differs from the one before is drawn: most of a film stands still. */
function changed(index: Uint8Array, before: Uint8Array): Uint8Array {
  return index.map((colour, i) => (colour === before[i] ? UNCHANGED : colour))
}
