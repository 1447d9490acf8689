import { dataLanguage, known, msg, t, type Message } from '../language/messages.ts'
import { listInWords, lowerFirst, upperFirst } from '../language/numbers.ts'
import { nameOf } from '../model/actorNames.ts'
import type { Outline } from '../model/outline.ts'
import { LEGEND_PARTS, type LegendPartId } from '../pictures/subject.ts'
import type { LegendFrame } from '../pictures/svg.ts'
import { strongestLinks } from '../network/strongest.ts'
import type { Choices, View } from '../state/choices.ts'
import type { Derived } from '../state/derived.ts'
import { POINT_LIMITS, presetOf, SIZE_PRESETS, type PictureSize, type SizePreset } from './sizes.ts'

/** What of a dataset can be put into a picture. */
export const PICTURE_VIEWS = {
  network: msg('Network'),
  map: msg('Map'),
  timeline: msg('Timeline'),
  matrix: msg('Matrix'),
  ledger: msg('Ledger'),
  series: msg('Series'),
  course: msg('Course of outcomes'),
} as const
export type PictureView = keyof typeof PICTURE_VIEWS

/** What lies behind a picture. */
export const BACKGROUNDS = {
  white: msg('White'),
  paper: msg('Paper, as on the screen'),
  dark: msg('Dark'),
  clear: msg('Transparent'),
  'clear-dark': msg('Transparent, for dark pages'),
} as const
export type Background = keyof typeof BACKGROUNDS

/** In which language the names of actors are written. */
export const LABELS = {
  en: msg('English'),
  ru: msg('Russian'),
  native: msg('Their own'),
  both: msg('English and their own'),
  none: msg('No names'),
} as const
export type Labels = keyof typeof LABELS | typeof AS_ON_THE_SCREEN

/** Names as the page writes them: a choice of its own where that is not English. */
const AS_ON_THE_SCREEN = 'screen'

/** The names that are offered for pictures, the usual ones first. */
export function offeredLabels(): Readonly<Partial<Record<Labels, Message>>> {
  return usualLabels() === AS_ON_THE_SCREEN
    ? { [AS_ON_THE_SCREEN]: msg('In the language of the page'), ...LABELS }
    : LABELS
}

/** How actors are named until something else is chosen. */
export function usualLabels(): Labels {
  return dataLanguage() === undefined ? 'en' : AS_ON_THE_SCREEN
}

/** What is chosen for a picture, beside what is chosen for the screen. */
export interface PictureChoices {
  view: PictureView
  size: PictureSize
  /** Of PNG, JPEG and WebP. */
  dpi: number
  background: Background
  /** `null` for the one that is suggested. */
  title: string | null
  subtitle: string | null
  hasAsOf: boolean
  /** The line of sources and citation; `null` for the one that is suggested. */
  source: string | null
  /** Whether the link that reopens the view stands in the picture; files carry it in any case. */
  hasLink: boolean
  /** `null` for no legend. */
  legend: LegendFrame | null
  labels: Labels
  /** Of the legend and of rows, in points. */
  points: number
  /** How wide lines are drawn, over their width on the screen: 0.5 to 3. */
  lineWeight: number
}

export const LINE_WEIGHTS = { least: 0.5, most: 3 }

/** What is chosen when the studio opens from a view. */
export function usualPicture(view: View): PictureChoices {
  const [preset] = SIZE_PRESETS
  return {
    view: viewOf(view),
    ...sizedAs(preset!),
    background: 'white',
    title: null,
    subtitle: null,
    hasAsOf: true,
    source: null,
    hasLink: false,
    legend: { parts: null, place: 'auto' },
    labels: usualLabels(),
    lineWeight: 1,
  }
}

/** What a preset of a size sets. */
export function sizedAs({ width, height, unit, points, dpi }: SizePreset) {
  return { size: { width, height, unit }, points, dpi }
}

/** What a picture stands on that is part of something else: a film, a page. Sizes are in CSS pixels. */
export interface Sheet {
  width: number
  height: number
  /** The usual size of its letters, in points. */
  points: number
}

/** What a transparent background is meant for. */
const UNDER: Partial<Record<Background, Background>> = { clear: 'white', 'clear-dark': 'dark' }

/**
 * A picture as it was chosen, on a sheet of another size that nothing is seen through. Letters that were chosen larger or
 * smaller than is usual for a size are so in the other one too.
 */
export function onSheet(look: PictureChoices, { width, height, points }: Sheet): PictureChoices {
  const preset = presetOf(look.size)
  const scaled = preset ? (points * look.points) / preset.points : look.points
  const { least, most } = POINT_LIMITS
  return {
    ...look,
    size: { width, height, unit: 'px' },
    points: Math.min(most, Math.max(least, Math.round(scaled * 100) / 100)),
    background: UNDER[look.background] ?? look.background,
  }
}

/** What is pictured of a view of the screen. */
function viewOf(view: View): PictureView {
  if (view === 'compare') return 'series'
  return Object.hasOwn(PICTURE_VIEWS, view) ? (view as PictureView) : 'network'
}

/** What is shown, in a sentence; where a picture draws the strongest ties only, that is part of it. */
export function suggestedSubtitle(
  { sentence, links }: Pick<Derived, 'sentence' | 'links'>,
  { focus, mostLinks }: Choices,
  view: PictureView,
): string {
  if (view !== 'network' && view !== 'map') return sentence
  const { left } = strongestLinks(links, focus, mostLinks)
  if (left === 0) return sentence
  return t('{sentence}; drawn are the strongest {drawn, number} of {all, number} ties', {
    sentence,
    drawn: mostLinks,
    all: links.length,
  })
}

/** A title made from what is chosen: "Arms and energy: Russia, India and Vietnam". */
export function suggestedTitle(outline: Outline, { filters, focus }: Choices): string {
  const called = (id: string) => {
    const found = outline.actors.find((actor) => actor.id === id)
    return found ? nameOf(found) : id
  }
  const types =
    filters.type &&
    outline.relationTypes.filter(({ id }) => filters.type!.includes(id)).map(({ label }) => lowerFirst(known(label)))
  const partners = filters.partner?.filter((id) => id !== focus).map(called) ?? []
  const among =
    partners.length > 0 && partners.length <= 3
      ? listInWords([called(focus), ...partners])
      : focus === outline.focus
        ? outline.title
        : t('{actor} and its partners', { actor: called(focus) })
  if (!types || types.length === 0) return among
  return t('{types}: {among}', { types: upperFirst(listInWords(types)), among })
}

/** Where the evidence comes from and how it is cited. */
export function suggestedSource({ citation, licence }: Outline): string {
  const ended = (sentence: string) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)
  return [
    citation === '' ? '' : t('Source: {citation}', { citation: ended(citation) }),
    licence === '' ? '' : t('Licence: {licence}', { licence: ended(licence) }),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** Every part that a legend can have. */
export const ALL_PARTS = Object.keys(LEGEND_PARTS) as LegendPartId[]
