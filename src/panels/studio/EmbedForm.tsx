import { useState, useSyncExternalStore } from 'react'
import { Button, FieldError, Input, Label, NumberField, TextArea, TextField } from 'react-aria-components'
import type { Permit } from '../../state/edition.ts'
import { writeHash } from '../../state/hash.ts'
import { embedAddress, EMBED_HEIGHTS, embedSnippet } from '../../studio/embed.ts'
import { copyText } from '../copyText.ts'
import { useDerived, useSession } from '../useSession.ts'
import { PermitBoxes } from './PermitBoxes.tsx'
import './forms.css'

/** The lines of HTML that put the present view into another page. */
export function EmbedForm() {
  const { columns, choices } = useSession()
  const { sentence } = useDerived()
  const [permits, setPermits] = useState<ReadonlySet<Permit>>(new Set<Permit>(['asof', 'details']))
  const [height, setHeight] = useState<number>(EMBED_HEIGHTS.usual)
  const suggested = `${columns.outline.title}. ${sentence}`
  const [title, setTitle] = useState(suggested)
  /** What was said of copying some lines: it holds while they are the same. */
  const [said, setSaid] = useState({ snippet: '', words: '' })
  // The address follows a frame later than the choices.
  const hash = useSyncExternalStore(choices.subscribe, () => writeHash(choices.getState(), columns))
  if (!/^https?:$/.test(location.protocol)) {
    return <p className="muted">This page was opened from disk: only one that stands on a site can be embedded.</p>
  }
  const address = embedAddress(`${location.origin}${location.pathname}#${hash}`, permits)
  const snippet = embedSnippet(address, height, title.trim() || suggested)
  const copy = async () =>
    setSaid({
      snippet,
      words: (await copyText(snippet))
        ? 'Copied.'
        : 'This browser does not let the page copy: select the lines and copy them yourself.',
    })
  return (
    <div className="export-form">
      <p>Lines of HTML that show this view in a page of yours, always with the newest data of this address.</p>
      <PermitBoxes permits={permits} onChange={setPermits} />
      <TextField value={title} onChange={setTitle} className="field">
        <Label>Title, for readers who listen to the page</Label>
        <Input />
      </TextField>
      <NumberField
        className="field embed-height"
        value={height}
        onChange={(own) => setHeight(Number.isFinite(own) ? own : EMBED_HEIGHTS.usual)}
        minValue={EMBED_HEIGHTS.least}
        maxValue={EMBED_HEIGHTS.most}
        step={10}
      >
        <Label>Height in pixels</Label>
        <Input />
        <FieldError />
      </NumberField>
      <TextField value={snippet} isReadOnly className="field">
        <Label>HTML for your page</Label>
        <TextArea rows={7} onFocus={(event) => event.currentTarget.select()} />
      </TextField>
      <div className="form-actions">
        <span role="status">{said.snippet === snippet && said.words}</span>
        <a href={address} target="_blank" rel="noopener">
          Try it in a new tab
        </a>
        <Button className="button primary" onPress={copy}>
          Copy the HTML
        </Button>
      </div>
    </div>
  )
}
