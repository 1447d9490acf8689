import { dateInWords } from '../language/dates.ts'
import { listInWords, upperFirst } from '../language/numbers.ts'
import { type Day } from '../model/dates.ts'
import { figuresAt } from '../model/known.ts'
import { lastStep, OUTCOMES, STAGES } from '../model/outcome.ts'
import type { InitiativeOutline, MilestoneOutline, Texts } from '../model/outline.ts'
import type { Magnitude } from '../model/schema.ts'
import { dateCell, type Sheet, type SheetCell } from '../model/sheet.ts'
import { optionsAt, type Columns } from './columns.ts'
import { OUTCOME_LABELS } from './filters.ts'
import { amountInWords, initiativeTitle, outcomeSince, stageInWords, subtypeLabel } from './profile.ts'
import type { Selection } from './select.ts'

/** What the Table is made of. */
export interface TableInput {
  columns: Columns
  /** `null` until they are there: meanwhile the columns that rest on them are empty. */
  texts: Texts | null
  selection: Selection
  /** The actor whose partners are named. */
  focus: string
}

/** One column of what is copied and saved. */
export interface TablePart {
  label: string
  value: (position: number) => SheetCell
  /** In files, but not in what is copied. */
  isForFiles?: true
}

/** A column of the Table. It takes initiatives by their position. */
export interface TableColumn {
  id: string
  label: string
  /** What it says, in a sentence. */
  help: string
  /** Its usual width, in pixels. */
  width: number
  align: 'start' | 'end'
  /** Whether what it says depends on the as-of date. */
  isDated: boolean
  /** What the cell says; empty where there is nothing to say. */
  text: (position: number) => string
  /** Rows are sorted by it; `null` where there is nothing to say. */
  sortKey: (position: number) => string | number | null
  /** What becomes of it outside: numbers and days are kept as such, so that some columns become several. */
  parts: readonly TablePart[]
}

/** The columns that are shown until others are chosen. */
export const USUAL_COLUMNS: readonly string[] = [
  'title',
  'partners',
  'type',
  'outcome',
  'begun',
  'stage',
  'figure',
  'subtype',
  'sources',
  'confidence',
]

/** All columns that the Table can show, in their usual order. */
export function tableColumns(input: TableInput): TableColumn[] {
  const { columns, texts, selection, focus } = input
  const { outline, begins, options } = columns
  const names = new Map(outline.actors.map(({ id, names: { en } }) => [id, en]))
  const types = new Map(outline.relationTypes.map(({ id, label }, order) => [id, { label, order }]))
  const nameOf = (id: string) => names.get(id) ?? id
  const initiative = (i: number): InitiativeOutline => outline.initiatives.at(i)!
  const latest = (i: number): MilestoneOutline | undefined => {
    const { milestones } = initiative(i)
    return milestones[lastStep(milestones, selection.asOf)]
  }
  const nature = (i: number) => options.nature[optionsAt(columns, 'nature', i)[0] ?? -1]?.label ?? ''
  const listed = (list: 'parties' | 'tags') => (i: number) => texts?.initiatives.at(i)?.[list].join(', ') ?? ''

  return [
    textColumn('title', 'Title', 'What it is called', 264, (i) => initiativeTitle(columns, texts, i)),
    textColumn(
      'partners',
      'Partners',
      `The actors that it ties with ${nameOf(focus)}; all of its actors where that is not one of them`,
      116,
      (i) => listInWords(partnersOf(initiative(i), focus).map(nameOf)),
    ),
    textColumn('from', 'From', 'The side that gives, or the first of two equal sides', 120, (i) =>
      listInWords(initiative(i).from.map(nameOf)),
    ),
    textColumn('to', 'To', 'The side that receives, or the second of two equal sides', 120, (i) =>
      listInWords(initiative(i).to.map(nameOf)),
    ),
    {
      ...textColumn(
        'type',
        'Type',
        'The relation type; sorted in the order of the dataset',
        118,
        (i) => types.get(initiative(i).type)?.label ?? initiative(i).type,
      ),
      sortKey: (i) => types.get(initiative(i).type)?.order ?? null,
    },
    textColumn('subtype', 'Subtype', 'The kind of undertaking within its type', 136, (i) =>
      subtypeLabel(columns, initiative(i)),
    ),
    textColumn(
      'nature',
      'Nature',
      'An output is something that lasts; a process is a meeting, visit or dialogue',
      86,
      nature,
    ),
    textColumn('valence', 'Valence', 'Cooperation or conflict; conflict is not counted among results', 110, (i) =>
      upperFirst(initiative(i).valence),
    ),
    {
      ...datedColumn(
        'begun',
        'Begun',
        'The date of its first milestone',
        132,
        (i) => initiative(i).milestones[0]?.date,
      ),
      isDated: false,
      sortKey: (i) => begins[i]!,
    },
    {
      id: 'stage',
      label: 'Stage',
      help: 'The stage of its latest milestone by the as-of date, with the date; sorted in the order of a life, what stopped last',
      width: 228,
      align: 'start',
      isDated: true,
      text: (i) => {
        const step = latest(i)
        return step ? `${upperFirst(stageInWords(step.stage))}, ${dateInWords(step.date)}` : ''
      },
      sortKey: (i) => {
        const step = latest(i)
        return step ? STAGES.indexOf(step.stage) : null
      },
      parts: [
        { label: 'Stage', value: (i) => (latest(i) ? upperFirst(stageInWords(latest(i)!.stage)) : null) },
        { label: 'Stage: date', value: (i) => (latest(i) ? dateCell(latest(i)!.date) : null) },
      ],
    },
    {
      ...textColumn(
        'outcome',
        'Outcome',
        'What it had come to at the as-of date; silent: pending, with no milestone for years',
        146,
        (i) => outcomeText(input, i),
      ),
      isDated: true,
      sortKey: (i) => {
        const outcome = selection.outcomes.at(i)
        return outcome ? OUTCOMES.indexOf(outcome) + (selection.isSilent(i) ? 0.5 : 0) : null
      },
    },
    datedColumn(
      'since',
      'Outcome since',
      'The date from which it has had that outcome',
      132,
      (i) => sinceDate(input, i),
      (i) => outcomeSince(initiative(i).milestones, selection.asOf),
    ),
    numberColumn(
      'milestones',
      'Milestones',
      'How many milestones it had had by the as-of date',
      96,
      (i) => lastStep(initiative(i).milestones, selection.asOf) + 1,
    ),
    {
      id: 'figure',
      label: 'Key figure',
      help: 'Of the figures known by the as-of date, the first in US dollars, else the first in the record. Sorted by dollars; other units follow after them',
      width: 210,
      align: 'start',
      isDated: true,
      text: (i) => {
        const figure = keyFigure(input, i)
        return figure ? `${amountInWords(figure).replace('\u00a0', ' ')}, ${figure.kind}` : ''
      },
      sortKey: (i) => dollars(keyFigure(input, i)),
      parts: [
        { label: 'Key figure', value: (i) => keyFigure(input, i)?.value ?? null },
        { label: 'Key figure: unit', value: (i) => keyFigure(input, i)?.unit ?? null },
        { label: 'Key figure: of what', value: (i) => keyFigure(input, i)?.kind ?? null },
      ],
    },
    {
      ...numberColumn(
        'sources',
        'Sources',
        'How many sources its milestones and figures cite, up to the as-of date',
        82,
        (i) => (texts ? sourcesOf(input, i).length : null),
      ),
      parts: [
        { label: 'Sources', value: (i) => (texts ? sourcesOf(input, i).length : null) },
        { label: 'Sources: ids', value: (i) => sourcesOf(input, i).join(' '), isForFiles: true },
        {
          label: 'Sources: addresses',
          value: (i) =>
            sourcesOf(input, i)
              .flatMap((id) => texts?.sources[id]?.url ?? [])
              .join(' '),
          isForFiles: true,
        },
      ],
    },
    {
      ...textColumn(
        'confidence',
        'Confidence',
        'How sure the record is: high, medium or low; sorted in that order',
        102,
        (i) => upperFirst(initiative(i).confidence),
      ),
      sortKey: (i) => optionsAt(columns, 'confidence', i)[0] ?? null,
    },
    textColumn('parties', 'Parties', 'The companies or bodies concerned', 220, listed('parties')),
    textColumn('tags', 'Tags', 'Words that it can be found by', 160, listed('tags')),
    textColumn('id', 'Id', 'Its name in the data, which stays the same', 230, (i) => initiative(i).id),
  ]
}

function textColumn(
  id: string,
  label: string,
  help: string,
  width: number,
  text: (position: number) => string,
): TableColumn {
  const orNull = (i: number) => text(i) || null
  return {
    id,
    label,
    help,
    width,
    align: 'start',
    isDated: false,
    text,
    sortKey: orNull,
    parts: [{ label, value: orNull }],
  }
}

function numberColumn(
  id: string,
  label: string,
  help: string,
  width: number,
  value: (position: number) => number | null,
): TableColumn {
  const text = (i: number) => String(value(i) ?? '')
  return { id, label, help, width, align: 'end', isDated: true, text, sortKey: value, parts: [{ label, value }] }
}

function datedColumn(
  id: string,
  label: string,
  help: string,
  width: number,
  date: (position: number) => string | undefined,
  day: (position: number) => Day | null = () => null,
): TableColumn {
  const text = (i: number) => dateInWords(date(i) ?? '')
  const value = (i: number) => {
    const own = date(i)
    return own === undefined ? null : dateCell(own)
  }
  return { id, label, help, width, align: 'start', isDated: true, text, sortKey: day, parts: [{ label, value }] }
}

/** The actors of an initiative but the focus; all where the focus is not among them. */
function partnersOf({ from, to }: InitiativeOutline, focus: string): string[] {
  const actors = [...new Set([...from, ...to])]
  return actors.includes(focus) ? actors.filter((id) => id !== focus) : actors
}

/** "Realised", "Pending, silent", "Ended, conflict". */
function outcomeText({ columns, selection }: TableInput, position: number): string {
  const outcome = selection.outcomes.at(position)
  if (!outcome) return ''
  const isConflict = columns.outline.initiatives.at(position)!.valence === 'conflict'
  return [OUTCOME_LABELS[outcome], selection.isSilent(position) && 'silent', isConflict && 'conflict']
    .filter(Boolean)
    .join(', ')
}

/** The date, as precise as the evidence, of the milestone that gave an initiative its outcome. */
function sinceDate({ columns, selection: { asOf } }: TableInput, position: number): string | undefined {
  const { milestones } = columns.outline.initiatives.at(position)!
  const day = outcomeSince(milestones, asOf)
  return milestones.findLast((step) => step.day === day)?.date
}

/**
 * The figure that says most of an initiative's size: of those known by the as-of date the first in US dollars, which can be
 * compared, else the first in the record.
 */
export function keyFigure(input: TableInput, position: number): Magnitude | null {
  const known = knownFigures(input, position)
  return known.find(({ unit }) => unit in DOLLARS) ?? known[0] ?? null
}

function knownFigures({ columns, texts, selection: { asOf } }: TableInput, position: number): Magnitude[] {
  const magnitudes = texts?.initiatives.at(position)?.magnitudes ?? []
  if (!texts || magnitudes.length === 0) return []
  const { milestones } = columns.outline.initiatives.at(position)!
  const passed = lastStep(milestones, asOf) + 1
  const life = { marks: milestones.slice(0, passed), later: milestones.length - passed }
  return figuresAt(magnitudes, texts.sources, life, asOf)
}

/** The units of US dollars, in dollars. */
const DOLLARS: Partial<Record<Magnitude['unit'], number>> = { 'USD bn': 1e9, 'USD m': 1e6 }

function dollars(figure: Magnitude | null): number | null {
  const unit = figure && DOLLARS[figure.unit]
  return unit ? figure.value * unit : null
}

/** The ids of the sources that an initiative's milestones and figures up to the as-of date cite, each once. */
function sourcesOf(input: TableInput, position: number): string[] {
  const own = input.texts?.initiatives.at(position)
  if (!own) return []
  const passed = lastStep(input.columns.outline.initiatives.at(position)!.milestones, input.selection.asOf) + 1
  return [
    ...new Set(
      [...own.milestones.slice(0, passed), ...knownFigures(input, position)].flatMap(({ sources }) => sources),
    ),
  ]
}

/**
 * The columns that are shown, in their order.
 * @param chosen their ids; `null` for the usual ones, and those too where none of the ids is known
 */
export function shownColumns(all: readonly TableColumn[], chosen: readonly string[] | null): TableColumn[] {
  const pick = (ids: readonly string[]) => ids.flatMap((id) => all.find((column) => column.id === id) ?? [])
  const shown = pick(chosen ?? USUAL_COLUMNS)
  return shown.length > 0 ? shown : pick(USUAL_COLUMNS)
}

/** The columns of what is copied, or of a file, which has more. */
export function sheetParts(shown: readonly TableColumn[], isFile: boolean): TablePart[] {
  return shown.flatMap(({ parts }) => parts.filter(({ isForFiles }) => isFile || !isForFiles))
}

/** What is shown as a table for outside. */
export function sheetOf(shown: readonly TableColumn[], rows: readonly number[], isFile: boolean): Sheet {
  const parts = sheetParts(shown, isFile)
  const cellOf = ({ value }: TablePart, position: number) => {
    const cell = value(position)
    return cell === '' ? null : cell
  }
  return {
    head: parts.map(({ label }) => label),
    rows: rows.map((position) => parts.map((part) => cellOf(part, position))),
  }
}
