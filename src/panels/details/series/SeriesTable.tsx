import { t } from '../../../language/messages.ts'
import type { Texts } from '../../../model/outline.ts'
import type { Observation } from '../../../model/schema.ts'
import { valueInWords } from '../../../network/series.ts'
import { SourceNumbers } from '../SourceList.tsx'

/** The values of one line, or the parts of one whole, under a heading of their own. */
export interface TableGroup {
  id: string
  heading: string
  unit: string
  /** `observation` is `null` for a zero that follows from there being no row. */
  rows: { label: string; note: string; value: number; observation: Observation | null }[]
}

interface SeriesTableProps {
  caption: string
  /** What the rows are named by. */
  head: string
  groups: readonly TableGroup[]
  numbered: string[]
  sources: Texts['sources']
}

/** All values that the charts of a series show, with their sources. */
export function SeriesTable({ caption, head, groups, numbered, sources }: SeriesTableProps) {
  return (
    <table className="figure-table series-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="value">
            {t('Value')}
          </th>
          <th scope="col">{t('Source')}</th>
        </tr>
      </thead>
      {groups.map(({ id, heading, unit, rows }) => (
        <tbody key={id}>
          {heading && (
            <tr>
              <th scope="rowgroup" colSpan={3} className="group-row">
                {heading}
              </th>
            </tr>
          )}
          {rows.map(({ label, note, value, observation }) => (
            <tr key={label}>
              <th scope="row" className="figures">
                {label} {note && <span className="muted">{note}</span>}
              </th>
              <td className="figures value">{valueInWords(value, unit)}</td>
              <td>
                {observation ? (
                  <SourceNumbers cited={observation.sources} numbered={numbered} sources={sources} />
                ) : (
                  <span className="muted">{t('none on record')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
