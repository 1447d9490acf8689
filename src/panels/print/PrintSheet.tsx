import { dataLanguage, t } from '../../language/messages.ts'
import { useLayoutEffect, useRef } from 'react'
import type { Report, ReportCell, ReportPart, ReportTable } from '../../pictures/reportModel.ts'

export type PrintedPicture =
  | { kind: 'address'; address: string }
  /** Canvases over each other. */
  | { kind: 'layers'; layers: readonly HTMLCanvasElement[] }

/** The pages of paper: a heading, what is shown and as of when, the picture, the list, and what it is read from. */
export function PrintSheet({ report, picture }: { report: Report; picture: PrintedPicture | null }) {
  return (
    <article className="print-sheet">
      <h1>{report.title}</h1>
      <p className="print-sentence">{report.sentence}</p>
      <p>{t('As of {date}', { date: report.asOf })}</p>
      {report.parts.map((part) => (
        <Part key={part.id} part={part} picture={picture} />
      ))}
      <section>
        <h2>{t('How to cite')}</h2>
        <p lang={dataLanguage()}>{report.citation}</p>
        {report.licence !== '' && <p>{t('Licence: {licence}', { licence: report.licence })}</p>}
      </section>
    </article>
  )
}

function Part({ part, picture }: { part: ReportPart; picture: PrintedPicture | null }) {
  if (part.kind === 'picture') return picture && <Picture picture={picture} />
  return (
    <section>
      <h2>{part.heading}</h2>
      {part.kind === 'table' && (
        <>
          <p>{part.note}</p>
          <Table table={part.table} />
        </>
      )}
      {part.kind === 'sources' && (
        <ol className="print-sources">
          {part.sources.map(({ number, title, details, url }) => (
            <li key={number} value={number}>
              <span lang={dataLanguage()}>{title}</span>. {details} <span className="print-url">{url}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Picture({ picture }: { picture: PrintedPicture }) {
  const place = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    if (picture.kind !== 'layers' || !place.current) return
    const [first] = picture.layers
    place.current.width = first!.width
    place.current.height = first!.height
    // Read often means: kept in memory, and not on the graphics card.
    const context = place.current.getContext('2d', { willReadFrequently: true })!
    for (const layer of picture.layers) context.drawImage(layer, 0, 0)
  }, [picture])
  return <figure>{picture.kind === 'address' ? <img src={picture.address} alt="" /> : <canvas ref={place} />}</figure>
}

function Table({ table: { groups, head, rows } }: { table: ReportTable }) {
  return (
    <table>
      <thead>
        {groups.length > 0 && (
          <tr>
            <th aria-label={t('Partner')} />
            {groups.map(({ label, span }) => (
              <th key={label} scope="colgroup" colSpan={span}>
                {label}
              </th>
            ))}
          </tr>
        )}
        <tr>
          {head.map(({ label, isNumber }, i) => (
            <th key={i} scope="col" className={isNumber ? 'print-number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, isTotal }, row) => (
          <tr key={row} className={isTotal ? 'print-total' : undefined}>
            {cells.map((cell, i) => (
              <td key={i} className={head[i]!.isNumber ? 'print-number' : undefined}>
                <Cell cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ cell: { text, note, cites } }: { cell: ReportCell }) {
  return (
    <>
      {text}
      {note !== undefined && <small> {note}</small>}
      {cites && cites.length > 0 && <small> {spansInWords(cites)}</small>}
    </>
  )
}

/** Rising numbers, those that follow on one another as a span: "1-4, 7". */
function spansInWords(numbers: readonly number[]): string {
  const spans: [number, number][] = []
  for (const number of numbers) {
    const last = spans.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else spans.push([number, number])
  }
  return spans.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}
