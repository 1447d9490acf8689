import { useEffect, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { writeCsv } from '../../formats/csvTable.ts'
import type { FileRead } from '../../formats/readFile.ts'
import { countInWords } from '../../network/words.ts'
import type { FileReader } from '../../state/reading.ts'
import { useDatasets } from '../datasetSwitch.ts'
import { saveText } from '../details/saveText.ts'
import { MenuSelect } from '../MenuSelect.tsx'
import { useFirstFocus } from '../useFirstFocus.ts'
import { measureReading } from './fileReader.ts'
import { MappingForm } from './MappingForm.tsx'
import { READER_LABELS } from './readerLabels.ts'
import { UnknownActors } from './UnknownActors.tsx'

interface ReadReportProps {
  name: string
  read: FileRead
  /** Why it could not be read in the way that was asked for last; `null` where it could. */
  fault: string | null
  reader: FileReader
}

/** What came of reading a file: how much was taken, what was not and why, and what the person is to decide. */
export function ReadReport({ name, read, fault, reader }: ReadReportProps) {
  const datasets = useDatasets()!
  const [title, setTitle] = useState(read.title)
  const [isOpening, setOpening] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { counts, years } = read
  // What came of it is read first; the way on stands below.
  const first = useFirstFocus<HTMLParagraphElement>()
  useEffect(measureReading, [])
  const openIt = async () => {
    setOpening(true)
    setTrouble(null)
    const about = {
      title: title.trim() || read.title,
      from: name,
      initiatives: counts.initiatives,
      actors: counts.actors,
    }
    try {
      await datasets.openRead({ outline: read.outline, texts: reader.texts() }, about)
      reader.cancel()
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
      setOpening(false)
    }
  }
  return (
    <div className="datasets read-report">
      <div className="read-head">
        <p>
          <strong>{name}</strong>
        </p>
        <MenuSelect
          className="read-as"
          label="Read as"
          options={READER_LABELS}
          value={read.format.id}
          onChange={(format) => reader.again({ format, mapping: null })}
        />
      </div>
      {fault !== null && (
        <p className="datasets-trouble" role="alert">
          {fault} What follows is as it was read before.
        </p>
      )}
      <p role="status" tabIndex={-1} ref={first} className="read-outcome">
        <strong>{countInWords(read.taken, 'row')} taken</strong>
        {read.rejected.length > 0 && `, ${countInWords(read.rejected.length, 'row')} not`}:{' '}
        {countInWords(counts.initiatives, 'initiative')} in {countInWords(counts.dyads, 'dyad')} of{' '}
        {countInWords(counts.actors, 'actor')}
        {years && `, ${years[0] === years[1] ? years[0] : `${years[0]}-${years[1]}`}`}.
      </p>
      {read.rejected.length > 0 && <Rejected name={name} read={read} />}
      {read.notes.length > 0 && (
        <ul className="read-notes">
          {read.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {read.table && <MappingForm table={read.table} onChange={(mapping) => reader.again({ mapping })} />}
      {read.unknown.length > 0 && <UnknownActors unknown={read.unknown} reader={reader} />}
      <TextField className="field" value={title} onChange={setTitle}>
        <Label>Name of the dataset</Label>
        <Input maxLength={200} />
      </TextField>
      {trouble && (
        <p className="datasets-trouble" role="alert">
          {trouble}
        </p>
      )}
      <div className="dialog-actions">
        <Button className="button" onPress={reader.cancel}>
          Cancel
        </Button>
        <Button className="button primary" isDisabled={isOpening || fault !== null} onPress={() => void openIt()}>
          {isOpening ? 'Opening…' : 'Open'}
        </Button>
      </div>
    </div>
  )
}

const MOST_REASONS = 5

/** Why rows were not taken, the most frequent reasons first, and all of these rows as a file. */
function Rejected({ name, read }: { name: string; read: FileRead }) {
  const reasons = new Map<string, number[]>()
  for (const { reason, line } of read.rejected) reasons.set(reason, [...(reasons.get(reason) ?? []), line])
  const sorted = [...reasons].sort(([, one], [, other]) => other.length - one.length)
  const save = () => {
    const rows = read.rejected.map(({ line, cells, reason }) => [line, reason, ...cells])
    const widest = Math.max(...read.rejected.map(({ cells }) => cells.length), read.head.length)
    const head = Array.from({ length: widest }, (_, i) => read.head[i] ?? '')
    saveText(`${name.replace(/\.\w+$/, '')}-rejected.csv`, writeCsv(['line', 'reason', ...head], rows), 'text/csv')
  }
  return (
    <div className="rejected">
      <ul>
        {sorted.slice(0, MOST_REASONS).map(([reason, lines]) => (
          <li key={reason}>
            {lines.length === 1
              ? `Line ${lines[0]}`
              : `${countInWords(lines.length, 'row')}, the first in line ${lines[0]}`}
            : {reason}
          </li>
        ))}
        {sorted.length > MOST_REASONS && <li>And {sorted.length - MOST_REASONS} more reasons.</li>}
      </ul>
      <Button className="link-button" onPress={save}>
        Save the rejected rows
      </Button>
    </div>
  )
}
