import { known, msg, t, type Message } from '../language/messages.ts'
import { nameOf } from '../model/actorNames.ts'
import type { Texts } from '../model/outline.ts'
import type { Actor, Membership } from '../model/schema.ts'
import type { Columns } from '../network/columns.ts'
import type { Supply } from '../network/membership.ts'
import { briefNumber } from '../network/measures.ts'
import { percent } from '../network/share.ts'
import { curveAt, type Curve } from './curves.ts'
import type { Point, Positions } from './layouts.ts'
import { lettersIn } from './letters.ts'
import { badgeNearEnd } from './lines.ts'
import { actorInWords } from './nodes.ts'
import { boundsOf, type Scene, type SceneLink, type SceneNode } from './scene.ts'
import { lineWidth, THINNEST, type WidthScale } from './widths.ts'

/**
 * What can be shown around the ties of a dataset: the members of organisations, and the other suppliers of arms. It is no
 * tie of the dataset, so it is drawn in grey and counts nowhere.
 */
export interface Context {
  memberships: readonly Membership[]
  supplies: readonly Supply[]
  /** Actors that may come to be shown on any day, with those that they belong to or supply, see `outerPlaces`. */
  ties: ReadonlyMap<string, readonly string[]>
}

/** What each role makes of a member. */
const MEMBER_OF: Record<Membership['role'], Message> = {
  member: msg('member of {organisation}'),
  observer: msg('observer of {organisation}'),
  'dialogue-partner': msg('dialogue partner of {organisation}'),
  partner: msg('partner of {organisation}'),
}

/** Between two actors of the outer ring, along it. */
const OUTER_GAP = 62
/** From the outermost actor to the outer ring. */
const OUTER_MARGIN = { x: 100, y: 92 }

/**
 * Places for actors that are not part of the network: on an ellipse around all others, each on the side of those that it
 * is tied to. They rest on all that may come to be shown, so that no date moves one.
 */
export function outerPlaces(positions: Positions, ties: ReadonlyMap<string, readonly string[]>): Map<string, Point> {
  const points = [...positions.values()]
  if (points.length === 0 || ties.size === 0) return new Map()
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 }
  const half = { x: Math.max(1, (right - left) / 2), y: Math.max(1, (bottom - top) / 2) }
  // Where actors stand in the corners, as in boxes, the ellipse has to reach around these too.
  const reach = points.reduce(
    (most, { x, y }) => Math.max(most, Math.hypot((x - middle.x) / half.x, (y - middle.y) / half.y)),
    1,
  )
  const rx = Math.max(half.x * reach + OUTER_MARGIN.x, (ties.size * OUTER_GAP) / 6)
  const ry = Math.max(half.y * reach + OUTER_MARGIN.y, (ties.size * OUTER_GAP) / 7)
  const wanted = [...ties].map(([id, anchors]) => {
    const own = anchors.flatMap((anchor) => positions.get(anchor) ?? [])
    const x = own.reduce((sum, point) => sum + point.x - middle.x, 0) / rx
    const y = own.reduce((sum, point) => sum + point.y - middle.y, 0) / ry
    return { id, angle: Math.atan2(y, x) }
  })
  const angles = apart(
    wanted.map(({ angle }) => angle),
    Math.min((2 * Math.PI) / wanted.length, OUTER_GAP / Math.min(rx, ry)),
  )
  return new Map(
    wanted.map(({ id }, i) => [
      id,
      {
        x: Math.round(middle.x + rx * Math.cos(angles[i]!)),
        y: Math.round(middle.y + ry * Math.sin(angles[i]!)),
      },
    ]),
  )
}

/** Turns angles apart until neighbours are `gap` or more from each other; those that are so already stay. */
function apart(angles: readonly number[], gap: number): number[] {
  const own = [...angles]
  const order = own.map((_, i) => i).sort((x, y) => own[x]! - own[y]! || x - y)
  // Neighbours push each other a little at a time: few actors, and no place where the circle would have to be cut.
  for (let round = 0; round < 400; round++) {
    let isApart = true
    order.forEach((i, at) => {
      const j = order[(at + 1) % order.length]!
      if (i === j) return
      const turn = at === order.length - 1 ? 2 * Math.PI : 0
      const lack = gap - (own[j]! + turn - own[i]!)
      if (lack <= 1e-6) return
      isApart = false
      own[i]! -= lack / 2
      own[j]! += lack / 2
    })
    if (isApart) break
  }
  return own
}

interface ContextInput {
  columns: Columns
  texts: Texts
  context: Context
  positions: Positions
  /** The scale that suppliers are drawn in; `null` where the width of ties stands for something else. */
  scale: WidthScale | null
}

/** A scene with its context behind it, and the actors that only that brings in around it. */
export function withContext(scene: Scene, { columns, texts, context, positions, scale }: ContextInput): Scene {
  const { memberships, supplies } = context
  if (memberships.length === 0 && supplies.length === 0) return scene
  const drawn = new Map(scene.nodes.map((node) => [node.id, node]))
  const outer = outerPlaces(positions, new Map([...context.ties].filter(([id]) => !drawn.has(id))))
  const actors = new Map([...columns.outline.actors, ...texts.contextActors].map((actor) => [actor.id, actor]))
  const named = (id: string) => {
    const actor = actors.get(id)
    return actor ? nameOf(actor) : id
  }
  const supplied = new Map<string, Supply[]>()
  for (const supply of supplies) supplied.set(supply.supplier, [...(supplied.get(supply.supplier) ?? []), supply])

  const added = new Map<string, SceneNode>()
  const nodeOf = (id: string): SceneNode | undefined => {
    const node = drawn.get(id) ?? added.get(id)
    const [actor, at] = [actors.get(id), outer.get(id)]
    if (node || !actor || !at) return node
    const roles = memberships
      .filter(({ member }) => member === id)
      .map((own) => t(MEMBER_OF[own.role], { organisation: named(own.organisation) }))
    const own = supplied.get(id)
    const words = own ? [...roles, supplierInWords(own, named)] : roles
    const made = outerNode(actor, at, t('{name}: {words}', { name: nameOf(actor), words: words.join(t('; ')) }))
    added.set(id, made)
    return made
  }
  const links: SceneLink[] = []
  for (const { organisation, member, role } of memberships) {
    const [source, target] = [nodeOf(organisation), nodeOf(member)]
    if (!source || !target) continue
    links.push({
      ...contextLink(`${organisation}>${member}/${role}`, source, target, scene.palette.muted),
      context: role === 'member' ? 'member' : 'partner',
      line: role === 'member' ? 'solid' : 'dashed',
      words: t('{name}: {words}', {
        name: named(member),
        words: t(MEMBER_OF[role], { organisation: named(organisation) }),
      }),
    })
  }
  for (const { supplier, recipient, value, unit, share, years } of supplies) {
    const [source, target] = [nodeOf(supplier), nodeOf(recipient)]
    if (!source || !target) continue
    const width = scale ? Math.max(THINNEST, lineWidth(scale, value)) : THINNEST
    const link = contextLink(`${supplier}>${recipient}/supply`, source, target, scene.palette.muted)
    const along = badgeNearEnd(link.curve, source, target)
    links.push({
      ...link,
      bandWidth: width,
      lineWidth: width,
      lineOpacity: SUPPLY_OPACITY,
      badge:
        along === null ? null : { text: `${percent(share)} %`, at: curveAt(link.curve, along.t), along: along.length },
      words: t(
        '{supplier} to {recipient}: arms, {value} {unit} from {first} to {last}, {share, number} % of all that {recipient} received',
        {
          supplier: named(supplier),
          recipient: named(recipient),
          value: briefNumber(value),
          unit: known(unit),
          first: years[0],
          last: years[1],
          share: percent(share),
        },
      ),
    })
  }
  const nodes = [
    ...scene.nodes.map((node) => {
      const own = supplied.get(node.id)
      return own ? withSupplies(node, actors.get(node.id)!, supplierInWords(own, named)) : node
    }),
    ...added.values(),
  ]
  return { ...scene, nodes, links: [...links, ...scene.links], bounds: boundsOf(nodes, scene.groups) }
}

const SUPPLY_OPACITY = 0.55

/** An actor of the network that supplies arms to others is not pale, whether or not it has ties of its own. */
function withSupplies(node: SceneNode, actor: Actor, supplies: string): SceneNode {
  const words = node.isTied ? node.words : actorInWords(actor, 0)
  return { ...node, isTied: true, words: [words, supplies].join(t('; ')) }
}

/** "supplier of arms to Vietnam, India". */
function supplierInWords(own: readonly Supply[], named: (id: string) => string): string {
  return t('supplier of arms to {recipients}', {
    recipients: own.map(({ recipient }) => named(recipient)).join(t(', ')),
  })
}

/** A small flag, or a label for an organisation, on the outer ring. */
function outerNode(actor: Actor, { x, y }: Point, words: string): SceneNode {
  const isFlag = actor.flag !== undefined
  const label = nameOf(actor)
  return {
    id: actor.id,
    x,
    y,
    shape: isFlag ? 'flag' : 'label',
    width: isFlag ? OUTER_SIZE : Math.round(lettersIn(label) * OUTER_FONT_SIZE * 0.68 + 12),
    height: OUTER_SIZE,
    label,
    fontSize: OUTER_FONT_SIZE,
    flag: actor.flag ?? null,
    isFocus: false,
    isTied: true,
    words,
  }
}

const OUTER_SIZE = 18
const OUTER_FONT_SIZE = 10

/** A straight line that is no tie. */
function contextLink(
  id: string,
  source: Point & { id: string },
  target: Point & { id: string },
  colour: string,
): SceneLink {
  const curve: Curve = {
    start: { x: source.x, y: source.y },
    control: { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 },
    end: { x: target.x, y: target.y },
  }
  return {
    id: `context:${id}`,
    source: source.id,
    target: target.id,
    curve,
    colour,
    bandWidth: 1,
    bandOpacity: 0,
    lineWidth: 1,
    line: 'solid',
    lineOpacity: 0.7,
    isConflict: false,
    badge: null,
    isBackground: false,
    context: 'supply',
    words: '',
  }
}
