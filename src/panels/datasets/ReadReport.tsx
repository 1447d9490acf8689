import { inParts, t } from '../../language/messages.ts'
import { useEffect, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { writeCsv } from '../../formats/csvTable.ts'
import type { FileRead } from '../../formats/readFile.ts'
import type { FileReader } from '../../state/reading.ts'
import { useDatasets } from '../datasetSwitch.ts'
import { saveText } from '../details/saveText.ts'
import { labelled } from '../labelled.ts'
import { MenuSelect } from '../MenuSelect.tsx'
import { rich, STRESSED } from '../rich.tsx'
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
          label={t('Read as')}
          options={labelled(READER_LABELS)}
          value={read.format.id}
          onChange={(format) => reader.again({ format, mapping: null })}
        />
      </div>
      {fault !== null && (
        <p className="datasets-trouble" role="alert">
          {t('{fault} What follows is as it was read before.', { fault })}
        </p>
      )}
      <p role="status" tabIndex={-1} ref={first} className="read-outcome">
        {rich(
          inParts(
            '<b>{taken, plural, one {# row} other {# rows}} taken</b>{rejected, plural, =0 {} one {, # row not} other {, # rows not}}: {initiatives, plural, one {# initiative} other {# initiatives}} in {dyads, plural, one {# dyad} other {# dyads}} of {actors, plural, one {# actor} other {# actors}}{years, select, none {} other {, {years}}}.',
            {
              taken: read.taken,
              rejected: read.rejected.length,
              initiatives: counts.initiatives,
              dyads: counts.dyads,
              actors: counts.actors,
              years: !years ? 'none' : years[0] === years[1] ? years[0] : `${years[0]}-${years[1]}`,
            },
          ),
          STRESSED,
        )}
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
        <Label>{t('Name of the dataset')}</Label>
        <Input maxLength={200} />
      </TextField>
      {trouble && (
        <p className="datasets-trouble" role="alert">
          {trouble}
        </p>
      )}
      <div className="dialog-actions">
        <Button className="button" onPress={reader.cancel}>
          {t('Cancel')}
        </Button>
        <Button className="button primary" isDisabled={isOpening || fault !== null} onPress={() => void openIt()}>
          {isOpening ? t('Opening…') : t('Open')}
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
              ? t('Line {line}: {reason}', { line: lines[0]!, reason })
              : t('{rows, plural, one {# row} other {# rows}}, the first in line {line}: {reason}', {
                  rows: lines.length,
                  line: lines[0]!,
                  reason,
                })}
          </li>
        ))}
        {sorted.length > MOST_REASONS && (
          <li>
            {t('And {count, plural, one {# more reason} other {# more reasons}}.', {
              count: sorted.length - MOST_REASONS,
            })}
          </li>
        )}
      </ul>
      <Button className="link-button" onPress={save}>
        {t('Save the rejected rows')}
      </Button>
    </div>
  )
}
