import { t } from '../language/messages.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Texts } from '../model/outline.ts'
import type { Comparison } from '../network/changes.ts'
import type { Columns } from '../network/columns.ts'
import type { Link } from '../network/links.ts'
import { initiativeTitle } from '../network/profile.ts'
import type { Selection } from '../network/select.ts'
import type { TimelineGroup } from '../network/timeline.ts'
import { CHANGE_SIGNS } from '../scene/changeSigns.ts'
import type { Palette, Scheme } from '../scene/palette.ts'
import type { Span } from '../scene/timeScale.ts'
import type { PictureStyle } from './subject.ts'
import type { GroupName } from './timelinePlan.ts'
import type { Attributes } from './xml.ts'

/** What a Timeline is drawn from. */
export interface TimelineInput {
  columns: Columns
  selection: Selection
  /** The links of the selection. */
  links: readonly Link[]
  comparison: Comparison | null
  /** Titles are in them; without them an initiative is named by its kind. */
  texts: Texts | null
  focus: string
  grouping: 'partner' | 'type'
  /** The years in sight; `null` for all. */
  span: Span | null
  scheme: Scheme
  palette: Palette
  /** What rows are kept for: in a film the selection at its last day, so that no row moves; else left out. */
  kept?: { selection: Selection; links: readonly Link[] }
}

/** What all rows share. */
export interface Drawn {
  input: TimelineInput
  style: PictureStyle
  /** The groups of the selection, by id. */
  shown: ReadonlyMap<string, TimelineGroup>
  /** How many initiatives the largest group has. */
  most: number
  groupName: GroupName
  called: (actor: string) => string
}

/** The title of an initiative, with the sign of what became of it, and that it is a conflict. */
export function titleIn({ columns, texts, comparison }: TimelineInput, position: number): string {
  const own = initiativeTitle(columns, texts, position)
  const isConflict = columns.outline.initiatives.at(position)!.valence === 'conflict'
  const title = isConflict ? t('{title} (conflict)', { title: own }) : own
  const change = comparison?.changes[position] ?? 'unchanged'
  return change === 'unchanged' ? title : `${CHANGE_SIGNS[change]} ${title}`
}

/** How the area of an outcome is filled. */
export function fillOf(outcome: Outcome, fills: Record<Outcome, string>): Attributes {
  return outcome === 'failed'
    ? { fill: fills.failed, stroke: fills.pending, 'stroke-width': 0.6 }
    : { fill: fills[outcome] }
}
