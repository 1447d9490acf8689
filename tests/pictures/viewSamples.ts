import { dateInWords } from '../../src/language/dates.ts'
import { openSession, type Session } from '../../src/state/session.ts'
import type { Choices } from '../../src/state/choices.ts'
import { PALETTES } from '../../src/scene/palette.ts'
import { USUAL_STYLE, type Subject } from '../../src/pictures/subject.ts'
import { pictureSvg, type Picture, type PictureFrame } from '../../src/pictures/svg.ts'
import { outline, texts } from '../bundled.ts'

/** A session of the dataset in `data/` with some choices. */
export function sessionWith(choices: Partial<Choices>): Session {
  const session = openSession(outline, '')
  session.setTexts(texts)
  session.choices.setState(choices)
  return session
}

export const LIGHT = { palette: PALETTES.light, scheme: 'light' } as const
export const DARK = { palette: PALETTES.dark, scheme: 'dark' } as const

/** A slide, a page of A4 and one column of a journal, in CSS pixels. */
export const SIZES = [
  [1280, 720],
  [794, 1123],
  [336, 416],
] as const

/** The drawing of a subject alone, in all of a space. */
export function drawing(subject: Subject, width: number, height: number): { svg: string; notes: string[] } {
  const laid = subject.layOut({ width, height })
  return { svg: laid.draw(0, 0), notes: laid.notes }
}

/** A picture of a session's view in a frame. */
export function framed(session: Session, subject: Subject, width: number, height: number) {
  return inFrame(subject, {
    title: outline.title,
    subtitle: session.derive().sentence,
    asOf: dateInWords(session.choices.getState().asOf),
    sourceLine: `Source: ${outline.title}, version ${outline.version}.`,
    width,
    height,
    style: USUAL_STYLE,
  })
}

type OwnOfFrame = 'title' | 'subtitle' | 'asOf' | 'sourceLine' | 'width' | 'height' | 'style'

/** A subject in a whole picture: all of its legend, on its background. */
export function inFrame(subject: Subject, own: Pick<PictureFrame, OwnOfFrame>): Picture {
  return pictureSvg(subject, {
    ...own,
    unit: 'px',
    background: 'palette',
    legend: { parts: null, place: 'auto' },
  })
}
