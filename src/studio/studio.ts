import { dateInWords } from '../language/dates.ts'
import type { Topology } from 'topojson-specification'
import { networkSubject } from '../pictures/networkArt.ts'
import type { PictureStyle, Subject } from '../pictures/subject.ts'
import { descriptionOf, pictureSvg, type Picture, type PictureFrame, type Steady } from '../pictures/svg.ts'
import type { TimelineInput } from '../pictures/timelineInput.ts'
import type { FileTexts } from '../pictures/xmp.ts'
import type { Shape } from '../scene/layouts.ts'
import { PALETTES, type Palette, type Scheme } from '../scene/palette.ts'
import type { Scene } from '../scene/scene.ts'
import type { Session } from '../state/session.ts'
import { createNetworkScene, type NetworkScene } from './networkScene.ts'
import {
  suggestedSource,
  suggestedSubtitle,
  suggestedTitle,
  usualLabels,
  type Background,
  type Labels,
  type PictureChoices,
} from './pictureChoices.ts'
import { inPixels, pointsToPixels } from './sizes.ts'
import { languageOf, studioSession } from './studioSession.ts'
import { coursesOfSession, ledgerOfSession, matrixOfSession, seriesOfSession } from './tableSubjects.ts'
import { mapOf, timelineOf } from './viewSubjects.ts'

/** Makes pictures of what is chosen in a session; the same in a browser and in Node. */
export interface Studio {
  /**
   * A picture of what is chosen, with what a file of it says of itself.
   * @param asOf another as-of date than the one that is chosen, `YYYY-MM-DD`
   * @param lastDay of the film that it is a frame of, `YYYY-MM-DD`: room is kept for what that day shows, so that nothing
   *   moves from frame to frame but what changes
   * @throws Error with a sentence for the person where what the view needs cannot be loaded
   */
  picture: (choices: PictureChoices, asOf?: string, lastDay?: string) => Promise<StudioPicture>
}

export interface StudioPicture extends Picture {
  /** In CSS pixels. */
  width: number
  height: number
  /** What the file says of itself. */
  texts: FileTexts
  /** The colour behind all of it; `null` where it is transparent. */
  ground: string | null
}

/** What the studio takes from where it runs. */
export interface StudioSurroundings {
  /** For each name of a flag, the text of its square SVG in flag-icons. */
  flags: () => Readonly<Record<string, string>>
  /** The outlines of the land: coarse for most pictures, finer for large ones. */
  land: (detail: 'coarse' | 'fine') => Promise<Topology>
  /** The address that reopens the view; `''` for none. */
  link: () => string
}

/** What the frames of a film have alike. */
interface Film {
  steady: Omit<Steady, 'day'>
  kept: TimelineInput['kept']
}

/** A session with what draws it. */
interface Drawn {
  session: Session
  network: NetworkScene
  languages: ReadonlyMap<string, string>
}

export function createStudio(session: Session, surroundings: StudioSurroundings): Studio {
  const drawn = new Map<Labels, Drawn>()
  /** The studio's own session for a language of names, with the present choices. */
  const drawnIn = (labels: Labels): Drawn => {
    const wanted = labels === 'none' ? usualLabels() : labels
    const known = drawn.get(wanted)
    if (known && known.session.texts.getState().status === session.texts.getState().status) return known
    const own = studioSession(session, wanted)
    const made = {
      session: own,
      network: createNetworkScene(own, () => undefined),
      languages: languageOf(session.columns.outline, wanted),
    }
    drawn.set(wanted, made)
    return made
  }
  let film: { of: unknown[]; made: Promise<Film> } | null = null
  /** What all frames of a film have alike: worked out once. */
  const filmOf = (own: Drawn, choices: PictureChoices, lastDay: string): Promise<Film> => {
    const of = [own, choices, lastDay, session.choices.getState()]
    if (film && of.every((part, i) => part === film!.of[i])) return film.made
    const made = async (): Promise<Film> => {
      const chosen = { ...session.choices.getState(), asOf: lastDay }
      own.session.choices.setState(chosen, true)
      const frame = frameOf(session, own.session, choices, surroundings.link())
      // What passes a filter of outcomes is another on other days: room is kept for all of it.
      own.session.choices.setState({ ...chosen, filters: { ...chosen.filters, outcome: null } }, true)
      const { selection, links } = own.session.derive()
      const subject = await subjectOf(own, choices, { ...frame, style: { ...frame.style, isFilm: true } }, surroundings)
      return { steady: { subject, header: pictureSvg(subject, frame).header }, kept: { selection, links } }
    }
    film = { of, made: made() }
    // What failed once may be there the next time.
    film.made.catch(() => (film = null))
    return film.made
  }
  const draw: Studio['picture'] = async (choices, asOf, lastDay) => {
    const own = drawnIn(choices.labels)
    const alike = lastDay === undefined ? undefined : await filmOf(own, choices, lastDay)
    const chosen = session.choices.getState()
    own.session.choices.setState({ ...chosen, asOf: asOf ?? chosen.asOf }, true)
    const steady = alike && { ...alike.steady, day: own.session.derive().asOf }
    const frame = { ...frameOf(session, own.session, choices, surroundings.link()), steady }
    const subject = await subjectOf(own, choices, frame, surroundings, alike?.kept)
    return {
      ...pictureSvg(subject, frame),
      width: frame.width,
      height: frame.height,
      texts: {
        title: frame.title,
        description: descriptionOf(subject, frame),
        source: choices.source ?? suggestedSource(session.columns.outline),
        link: surroundings.link(),
      },
      ground: frame.background === 'none' ? null : subject.palette.background,
    }
  }
  let turn: Promise<unknown> = Promise.resolve()
  return {
    // One at a time: they are drawn from one session, each at its own date.
    picture: (...asked) => {
      const made = turn.then(() => draw(...asked))
      turn = made.catch(() => undefined)
      return made
    },
  }
}

function frameOf(session: Session, own: Session, choices: PictureChoices, link: string): PictureFrame {
  const { outline } = session.columns
  const chosen = own.choices.getState()
  return {
    title: choices.title ?? suggestedTitle(outline, chosen),
    subtitle: choices.subtitle ?? suggestedSubtitle(own.derive(), chosen, choices.view),
    asOf: choices.hasAsOf ? dateInWords(chosen.asOf) : null,
    sourceLine: choices.source ?? suggestedSource(outline),
    link: choices.hasLink ? link : undefined,
    address: link === '' ? undefined : link,
    ...inPixels(choices.size),
    unit: choices.size.unit,
    background: choices.background === 'clear' || choices.background === 'clear-dark' ? 'none' : 'palette',
    legend: choices.legend ?? { parts: [], place: 'auto' },
    style: {
      fontSize: pointsToPixels(choices.points),
      lineWeight: choices.lineWeight,
      hasLabels: choices.labels !== 'none',
    },
  }
}

/** The colours of a picture: on white, halos and badges are white too. */
export function paletteOf(background: Background): { scheme: Scheme; palette: Palette } {
  const scheme = background === 'dark' || background === 'clear-dark' ? 'dark' : 'light'
  const isWhite = background === 'white' || background === 'clear'
  return { scheme, palette: isWhite ? { ...PALETTES.light, background: '#ffffff' } : PALETTES[scheme] }
}

async function subjectOf(
  drawn: Drawn,
  { view, background }: PictureChoices,
  { width, height, style }: PictureFrame,
  { flags, land }: StudioSurroundings,
  kept?: TimelineInput['kept'],
): Promise<Subject> {
  const { scheme, palette } = paletteOf(background)
  const { session, languages } = drawn
  if (view === 'map') {
    const hasSea = background !== 'clear' && background !== 'clear-dark'
    return mapOf(session, { scheme, palette, style }, { width, hasSea, languages, flags: flags(), land })
  }
  const look = { scheme, palette, style }
  if (view === 'timeline') return timelineOf(session, look, kept)
  if (view === 'matrix') return matrixOfSession(session, look, kept)
  if (view === 'ledger') return ledgerOfSession(session, look, kept)
  if (view === 'series') return seriesOfSession(session, look)
  if (view === 'course') return coursesOfSession(session, look, kept)
  return networkOf(drawn, { scheme, palette, shape: shapeFor(session, width, height) }, flags(), style)
}

/** As the picture is shaped; where actors were moved, as they were seen when they were. */
function shapeFor({ choices }: Session, width: number, height: number): Shape {
  const { pins, placed } = choices.getState()
  if (Object.keys(pins).length > 0 || Object.keys(placed).length > 0) return 'wide'
  return height > width * 1.05 ? 'tall' : 'wide'
}

async function networkOf(
  { network, languages }: Drawn,
  { scheme, palette, shape }: { scheme: Scheme; palette: Palette; shape: Shape },
  flags: Readonly<Record<string, string>>,
  style: PictureStyle,
): Promise<Subject> {
  // The first one asks for what the layout and the measures rest on; the second one is drawn with it.
  network.at({ shape, scheme })
  await network.settled()
  const scene = network.at({ shape, scheme })
  const nodes = scene.nodes.map((node) => ({ ...node, language: languages.get(node.id) }))
  const inPalette: Scene = { ...scene, palette, nodes }
  return networkSubject(inPalette, flags, style)
}
