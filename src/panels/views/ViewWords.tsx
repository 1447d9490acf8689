import type { NamedView } from '../../model/view.ts'

/**
 * The name of a view with its sentence.
 * @param language of both, where it is known
 */
export function ViewWords({ view: { name, sentence }, language }: { view: NamedView; language?: string | undefined }) {
  return (
    <div className="view-words" lang={language}>
      <p className="view-name">{name}</p>
      {sentence && <p className="view-sentence muted">{sentence}</p>}
    </div>
  )
}
