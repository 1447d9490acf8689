import type { NamedView } from '../../model/view.ts'

/** The name of a view with its sentence. */
export function ViewWords({ view: { name, sentence } }: { view: NamedView }) {
  return (
    <div className="view-words">
      <p className="view-name">{name}</p>
      {sentence && <p className="view-sentence muted">{sentence}</p>}
    </div>
  )
}
