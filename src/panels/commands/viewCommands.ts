import { msg, t, type Message } from '../../language/messages.ts'
import { lowerFirst } from '../../language/numbers.ts'
import { measuresOf } from '../../network/seriesMeasures.ts'
import { GROUPINGS, LAYOUTS, VIEWS, type Grouping } from '../../state/choices.ts'
import { LAYOUT_LABELS } from '../Stage.tsx'
import { VIEW_LABELS } from '../TopBar.tsx'
import { called, otherWords, type Command, type CommandContext } from './command.ts'

const GROUPINGS_OF_TIMELINE: Record<Grouping, Message> = {
  partner: msg('Group the Timeline by partner'),
  type: msg('Group the Timeline by relation type'),
}

/** Which view is shown, and how the actors are placed in it. */
export function viewCommands({ session, view }: CommandContext): Command[] {
  const { choices, columns, texts } = session
  const now = choices.getState()
  const textsNow = texts.getState()
  const views = VIEWS.map((id, i): Command => ({
    id: `view:${id}`,
    group: 'view',
    label: t('Show the {view} view', { view: t(VIEW_LABELS[id]) }),
    keywords: otherWords(VIEW_LABELS[id]),
    keys: [String(i + 1)],
    isOffered: now.view !== id,
    run: () => choices.setState({ view: id }),
  }))
  const layouts = LAYOUTS.map((id): Command => ({
    id: `layout:${id}`,
    group: 'layout',
    label: t('Lay out: {layout}', { layout: lowerFirst(t(LAYOUT_LABELS[id])) }),
    keywords: [...otherWords(LAYOUT_LABELS[id]), ...otherWords(msg('layout, arrange'))],
    isOffered: now.view === 'network' && now.layout !== id,
    run: () => choices.setState({ layout: id, placed: {}, pins: {}, camera: null }),
  }))
  const measures = measuresOf(columns, textsNow.status === 'ready' ? textsNow.texts : null).flatMap(({ id, label }) =>
    (['width', 'size'] as const).map((of): Command => ({
      id: `${of}:${id}`,
      group: 'layout',
      label: t(of === 'width' ? 'Width of links by {measure}' : 'Size of actors by {measure}', {
        measure: lowerFirst(label),
      }),
      keywords: otherWords(msg('measure')),
      isOffered: (now.view === 'network' || now.view === 'map') && now[of] !== id,
      run: () => choices.setState({ [of]: id }),
    })),
  )
  const groupings = GROUPINGS.map((id): Command => ({
    id: `group:${id}`,
    group: 'view',
    ...called(GROUPINGS_OF_TIMELINE[id], msg('bundle')),
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
    group: 'view',
    ...called(msg('Fit everything in sight'), msg('zoom, all, reset')),
    keys: ['f'],
    isOffered: way !== undefined,
    run: () => way?.(),
  }
}

function zoomCommands({ session, view }: OnCanvas): Command[] {
  const isOffered = session.choices.getState().view === 'network'
  return [
    { id: 'zoom:in', label: msg('Zoom in'), factor: 1.3 },
    { id: 'zoom:out', label: msg('Zoom out'), factor: 1 / 1.3 },
  ].map(({ id, label, factor }) => ({
    id,
    group: 'view',
    ...called(label, msg('larger, smaller')),
    isOffered,
    run: () => view.canvas.zoomBy(factor),
  }))
}
