import { useCallback, useMemo } from 'react'
import { drawSvg } from '../../pictures/raster.ts'
import { FILM_SIZES, filmSpan } from '../../studio/filmPlan.ts'
import { onSheet, suggestedTitle } from '../../studio/pictureChoices.ts'
import type { Studio } from '../../studio/studio.ts'
import { useChoice, useDerived, useSession } from '../useSession.ts'
import { FilmForm, type FilmFormProps } from './FilmForm.tsx'
import { lettered } from './pictureFile.ts'
import { REPORT_SHEET, ReportForm, type ReportFormProps } from './ReportForm.tsx'
import { usePictureChoices } from './usePictureChoices.ts'

const draw: FilmFormProps['draw'] = (svg, context, size) => drawSvg(svg, context, size, '#ffffff')

/** The picture as it was chosen, played over time. */
export function FilmTab({ studio }: { studio: Studio }) {
  const { columns } = useSession()
  const { selection, sentence } = useDerived()
  const screen = useChoice((choices) => choices)
  const { choices: look } = usePictureChoices()
  // One set of choices for all frames of a size: what the frames have alike is worked out once for it.
  const looks = useMemo(() => new Map(FILM_SIZES.map((size) => [size.id, onSheet(look, size.sheet)])), [look])
  const frameAt = useCallback<FilmFormProps['frameAt']>(
    async (date, lastDay, { id }) => (await lettered((await studio.picture(looks.get(id)!, date, lastDay)).svg)).svg,
    [studio, looks],
  )
  return (
    <FilmForm
      frameAt={frameAt}
      draw={draw}
      {...filmSpan(columns, selection)}
      isEmpty={selection.size === 0}
      title={look.title ?? suggestedTitle(columns.outline, screen)}
      description={look.subtitle ?? sentence}
      fileName={`dyad-${look.view}-${screen.asOf}`}
    />
  )
}

/** The present selection as a document. */
export function ReportTab({ studio }: { studio: Studio }) {
  const { columns } = useSession()
  const screen = useChoice((choices) => choices)
  const { choices: look } = usePictureChoices()
  const picture = useCallback<ReportFormProps['picture']>(
    async () => (await studio.picture(onSheet(look, REPORT_SHEET))).svg,
    [studio, look],
  )
  return <ReportForm title={look.title ?? suggestedTitle(columns.outline, screen)} picture={picture} />
}
