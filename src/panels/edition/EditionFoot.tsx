import { dateInWords } from '../../language/dates.ts'
import { t } from '../../language/messages.ts'
import { useEffect, useSyncExternalStore } from 'react'
import { writeHash } from '../../state/hash.ts'
import { useChoice, useMay, useSession } from '../useSession.ts'
import './edition.css'

/** The line at the foot of a copy or an embed: where it comes from, of which day it speaks, and the way to Dyad itself. */
export function EditionFoot() {
  const { columns, choices, edition } = useSession()
  const asOf = useChoice((present) => present.asOf)
  const hash = useSyncExternalStore(choices.subscribe, () => writeHash(choices.getState(), columns))
  // What is pressed in a page without Details is marked, and answered here.
  const isInspecting = useChoice(({ inspected }) => inspected !== null)
  const isAsked = !useMay('details') && isInspecting
  useWheelLeftToPage(edition?.kind === 'embed')
  if (!edition) return null
  const { kind, home, holds } = edition
  return (
    <footer className="edition-foot">
      <div>
        <p className="edition-answer" role="status">
          {isAsked &&
            t(
              home
                ? 'Details are not part of this page. “Open in Dyad” leads to them.'
                : 'Details are not part of this page.',
            )}
        </p>
        <p>
          {holds && <>{holds} </>}
          {t('Source: {citation}', { citation: columns.outline.citation })}
          {kind === 'embed' && <> {t('As of {date}.', { date: dateInWords(asOf) })}</>}
        </p>
      </div>
      {home && (
        // A copy leads to where it was made: its own choices say too little of what it was cut from.
        <a
          className="edition-home"
          href={kind === 'copy' ? home : hash ? `${home}#${hash}` : home}
          target="_blank"
          rel="noopener"
        >
          {t('Open in Dyad')}
        </a>
      )}
    </footer>
  )
}

/** In another page's frame the wheel scrolls that page, and zooms only with Ctrl or Command. */
function useWheelLeftToPage(isEmbed: boolean): void {
  useEffect(() => {
    if (!isEmbed || window.parent === window) return undefined
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
    }
    document.addEventListener('wheel', onWheel, { capture: true })
    return () => document.removeEventListener('wheel', onWheel, { capture: true })
  }, [isEmbed])
}
