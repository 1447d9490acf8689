import { useState } from 'react'
import { Button } from 'react-aria-components'
import { sizeInWords } from '../../formats/copyFile.ts'
import { CITATION_FORMATS, type CitationFormat } from '../../formats/citations.ts'
import { countInWords } from '../../network/words.ts'
import { REPORT_PARTS, type ReportPartId } from '../../pictures/reportModel.ts'
import { reportOf, sourcesOfReport } from '../../studio/report.ts'
import { ChoiceRadios } from '../ChoiceRadios.tsx'
import { saveText } from '../details/saveText.ts'
import { saveFile } from '../saveFile.ts'
import { useChoice, useDerived, useSession, useTextsState } from '../useSession.ts'
import { TickBoxes } from './TickBoxes.tsx'
import './forms.css'

/** The size of the picture in a report, in CSS pixels: as wide as a page of A4 has room for, so that letters keep theirs. */
export const REPORT_PICTURE = { width: 680, height: 560 }

const FORMATS = [
  { id: 'html', label: 'HTML', spoken: 'HTML, a page of its own' },
  { id: 'pdf', label: 'PDF', spoken: 'PDF, pages of A4' },
] as const
type Format = (typeof FORMATS)[number]['id']

const ALL_PARTS = Object.keys(REPORT_PARTS) as ReportPartId[]

export interface ReportFormProps {
  /** What the report is called. */
  title: string
  /** The picture of the present view as SVG, in a size in CSS pixels. */
  picture: (size: typeof REPORT_PICTURE) => Promise<string>
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
  // What is said of a file holds until another one would come.
  const chooseFormat = (chosen: Format) => {
    setFormat(chosen)
    setDoing(IDLE)
  }
  const chooseParts = (chosen: readonly string[]) => {
    setParts(ALL_PARTS.filter((id) => chosen.includes(id)))
    setDoing(IDLE)
  }

  if (selection.initiatives.length === 0) {
    return <p className="muted">Nothing is selected: there is nothing to report. Choose other filters first.</p>
  }
  if (textsState.status !== 'ready') {
    return <p className="muted">{textsState.status === 'failed' ? textsState.reason : 'Loading the texts…'}</p>
  }
  const save = async () => {
    // The button stays as it is: one that is disabled loses the focus of the keyboard.
    if (doing.kind === 'busy') return
    setDoing({ kind: 'busy', words: 'Writing the report…' })
    try {
      const svg = parts.includes('picture') ? await picture(REPORT_PICTURE) : null
      const report = reportOf(session, { title, parts, picture: svg, link: location.href })
      await nextFrame()
      const { blob, notes } = format === 'html' ? await htmlOf(report) : await pdfOf(report, asOf)
      const name = `dyad-report-${asOf}.${format}`
      saveFile(blob, name)
      setDoing({ kind: 'done', words: [`Saved as ${name}, ${sizeInWords(blob.size)}.`, ...notes].join(' ') })
    } catch (error) {
      setDoing({ kind: 'failed', words: `The report could not be written: ${(error as Error).message}` })
    }
  }
  const sources = sourcesOfReport(session)
  const saveCitations = ({ label, extension, mediaType, write }: CitationFormat) => {
    const name = `dyad-sources-${asOf}.${extension}`
    saveText(name, write(sources), mediaType)
    setDoing({ kind: 'done', words: `${label} saved as ${name}.` })
  }
  return (
    <div className="export-form">
      <p>
        One document with {countInWords(selection.initiatives.length, 'initiative')} and{' '}
        {countInWords(sources.length, 'numbered source')}, as it stood on the as-of date.
      </p>
      <ChoiceRadios label="Format" options={FORMATS} value={format} onChange={chooseFormat} />
      <TickBoxes label="Parts" options={REPORT_PARTS} value={parts} onChange={chooseParts}>
        {parts.length === 0 && <p className="muted small">Without parts a report says how it is cited, and no more.</p>}
      </TickBoxes>
      <div className="form-actions">
        <span role="status">{doing.words}</span>
        <Button className="button primary" onPress={() => void save()}>
          Save the report
        </Button>
      </div>
      <div className="choice-group">
        <span id="report-citations">Sources for reference managers</span>
        <div className="choices" role="group" aria-labelledby="report-citations">
          {CITATION_FORMATS.map((own) => (
            <Button key={own.extension} className="button" onPress={() => saveCitations(own)}>
              {own.label}
            </Button>
          ))}
        </div>
      </div>
    </div>
  )
}

type Report = ReturnType<typeof reportOf>

async function htmlOf(report: Report): Promise<{ blob: Blob; notes: string[] }> {
  const { reportHtml } = await import('../../pictures/reportHtml.ts')
  return { blob: new Blob([reportHtml(report)], { type: 'text/html;charset=utf-8' }), notes: [] }
}

async function pdfOf(report: Report, asOf: string): Promise<{ blob: Blob; notes: string[] }> {
  const [{ reportPdf }, { siteFonts }] = await Promise.all([
    import('../../pictures/reportPdf.ts'),
    import('../../studio/siteFonts.ts'),
  ])
  const { pdf, notes } = await reportPdf(report, siteFonts, new Date(`${asOf}T00:00:00Z`))
  return { blob: new Blob([pdf], { type: 'application/pdf' }), notes }
}

/** Lets the page show what it is doing before it is busy. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
