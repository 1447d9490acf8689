import type { Topology } from 'topojson-specification'
import { membersOf } from '../network/membership.ts'
import { USUAL_SIZE, type Reading } from '../network/measures.ts'
import { readMeasure } from '../network/seriesMeasures.ts'
import { drawnDataset, drawnSelection } from '../network/strongest.ts'
import { mapSubject, needsFineLand } from '../pictures/mapArt.ts'
import type { PictureStyle, Subject } from '../pictures/subject.ts'
import { timelineSubject } from '../pictures/timelineArt.ts'
import type { TimelineInput } from '../pictures/timelineInput.ts'
import type { Palette, Scheme } from '../scene/palette.ts'
import type { Session } from '../state/session.ts'
import { textsOf } from './sessionTexts.ts'

/** What the views of a session show, as subjects of pictures. */

export interface SubjectLook {
  scheme: Scheme
  palette: Palette
  style: PictureStyle
}

interface MapSurroundings {
  /** Of the picture, in CSS pixels. */
  width: number
  hasSea: boolean
  languages: ReadonlyMap<string, string>
  flags: Readonly<Record<string, string>>
  land: (detail: 'coarse' | 'fine') => Promise<Topology>
}

/** The Map of a session; without its land where that cannot be loaded. */
export async function mapOf(session: Session, look: SubjectLook, surroundings: MapSurroundings): Promise<Subject> {
  const { focus, mapSight, mostLinks, unfolded, size, width } = session.choices.getState()
  const { links: selected, comparison, asOf } = session.derive()
  const dataset = drawnDataset(session.columns, session.every, focus, mostLinks)
  const { columns, every, links } = drawnSelection(session, dataset, selected, focus, mostLinks)
  const texts = textsOf(session)
  const detail = needsFineLand(surroundings.width, mapSight) ? 'fine' : 'coarse'
  return mapSubject(
    {
      columns,
      links,
      every,
      focus,
      scheme: look.scheme,
      palette: look.palette,
      width: readingOf(session, width),
      size: size === USUAL_SIZE ? null : readingOf(session, size),
      comparison,
      unfolded,
      memberships: texts ? membersOf(texts, unfolded, asOf) : [],
      others: texts?.contextActors ?? [],
      sight: mapSight,
      land: await surroundings.land(detail).catch(() => null),
      hasSea: surroundings.hasSea,
      flags: surroundings.flags,
      languages: surroundings.languages,
    },
    look.style,
  )
}

/**
 * The Timeline of a session.
 * @param kept what rows are kept for, see {@link TimelineInput}
 */
export function timelineOf(
  session: Session,
  { scheme, palette, style }: SubjectLook,
  kept: TimelineInput['kept'],
): Subject {
  const { focus, grouping, span } = session.choices.getState()
  const { selection, links, comparison } = session.derive()
  return timelineSubject(
    {
      columns: session.columns,
      selection,
      links,
      comparison,
      texts: textsOf(session),
      focus,
      grouping,
      span,
      scheme,
      palette,
      kept,
    },
    style,
  )
}

/**
 * A measure of a session, ready to be read.
 * @param selection at whose date it is read: that of the session, unless another one is given
 */
export function readingOf(session: Session, id: string, { asOf, outcomes } = session.derive().selection): Reading {
  const { columns, every, choices } = session
  const { period } = choices.getState().filters
  return readMeasure(id, { columns, texts: textsOf(session), every, outcomes, period, asOf })
}
