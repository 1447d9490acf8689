import type { Session } from './session.ts'

/**
 * Begins a briefing: until it ends, what is chosen enters neither the address nor the steps that can be undone.
 * @returns a function that ends it and puts back all that was chosen before
 */
export function beginBriefing(session: Session): () => void {
  const { choices, notices, playback, presenting } = session
  playback.pause()
  const before = { choices: choices.getState(), notices: notices.getState() }
  choices.temporal.getState().pause()
  presenting.setState(true, true)
  return () => {
    if (!presenting.getState()) return
    playback.pause()
    choices.setState(before.choices, true)
    notices.setState(before.notices, true)
    choices.temporal.getState().resume()
    presenting.setState(false, true)
  }
}
