import { dataLanguage, known, t } from '../language/messages.ts'
import { fullNameOf, nameOf } from '../model/actorNames.ts'
import type { Actor } from '../model/schema.ts'
import { countsByActor, type Link } from '../network/links.ts'
import { measuredInWords } from '../network/measures.ts'
import type { Point, Positions } from './layouts.ts'
import { lettersIn } from './letters.ts'
import type { Box, SceneNode } from './scene.ts'
import { diameterOf, type SizeScale } from './widths.ts'

/** How far a name reaches below its flag, and how wide a letter of it is, in font sizes. */
const NAME = { below: 1.6, letter: 0.56 }

/** The boxes that an actor takes up: its flag and the name under it, or its labelled shape. */
export function bodiesOf({ x, y, width, height, shape, label, fontSize }: SceneNode): Box[] {
  const body = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
  if (shape === 'label') return [body]
  const half = (lettersIn(label) * fontSize * NAME.letter) / 2
  return [body, { left: x - half, right: x + half, top: body.bottom, bottom: body.bottom + fontSize * NAME.below }]
}

interface NodesInput {
  actors: readonly Actor[]
  links: readonly Link[]
  /** How many initiatives of the dataset each actor takes part in, see `countsByActor`. */
  all: ReadonlyMap<string, number>
  positions: Positions
  focus: string
  /** What the size of a flag stands for; `null`: all initiatives that the dataset has of the actor. */
  size?: SizeScale | null
}

/** The actors of a scene: as large as the dataset has initiatives of theirs, pale where no selected one is. */
export function nodesOf({ actors, links, all, positions, focus, size = null }: NodesInput): SceneNode[] {
  const selected = countsByActor(links)
  return actors
    .filter(({ id }) => positions.has(id))
    .map((actor) => {
      const node = nodeOf(
        actor,
        positions.get(actor.id)!,
        all.get(actor.id) ?? 0,
        selected.get(actor.id) ?? 0,
        actor.id === focus,
      )
      return size ? sized(node, size, links) : node
    })
}

/** A flag in the size of its value. A labelled shape keeps the size of its label, and the focus its own. */
function sized(node: SceneNode, size: SizeScale, links: readonly Link[]): SceneNode {
  const { measure, ofActor } = size.reading
  const value = ofActor(node.id, links)
  const words =
    value === null || measure.isCount
      ? node.words
      : [node.words, measuredInWords(measure, { value, years: null })].join(t('; '))
  if (node.shape === 'label' || node.isFocus) return { ...node, words }
  const diameter = diameterOf(size, value ?? 0)
  return { ...node, words, width: diameter, height: diameter }
}

function nodeOf(actor: Actor, { x, y }: Point, all: number, selected: number, isFocus: boolean): SceneNode {
  const isCore = actor.tier === 'core'
  const common = {
    id: actor.id,
    x,
    y,
    isFocus,
    isTied: isFocus || selected > 0,
    words: selected === 0 ? t('{name}: no ties', { name: fullNameOf(actor) }) : actorInWords(actor, selected),
  }
  if (actor.kind === 'organisation' || !actor.flag) {
    const label = letteringOf(actor)
    const fontSize = isCore ? 13 : 11
    return {
      ...common,
      shape: 'label',
      width: Math.round(lettersIn(label) * fontSize * 0.68 + 16),
      height: isCore ? 28 : 22,
      label,
      fontSize,
      flag: null,
    }
  }
  const diameter = isFocus ? 64 : Math.round(Math.min(54, (isCore ? 30 : 20) + 2 * Math.sqrt(all)))
  return {
    ...common,
    shape: 'flag',
    width: diameter,
    height: diameter,
    label: nameOf(actor),
    fontSize: isFocus ? 15 : isCore ? 13 : 11,
    flag: actor.flag,
  }
}

/** An actor with how many of its initiatives are selected: "Vietnam: 12 initiatives". */
export function actorInWords(actor: Actor, initiatives: number): string {
  return t('{name}: {count, plural, one {# initiative} other {# initiatives}}', {
    name: fullNameOf(actor),
    count: initiatives,
  })
}

/** What stands in a labelled shape: an organisation's name in the present language where that is short, else its acronym. */
function letteringOf(actor: Actor): string {
  const name = nameOf(actor)
  const isAcronym = actor.kind === 'organisation' && actor.id.length <= LONGEST_ACRONYM
  if (!isAcronym) return shortened(name)
  return dataLanguage() !== undefined && lettersIn(name) <= LONGEST_SHORT_NAME ? name : known(actor.id)
}

const LONGEST_ACRONYM = 6
const LONGEST_SHORT_NAME = 12
const LONGEST_LABEL = 28

/** A name that fits in a labelled shape; the whole of it stands in the words of the node. */
function shortened(name: string): string {
  return name.length <= LONGEST_LABEL ? name : `${name.slice(0, LONGEST_LABEL - 1).trimEnd()}…`
}
