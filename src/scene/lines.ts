import { known, t } from '../language/messages.ts'
import { listInWords } from '../language/numbers.ts'
import { nameOf } from '../model/actorNames.ts'
import type { Actor } from '../model/schema.ts'
import { CHANGES, changedInWords, changesOf, type ChangeTally, type Comparison } from '../network/changes.ts'
import type { Columns } from '../network/columns.ts'
import { tallyInWords, type Link } from '../network/links.ts'
import { badgeInWords, hasBands, measuredInWords, type Reading } from '../network/measures.ts'
import { changesInSigns } from './changeSigns.ts'
import { curveAt, fan, lengthOf, type Curve } from './curves.ts'
import { relationColour, type Scheme } from './palette.ts'
import type { SceneLink, SceneNode } from './scene.ts'
import { BAND_OPACITY, LINE_STYLES, PALE_OPACITY, THIN_LINE } from './strokes.ts'
import { lineWidth, THINNEST, widestOf, type WidthScale } from './widths.ts'

interface LinksInput {
  columns: Columns
  links: readonly Link[]
  places: Places
  scale: WidthScale
  focus: string
  scheme: Scheme
  /** What changed between two dates, see `changesByLink`; `null` for one date. */
  changes: LinkChanges | null
}

/** What changed of the initiatives of each link. */
export type LinkChanges = ReadonlyMap<Link, ChangeTally>

/** What changed between two dates; `null` where none are compared. */
export function changesByLink(comparison: Comparison | null, links: readonly Link[]): LinkChanges | null {
  return comparison && new Map(links.map((link) => [link, changesOf(comparison, link.initiatives)]))
}

/** Whether there is nothing to say of what changed of a link. */
export function isUnchanged(link: Link, changes: ChangeTally): boolean {
  return changes.unchanged === link.size
}

/** The letter of a link's relation type. */
export function letterOf({ outline }: Columns, { type }: Link): string {
  return outline.relationTypes.find(({ id }) => id === type)?.letter ?? '?'
}

/** The links of a scene, those that pass the focus by first: what is drawn later lies on top. */
export function sceneLinksOf({ columns, links, places, scale, focus, scheme, changes }: LinksInput): SceneLink[] {
  const names = new Map(columns.outline.actors.map((actor) => [actor.id, actor]))
  const types = new Map(columns.outline.relationTypes.map((type) => [type.id, { ...type, label: known(type.label) }]))
  const drawn: SceneLink[] = []
  for (const link of links) {
    const place = places.of(link)
    if (!place) continue
    const { a, b } = link.dyad
    const changed = changes?.get(link) ?? null
    const passesBy = a !== focus && b !== focus
    const isBackground = passesBy || (changed !== null && isUnchanged(link, changed))
    const type = types.get(link.type)
    drawn.push({
      id: link.id,
      source: a,
      target: b,
      curve: place.curve,
      colour: relationColour(type, scheme),
      ...strokesOf(link, scale),
      isConflict: link.valence === 'conflict',
      badge:
        isBackground || place.badgeAt === null
          ? null
          : {
              text: badgeText(link, letterOf(columns, link), changed, scale.reading),
              at: curveAt(place.curve, place.badgeAt / place.length),
              along: place.badgeAt,
            },
      isBackground,
      // Of all that are drawn few are ever asked for their words.
      get words() {
        return linkInWords(link, names, type?.label ?? link.type, changed, scale.reading)
      },
    })
  }
  return drawn.sort((x, y) => Number(y.isBackground) - Number(x.isBackground))
}

/** Where a link is drawn, whether or not it is. */
export interface Place {
  curve: Curve
  /** From one end of the curve to the other, in a straight line. */
  length: number
  /** How far along that its badge stands; `null` where there is no room for one. */
  badgeAt: number | null
  /** From where to where along it a badge has room between the two actors; left out where it has one place only. */
  badgeRange?: BadgeRange
}

interface BadgeRange {
  from: number
  to: number
}

/** Where links are drawn. */
export interface Places {
  /** The place of a link; `undefined` where one of its ends stands nowhere. */
  of: (link: Pick<Link, 'id' | 'dyad'>) => Place | undefined
}

/**
 * The places of links: parallel ones fan out by what the dataset has, so that no filter moves any of them. Those of a dyad are
 * worked out when one of them is first asked for.
 */
export function placesOf(every: readonly Link[], nodes: readonly SceneNode[], scale: WidthScale): Places {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const places = new Map<string, ReadonlyMap<string, Place>>()
  const placesIn = (dyad: Link['dyad']): ReadonlyMap<string, Place> => {
    const [source, target] = [byId.get(dyad.a), byId.get(dyad.b)]
    const parallel = linksByDyad(every).get(dyad.id)
    if (!source || !target || !parallel) return new Map()
    const widths = parallel.map((link) => widestOf(scale, link))
    const spread = Math.min(source.width, source.height, target.width, target.height) / 2
    return new Map(
      fan(source, target, widths, spread).map((curve, i) => {
        const length = lengthOf(curve)
        const badgeRange = badgeRangeOf(length, source, target)
        return [parallel[i]!.id, { curve, length, badgeAt: badgeAt(i, parallel.length, badgeRange), badgeRange }]
      }),
    )
  }
  return {
    of: ({ id, dyad }) => {
      let own = places.get(dyad.id)
      if (!own) {
        own = placesIn(dyad)
        places.set(dyad.id, own)
      }
      return own.get(id)
    },
  }
}

const grouped = new WeakMap<readonly Link[], ReadonlyMap<string, readonly Link[]>>()

/** The links of each dyad, by its id: worked out once for every link of a dataset. */
function linksByDyad(every: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  const links = grouped.get(every) ?? new Map(byDyad(every).map((parallel) => [parallel[0]!.dyad.id, parallel]))
  grouped.set(every, links)
  return links
}

/**
 * The place of every link, where parallel links are placed together.
 * @param placed the places of the links of one dyad, in their order
 */
export function placesBy(
  every: readonly Link[],
  nodes: readonly SceneNode[],
  placed: (parallel: readonly Link[], source: SceneNode, target: SceneNode) => Place[],
): Map<string, Place> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const places = new Map<string, Place>()
  for (const parallel of byDyad(every)) {
    const { a, b } = parallel[0]!.dyad
    const [source, target] = [byId.get(a), byId.get(b)]
    if (!source || !target) continue
    placed(parallel, source, target).forEach((place, i) => places.set(parallel[i]!.id, place))
  }
  return places
}

/** Neighbouring links of one dyad; links come in the order of dyads. */
function byDyad(links: readonly Link[]): Link[][] {
  const groups: Link[][] = []
  for (const link of links) {
    const last = groups.at(-1)
    if (last && last[0]!.dyad.id === link.dyad.id) last.push(link)
    else groups.push([link])
  }
  return groups
}

/** The most that two badges of one dyad stand apart, and the least that leaves them readable. */
const BADGE_SPACING = { most: 26, least: 9 }
/** Free space between a badge and an actor. */
const BADGE_CLEARANCE = 20

/**
 * How far along its curve the badge of one of several parallel links stands. They stand one after the other, so that they
 * do not cover each other, in the middle of what the two actors leave free; too short a link has none.
 */
function badgeAt(i: number, count: number, { from, to }: BadgeRange): number | null {
  const spacing = Math.min(BADGE_SPACING.most, (to - from) / Math.max(1, count - 1))
  if (to < from || spacing < BADGE_SPACING.least) return null
  return (from + to) / 2 + (i - (count - 1) / 2) * spacing
}

function badgeRangeOf(length: number, source: SceneNode, target: SceneNode): BadgeRange {
  return {
    from: Math.max(source.width, source.height) / 2 + BADGE_CLEARANCE,
    to: length - Math.max(target.width, target.height) / 2 - BADGE_CLEARANCE,
  }
}

/** The width of what a measure is not about. */
const UNMEASURED_WIDTH = 1

/** Where the only badge of a line stands, near its end: its place along it, from 0 to 1 and in pixels; `null` for no room. */
export function badgeNearEnd(curve: Curve, source: SceneNode, target: SceneNode): { t: number; length: number } | null {
  const length = lengthOf(curve)
  const middle = badgeAt(0, 1, badgeRangeOf(length, source, target))
  if (middle === null) return null
  const along = Math.max(middle, length - target.width / 2 - BADGE_CLEARANCE - BADGE_SPACING.most)
  return { t: along / length, length: along }
}

function strokesOf(link: Link, scale: WidthScale) {
  const line = LINE_STYLES[link.outcome]
  const lineOpacity = line === 'pale' ? PALE_OPACITY : 1
  if (!hasBands(scale.reading.measure)) {
    const measured = scale.reading.of(link)
    const width = measured ? Math.max(THINNEST, lineWidth(scale, measured.value)) : UNMEASURED_WIDTH
    return { bandWidth: width, bandOpacity: 0, lineWidth: width, line, lineOpacity }
  }
  const bandWidth = lineWidth(scale, link.size)
  const isCovered = line === 'solid' && link.tally.realised === link.size
  return {
    bandWidth,
    // Where all is realised the line covers the band: it need not be drawn.
    bandOpacity: isCovered ? 0 : BAND_OPACITY,
    lineWidth: line === 'solid' ? lineWidth(scale, link.tally.realised) : Math.min(THIN_LINE, bandWidth),
    line,
    lineOpacity,
  }
}

/** "E 12"; between two dates what changed, "E +2✓1"; for another measure its value, "A 1,236". */
export function badgeText(link: Link, letter: string, changes: ChangeTally | null, reading: Reading): string {
  if (changes) return `${letter} ${changesInSigns(changes)}`
  if (!hasBands(reading.measure)) {
    const measured = reading.of(link)
    return measured ? `${letter} ${badgeInWords(measured)}` : letter
  }
  return link.size > 1 ? `${letter} ${link.size}` : letter
}

function linkInWords(
  link: Link,
  names: ReadonlyMap<string, Actor>,
  type: string,
  changes: ChangeTally | null,
  reading: Reading,
): string {
  const name = (id: string) => {
    const actor = names.get(id)
    return actor ? nameOf(actor) : id
  }
  const words = t(
    '{valence, select, conflict {{actor} and {partner}, {type}, conflict} other {{actor} and {partner}, {type}}}: {count, plural, one {# initiative} other {# initiatives}}, {outcomes}',
    {
      valence: link.valence,
      actor: name(link.dyad.a),
      partner: name(link.dyad.b),
      type,
      count: link.size,
      outcomes: listInWords(tallyInWords(link.tally, link.silent)),
    },
  )
  const measured = reading.measure.isCount ? null : reading.of(link)
  if (!measured && !changes) return words
  const changed = changes && CHANGES.filter((change) => changes[change] > 0)
  return [
    words,
    ...(measured ? [measuredInWords(reading.measure, measured)] : []),
    ...(changed ? [listInWords(changed.map((change) => changedInWords(change, changes[change])))] : []),
  ].join(t('; '))
}
