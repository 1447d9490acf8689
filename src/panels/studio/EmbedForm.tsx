import { t } from '../../language/messages.ts'
import { useState, useSyncExternalStore } from 'react'
import { Button, Label, TextArea, TextField } from 'react-aria-components'
import type { Permit } from '../../state/edition.ts'
import { writeHash } from '../../state/hash.ts'
import { embedAddress, EMBED_HEIGHTS, embedSnippet } from '../../studio/embed.ts'
import { copyText } from '../copyText.ts'
import { useDatasets } from '../datasetSwitch.ts'
import { useDerived, useSession } from '../useSession.ts'
import { FramedPage } from './FramedPage.tsx'
import { NumberInput } from './NumberInput.tsx'
import { Panes } from './Panes.tsx'
import { PermitBoxes } from './PermitBoxes.tsx'

/** The lines of HTML that put the present view into another page. */
export function EmbedForm() {
  const { columns, choices } = useSession()
  const datasets = useDatasets()
  const { sentence } = useDerived()
  const [permits, setPermits] = useState<ReadonlySet<Permit>>(new Set<Permit>(['asof', 'details']))
  const [height, setHeight] = useState<number>(EMBED_HEIGHTS.usual)
  const suggested = t('{title}. {sentence}', { title: columns.outline.title, sentence })
  const [title, setTitle] = useState(suggested)
  /** What was said of copying some lines: it holds while they are the same. */
  const [said, setSaid] = useState({ snippet: '', words: '' })
  // The address follows a frame later than the choices.
  const hash = useSyncExternalStore(choices.subscribe, () => writeHash(choices.getState(), columns))
  if (datasets && !datasets.isOwn) {
    return (
      <p className="muted studio-nothing">
        {t(
          'This dataset is kept in your browser only, so no other page can show it. Save an interactive copy and put that file on your site instead.',
        )}
      </p>
    )
  }
  if (!/^https?:$/.test(location.protocol)) {
    return (
      <p className="muted studio-nothing">
        {t('This page was opened from disk: only one that stands on a site can be embedded.')}
      </p>
    )
  }
  const address = embedAddress(`${location.origin}${location.pathname}#${hash}`, permits)
  const own = title.trim() || suggested
  const snippet = embedSnippet(address, height, own)
  const copy = async () =>
    setSaid({
      snippet,
      words: (await copyText(snippet))
        ? t('Copied: paste it into the HTML of your page.')
        : t('This browser does not let the page copy: select the lines and copy them yourself.'),
    })
  return (
    <Panes
      preview={
        <FramedPage title={t('Preview of the embed: {title}', { title: own })} address={address} height={height} />
      }
      words={
        <p className="small">
          <span role="status">{said.snippet === snippet && said.words}</span>
        </p>
      }
      buttons={
        <>
          <a className="embed-try" href={address} target="_blank" rel="noopener">
            {t('Try it in a new tab')}
          </a>
          <Button className="button primary" onPress={copy}>
            {t('Copy the HTML')}
          </Button>
        </>
      }
    >
      <p>{t('This view in a page of yours, always with the newest data of this address.')}</p>
      <PermitBoxes permits={permits} onChange={setPermits} />
      <TextField value={title} onChange={setTitle} className="field">
        <Label>{t('Title, for readers who listen to the page')}</Label>
        <TextArea rows={3} />
      </TextField>
      <NumberInput
        label={t('Height in pixels')}
        value={height}
        least={EMBED_HEIGHTS.least}
        most={EMBED_HEIGHTS.most}
        step={10}
        onChange={setHeight}
      />
      <TextField value={snippet} isReadOnly className="field embed-html">
        <Label>{t('HTML for your page')}</Label>
        <TextArea rows={9} onFocus={(event) => event.currentTarget.select()} />
      </TextField>
    </Panes>
  )
}
