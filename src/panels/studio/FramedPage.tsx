import { msg, t, type Message } from '../../language/messages.ts'
import { useState, useSyncExternalStore } from 'react'
import { ChoiceRadios } from '../ChoiceRadios.tsx'

/** How wide a page can be looked at, in CSS pixels; `null` for all the room there is. */
const WIDTHS = { phone: 360, column: 640, all: null } as const
type Width = keyof typeof WIDTHS

const WIDTH_OPTIONS: readonly { id: Width; label: Message; spoken: Message }[] = [
  { id: 'phone', label: msg('Phone'), spoken: msg('As wide as a phone, 360 pixels') },
  { id: 'column', label: msg('Column'), spoken: msg('As wide as a column of text, 640 pixels') },
  { id: 'all', label: msg('Wide'), spoken: msg('As wide as there is room') },
]

interface FramedPageProps {
  /** What the frame is called. */
  title: string
  /** Its address; `null` while there is none yet. */
  address: string | null
  /** In CSS pixels; `null` for all the room there is. */
  height: number | null
  /** What the page is told once it is there; it then runs apart from this one. */
  message?: object | undefined
}

/** A page as its readers will see it, alive, on screens of some widths. */
export function FramedPage({ title, address, height, message }: FramedPageProps) {
  const [width, setWidth] = useState<Width>('all')
  // Another message is for another page: the one that is open has had its own.
  const turn = useTurn(message)
  // A frame that is set apart is given nothing of what the browser keeps for this page.
  const isOffline = useSyncExternalStore(onNetwork, () => !navigator.onLine)
  const away = message === undefined ? null : awayInWords(isOffline)
  return (
    <figure className="studio-preview">
      {/* Whoever has no mouse scrolls it by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to take the focus for that */}
      <div className="studio-frame" role="group" aria-label={t('Preview')} tabIndex={0}>
        {away && <p className="muted studio-nothing">{away}</p>}
        {address !== null && !away && (
          <iframe
            key={`${address} ${turn}`}
            src={address}
            title={title}
            style={{ width: WIDTHS[width] ?? '100%', height: height ?? '100%' }}
            sandbox={message && 'allow-scripts allow-popups allow-popups-to-escape-sandbox'}
            onLoad={(event) => message && event.currentTarget.contentWindow?.postMessage(message, '*')}
          />
        )}
      </div>
      <figcaption className="frame-widths">
        <ChoiceRadios
          label={t('Width of the preview')}
          isLabelHidden
          options={WIDTH_OPTIONS.map(({ id, label, spoken }) => ({ id, label: t(label), spoken: t(spoken) }))}
          value={width}
          onChange={setWidth}
        />
      </figcaption>
    </figure>
  )
}

/** Why a page that runs apart cannot be shown here; `null` where it can. */
function awayInWords(isOffline: boolean): string | null {
  if (location.protocol === 'file:')
    return t('To look at the copy, save it and open it: this page was opened from disk.')
  return isOffline ? t('To look at the copy here, the network is needed.') : null
}

/** Calls back when the network goes or comes. */
function onNetwork(listener: () => void): () => void {
  const kinds = ['online', 'offline']
  kinds.forEach((kind) => window.addEventListener(kind, listener))
  return () => kinds.forEach((kind) => window.removeEventListener(kind, listener))
}

/** Counts how many different values there were. */
function useTurn(value: unknown): number {
  const [seen, setSeen] = useState({ value, turn: 0 })
  if (seen.value === value) return seen.turn
  const next = { value, turn: seen.turn + 1 }
  setSeen(next)
  return next.turn
}
