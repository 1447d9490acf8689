import { t } from '../../language/messages.ts'
import { useState } from 'react'
import { Button, DropZone, FileTrigger, Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import type { FileReader } from '../../state/reading.ts'
import { FirstButton } from '../FirstButton.tsx'

interface AddDataProps {
  reader: FileReader
  /** Reads a file that was chosen or dropped. */
  onFile: (file: File) => void
  /** Asks for what lies at an address. */
  onAddress: (address: string) => void
}

/** The ways in: a file is chosen or dropped, a table pasted, an address given. */
export function AddData({ reader, onFile, onAddress }: AddDataProps) {
  return (
    <section className="add-data" aria-label={t('Add data')}>
      <DropZone
        className="drop-zone"
        getDropOperation={() => 'copy'}
        onDrop={async ({ items }) => {
          const item = items.find((own) => own.kind === 'file')
          const text = items.find((own) => own.kind === 'text')
          if (item?.kind === 'file') onFile(await item.getFile())
          else if (text?.kind === 'text') readText(reader, await text.getText('text/plain'))
          else reader.refuse('', t('That was no file: drop one file, not a folder.'))
        }}
      >
        <p>{t('Drop a file here, or')}</p>
        <FileTrigger
          onSelect={(files) => {
            if (files?.[0]) onFile(files[0])
          }}
        >
          <FirstButton className="button primary">{t('Choose a file')}</FirstButton>
        </FileTrigger>
        <p className="muted small">
          {t(
            'A table of ties (CSV, TSV, Excel), Dyad’s JSON or zip, GEXF, GraphML, Cytoscape JSON, CX2, a roll-up of events (Parquet), or a file of the SIPRI Arms Transfers Database, UN Comtrade or the Correlates of War. It is read in this browser and sent nowhere.',
          )}
        </p>
      </DropZone>
      <div className="other-ways">
        <Paste reader={reader} />
        <FromAddress onAddress={onAddress} />
      </div>
    </section>
  )
}

function Paste({ reader }: { reader: FileReader }) {
  const [text, setText] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        readText(reader, text)
      }}
    >
      <TextField className="field" value={text} onChange={setText}>
        <Label>{t('Or paste a table')}</Label>
        <TextArea rows={2} placeholder="from, to, date, title" spellCheck={false} />
      </TextField>
      <Button className="button small-button" type="submit" isDisabled={text.trim() === ''}>
        {t('Read what was pasted')}
      </Button>
    </form>
  )
}

function readText(reader: FileReader, text: string): void {
  reader.read('pasted.txt', new TextEncoder().encode(text))
}

function FromAddress({ onAddress }: { onAddress: (address: string) => void }) {
  const [written, setWritten] = useState('')
  const address = written.trim()
  const isAddress = /^https?:\/\/[^\s/]\S*$/i.test(address) && URL.canParse(address)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isAddress) onAddress(address)
      }}
    >
      <TextField className="field" value={written} onChange={setWritten} type="url">
        <Label>{t('Or give the address of a file')}</Label>
        <Input placeholder="https://" spellCheck="false" />
        {/* There also while it says nothing: the field is described only by what it was first drawn with. */}
        <Text slot="description" className="address-rule muted small">
          {!isAddress &&
            address !== '' &&
            t('An address begins with https:// or http:// and has no spaces, as https://example.org/ties.csv.')}
        </Text>
      </TextField>
      <Button className="button small-button" type="submit" isDisabled={!isAddress}>
        {t('Fetch')}
      </Button>
    </form>
  )
}
