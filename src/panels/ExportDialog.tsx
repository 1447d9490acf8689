import { useMemo, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { dateInWords } from '../model/dates.ts'
import { networkSubject } from '../pictures/networkArt.ts'
import { picturePng } from '../pictures/png.ts'
import { USUAL_STYLE } from '../pictures/subject.ts'
import { pictureSvg } from '../pictures/svg.ts'
import { ChoiceRadios } from './ChoiceRadios.tsx'
import { PlainDialog, type DialogState } from './Dialogs.tsx'
import type { GraphView } from './graphView.ts'
import { saveFile } from './saveFile.ts'
import { useDerived, useSession } from './useSession.ts'

const WIDTH = 1200
const HEIGHT = 900
const FORMATS = [
  { id: 'png', label: 'PNG' },
  { id: 'svg', label: 'SVG' },
] as const
const SCALES = [1, 2, 3, 4] as const
type Scale = (typeof SCALES)[number]

/** Saves the network as a picture, with title, sentence, legend and source line on it. */
export function ExportDialog({ view, ...state }: DialogState & { view: GraphView }) {
  return (
    <PlainDialog title="Export a picture" {...state}>
      <ExportForm view={view} />
    </PlainDialog>
  )
}

function ExportForm({ view }: { view: GraphView }) {
  const { columns, choices } = useSession()
  const { sentence } = useDerived()
  const { outline } = columns
  const [title, setTitle] = useState(outline.title)
  const [format, setFormat] = useState<'png' | 'svg'>('png')
  const [scale, setScale] = useState<Scale>(2)
  const [state, setState] = useState<{ kind: 'idle' | 'busy' | 'done' | 'failed'; words: string }>({
    kind: 'idle',
    words: '',
  })
  const { asOf } = choices.getState()
  const svg = useMemo(
    () =>
      pictureSvg(networkSubject(view.scene(), view.flags(), USUAL_STYLE), {
        title,
        subtitle: sentence,
        asOf: dateInWords(asOf),
        sourceLine: outline.citation,
        link: location.href,
        width: WIDTH,
        height: HEIGHT,
        unit: 'px',
        background: 'palette',
        legend: { parts: null, place: 'auto' },
        style: USUAL_STYLE,
      }).svg,
    [view, title, sentence, asOf, outline],
  )
  const preview = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

  const save = async () => {
    // The button stays as it is: one that is disabled loses the focus of the keyboard.
    if (state.kind === 'busy') return
    setState({ kind: 'busy', words: 'Drawing…' })
    try {
      const blob =
        format === 'svg'
          ? new Blob([svg], { type: 'image/svg+xml' })
          : await picturePng(svg, WIDTH, HEIGHT, scale, { title, description: sentence, source: outline.citation })
      const name = `dyad-${asOf}.${format}`
      saveFile(blob, name)
      setState({ kind: 'done', words: `Saved as ${name}.` })
    } catch (error) {
      setState({ kind: 'failed', words: (error as Error).message })
    }
  }
  return (
    <div className="export">
      <figure className="preview">
        <img src={preview} alt={`Preview: ${title}. ${sentence}`} />
      </figure>
      <div className="export-form">
        <TextField value={title} onChange={setTitle} className="field">
          <Label>Title</Label>
          <Input />
        </TextField>
        <ChoiceRadios label="Format" options={FORMATS} value={format} onChange={setFormat} />
        {format === 'png' && (
          <ChoiceRadios
            label="Size"
            options={SCALES.map((own) => ({
              id: String(own),
              label: `${own}x`,
              spoken: `${own}x, ${WIDTH * own} by ${HEIGHT * own} pixels`,
            }))}
            value={String(scale)}
            onChange={(id) => setScale(Number(id) as Scale)}
          />
        )}
        <p className="muted small figures">
          {format === 'png' ? `${WIDTH * scale} by ${HEIGHT * scale} pixels.` : 'Vectors, with text as text.'} All
          actors and ties of the present filters, wherever the screen has been moved.
        </p>
        <div className="dialog-actions">
          <span role="status">{state.words}</span>
          <Button className="button primary" onPress={save}>
            Save {format.toUpperCase()}
          </Button>
        </div>
      </div>
    </div>
  )
}
