import type { GraphView } from '../graphView.ts'

/** The WorldMap view. */
export function WorldMap({ view }: { view: GraphView }) {
  return <p className="muted view-loading">{Object.keys(view.flags()).length}</p>
}
