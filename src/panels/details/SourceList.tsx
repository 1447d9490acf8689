import { EditButton } from '../editing/EditButton.tsx'
import { isWebAddress, languageInWords, whenPublished } from '../../formats/citations.ts'
import type { Texts } from '../../model/outline.ts'
import type { SourceKind } from '../../model/schema.ts'

type Sources = Texts['sources']

/** The kinds of source, in words. */
export const SOURCE_KIND_LABELS: Record<SourceKind, string> = {
  official: 'official source',
  database: 'database',
  academic: 'academic source',
  'think-tank': 'think tank',
  company: 'company',
  news: 'news',
  reference: 'reference work',
  unstated: 'kind not stated',
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
            title={`${source.title} (${source.publisher}, ${whenPublished(source)})`}
            aria-label={`Source ${number}: ${source.title}`}
          >
            {number}
          </a>
        ) : (
          <span key={id}>{number}</span>
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
        Sources <span className="heading-count figures">{numbered.length}</span>
      </h3>
      <ol className="sources">
        {numbered.map((id) => {
          const source = sources[id]
          return (
            <li key={id}>
              {source ? (
                <>
                  <SourceLine source={source} />{' '}
                  <EditButton target={{ kind: 'source', id }} label={`Edit the source “${source.title}”`} />
                </>
              ) : (
                <span className="muted">{id}: not in this dataset</span>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** One source in full. */
export function SourceLine({ source }: { source: Sources[string] }) {
  const { title, publisher, url, kind } = source
  return (
    <>
      {isWebAddress(url) ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      <span className="muted source-line">
        {[publisher, whenPublished(source), SOURCE_KIND_LABELS[kind] ?? kind, languageInWords(source)]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
    </>
  )
}
