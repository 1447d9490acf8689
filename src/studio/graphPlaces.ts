import type { Texts } from '../model/outline.ts'
import type { Link } from '../network/links.ts'
import { focusLayout, type Laid, type Point, type Positions, type Shape } from '../scene/layouts.ts'
import type { LayoutInput } from '../scene/otherLayouts.ts'
import type { Session, TextsState } from '../state/session.ts'

/** Where the actors of the Network stand in the chosen layout. */
export interface GraphPlaces {
  /** As the dataset puts them, or where the layout that was run again did. */
  of: (shape: Shape) => Laid
  /** Runs the layout again for the present selection, from where the actors stand now; moved actors stay. */
  again: (shape: Shape) => Promise<void>
  /** Done when no layout that was asked for is still to come. */
  settled: () => Promise<void>
}

/**
 * Every layout rests on all ties of the dataset, so that no filter moves an actor. All but the focus layout are sent when
 * first chosen; until one is there, the actors stand in the focus layout.
 * @param onReady called when a layout that was asked for has come
 */
export function createGraphPlaces(session: Session, onReady: () => void): GraphPlaces {
  const { columns, choices, every } = session
  const { outline } = columns
  const computed = new Map<string, Laid>()
  const asked = new Map<string, Promise<void>>()

  const inFocus = (focus: string, shape: Shape): Laid => {
    const key = `focus ${focus} ${shape}`
    const known = computed.get(key) ?? { positions: focusLayout(outline, focus, shape), groups: [] }
    computed.set(key, known)
    return known
  }
  /** Lays out once; where that fails, the next draw asks again. */
  const ask = async (key: string, shape: Shape) => {
    const laid = await lay(session, shape, every, inFocus(outline.focus, shape).positions, {}).catch(() => null)
    asked.delete(key)
    if (!laid) return
    computed.set(key, laid)
    onReady()
  }
  const present = (shape: Shape): Laid => {
    const { layout, focus } = choices.getState()
    if (layout === 'focus') return inFocus(focus, shape)
    // The force layout takes no notice of the focus.
    const key = `${layout} ${layout === 'force' ? outline.focus : focus} ${shape}`
    const known = computed.get(key)
    if (known) return known
    if (!asked.has(key)) asked.set(key, ask(key, shape))
    return inFocus(focus, shape)
  }
  const placed: { by: unknown; under: Laid | null; laid: Laid | null } = { by: null, under: null, laid: null }
  return {
    settled: async () => {
      while (asked.size > 0) await Promise.all(asked.values())
    },
    of: (shape) => {
      const laid = present(shape)
      const own = choices.getState().placed
      if (Object.keys(own).length === 0) return laid
      if (placed.by !== own || placed.under !== laid) {
        Object.assign(placed, {
          by: own,
          under: laid,
          laid: { ...laid, positions: new Map([...laid.positions, ...Object.entries(own)]) },
        })
      }
      return placed.laid!
    },
    again: async (shape) => {
      const { pins } = choices.getState()
      const { links } = session.derive()
      const from = new Map<string, Point>([...present(shape).positions, ...Object.entries(choices.getState().placed)])
      const laid = await lay(session, shape, links, from, pins)
      choices.setState({
        placed: Object.fromEntries([...laid.positions].map(([id, point]) => [id, whole(point)])),
        camera: null,
      })
    },
  }
}

/** The texts, once they are there: they say what an organisation holds. Throws where they could not be loaded. */
function readyTexts(texts: Session['texts']): Promise<Texts> {
  return new Promise((resolve, reject) => {
    const tell = (state: TextsState) => {
      if (state.status === 'loading') return
      stop()
      if (state.status === 'ready') resolve(state.texts)
      else reject(new Error(state.reason))
    }
    const stop = texts.subscribe(tell)
    tell(texts.getState())
  })
}

/** Runs the chosen layout. */
async function lay(
  { columns, choices, texts }: Session,
  shape: Shape,
  links: readonly Link[],
  from: Positions,
  pins: Readonly<Record<string, Point>>,
): Promise<Laid> {
  const { layout, focus } = choices.getState()
  const { outline } = columns
  if (layout === 'force') {
    const { forceLayout } = await import('../canvas/force.ts')
    const ties = links.map(({ dyad, initiatives }) => ({
      source: dyad.a,
      target: dyad.b,
      weight: initiatives.length,
    }))
    const start = new Map([...from, ...Object.entries(pins)])
    return { positions: forceLayout(start, ties, pins), groups: [] }
  }
  const { focusOn, OTHER_LAYOUTS } = await import('../scene/otherLayouts.ts')
  const input: LayoutInput = { outline, focus, shape, links, organisations: new Map() }
  if (layout === 'focus') return focusOn(input)
  if (layout === 'organisation' || layout === 'hierarchy') {
    const { organisationsOf } = await import('../network/membership.ts')
    input.organisations = organisationsOf(outline, await readyTexts(texts))
  }
  return OTHER_LAYOUTS[layout](input)
}

function whole({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) }
}
