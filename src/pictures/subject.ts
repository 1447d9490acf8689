import { msg } from '../language/messages.ts'
import type { Day } from '../model/dates.ts'
import type { Palette } from '../scene/palette.ts'
import type { ColourSet } from './colourCheck.ts'
import type { Block } from './paragraph.ts'

/**
 * What a picture shows: one view, that lays itself out in the space which the frame leaves it. The frame (`svg.ts`) puts
 * title, legend and sources around it, so that every view is framed alike.
 */
export interface Subject {
  palette: Palette
  /** What is drawn, for those who cannot see it: "12 ties among 20 actors". */
  words: string
  /**
   * The parts of its legend, in their order; only of what is drawn.
   * @param width that each part may take, in CSS pixels of the legend
   * @param scale by how much the drawing is enlarged: widths in the legend are those in the picture
   * @param space that the drawing has: what is drawn may depend on it
   * @param upTo in a film, the day of the frame: what comes only later has its room, but is not named yet
   */
  legend: (width: number, scale: number, space: Space, upTo?: Day) => LegendPart[]
  layOut: (space: Space) => LaidOut
}

/** Room in CSS pixels. */
export interface Space {
  width: number
  height: number
}

/** A part of a legend that can be left out. */
export interface LegendPart {
  id: LegendPartId
  block: Block
}

/** The parts that the legends of the views are made of, and what each is called. */
export const LEGEND_PARTS = {
  types: msg('Relation types'),
  outcomes: msg('Outcomes'),
  widths: msg('Widths'),
  sizes: msg('Sizes'),
  marks: msg('Marks'),
} as const
export type LegendPartId = keyof typeof LEGEND_PARTS

/** A subject in its place. */
export interface LaidOut extends Space {
  /** CSS pixels of the picture for one of the drawing; 1 where nothing is enlarged. */
  scale: number
  /** Its elements, with the top left corner of the drawing at a point. */
  draw: (x: number, y: number) => string
  /** What is told apart by colour in it, for the check of how others see it. */
  colours: readonly ColourSet[]
  /** What could not be drawn in this space, each a sentence for the person. */
  notes: string[]
}

/** How a picture is drawn, whatever it shows. */
export interface PictureStyle {
  /** Of the legend and of rows, in CSS pixels; titles and names are in proportion to it. */
  fontSize: number
  /** How wide lines are drawn, over their width on the screen. */
  lineWeight: number
  /** Whether names and badges stand in the drawing. */
  hasLabels: boolean
  /** True for the legend of a film, which holds on every day: it explains all outcomes, and gives no numbers. */
  isFilm?: boolean
}

/** The font size that everything in a picture is in proportion to. */
export const USUAL_FONT_SIZE = 11

export const USUAL_STYLE: PictureStyle = { fontSize: USUAL_FONT_SIZE, lineWeight: 1, hasLabels: true }
