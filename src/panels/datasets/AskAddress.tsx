import { inParts, t } from '../../language/messages.ts'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { FileReader } from '../../state/reading.ts'
import { bytesInWords } from '../studio/bytesInWords.ts'
import { FirstButton } from '../FirstButton.tsx'
import { rich, STRESSED } from '../rich.tsx'
import { openInFrame } from './fetchInFrame.ts'
import { openOnOwnHost, rollupParts } from './partedFile.ts'
import { useYears } from './useYears.tsx'

interface AskAddressProps {
  address: string
  reader: FileReader
  /** Called when there is nothing more to ask. */
  onDone: () => void
}

/** Asks before anything is fetched from another host, and names it; then fetches, with progress and cancel. */
export function AskAddress({ address, reader, onDone }: AskAddressProps) {
  const [loaded, setLoaded] = useState<number | null>(null)
  const { ask, asked } = useYears(onDone)
  const fetching = useRef<AbortController | null>(null)
  useEffect(() => () => fetching.current?.abort(), [])
  const url = new URL(address)
  const isOwn = url.origin === location.origin
  const fetchIt = async () => {
    const own = new AbortController()
    fetching.current = own
    setLoaded(0)
    try {
      const remote = isOwn ? openOnOwnHost(url, own.signal) : await openInFrame(url, own.signal)
      const parts = await rollupParts(remote, ask, setLoaded)
      const file = parts ?? { name: remote.name, bytes: await remote.whole(setLoaded) }
      remote.close()
      reader.read(file.name, file.bytes, file.parts)
    } catch (error) {
      if (!own.signal.aborted) reader.refuse(address, error instanceof Error ? error.message : String(error))
    }
    onDone()
  }
  if (asked) return asked
  return (
    <section className="ask-address" aria-label={t('Data from another host')}>
      {loaded === null ? (
        <>
          <p>
            {rich(inParts('Fetch data from <b>{host}</b>?', { host: url.host }), STRESSED)}{' '}
            {isOwn
              ? t('Dyad itself came from there.')
              : t(
                  'That host will learn the address of your connection, and that this file was asked for; nothing else is sent.',
                )}
          </p>
          <p className="muted small address">{url.href}</p>
          <div className="dialog-actions">
            <FirstButton className="button" onPress={onDone}>
              {t('Do not fetch')}
            </FirstButton>
            <Button className="button primary" onPress={() => void fetchIt()}>
              {t('Fetch from {host}', { host: url.host })}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p role="status">{t('Fetching from {host}…', { host: url.host })}</p>
          <div className="dialog-actions">
            <span className="muted figures">{loaded > 0 && bytesInWords(loaded)}</span>
            <FirstButton
              className="button"
              onPress={() => {
                fetching.current?.abort()
                onDone()
              }}
            >
              {t('Cancel')}
            </FirstButton>
          </div>
        </>
      )}
    </section>
  )
}
