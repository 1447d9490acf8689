import type { Series } from '../model/schema.ts'
import { isCount, readCount, USUAL_SIZE, type Reading } from '../network/measures.ts'
import type { Link } from '../network/links.ts'
import type { Positions } from '../scene/layouts.ts'
import type { Scene } from '../scene/scene.ts'
import { widthScale } from '../scene/widths.ts'
import type { Session } from '../state/session.ts'

/** What the Network draws that rests on the texts of a dataset, and is sent when it is first chosen. */
export interface GraphReadings {
  /** What the width of a link, or the size of an actor, stands for; `null` for the usual size. */
  width: () => Reading
  size: () => Reading | null
  /** A scene with the members and suppliers that were asked for around it; `width` is what its widths stand for. */
  withContext: (scene: Scene, positions: Positions, width: Reading) => Scene
  /** True where what is drawn may be another on any day, and not only where an initiative has a milestone. */
  isDaily: () => boolean
  /** Done when nothing that was asked for is still to come; the texts are not waited for. */
  settled: () => Promise<void>
}

/** @param onReady called when something that was asked for has come */
export function createGraphReadings(session: Session, onReady: () => void): GraphReadings {
  const { columns, choices, every, texts } = session
  let parts: Parts | null = null
  let asked: Promise<void> | null = null

  const isWanted = () => {
    const { width, size, unfolded, hasSuppliers } = choices.getState()
    return !isCount(width) || !(size === USUAL_SIZE || isCount(size)) || unfolded.length > 0 || hasSuppliers
  }
  const ask = async () => {
    parts = await loadParts().catch(() => null)
    // Where that failed, the next draw asks again.
    if (parts) onReady()
    else asked = null
  }
  /** The texts with the code that reads them, once both are there. */
  const ready = () => {
    if (!isWanted()) return null
    if (!parts) asked ??= ask()
    const state = texts.getState()
    return parts && state.status === 'ready' ? { ...parts, texts: state.texts } : null
  }
  const read = (id: string): Reading => {
    const { asOf, selection } = session.derive()
    const { period } = choices.getState().filters
    const known = isCount(id) ? null : ready()
    if (!known) return readCount(id, every, selection.outcomes)
    return known.readMeasure(id, { columns, texts: known.texts, every, outcomes: selection.outcomes, period, asOf })
  }
  let supplied: { series: Series; focus: string; suppliers: Map<string, string[]> } | null = null
  /** Worked out once for a focus: it goes through every window of every partner. */
  const suppliersOf = ({ everySupplier }: Parts, series: Series, partners: readonly string[], focus: string) => {
    if (supplied?.series !== series || supplied.focus !== focus) {
      supplied = { series, focus, suppliers: everySupplier(series, partners, focus) }
    }
    return supplied.suppliers
  }
  return {
    width: () => read(choices.getState().width),
    size: () => {
      const { size } = choices.getState()
      return size === USUAL_SIZE ? null : read(size)
    },
    withContext: (scene, positions, width) => {
      const { unfolded, hasSuppliers, filters, focus } = choices.getState()
      const known = unfolded.length > 0 || hasSuppliers ? ready() : null
      if (!known) return scene
      const { asOf } = session.derive()
      const series = hasSuppliers ? known.suppliersSeries(known.texts) : undefined
      const isShown = series && (!filters.type || !series.type || filters.type.includes(series.type))
      const partners = partnersIn(every, series?.type, focus)
      const recipients = partners.filter((id) => !filters.partner || filters.partner.includes(id))
      const ties = new Map<string, string[]>()
      const tie = (actor: string, others: readonly string[]) => ties.set(actor, [...(ties.get(actor) ?? []), ...others])
      for (const { organisation, member } of known.texts.memberships) {
        if (unfolded.includes(organisation)) tie(member, [organisation])
      }
      // Of all partners, whatever the filters: so no filter moves anyone on the outer ring.
      if (series) for (const [id, own] of suppliersOf(known, series, partners, focus)) tie(id, own)
      return known.withContext(scene, {
        columns,
        texts: known.texts,
        context: {
          memberships: known.membersOf(known.texts, unfolded, asOf),
          supplies: isShown ? known.suppliesAt(series, recipients, focus, filters.period, asOf) : [],
          ties,
        },
        positions,
        // Beside what the focus delivered by the same series; else all of it in the thinnest line.
        scale: width.measure.id === series?.id ? widthScale(width) : null,
      })
    },
    isDaily: isWanted,
    settled: async () => {
      await asked
    },
  }
}

/** The actors that share a link of a relation type with the focus, whatever the date. */
function partnersIn(every: readonly Link[], type: string | undefined, focus: string): string[] {
  const ids = every
    .filter((link) => (type === undefined || link.type === type) && (link.dyad.a === focus || link.dyad.b === focus))
    .map(({ dyad }) => (dyad.a === focus ? dyad.b : dyad.a))
  return [...new Set(ids)]
}

async function loadParts() {
  const [{ readMeasure }, membership, { withContext }] = await Promise.all([
    import('../network/seriesMeasures.ts'),
    import('../network/membership.ts'),
    import('../scene/context.ts'),
  ])
  return { readMeasure, withContext, ...membership }
}

type Parts = Awaited<ReturnType<typeof loadParts>>
