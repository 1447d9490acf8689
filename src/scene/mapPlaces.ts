import type { Point } from './layouts.ts'
import type { Box } from './scene.ts'

/** A symbol on the map, with the point where its seat truly is. Lengths are in pixels. */
export interface MapSymbol {
  id: string
  seat: Point
  width: number
  height: number
  isRound: boolean
  /** How little it gives way: of two that would overlap, the heavier one moves less. Above 0; `Infinity` stays. */
  weight: number
}

/** Free space between two symbols. */
export const SYMBOL_GAP = 5
/** Free space between a symbol and the edge. */
const EDGE = 3
/** Drawn back by this share of the way to its seat in each round, a symbol ends no further off than it must. */
const PULL = 0.04
/** Rounds in which symbols are drawn back, and after them rounds in which they only give way. */
const ROUNDS = { pulling: 160, parting: 600 }

/**
 * Where symbols stand: at their seats, or beside them where they would cover each other. Nothing is left to chance: the
 * same symbols always stand in the same places.
 * @param within the box that they stay in
 */
export function placesApart(symbols: readonly MapSymbol[], within: Box): Point[] {
  const points = symbols.map(({ seat }) => ({ ...seat }))
  for (let round = 0; round < ROUNDS.pulling + ROUNDS.parting; round++) {
    if (round < ROUNDS.pulling) {
      points.forEach((point, i) => {
        const { seat, weight } = symbols[i]!
        if (weight === Infinity) return
        point.x += (seat.x - point.x) * PULL
        point.y += (seat.y - point.y) * PULL
      })
    }
    const isAnyMoved = part(symbols, points)
    points.forEach((point, i) => keepWithin(point, symbols[i]!, within))
    if (!isAnyMoved && (round === 0 || round >= ROUNDS.pulling)) break
  }
  return points
}

function keepWithin(point: Point, { width, height }: MapSymbol, { left, right, top, bottom }: Box): void {
  point.x = Math.min(right - width / 2 - EDGE, Math.max(left + width / 2 + EDGE, point.x))
  point.y = Math.min(bottom - height / 2 - EDGE, Math.max(top + height / 2 + EDGE, point.y))
}

/** Moves every pair of symbols that overlap apart. @returns whether there was any */
function part(symbols: readonly MapSymbol[], points: Point[]): boolean {
  let isAnyMoved = false
  for (let i = 0; i < symbols.length; i++) {
    for (let j = i + 1; j < symbols.length; j++) {
      const push = pushApart(symbols[i]!, points[i]!, symbols[j]!, points[j]!)
      if (!push) continue
      isAnyMoved = true
      const share = shareOf(symbols[i]!.weight, symbols[j]!.weight)
      points[i]!.x -= push.x * share
      points[i]!.y -= push.y * share
      points[j]!.x += push.x * (1 - share)
      points[j]!.y += push.y * (1 - share)
    }
  }
  return isAnyMoved
}

/** How much of the way the first of two gives. */
function shareOf(one: number, other: number): number {
  if (one === other) return 0.5
  if (one === Infinity) return 0
  return other === Infinity ? 1 : other / (one + other)
}

/** A little more than is needed, so that the rounds come to an end. */
const SLACK = 0.01

/** How the second of two symbols would have to move for them to be apart; `null` where they are. */
function pushApart(one: MapSymbol, at: Point, other: MapSymbol, otherAt: Point): Point | null {
  const [dx, dy] = [otherAt.x - at.x, otherAt.y - at.y]
  const needX = (one.width + other.width) / 2 + SYMBOL_GAP - Math.abs(dx)
  const needY = (one.height + other.height) / 2 + SYMBOL_GAP - Math.abs(dy)
  if (needX <= 0 || needY <= 0) return null
  // Two in one place: the later goes down.
  if (dx === 0 && dy === 0) return { x: 0, y: needY + SLACK }
  if (one.isRound && other.isRound) {
    const distance = Math.hypot(dx, dy)
    const need = (one.width + other.width) / 2 + SYMBOL_GAP - distance
    if (need <= 0) return null
    return { x: (dx / distance) * (need + SLACK), y: (dy / distance) * (need + SLACK) }
  }
  return needX < needY
    ? { x: Math.sign(dx) * (needX + SLACK), y: 0 }
    : { x: 0, y: (Math.sign(dy) || 1) * (needY + SLACK) }
}

/** Where an arrow key points: right, left, down or up, y growing downwards. */
export const ARROWS: Readonly<Record<string, Point>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
}

/** What lies this many times further to the side than ahead is not ahead. */
const AHEAD = 1.6
/** How much further off a point counts for each pixel that it lies to the side. */
const ASIDE = 1.5

/**
 * The point that one comes to from another in a direction: the nearest one ahead, those straight ahead first.
 * @param direction one of {@link ARROWS}
 * @returns its index; `null` where nothing lies ahead
 */
export function nearestAhead(points: readonly Point[], from: number, direction: Point): number | null {
  const here = points[from]
  if (!here) return null
  let best: { index: number; distance: number } | null = null
  for (const [index, { x, y }] of points.entries()) {
    const [dx, dy] = [x - here.x, y - here.y]
    const ahead = dx * direction.x + dy * direction.y
    const aside = Math.abs(dx * direction.y - dy * direction.x)
    if (ahead <= 0 || aside > AHEAD * ahead) continue
    const distance = ahead + ASIDE * aside
    if (!best || distance < best.distance) best = { index, distance }
  }
  return best?.index ?? null
}
