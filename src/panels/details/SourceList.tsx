import { numberInWords } from '../../language/numbers.ts'
import { dataLanguage, msg, t, type Message } from '../../language/messages.ts'
import { EditButton } from '../editing/EditButton.tsx'
import { isWebAddress, languageInWords, whenPublished } from '../../formats/citations.ts'
import type { Texts } from '../../model/outline.ts'
import type { SourceKind } from '../../model/schema.ts'

type Sources = Texts['sources']

/** The kinds of source, in words. */
export const SOURCE_KIND_LABELS: Record<SourceKind, Message> = {
  official: msg('official source'),
  database: msg('database'),
  academic: msg('academic source'),
  'think-tank': msg('think tank'),
  company: msg('company'),
  news: msg('news'),
  reference: msg('reference work'),
  unstated: msg('kind not stated'),
}

/** The numbers of some sources, each a link to the publication itself. */
export function SourceNumbers({ cited, numbered, sources }: { cited: string[]; numbered: string[]; sources: Sources }) {
  return (
    <span className="source-numbers figures">
      {cited.map((id) => {
        const number = numbered.indexOf(id) + 1
        const source = sources[id]
        return source && isWebAddress(source.url) ? (
          <a
            key={id}
            href={source.url}
            target="_blank"
            rel="noopener noreferrer"
            title={t('{title} ({publisher}, {date})', {
              title: source.title,
              publisher: source.publisher,
              date: whenPublished(source),
            })}
            aria-label={t('Source {number, number}: {title}', { number, title: source.title })}
          >
            {numberInWords(number)}
          </a>
        ) : (
          <span key={id}>{numberInWords(number)}</span>
        )
      })}
    </span>
  )
}

/** Sources in full: title as a link, publisher, date, kind, and the language where it is not English. */
export function SourceList({ numbered, sources }: { numbered: string[]; sources: Sources }) {
  if (numbered.length === 0) return null
  return (
    <section>
      <h3>
        {t('Sources')} <span className="heading-count figures">{numberInWords(numbered.length)}</span>
      </h3>
      <ol className="sources">
        {numbered.map((id) => {
          const source = sources[id]
          return (
            <li key={id}>
              {source ? (
                <>
                  <SourceLine source={source} />{' '}
                  <EditButton
                    target={{ kind: 'source', id }}
                    label={t('Edit the source “{title}”', { title: source.title })}
                  />
                </>
              ) : (
                <span className="muted">{t('{source}: not in this dataset', { source: id })}</span>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** The kind of a source in words; one that Dyad does not know as it is written. */
function kindInWords(kind: SourceKind): string {
  const label: Message | undefined = SOURCE_KIND_LABELS[kind]
  return label ? t(label) : kind
}

/** One source in full. */
export function SourceLine({ source }: { source: Sources[string] }) {
  const { title, publisher, url, kind } = source
  return (
    <>
      {isWebAddress(url) ? (
        <a href={url} target="_blank" rel="noopener noreferrer" lang={dataLanguage()}>
          {title}
        </a>
      ) : (
        <span lang={dataLanguage()}>{title}</span>
      )}
      <span className="muted source-line">
        <span lang={dataLanguage()}>{publisher}</span>
        {[whenPublished(source), kindInWords(kind), languageInWords(source)]
          .filter((part) => part !== null)
          .map((part) => ` · ${part}`)}
      </span>
    </>
  )
}
