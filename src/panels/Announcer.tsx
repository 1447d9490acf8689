import { useEffect, useRef } from 'react'
import { useSession } from './useSession.ts'

/** The words are told once nothing was chosen for so long: who drags or types hears where it ended, not each step. */
const QUIET_MS = 500

/**
 * Tells those who listen what the selection has come to, politely, whatever view is open. While the as-of date is played it
 * is silent, and tells where it stopped. It is no part of any drawing: the words are put in once all else is painted.
 */
export function Announcer() {
  const { subscribe, derive, playback, presenting } = useSession()
  const place = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    let told = derive().sentence
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      const { sentence } = derive()
      if (sentence === told || playback.state.getState().isPlaying || presenting.getState()) return
      told = sentence
      if (place.current) place.current.textContent = sentence
    }
    const wait = () => {
      if (playback.state.getState().isPlaying) return
      clearTimeout(timer)
      timer = setTimeout(tell, QUIET_MS)
    }
    const stops = [subscribe(wait), playback.state.subscribe(wait)]
    return () => {
      clearTimeout(timer)
      stops.forEach((stop) => stop())
    }
  }, [subscribe, derive, playback, presenting])
  return <p ref={place} className="visually-hidden" role="status" data-announces="selection" />
}
