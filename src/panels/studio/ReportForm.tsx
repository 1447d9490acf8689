import { msg, t, type Message } from '../../language/messages.ts'
import { useEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { CITATION_FORMATS, type CitationFormat } from '../../formats/citations.ts'
import { reportHtml } from '../../pictures/reportHtml.ts'
import { REPORT_PARTS, type Report, type ReportPartId } from '../../pictures/reportModel.ts'
import type { Sheet } from '../../studio/pictureChoices.ts'
import { reportOf, sourcesOfReport } from '../../studio/report.ts'
import { ChoiceRadios } from '../ChoiceRadios.tsx'
import { saveText } from '../details/saveText.ts'
import { saveFile } from '../saveFile.ts'
import { useChoice, useDerived, useSession, useTextsState } from '../useSession.ts'
import { bytesInWords } from './bytesInWords.ts'
import { Panes } from './Panes.tsx'
import { pdfFile } from './pictureFile.ts'
import { TickBoxes } from './TickBoxes.tsx'
import { useAddress } from './useAddress.ts'

/** The picture in a report: as wide as a page of A4 has room for, so that letters keep their size. */
export const REPORT_SHEET: Sheet = { width: 680, height: 740, points: 8.25 }

const FORMATS = [
  { id: 'html', label: 'HTML', spoken: msg('HTML, a page of its own') },
  { id: 'pdf', label: 'PDF', spoken: msg('PDF, pages of A4') },
] as const
type Format = (typeof FORMATS)[number]['id']

const FORMAT_MEANINGS: Record<Format, Message> = {
  html: msg('One page that opens from disk, with every number of a source leading to it.'),
  pdf: msg('The same parts on pages of A4, with an outline and text that can be searched.'),
}

const ALL_PARTS = Object.keys(REPORT_PARTS) as ReportPartId[]

export interface ReportFormProps {
  /** What the report is called. */
  title: string
  /** The picture of the present view as SVG, on a {@link REPORT_SHEET}. */
  picture: () => Promise<string>
}

interface Doing {
  kind: 'idle' | 'busy' | 'done' | 'failed'
  words: string
}

const IDLE: Doing = { kind: 'idle', words: '' }

/** Saves a report of what is selected, or the citations of its sources. */
export function ReportForm({ title, picture }: ReportFormProps) {
  const session = useSession()
  const { selection } = useDerived()
  const textsState = useTextsState()
  const asOf = useChoice((choices) => choices.asOf)
  const [format, setFormat] = useState<Format>('html')
  const [parts, setParts] = useState<readonly ReportPartId[]>(ALL_PARTS)
  const [doing, setDoing] = useState<Doing>(IDLE)
  const isReady = textsState.status === 'ready' && selection.size > 0
  const seen = useSvg(picture)
  const report = useMemo(
    () => (isReady ? reportOf(session, { title, parts, picture: seen.svg, link: location.href }) : null),
    [isReady, session, title, parts, seen.svg],
  )
  const sources = useMemo(() => (isReady ? sourcesOfReport(session) : []), [isReady, session])
  // What is said of a file holds until another one would come.
  const chooseFormat = (chosen: Format) => {
    setFormat(chosen)
    setDoing(IDLE)
  }
  const chooseParts = (chosen: readonly string[]) => {
    setParts(ALL_PARTS.filter((id) => chosen.includes(id)))
    setDoing(IDLE)
  }

  if (selection.size === 0) {
    return (
      <p className="muted studio-nothing">
        {t('Nothing is selected: there is nothing to report. Choose other filters first.')}
      </p>
    )
  }
  if (!report) {
    return (
      <p className="muted studio-nothing">
        {textsState.status === 'failed' ? textsState.reason : t('Loading the texts…')}
      </p>
    )
  }
  const save = async () => {
    // The button stays as it is: one that is disabled loses the focus of the keyboard.
    if (doing.kind === 'busy') return
    setDoing({ kind: 'busy', words: t('Writing the report…') })
    try {
      // The picture may still be on its way.
      const svg = parts.includes('picture') ? await picture() : null
      const whole = reportOf(session, { title, parts, picture: svg, link: location.href })
      await nextFrame()
      const { blob, notes } = format === 'html' ? htmlOf(whole) : await pdfOf(whole, asOf)
      const name = `dyad-report-${asOf}.${format}`
      saveFile(blob, name)
      setDoing({
        kind: 'done',
        words: [t('Saved as {file}, {size}.', { file: name, size: bytesInWords(blob.size) }), ...notes].join(' '),
      })
    } catch (error) {
      setDoing({
        kind: 'failed',
        words: t('The report could not be written: {reason}', { reason: (error as Error).message }),
      })
    }
  }
  const saveCitations = ({ label, extension, mediaType, write }: CitationFormat) => {
    const name = `dyad-sources-${asOf}.${extension}`
    saveText(name, write(sources), mediaType)
    setDoing({
      kind: 'done',
      words: t('{count, plural, one {# source} other {# sources}} saved as {file}, {format}.', {
        count: sources.length,
        file: name,
        format: label,
      }),
    })
  }
  return (
    <Panes
      preview={<ReportPreview report={report} isStale={seen.svg === null && seen.fault === null} />}
      words={
        <p className="small figures">
          {doing.words === '' && (
            <span className="muted">
              {t(
                '{initiatives, plural, one {# initiative} other {# initiatives}}, {sources, plural, one {# numbered source} other {# numbered sources}}.',
                { initiatives: selection.size, sources: sources.length },
              )}
            </span>
          )}
          <span role="status">{doing.words}</span>
        </p>
      }
      buttons={
        <Button className="button primary" onPress={() => void save()}>
          {t('Save the report')}
        </Button>
      }
    >
      <p>{t('What is selected as one document, as it stood on the as-of date.')}</p>
      {parts.includes('picture') && (
        <p className="muted small">{seen.fault ?? t('The picture looks as chosen under Picture.')}</p>
      )}
      <ChoiceRadios
        label={t('Format')}
        options={FORMATS.map(({ id, label, spoken }) => ({ id, label, spoken: t(spoken) }))}
        value={format}
        onChange={chooseFormat}
      />
      <p className="muted small">{t(FORMAT_MEANINGS[format])}</p>
      <TickBoxes
        label={t('Parts')}
        options={ALL_PARTS.map((id) => ({ id, label: t(REPORT_PARTS[id]) }))}
        value={parts}
        onChange={chooseParts}
      >
        {parts.length === 0 && (
          <p className="muted small">{t('Without parts a report says how it is cited, and no more.')}</p>
        )}
      </TickBoxes>
      <div className="choice-group report-citations">
        <span id="report-citations">{t('Its sources, for reference managers')}</span>
        <div className="choices" role="group" aria-labelledby="report-citations">
          {CITATION_FORMATS.map((own) => (
            <Button key={own.extension} className="button" onPress={() => saveCitations(own)}>
              {own.label}
            </Button>
          ))}
        </div>
      </div>
    </Panes>
  )
}

/** The report as a page, in a frame of its own that runs no script; its links to sources open beside this page. */
function ReportPreview({ report, isStale }: { report: Report; isStale: boolean }) {
  const page = useMemo(() => {
    const html = reportHtml(report).replaceAll(
      ' rel="noopener noreferrer"',
      ' target="_blank" rel="noopener noreferrer"',
    )
    return new Blob([html], { type: 'text/html;charset=utf-8' })
  }, [report])
  const address = useAddress(page)
  return (
    <figure className="studio-preview" aria-busy={isStale}>
      {!isStale && (
        <iframe
          className="studio-page"
          title={t('Preview of the report')}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          src={address ?? undefined}
        />
      )}
    </figure>
  )
}

/** A picture that is asked for when the form opens, or why there is none. */
function useSvg(picture: ReportFormProps['picture']): { svg: string | null; fault: string | null } {
  const [made, setMade] = useState<{ svg: string | null; fault: string | null }>({ svg: null, fault: null })
  useEffect(() => {
    let isOver = false
    picture().then(
      (svg) => !isOver && setMade({ svg, fault: null }),
      (error: unknown) => !isOver && setMade({ svg: null, fault: (error as Error).message }),
    )
    return () => {
      isOver = true
    }
  }, [picture])
  return made
}

function htmlOf(report: Report): { blob: Blob; notes: string[] } {
  return { blob: new Blob([reportHtml(report)], { type: 'text/html;charset=utf-8' }), notes: [] }
}

function pdfOf(report: Report, asOf: string): Promise<{ blob: Blob; notes: string[] }> {
  const date = new Date(`${asOf}T00:00:00Z`)
  return pdfFile(async (fonts) => (await import('../../pictures/reportPdf.ts')).reportPdf(report, fonts, date))
}

/** Lets the page show what it is doing before it is busy. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
