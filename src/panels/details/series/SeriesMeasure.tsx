import { dataLanguage, known, languageOfKnown, t } from '../../../language/messages.ts'
import { numberInWords } from '../../../language/numbers.ts'
import { dateInWords } from '../../../language/dates.ts'
import { lazy, Suspense, useState } from 'react'
import { Button } from 'react-aria-components'
import { numberSources } from '../../../formats/citations.ts'
import type { Texts } from '../../../model/outline.ts'
import {
  basisInWords,
  chartInWords,
  latestInWords,
  nameLines,
  wholesInWords,
  type NamedChart,
} from '../../../network/chartWords.ts'
import { isDrawn, valueInWords, type SeriesChart, type Whole } from '../../../network/series.ts'
import type { SeriesSet } from '../../../network/seriesSets.ts'
import { yearsInWords } from '../../../network/words.ts'
import { relationColour } from '../../../scene/palette.ts'
import { timeAxis, type TimeAxis } from '../../../scene/timeAxis.ts'
import { useChoice, useDerived, useScheme, useSession } from '../../useSession.ts'
import { useActorName } from '../Inspecting.tsx'
import { MarkKey } from '../LifeStrip.tsx'
import { SourceLine, SourceNumbers } from '../SourceList.tsx'
import { Fold } from './Fold.tsx'
import { SeriesTable, type TableGroup } from './SeriesTable.tsx'
import { Strips } from './Strips.tsx'

// The library for charts is fetched when the first one is shown.
const LineChart = lazy(() => import('./LineChart.tsx').then(({ LineChart: own }) => ({ default: own })))
const ShareChart = lazy(() => import('./ShareChart.tsx').then(({ ShareChart: own }) => ({ default: own })))

/** As many charts stand open; a press shows the others. */
const CHARTS_SHOWN = 4

interface SeriesMeasureProps extends SeriesSet {
  texts: Texts
  /** Initiatives to stand under the charts. */
  initiatives: readonly number[]
}

/** One series: its charts, initiatives on the same axis, all values, sources and method. */
export function SeriesMeasure({ series, actor, partners, charts, wholes, texts, initiatives }: SeriesMeasureProps) {
  const { columns } = useSession()
  const { asOf, comparison } = useDerived()
  const since = useChoice((choices) => choices.since)
  const scheme = useScheme()
  const nameOf = useActorName()
  const [showsAll, setShowsAll] = useState(false)
  const labelOf = (id: string) => (series.codes && id in series.codes ? known(series.codes[id]!) : nameOf(id))
  const type = columns.outline.relationTypes.find(({ id }) => id === series.type)
  const colour = relationColour(type, scheme)
  const title = known(series.title)

  const named = charts.map((chart) => nameLines(chart, series, actor, partners, nameOf, columns.outline.actors))
  const lines = named.flatMap((own) => own.lines)
  const axis = timeAxis(
    lines.map(({ line }) => line.points[0]!.year),
    initiatives.map((position) => columns.begins[position]!),
    lines.map(({ name }) => name),
    asOf,
    comparison?.since ?? null,
  )
  const drawn = named.filter(({ chart }) => isDrawn(chart))
  const shown = showsAll || drawn.length <= CHARTS_SHOWN + 1 ? drawn : drawn.slice(0, CHARTS_SHOWN)
  const single = named.filter(({ chart }) => !isDrawn(chart))
  const missing = partners.filter((partner) => !lines.some(({ line }) => line.partner === partner))
  const groups =
    wholes.length > 0
      ? wholes.map((whole) => wholeGroup(whole, labelOf))
      : named.flatMap((own) => own.lines.map((line) => lineGroup(own, line.line, line.name, lines.length > 1)))
  const numbered = numberSources(
    groups.flatMap(({ rows }) => rows.map(({ observation }) => observation?.sources ?? [])),
  )
  return (
    <div className="measure">
      <p className="muted measure-words" lang={languageOfKnown(series.measure)}>
        {known(series.measure)}.
      </p>
      <Suspense fallback={<p className="plot-loading muted">{t('Loading the chart…')}</p>}>
        {wholes.length > 0 ? (
          <figure>
            <figcaption>{t('{recipient}: share of each supplier', { recipient: nameOf(partners[0]!) })}</figcaption>
            <ShareChart
              wholes={wholes}
              marked={actor}
              colour={colour}
              nameOf={labelOf}
              label={t('{series} of {recipient}. {shares}', {
                series: title,
                recipient: nameOf(partners[0]!),
                shares: wholesInWords(wholes, actor, labelOf),
              })}
            />
            <p className="latest figures">{wholesInWords(wholes, actor, labelOf)}</p>
          </figure>
        ) : (
          shown.map((own) => <Chart key={own.chart.id} own={own} title={title} axis={axis} colour={colour} />)
        )}
      </Suspense>
      {wholes.length === 0 && (
        <>
          {drawn.length > CHARTS_SHOWN + 1 && (
            <Button className="link-button" onPress={() => setShowsAll(!showsAll)}>
              {showsAll
                ? t('Show fewer charts')
                : t('Show {count, plural, one {# more chart} other {# more charts}}', {
                    count: drawn.length - shown.length,
                  })}
            </Button>
          )}
          {single.map((own) => (
            <p key={own.chart.id} className="latest figures">
              {t('{caption}: {values}', { caption: own.caption, values: latestInWords(own) })}
            </p>
          ))}
          {missing.map((partner) => (
            <p key={partner} className="latest muted">
              {series.absence === 'zero'
                ? t('{partner}: none on record.', { partner: nameOf(partner) })
                : t('{partner}: no values.', { partner: nameOf(partner) })}
            </p>
          ))}
          {axis.since !== null && since !== null && (
            <p className="latest muted">{t('The dashed line marks {date}.', { date: dateInWords(since) })}</p>
          )}
          {initiatives.length > 0 && (
            <section
              className="measure-strips"
              aria-label={t('{type}: initiatives on the same axis', { type: type ? known(type.label) : title })}
            >
              <h5>
                {t('Initiatives on the same axis')}{' '}
                <span className="heading-count figures">{numberInWords(initiatives.length)}</span>
              </h5>
              <MarkKey />
              <Strips initiatives={initiatives} axis={axis} colour={colour} />
            </section>
          )}
        </>
      )}
      <p className="measure-sources muted">
        {t('{count, plural, one {Source} other {Sources}}', { count: numbered.length })}{' '}
        <SourceNumbers cited={numbered} numbered={numbered} sources={texts.sources} />
      </p>
      <Fold title={t('Table')} level={5}>
        <SeriesTable
          caption={t('{series}: all values', { series: title })}
          head={wholes.length > 0 ? t('Supplier') : t('Year')}
          groups={groups}
          numbered={numbered}
          sources={texts.sources}
        />
      </Fold>
      <Fold title={t('Method and sources')} level={5}>
        <p className="measure-method" lang={dataLanguage()}>
          {series.method}
        </p>
        <ol className="sources">
          {numbered.map((id) => (
            <li key={id}>{texts.sources[id] ? <SourceLine source={texts.sources[id]} /> : id}</li>
          ))}
        </ol>
      </Fold>
    </div>
  )
}

function Chart({ own, title, axis, colour }: { own: NamedChart; title: string; axis: TimeAxis; colour: string }) {
  const { columns } = useSession()
  const bases = own.lines.flatMap(({ line, name }) => {
    const words = basisInWords(line, columns.outline.actors)
    return words ? [{ name, words }] : []
  })
  // Most often all lines of a chart change their basis together: then it is said once.
  const isShared = bases.length === own.lines.length && new Set(bases.map(({ words }) => words)).size === 1
  const said = isShared
    ? [bases[0]!.words]
    : bases.map(({ name, words }) => (name ? t('{name}: {bases}', { name, bases: words }) : words))
  return (
    <figure>
      <figcaption>{own.caption}</figcaption>
      <LineChart lines={own.lines} axis={axis} colour={colour} label={chartInWords(own, title)} />
      <p className="latest figures">{latestInWords(own)}</p>
      {said.length > 0 && (
        <p className="latest muted">
          {t('The basis changes, and the line breaks there. {bases}.', { bases: said.join(t('; ')) })}
        </p>
      )}
    </figure>
  )
}

/** The rows of a line, under its name where there are several. */
function lineGroup(
  { caption, chart }: NamedChart,
  line: SeriesChart['lines'][number],
  name: string,
  isOne: boolean,
): TableGroup {
  return {
    id: line.id,
    heading: isOne ? [name, caption].filter((part) => part !== '').join(t(': ')) : '',
    unit: chart.unit,
    rows: line.points.map((point) => ({
      label: yearsInWords(point),
      note: known(point.basis),
      value: point.value,
      observation: point.observation,
    })),
  }
}

/** The suppliers of one window, under its years. */
function wholeGroup(whole: Whole, labelOf: (id: string) => string): TableGroup {
  return {
    id: `${whole.year}/${whole.until}`,
    heading: yearsInWords(whole),
    unit: whole.unit,
    rows: whole.parts.map(({ from, value, share, observation }) => ({
      label: labelOf(from),
      note: valueInWords(share * 100, '%'),
      value,
      observation,
    })),
  }
}
