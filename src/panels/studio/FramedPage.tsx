import { useState } from 'react'
import { ChoiceRadios } from '../ChoiceRadios.tsx'

/** How wide a page can be looked at, in CSS pixels; `null` for all the room there is. */
const WIDTHS = { phone: 360, column: 640, all: null } as const
type Width = keyof typeof WIDTHS

const WIDTH_OPTIONS: readonly { id: Width; label: string; spoken: string }[] = [
  { id: 'phone', label: 'Phone', spoken: 'As wide as a phone, 360 pixels' },
  { id: 'column', label: 'Column', spoken: 'As wide as a column of text, 640 pixels' },
  { id: 'all', label: 'Wide', spoken: 'As wide as there is room' },
]

interface FramedPageProps {
  /** What the frame is called. */
  title: string
  /** Its address; `null` while there is none yet. */
  address: string | null
  /** In CSS pixels; `null` for all the room there is. */
  height: number | null
  /** Whose page it is: one that was written here runs apart from this one. */
  isApart: boolean
}

/** A page as its readers will see it, alive, on screens of some widths. */
export function FramedPage({ title, address, height, isApart }: FramedPageProps) {
  const [width, setWidth] = useState<Width>('all')
  return (
    <figure className="studio-preview">
      {/* Whoever has no mouse scrolls it by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to take the focus for that */}
      <div className="studio-frame" role="group" aria-label="Preview" tabIndex={0}>
        {address !== null && (
          <iframe
            key={address}
            src={address}
            title={title}
            style={{ width: WIDTHS[width] ?? '100%', height: height ?? '100%' }}
            sandbox={isApart ? 'allow-scripts allow-popups allow-popups-to-escape-sandbox' : undefined}
          />
        )}
      </div>
      <figcaption className="frame-widths">
        <ChoiceRadios
          label="Width of the preview"
          isLabelHidden
          options={WIDTH_OPTIONS}
          value={width}
          onChange={setWidth}
        />
      </figcaption>
    </figure>
  )
}
