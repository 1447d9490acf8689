import { dataLanguage, t } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import type { Texts } from '../../model/outline.ts'
import type { Magnitude } from '../../model/schema.ts'
import { amountInWords } from '../../network/profile.ts'
import { SourceNumbers } from './SourceList.tsx'

interface FiguresProps {
  figures: Magnitude[]
  /** How many more are dated after the as-of date. */
  later: number
  /** The as-of date in words. */
  until: string
  numbered: string[]
  sources: Texts['sources']
}

/** The figures of an initiative, each with its date and sources. */
export function Figures({ figures, later, until, numbered, sources }: FiguresProps) {
  if (figures.length === 0 && later === 0) return null
  return (
    <section>
      <h3>{t('Figures')}</h3>
      {figures.length > 0 && (
        <table className="figure-table">
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('Figure and date')}</th>
              <th scope="col">{t('Value')}</th>
              <th scope="col">{t('Sources')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ kind, value, unit, date, sources: cited }) => (
              <tr key={`${kind}/${value}/${unit}/${date}`}>
                <th scope="row">
                  <span lang={dataLanguage()}>{kind}</span>{' '}
                  <span className="muted">{date ? dateInWords(date) : t('undated')}</span>
                </th>
                <td className="figures value">{amountInWords({ value, unit })}</td>
                <td>
                  <SourceNumbers cited={cited} numbered={numbered} sources={sources} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {later > 0 && (
        <p className="muted later">
          {t(
            '{count, plural, one {# later figure after {date} is not shown} other {# later figures after {date} are not shown}}',
            { count: later, date: until },
          )}
        </p>
      )}
    </section>
  )
}
