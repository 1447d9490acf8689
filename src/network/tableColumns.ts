import { dateInWords } from '../language/dates.ts'
import { dataLanguage, inEnglish, known, msg, t, type Message } from '../language/messages.ts'
import { listInWords, numberInWords, upperFirst } from '../language/numbers.ts'
import { nameOf } from '../model/actorNames.ts'
import { type Day } from '../model/dates.ts'
import { figuresAt } from '../model/known.ts'
import { lastStep, OUTCOMES, STAGES } from '../model/outcome.ts'
import type { InitiativeOutline, MilestoneOutline, Texts } from '../model/outline.ts'
import type { Magnitude } from '../model/schema.ts'
import { dateCell, type Sheet, type SheetCell } from '../model/sheet.ts'
import { optionsAt, type Columns } from './columns.ts'
import { CONFIDENCE_GRADES, OUTCOME_LABELS, VALENCE_LABELS, type Dimension } from './filters.ts'
import {
  amountInWords,
  initiativeTitle,
  outcomeSince,
  STAGE_LABELS,
  stageInWords,
  subtypeInEnglish,
  subtypeLabel,
} from './profile.ts'
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
  const actors = new Map(outline.actors.map((actor) => [actor.id, actor]))
  const types = new Map(outline.relationTypes.map(({ id, label }, order) => [id, { label, order }]))
  const called = (id: string) => {
    const actor = actors.get(id)
    return actor ? nameOf(actor) : id
  }
  const inFile = (ids: readonly string[]) => ENGLISH_LIST.format(ids.map((id) => actors.get(id)?.names.en ?? id))
  const initiative = (i: number): InitiativeOutline => outline.initiatives.at(i)!
  const latest = (i: number): MilestoneOutline | undefined => {
    const { milestones } = initiative(i)
    return milestones[lastStep(milestones, selection.asOf)]
  }
  const natureAt = (i: number) => options.nature[optionsAt(columns, 'nature', i)[0] ?? -1]
  const typeOf = (i: number) => types.get(initiative(i).type)?.label ?? initiative(i).type
  const listed = (list: 'parties' | 'tags') => (i: number) => texts?.initiatives.at(i)?.[list].join(', ') ?? ''

  const all: TableColumn[] = [
    textColumn(
      'title',
      msg('Title'),
      t('What it is called'),
      264,
      (i) => initiativeTitle(columns, texts, i),
      (i) =>
        texts?.initiatives.at(i)?.title ||
        `${subtypeInEnglish(columns, initiative(i))}, ${inFile(actorsOf(initiative(i)))}`,
    ),
    textColumn(
      'partners',
      msg('Partners'),
      t('The actors that it ties with {actor}; all of its actors where that is not one of them', {
        actor: called(focus),
      }),
      116,
      (i) => listInWords(partnersOf(initiative(i), focus).map(called)),
      (i) => inFile(partnersOf(initiative(i), focus)),
    ),
    textColumn(
      'from',
      msg('From'),
      t('The side that gives, or the first of two equal sides'),
      120,
      (i) => listInWords(initiative(i).from.map(called)),
      (i) => inFile(initiative(i).from),
    ),
    textColumn(
      'to',
      msg('To'),
      t('The side that receives, or the second of two equal sides'),
      120,
      (i) => listInWords(initiative(i).to.map(called)),
      (i) => inFile(initiative(i).to),
    ),
    {
      ...textColumn(
        'type',
        msg('Type'),
        t('The relation type; sorted in the order of the dataset'),
        118,
        (i) => known(typeOf(i)),
        typeOf,
      ),
      sortKey: (i) => types.get(initiative(i).type)?.order ?? null,
    },
    textColumn(
      'subtype',
      msg('Subtype'),
      t('The kind of undertaking within its type'),
      136,
      (i) => subtypeLabel(columns, initiative(i)),
      (i) => subtypeInEnglish(columns, initiative(i)),
    ),
    textColumn(
      'nature',
      msg('Nature'),
      t('An output is something that lasts; a process is a meeting, visit or dialogue'),
      86,
      (i) => natureAt(i)?.label ?? '',
      (i) => upperFirst(natureAt(i)?.value ?? ''),
    ),
    textColumn(
      'valence',
      msg('Valence'),
      t('Cooperation or conflict; conflict is not counted among results'),
      110,
      (i) => t(VALENCE_LABELS[initiative(i).valence]),
      (i) => inEnglish(VALENCE_LABELS[initiative(i).valence]),
    ),
    {
      ...datedColumn(
        'begun',
        msg('Begun'),
        t('The date of its first milestone'),
        132,
        (i) => initiative(i).milestones[0]?.date,
      ),
      isDated: false,
      sortKey: (i) => begins[i]!,
    },
    {
      id: 'stage',
      label: t('Stage'),
      help: t(
        'The stage of its latest milestone by the as-of date, with the date; sorted in the order of a life, what stopped last',
      ),
      width: 228,
      align: 'start',
      isDated: true,
      text: (i) => {
        const step = latest(i)
        return step
          ? t('{stage}, {date}', { stage: upperFirst(stageInWords(step.stage)), date: dateInWords(step.date) })
          : ''
      },
      sortKey: (i) => {
        const step = latest(i)
        return step ? STAGES.indexOf(step.stage) : null
      },
      parts: [
        {
          label: 'Stage',
          value: (i) => {
            const step = latest(i)
            return step ? upperFirst(inEnglish(STAGE_LABELS[step.stage])) : null
          },
        },
        { label: 'Stage: date', value: (i) => (latest(i) ? dateCell(latest(i)!.date) : null) },
      ],
    },
    {
      ...textColumn(
        'outcome',
        msg('Outcome'),
        t('What it had come to at the as-of date; silent: pending, with no milestone for years'),
        146,
        (i) =>
          outcomeWords(input, i)
            .map((words) => t(words))
            .join(t(', ')),
        (i) => outcomeWords(input, i).map(inEnglish).join(', '),
      ),
      isDated: true,
      sortKey: (i) => {
        const outcome = selection.outcomes.at(i)
        return outcome ? OUTCOMES.indexOf(outcome) + (selection.isSilent(i) ? 0.5 : 0) : null
      },
    },
    datedColumn(
      'since',
      msg('Outcome since'),
      t('The date from which it has had that outcome'),
      132,
      (i) => sinceDate(input, i),
      (i) => outcomeSince(initiative(i).milestones, selection.asOf),
    ),
    numberColumn(
      'milestones',
      msg('Milestones'),
      t('How many milestones it had had by the as-of date'),
      96,
      (i) => lastStep(initiative(i).milestones, selection.asOf) + 1,
    ),
    {
      id: 'figure',
      label: t('Key figure'),
      help: t(
        'Of the figures known by the as-of date, the first in US dollars, else the first in the record. Sorted by dollars; other units follow after them',
      ),
      width: 210,
      align: 'start',
      isDated: true,
      text: (i) => {
        const figure = keyFigure(input, i)
        if (!figure) return ''
        return t('{amount}, {kind}', {
          amount: amountInWords(figure).replace('\u00a0', ' '),
          kind: known(figure.kind),
        })
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
        msg('Sources'),
        t('How many sources its milestones and figures cite, up to the as-of date'),
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
        msg('Confidence'),
        t('How sure the record is: high, medium or low; sorted in that order'),
        102,
        (i) => t(CONFIDENCE_GRADES[initiative(i).confidence]),
        (i) => inEnglish(CONFIDENCE_GRADES[initiative(i).confidence]),
      ),
      sortKey: (i) => optionsAt(columns, 'confidence', i)[0] ?? null,
    },
    textColumn('parties', msg('Parties'), t('The companies or bodies concerned'), 220, listed('parties')),
    textColumn('tags', msg('Tags'), t('Words that it can be found by'), 160, listed('tags')),
    textColumn('id', msg('Id'), t('Its name in the data, which stays the same'), 230, (i) => initiative(i).id),
  ]
  return dataLanguage() === undefined ? all : all.map((column) => ({ ...column, width: roomFor(column, columns) }))
}

/** About how wide a letter is, what stands around the words of a cell, and what words alone make a column at most, in pixels. */
const ROOM = { letter: 7.2, around: 62, most: 220 }

/** The width of a column in which its head and the words of the interface have room, which are longer in some languages. */
function roomFor({ id, label, width }: TableColumn, { options }: Columns): number {
  const own = id in options ? options[id as Dimension].map((option) => option.label) : []
  const silent = id === 'outcome' ? own.map((words) => `${words}, ${t('silent')}`) : []
  const longest = Math.max(...[label, ...own, ...silent].map((words) => [...words].length))
  return Math.max(width, Math.min(ROOM.most, Math.ceil(longest * ROOM.letter) + ROOM.around))
}

const ENGLISH_LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** @param inFile what it says in a file, where that is not what it says on the screen: files are in English */
function textColumn(
  id: string,
  label: Message,
  help: string,
  width: number,
  text: (position: number) => string,
  inFile = text,
): TableColumn {
  return {
    id,
    label: t(label),
    help,
    width,
    align: 'start',
    isDated: false,
    text,
    sortKey: (i) => text(i) || null,
    parts: [{ label: inEnglish(label), value: (i) => inFile(i) || null }],
  }
}

function numberColumn(
  id: string,
  label: Message,
  help: string,
  width: number,
  value: (position: number) => number | null,
): TableColumn {
  const text = (i: number) => {
    const own = value(i)
    return own === null ? '' : numberInWords(own)
  }
  const parts = [{ label: inEnglish(label), value }]
  return { id, label: t(label), help, width, align: 'end', isDated: true, text, sortKey: value, parts }
}

function datedColumn(
  id: string,
  label: Message,
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
  const parts = [{ label: inEnglish(label), value }]
  return { id, label: t(label), help, width, align: 'start', isDated: true, text, sortKey: day, parts }
}

function actorsOf({ from, to }: InitiativeOutline): string[] {
  return [...new Set([...from, ...to])]
}

/** The actors of an initiative but the focus; all where the focus is not among them. */
function partnersOf(initiative: InitiativeOutline, focus: string): string[] {
  const actors = actorsOf(initiative)
  return actors.includes(focus) ? actors.filter((id) => id !== focus) : actors
}

/** "Realised", "Pending, silent", "Ended, conflict". */
function outcomeWords({ columns, selection }: TableInput, position: number): Message[] {
  const outcome = selection.outcomes.at(position)
  if (!outcome) return []
  const isConflict = columns.outline.initiatives.at(position)!.valence === 'conflict'
  return [
    OUTCOME_LABELS[outcome],
    ...(selection.isSilent(position) ? [msg('silent')] : []),
    ...(isConflict ? [msg('conflict')] : []),
  ]
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
  const figures = knownFigures(input, position)
  return figures.find(({ unit }) => unit in DOLLARS) ?? figures[0] ?? null
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
