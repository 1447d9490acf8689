import { lowerFirst } from '../../language/numbers.ts'
import { measuresOf } from '../../network/seriesMeasures.ts'
import { GROUPINGS, LAYOUTS, VIEWS, type Grouping } from '../../state/choices.ts'
import { LAYOUT_LABELS } from '../Stage.tsx'
import { VIEW_LABELS } from '../TopBar.tsx'
import type { Command, CommandContext } from './command.ts'

const GROUPING_LABELS: Record<Grouping, string> = { partner: 'partner', type: 'relation type' }

/** Which view is shown, and how the actors are placed in it. */
export function viewCommands({ session, view }: CommandContext): Command[] {
  const { choices, columns, texts } = session
  const now = choices.getState()
  const textsNow = texts.getState()
  const views = VIEWS.map((id, i): Command => ({
    id: `view:${id}`,
    group: 'View',
    label: `Show the ${VIEW_LABELS[id]} view`,
    keywords: [VIEW_LABELS[id]],
    keys: [String(i + 1)],
    isOffered: now.view !== id,
    run: () => choices.setState({ view: id }),
  }))
  const layouts = LAYOUTS.map((id): Command => ({
    id: `layout:${id}`,
    group: 'Layout',
    label: `Lay out: ${lowerFirst(LAYOUT_LABELS[id])}`,
    keywords: [LAYOUT_LABELS[id], 'layout', 'arrange'],
    isOffered: now.view === 'network' && now.layout !== id,
    run: () => choices.setState({ layout: id, placed: {}, pins: {}, camera: null }),
  }))
  const measures = measuresOf(columns, textsNow.status === 'ready' ? textsNow.texts : null).flatMap(({ id, label }) =>
    (['width', 'size'] as const).map((of): Command => ({
      id: `${of}:${id}`,
      group: 'Layout',
      label: `${of === 'width' ? 'Width of links' : 'Size of actors'} by ${lowerFirst(label)}`,
      keywords: ['measure'],
      isOffered: (now.view === 'network' || now.view === 'map') && now[of] !== id,
      run: () => choices.setState({ [of]: id }),
    })),
  )
  const groupings = GROUPINGS.map((id): Command => ({
    id: `group:${id}`,
    group: 'View',
    label: `Group the Timeline by ${GROUPING_LABELS[id]}`,
    keywords: ['bundle'],
    isOffered: now.view === 'timeline' && now.grouping !== id,
    run: () => choices.setState({ grouping: id }),
  }))
  return [
    ...views,
    ...groupings,
    fitCommand({ session, view }),
    ...zoomCommands({ session, view }),
    ...layouts,
    ...measures,
  ]
}

type OnCanvas = Pick<CommandContext, 'session' | 'view'>

/** Each view that can be moved or zoomed has its own way back to all of it. */
function fitCommand({ session, view }: OnCanvas): Command {
  const { choices } = session
  const ways: Record<string, () => void> = {
    network: view.fit,
    map: () => choices.setState({ mapSight: null }),
    timeline: () => choices.setState({ span: null }),
  }
  const way = ways[choices.getState().view]
  return {
    id: 'fit',
    group: 'View',
    label: 'Fit everything in sight',
    keywords: ['zoom', 'all', 'reset'],
    keys: ['f'],
    isOffered: way !== undefined,
    run: () => way?.(),
  }
}

function zoomCommands({ session, view }: OnCanvas): Command[] {
  const isOffered = session.choices.getState().view === 'network'
  return [
    { id: 'zoom:in', label: 'Zoom in', factor: 1.3 },
    { id: 'zoom:out', label: 'Zoom out', factor: 1 / 1.3 },
  ].map(({ id, label, factor }) => ({
    id,
    group: 'View',
    label,
    keywords: ['larger', 'smaller'],
    isOffered,
    run: () => view.canvas.zoomBy(factor),
  }))
}
