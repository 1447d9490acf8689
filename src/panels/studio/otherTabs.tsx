import { useCallback } from 'react'
import { drawSvg } from '../../pictures/raster.ts'
import { suggestedTitle, usualPicture } from '../../studio/pictureChoices.ts'
import { filmSpan } from '../../studio/filmPlan.ts'
import type { Studio } from '../../studio/studio.ts'
import { useChoice, useDerived, useSession } from '../useSession.ts'
import { FilmForm, type FilmFormProps } from './FilmForm.tsx'
import { lettered } from './pictureFile.ts'
import { ReportForm, type ReportFormProps } from './ReportForm.tsx'

const draw: FilmFormProps['draw'] = (svg, context, size) => drawSvg(svg, context, size, true)

/** The picture of the present view, played over time. */
export function FilmTab({ studio }: { studio: Studio }) {
  const { columns } = useSession()
  const { selection, sentence } = useDerived()
  const screen = useChoice((choices) => choices)
  const { view } = screen
  const frameAt = useCallback<FilmFormProps['frameAt']>(
    async (date, lastDay, { width, height }) => {
      const choices = { ...usualPicture(view), size: { width, height, unit: 'px' as const } }
      return (await lettered((await studio.picture(choices, date, lastDay)).svg)).svg
    },
    [studio, view],
  )
  return (
    <FilmForm
      frameAt={frameAt}
      draw={draw}
      {...filmSpan(columns, selection)}
      title={suggestedTitle(columns.outline, screen)}
      description={sentence}
      fileName={`dyad-${view}-${screen.asOf}`}
    />
  )
}

/** The present selection as a document. */
export function ReportTab({ studio }: { studio: Studio }) {
  const { columns } = useSession()
  const screen = useChoice((choices) => choices)
  const { view } = screen
  const picture = useCallback<ReportFormProps['picture']>(
    async ({ width, height }) => {
      const choices = { ...usualPicture(view), size: { width, height, unit: 'px' as const } }
      return (await studio.picture(choices)).svg
    },
    [studio, view],
  )
  return <ReportForm title={suggestedTitle(columns.outline, screen)} picture={picture} />
}
