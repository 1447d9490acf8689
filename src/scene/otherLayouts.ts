import { t } from '../language/messages.ts'
import { fullNameOf } from '../model/actorNames.ts'
import type { Outline } from '../model/outline.ts'
import type { Link } from '../network/links.ts'
import { focusLayout, type Group, type Laid, type Point, type Shape } from './layouts.ts'

/**
 * Layouts that rest on how strong ties are, on what actors are, or on where they belong. Like the focus layout each is a
 * pure function; they are sent when one is first chosen.
 */
export interface LayoutInput {
  outline: Outline
  focus: string
  shape: Shape
  /** The ties to lay out by: every link of the dataset, or those of a selection where it is run again. */
  links: readonly Link[]
  /** The organisation of each state, see `organisationsOf`. */
  organisations: ReadonlyMap<string, string>
}

/** The layouts by the names that choices give them. */
export const OTHER_LAYOUTS: Record<'concentric' | 'kind' | 'organisation' | 'hierarchy', (input: LayoutInput) => Laid> =
  {
    concentric,
    kind: byKind,
    organisation: byOrganisation,
    hierarchy,
  }

/** The focus layout for some ties: actors that they tie stand on the inner rings, all others further out. */
export function focusOn({ outline, focus, shape, links }: LayoutInput): Laid {
  const tied = strengths(links)
  const actors = outline.actors.map((actor) => ({
    ...actor,
    tier: tied.has(actor.id) ? ('core' as const) : ('surrounding' as const),
  }))
  return { positions: focusLayout({ ...outline, actors }, focus, shape), groups: [] }
}

/** How many initiatives each actor has in some links; one in several links counts in each. */
export function strengths(links: readonly Link[]): Map<string, number> {
  const own = new Map<string, number>()
  for (const { dyad, size } of links) {
    for (const actor of [dyad.a, dyad.b]) own.set(actor, (own.get(actor) ?? 0) + size)
  }
  return own
}

/** The first ring of the concentric layout, what each further one adds, and the room that an actor takes on it. */
const RINGS = { first: 190, step: 118, room: 96 }
/** How much longer than high a wide ring is. */
const STRETCH = 1.3

/** The focus in the middle; the stronger an actor's ties, the nearer to it, clockwise from the top on each ring. */
function concentric({ outline, focus, shape, links }: LayoutInput): Laid {
  const ranked = byStrength(outline, links).filter((id) => id !== focus)
  const positions = new Map<string, Point>([[focus, { x: 0, y: 0 }]])
  for (let ring = 0, placed = 0; placed < ranked.length; ring++) {
    const radius = RINGS.first + ring * RINGS.step
    const room = Math.floor((2 * Math.PI * radius) / RINGS.room)
    const own = ranked.slice(placed, placed + room)
    own.forEach((id, i) => {
      // Each ring is turned by half a place against the one within, so that names do not stand in one line.
      const angle = ((i + (ring % 2) / 2) / own.length) * 2 * Math.PI - Math.PI / 2
      const [long, short] = [radius * STRETCH * Math.cos(angle), radius * Math.sin(angle)]
      positions.set(
        id,
        shape === 'wide' ? at(long, short) : at(radius * Math.cos(angle), STRETCH * radius * Math.sin(angle)),
      )
    })
    placed += own.length
  }
  return { positions, groups: [] }
}

/** States on one side of the focus, organisations on the other. */
function byKind({ outline, focus, shape, links }: LayoutInput): Laid {
  const others = byStrength(outline, links).filter((id) => id !== focus)
  const kinds = new Map(outline.actors.map(({ id, kind }) => [id, kind]))
  return packed(
    [
      { id: 'state', label: t('States'), members: others.filter((id) => kinds.get(id) === 'state') },
      {
        id: 'organisation',
        label: t('Organisations'),
        members: others.filter((id) => kinds.get(id) === 'organisation'),
      },
    ],
    focus,
    shape,
  )
}

/** Each organisation with the states that are drawn within it; those of none, and organisations with none, by themselves. */
function byOrganisation({ outline, focus, shape, links, organisations }: LayoutInput): Laid {
  const others = byStrength(outline, links).filter((id) => id !== focus)
  const names = new Map(outline.actors.map((actor) => [actor.id, actor]))
  const groups = new Map<string, string[]>()
  for (const id of others) {
    const organisation = organisations.get(id)
    if (organisation && organisation !== focus) groups.set(organisation, [...(groups.get(organisation) ?? []), id])
  }
  const boxed = new Set([...groups].flatMap(([organisation, members]) => [organisation, ...members]))
  const rest = others.filter((id) => !boxed.has(id))
  const isState = (id: string) => names.get(id)?.kind === 'state'
  return packed(
    [
      ...[...groups].map(([id, members]) => ({
        id,
        label: names.has(id) ? fullNameOf(names.get(id)!) : id,
        members: [id, ...members],
      })),
      { id: 'other', label: t('Other organisations'), members: rest.filter((id) => !isState(id)) },
      { id: 'none', label: t('In none of these'), members: rest.filter(isState) },
    ],
    focus,
    shape,
  )
}

/** The room that an actor takes in a box, and that lies between boxes and around the focus. */
const CELL = { width: 104, height: 84 }
const BETWEEN = 92

/** Boxes of actors in rows, laid on the two sides of the focus so that both are about as long. */
function packed(groups: readonly Group[], focus: string, shape: Shape): Laid {
  const boxes = groups
    .filter(({ members }) => members.length > 0)
    .map((group) => {
      const columns = Math.ceil(Math.sqrt(group.members.length * 1.2))
      const rows = rowsIn(group, columns)
      return { group, rows, width: columns * CELL.width, height: rows.length * CELL.height }
    })
    .sort((x, y) => y.width * y.height - x.width * x.height)
  const isWide = shape === 'wide'
  const along = ({ width, height }: (typeof boxes)[0]) => (isWide ? height : width)
  const sides: (typeof boxes)[] = [[], []]
  const lengths = [0, 0]
  for (const box of boxes) {
    const side = lengths[0]! <= lengths[1]! ? 0 : 1
    sides[side]!.push(box)
    lengths[side]! += along(box) + BETWEEN
  }
  const positions = new Map<string, Point>([[focus, { x: 0, y: 0 }]])
  sides.forEach((own, side) => {
    let start = -(lengths[side]! - BETWEEN) / 2
    for (const box of own) {
      const { rows, width, height } = box
      // The strongest side stands on the right, or below.
      const away = (side === 0 ? 1 : -1) * (BETWEEN * 1.6 + (isWide ? width : height) / 2)
      const middle = start + along(box) / 2
      const centre = isWide ? at(away, middle) : at(middle, away)
      rows.forEach((row, r) =>
        row.forEach((id, i) => {
          const x = centre.x + (i - (row.length - 1) / 2) * CELL.width
          positions.set(id, at(x, centre.y - height / 2 + (r + 0.5) * CELL.height))
        }),
      )
      start += along(box) + BETWEEN
    }
  })
  return { positions, groups: boxes.map(({ group }) => group) }
}

/** The members of a box in rows; an organisation heads its own, in a row for itself. */
function rowsIn({ id, members }: Group, columns: number): string[][] {
  const heads = members.filter((member) => member === id)
  const others = members.filter((member) => member !== id)
  const rows = Array.from({ length: Math.ceil(others.length / columns) }, (_, row) =>
    others.slice(row * columns, (row + 1) * columns),
  )
  return heads.length > 0 ? [heads, ...rows] : rows
}

/** Rows of the hierarchy: their distance, and the room that an actor takes in one. */
const ROWS = { apart: 132, room: 104, most: { wide: 12, tall: 6 } }

/**
 * The focus on top, below it the organisations, below these the states, in rows. States stand under their organisation,
 * as far as there is room: each row is in the order of the middle of what it hangs from (the barycentre rule of Sugiyama,
 * Tagawa and Toda 1981, doi 10.1109/TSMC.1981.4308636).
 */
function hierarchy({ outline, focus, shape, links, organisations }: LayoutInput): Laid {
  const positions = new Map<string, Point>([[focus, { x: 0, y: 0 }]])
  const others = byStrength(outline, links).filter((id) => id !== focus)
  const actors = new Map(outline.actors.map((actor) => [actor.id, actor]))
  const ofKind = (kind: 'state' | 'organisation') => others.filter((id) => actors.get(id)!.kind === kind)
  let y = 0
  const place = (row: readonly string[]) => {
    y += ROWS.apart
    row.forEach((id, i) => positions.set(id, at((i - (row.length - 1) / 2) * ROWS.room, y)))
  }
  const used = [...new Set(others.flatMap((id) => organisations.get(id) ?? []))]
  const unitsOf = (organisation: string) => others.filter((id) => organisations.get(id) === organisation).length
  // Organisations that hold states stand in the middle, the fullest first on either side of it.
  const holding = ofKind('organisation').filter((id) => used.includes(id))
  holding.sort((x, y_) => unitsOf(y_) - unitsOf(x))
  const fromMiddle = holding.reduce<string[]>((row, id, i) => (i % 2 === 0 ? [...row, id] : [id, ...row]), [])
  const without = ofKind('organisation').filter((id) => !used.includes(id))
  const half = Math.ceil(without.length / 2)
  for (const row of rowsOf([...without.slice(0, half), ...fromMiddle, ...without.slice(half)], ROWS.most[shape]))
    place(row)

  const above = (id: string) => positions.get(organisations.get(id) ?? '')?.x ?? Number.MAX_SAFE_INTEGER
  for (const tier of ['core', 'surrounding', 'context'] as const) {
    const states = ofKind('state').filter((id) => actors.get(id)!.tier === tier)
    for (const row of rowsOf(states, ROWS.most[shape])) place(row.toSorted((x, y_) => above(x) - above(y_)))
  }
  return { positions, groups: [] }
}

/** Rows of about the same length, none longer than `most`. */
function rowsOf(ids: readonly string[], most: number): string[][] {
  const count = Math.ceil(ids.length / most)
  const length = Math.ceil(ids.length / Math.max(1, count))
  return Array.from({ length: count }, (_, row) => ids.slice(row * length, (row + 1) * length))
}

/** All actors, those with the strongest ties first, else in the order of the dataset. */
function byStrength({ actors }: Outline, links: readonly Link[]): string[] {
  const strength = strengths(links)
  return actors.map(({ id }) => id).sort((x, y) => (strength.get(y) ?? 0) - (strength.get(x) ?? 0))
}

function at(x: number, y: number): Point {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
}
