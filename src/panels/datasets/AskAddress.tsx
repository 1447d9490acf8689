import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { RollupEnd } from '../../formats/parquetParts.ts'
import { LIMITS, type FileInput } from '../../formats/reading.ts'
import type { FileReader } from '../../state/reading.ts'
import { bytesInWords } from '../studio/bytesInWords.ts'
import { FirstButton } from '../FirstButton.tsx'
import { AskYears } from './AskYears.tsx'
import { openInFrame, type RemoteFile } from './fetchInFrame.ts'

interface AskAddressProps {
  address: string
  reader: FileReader
  /** Called when there is nothing more to ask. */
  onDone: () => void
}

/** Asks before anything is fetched from another host, and names it; then fetches, with progress and cancel. */
export function AskAddress({ address, reader, onDone }: AskAddressProps) {
  const [loaded, setLoaded] = useState<number | null>(null)
  const [choice, setChoice] = useState<YearsChoice | null>(null)
  const fetching = useRef<AbortController | null>(null)
  useEffect(() => () => fetching.current?.abort(), [])
  const url = new URL(address)
  const fetchIt = async () => {
    const own = new AbortController()
    fetching.current = own
    setLoaded(0)
    try {
      const remote = await openInFrame(url, own.signal)
      const ask: YearsOf = (end) => new Promise((chosen) => setChoice({ end, chosen }))
      const parts = await partsOf(remote, ask, setLoaded)
      const file = parts ?? { name: remote.name, bytes: await remote.whole(setLoaded) }
      remote.close()
      reader.read(file.name, file.bytes, file.parts)
    } catch (error) {
      if (!own.signal.aborted) reader.refuse(address, error instanceof Error ? error.message : String(error))
    }
    onDone()
  }
  if (choice) {
    const onChosen = (years: readonly [number, number]) => {
      choice.chosen(years)
      setChoice(null)
    }
    return <AskYears end={choice.end} onChosen={onChosen} onCancel={onDone} />
  }
  return (
    <section className="ask-address" aria-label="Data from another host">
      {loaded === null ? (
        <>
          <p>
            Fetch data from <strong>{url.host}</strong>? That host will learn the address of your connection, and that
            this file was asked for; nothing else is sent.
          </p>
          <p className="muted small address">{url.href}</p>
          <div className="dialog-actions">
            <FirstButton className="button" onPress={onDone}>
              Do not fetch
            </FirstButton>
            <Button className="button primary" onPress={() => void fetchIt()}>
              Fetch from {url.host}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p role="status">Fetching from {url.host}…</p>
          <div className="dialog-actions">
            <span className="muted figures">{loaded > 0 && bytesInWords(loaded)}</span>
            <FirstButton
              className="button"
              onPress={() => {
                fetching.current?.abort()
                onDone()
              }}
            >
              Cancel
            </FirstButton>
          </div>
        </>
      )}
    </section>
  )
}

/** A roll-up with more rows than can be read at once, and what is done with the years that the person takes of it. */
interface YearsChoice {
  end: RollupEnd
  chosen: (years: readonly [number, number]) => void
}

type YearsOf = (end: RollupEnd) => Promise<readonly [number, number]>

/** Of a Parquet file, what is read of it; `null` where the whole file is to be fetched. */
async function partsOf(remote: RemoteFile, ask: YearsOf, onLoaded: (bytes: number) => void): Promise<FileInput | null> {
  if (!remote.name.toLowerCase().endsWith('.parquet')) return null
  const size = await remote.size()
  if (size === null) return null
  const { fetchYears, rollupEnd } = await import('../../formats/parquetParts.ts')
  const end = await rollupEnd(remote.name, size, remote.range)
  if (!end) return null
  const years = end.years && end.rowsIn(null) > LIMITS.initiatives ? await ask(end) : null
  return fetchYears(end, years, remote.range, onLoaded)
}
