import type { ReactNode } from 'react'
import './forms.css'

interface PanesProps {
  /** What will be had, as far as it can be shown. */
  preview: ReactNode
  /** What is chosen for it. */
  children: ReactNode
  /** What is said of it, and done with it. */
  words: ReactNode
  buttons: ReactNode
}

/** A tab of the studio: what will be had, the choices beside it, and below them what one does with it. */
export function Panes({ preview, children, words, buttons }: PanesProps) {
  return (
    <div className="studio-picture">
      {preview}
      <div className="studio-form">{children}</div>
      <div className="studio-save">
        <div className="studio-ending panes-ending">
          {words}
          <div className="studio-buttons">{buttons}</div>
        </div>
      </div>
    </div>
  )
}
