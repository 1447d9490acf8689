import type { Session } from '../../state/session.ts'
import { onSheet, usualPicture } from '../../studio/pictureChoices.ts'
import type { GraphView } from '../graphView.ts'
import { openStudio } from '../studio/openStudio.ts'
import { lettered } from '../studio/pictureFile.ts'

/** As wide as a page of A4 has room for, and so high that the list begins on the same page. */
const SHEET = { width: 680, height: 620, points: 8.25 }

/** The picture of the present view for paper, as SVG with its letters in it. */
export async function printPicture(session: Session, view: GraphView): Promise<string> {
  const { view: shown } = session.choices.getState()
  // What the sheet says itself need not be said in it again.
  const look = { ...usualPicture(shown), title: '', subtitle: '', hasAsOf: false, source: '' }
  const picture = await openStudio(session, view).picture(onSheet(look, SHEET))
  return (await lettered(picture.svg)).svg
}
