import { useState } from 'react'
import type { Choices } from '../../state/choices.ts'
import type { Session } from '../../state/session.ts'
import { usualPicture, type PictureChoices } from '../../studio/pictureChoices.ts'
import { useChoice, useSession } from '../useSession.ts'
import type { PictureFormat } from './pictureFile.ts'

interface Kept {
  choices: PictureChoices
  format: PictureFormat
  /** What was on the screen when they were chosen. */
  screen: Choices
}

const kept = new WeakMap<Session, Kept>()

/**
 * What was chosen for pictures, on whichever tab of the studio, kept as long as the dataset is open. What is pictured is
 * that of the screen until another view is chosen, and texts are suggested until others are written: both hold until
 * something else is selected on the screen.
 */
export function usePictureChoices() {
  const session = useSession()
  const screen = useChoice((choices) => choices)
  const [state, setState] = useState(() => {
    const usual = usualPicture(screen.view)
    const known = kept.get(session)
    const format: PictureFormat = known?.format ?? 'png'
    const choices: PictureChoices = { ...usual, ...known?.choices }
    if (known?.screen.view !== screen.view) choices.view = usual.view
    if (known?.screen.filters !== screen.filters || known.screen.focus !== screen.focus) {
      Object.assign(choices, { title: null, subtitle: null })
    }
    // A sentence of another day would say what was not so.
    if (known?.screen.asOf !== screen.asOf) choices.subtitle = null
    return { choices, format }
  })
  const set = (next: typeof state) => {
    kept.set(session, { ...next, screen })
    setState(next)
  }
  return {
    ...state,
    change: (part: Partial<PictureChoices>) => set({ ...state, choices: { ...state.choices, ...part } }),
    setFormat: (format: PictureFormat) => set({ ...state, format }),
  }
}
