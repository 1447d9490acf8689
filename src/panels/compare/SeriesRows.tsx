import { known, t } from '../../language/messages.ts'
import { lazy, Suspense } from 'react'
import { Button } from 'react-aria-components'
import { nameLines } from '../../network/chartWords.ts'
import type { Column } from '../../network/compare.ts'
import { basisChanges, chartsOf, isOfParts, latestPoint, valueInWords } from '../../network/series.ts'
import { yearsInWords } from '../../network/words.ts'
import { relationColour } from '../../scene/palette.ts'
import { timeAxis } from '../../scene/timeAxis.ts'
import { COMPARED } from '../../state/choices.ts'
import { useActorName } from '../details/Inspecting.tsx'
import { useChoice, useDerived, useScheme, useSession, useTexts } from '../useSession.ts'
import { Nothing, SectionRow } from './Cells.tsx'

const LineChart = lazy(() => import('../details/series/LineChart.tsx').then(({ LineChart: own }) => ({ default: own })))

const HEIGHT = 96

/**
 * What flowed year by year with each partner, to one scale in each row. Each relation type has one row, of its first
 * series and of that kind which most values are known of; the others stand in the Details.
 * A partner that stands alone has nobody to share a scale with.
 */
export function SeriesRows({ compared }: { compared: readonly Column[] }) {
  const { choices, columns } = useSession()
  const texts = useTexts()
  const focus = useChoice((present) => present.focus)
  const types = useChoice((present) => present.filters.type)
  const { asOf, comparison } = useDerived()
  const scheme = useScheme()
  const nameOf = useActorName()
  const partners = compared.map(({ partner }) => partner)
  const inSight = (texts?.series ?? []).filter(
    (own) => !isOfParts(own) && (own.type === undefined || (types?.includes(own.type) ?? true)),
  )
  const rows = inSight.flatMap((series, i) => {
    const isFirst = inSight.findIndex(({ type }) => type === series.type) === i
    // What partners send is seldom; the row tells what they receive, or what is mutual.
    const chart = isFirst && chartsOf(series, focus, partners, asOf).find(({ direction }) => direction !== 'from')
    return chart ? [{ series, chart }] : []
  })
  if (rows.length === 0 || compared.length < COMPARED.least) return null
  return (
    <tbody>
      <SectionRow title={t('Year by year')} columns={compared.length} />
      {rows.map(({ series, chart }) => {
        const title = known(series.title)
        const { caption } = nameLines(chart, series, focus, partners, nameOf, columns.outline.actors)
        const colour = relationColour(
          columns.outline.relationTypes.find(({ id }) => id === series.type),
          scheme,
        )
        const axis = timeAxis(
          chart.lines.map(({ points }) => points[0]!.year),
          [],
          [],
          asOf,
          comparison?.since ?? null,
          compared.length > 2 ? 2 : 4,
        )
        const changesBasis = chart.lines.some((line) => basisChanges(line).length > 0)
        const largest = Math.max(...chart.lines.flatMap(({ points }) => points.map(({ value }) => value)))
        return (
          <tr key={series.id}>
            <th scope="row">
              {title}{' '}
              <span className="muted row-note">
                {changesBasis ? t('{caption}; dotted where the basis changes', { caption }) : caption}
              </span>
            </th>
            {compared.map(({ partner, dyad }) => {
              const line = chart.lines.find((own) => own.partner === partner)
              if (!line)
                return (
                  <td key={partner}>
                    <Nothing>{series.absence === 'zero' ? t('none on record') : t('no values')}</Nothing>
                  </td>
                )
              const latest = latestPoint(line)
              const words = t('{value} in {years}', {
                value: valueInWords(latest.value, line.unit),
                years: yearsInWords(latest),
              })
              const name = nameOf(partner)
              return (
                <td key={partner}>
                  <Suspense fallback={<div style={{ minHeight: HEIGHT }} />}>
                    <LineChart
                      lines={[{ line, name: '', rank: 0 }]}
                      axis={axis}
                      colour={colour}
                      height={HEIGHT}
                      largest={largest}
                      label={t('{title}, {partner}, {caption}: {first} to {last}, {words}', {
                        title,
                        partner: name,
                        caption,
                        first: line.points[0]!.year,
                        last: latest.until,
                        words,
                      })}
                    />
                  </Suspense>
                  <Button
                    className="link-button number figures"
                    onPress={() => choices.setState({ inspected: { kind: 'dyad', id: dyad, type: series.type } })}
                  >
                    {words}
                    <span className="visually-hidden">
                      {t(', ')}
                      {t('{title}, {partner}: chart, values and sources', { title, partner: name })}
                    </span>
                  </Button>
                </td>
              )
            })}
          </tr>
        )
      })}
    </tbody>
  )
}
