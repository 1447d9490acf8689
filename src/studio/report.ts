import { dateInWords } from '../language/dates.ts'
import { dataLanguage, known, t } from '../language/messages.ts'
import { listInWords, numberInWords } from '../language/numbers.ts'
import { isWebAddress, languageInWords, numberSources, whenPublished, type CitedSource } from '../formats/citations.ts'
import { figuresAt } from '../model/known.ts'
import { OUTCOMES } from '../model/outcome.ts'
import type { Texts } from '../model/outline.ts'
import { byBeginning } from '../network/columns.ts'
import { OUTCOME_LABELS } from '../network/filters.ts'
import { findingsOf, partsInWords } from '../network/findings.ts'
import { ledgerOf, type LedgerLine } from '../network/ledger.ts'
import { ledgerColumns, sortedLines } from '../network/ledgerColumns.ts'
import { tallyInWords } from '../network/links.ts'
import { lifeOf, stageInWords, subtypeLabel } from '../network/profile.ts'
import {
  REPORT_PARTS,
  type Report,
  type ReportCell,
  type ReportPart,
  type ReportPartId,
  type ReportSource,
  type ReportTable,
} from '../pictures/reportModel.ts'
import { OUTCOME_MEANINGS } from '../scene/legend.ts'
import type { Session } from '../state/session.ts'
import { namesOf, textsOf } from './sessionTexts.ts'

/** What of a session a report is made from, beside what is chosen in it. */
export interface ReportInput {
  title: string
  parts: readonly ReportPartId[]
  /** The picture as SVG; without it the report has none. */
  picture: string | null
  /** The address at which the same can be seen alive. */
  link: string
}

/**
 * A report of what is selected in a session at its as-of date: nothing later is in it. Sources are numbered in the order
 * in which they are cited first.
 * @throws Error where the texts of the dataset are not there yet
 */
export function reportOf(session: Session, { title, parts, picture, link }: ReportInput): Report {
  const texts = textsOf(session)
  if (!texts) throw new Error(t('The texts of the dataset are not there yet.'))
  const { outline } = session.columns
  const { sentence } = session.derive()
  const { asOf } = session.choices.getState()
  const has = (id: ReportPartId) => parts.includes(id)
  const cited = citedSources(session)
  const numberOf = new Map(cited.map((id, i) => [id, i + 1]))
  // Without the list of sources there is nothing that a number could lead to.
  const numbers = (ids: readonly string[]) =>
    has('sources') ? ids.flatMap((id) => numberOf.get(id) ?? []).sort((x, y) => x - y) : []
  const made: (ReportPart | null)[] = [
    picture === null ? null : { id: 'picture', heading: t(REPORT_PARTS.picture), kind: 'picture', svg: picture },
    findingsPart(session, texts, numbers),
    ledgerPart(session),
    initiativesPart(session, texts, numbers),
    {
      id: 'sources',
      heading: t(REPORT_PARTS.sources),
      kind: 'sources',
      sources: cited.map((id, i) => sourceLine(id, i + 1, texts.sources[id])),
    },
    methodPart(session),
  ]
  const citation = t('{citation} Report as of {date}.', { citation: outline.citation, date: dateInWords(asOf) })
  return {
    title,
    sentence,
    asOf: dateInWords(asOf),
    parts: made.filter((part) => part !== null && has(part.id)).filter((part) => part !== null),
    citation: isWebAddress(link) ? `${citation} ${link}` : citation,
    licence: outline.licence,
    link: isWebAddress(link) ? link : '',
  }
}

/** The sources that a report of a session cites, in the order of their numbers, as far as the dataset has them. */
export function sourcesOfReport(session: Session): CitedSource[] {
  const texts = textsOf(session)
  return texts ? citedSources(session).flatMap((id) => texts.sources[id] ?? []) : []
}

/**
 * The present view as pages of paper have it: what it shows as a picture where there is one, then the ties, the ledger or the
 * initiatives, whichever the view is about, and all that they are read from.
 */
export function printedReport(session: Session, picture: string | null, link: string): Report {
  const { view } = session.choices.getState()
  const list = view === 'network' || view === 'map' ? 'ties' : view === 'ledger' ? 'ledger' : 'initiatives'
  // The picture of the ledger is its table once more.
  const parts: ReportPartId[] = [
    ...(list === 'ledger' ? [] : (['picture'] as const)),
    list === 'ties' ? 'initiatives' : list,
    'sources',
  ]
  const report = reportOf(session, { title: session.columns.outline.title, parts, picture, link })
  if (list !== 'ties') return report
  return { ...report, parts: report.parts.map((part) => (part.id === 'initiatives' ? tiesPart(session) : part)) }
}

/** The links that the graph draws, one a row, the largest first. */
function tiesPart(session: Session): ReportPart {
  const { columns } = session
  const { links } = session.derive()
  const texts = textsOf(session)!
  const nameOf = namesOf(session)
  const typeOf = new Map(columns.outline.relationTypes.map(({ id, label }) => [id, known(label)]))
  const numberOf = new Map(citedSources(session).map((id, i) => [id, i + 1]))
  const citesOf = (initiatives: readonly number[]) => {
    const ids = numberSources(initiatives.map((position) => sourcesOfInitiative(session, texts, position)))
    return ids.flatMap((id) => numberOf.get(id) ?? []).sort((x, y) => x - y)
  }
  return {
    id: 'initiatives',
    heading: t('Ties'),
    kind: 'table',
    note: t(
      '{count, plural, one {# tie} other {# ties}}: the initiatives of two actors and one relation type. An initiative with several partners stands in the tie of each.',
      { count: links.length },
    ),
    table: {
      groups: [],
      head: [
        { label: t('Between'), isNumber: false, share: 3 },
        { label: t('Type'), isNumber: false, share: 2 },
        { label: t('Initiatives'), isNumber: true, share: 1 },
        { label: t('What they had come to'), isNumber: false, share: 3 },
        { label: t('Sources'), isNumber: false, share: 3 },
      ],
      rows: links
        .toSorted((x, y) => y.size - x.size)
        .map(({ dyad, type, valence, size, tally, silent, initiatives }) => ({
          isTotal: false,
          cells: [
            { text: listInWords([nameOf(dyad.a), nameOf(dyad.b)]) },
            { text: typeOf.get(type) ?? type, ...(valence === 'conflict' ? { note: t('conflict') } : {}) },
            { text: numberInWords(size) },
            { text: tallyInWords(tally, silent).join(t(', ')) },
            { text: '', cites: citesOf(initiatives) },
          ],
        })),
    },
  }
}

/** The ids of all sources in the order in which the initiatives cite them. */
function citedSources(session: Session): string[] {
  const texts = textsOf(session)
  return texts ? numberSources(inOrder(session).map((position) => sourcesOfInitiative(session, texts, position))) : []
}

/** The selected initiatives by the day they begin. */
function inOrder({ columns, derive }: Session): number[] {
  return byBeginning(columns, derive().selection.initiatives)
}

/** The sources of what had happened and was known of an initiative by the as-of date, each once. */
function sourcesOfInitiative({ columns, derive }: Session, texts: Texts, position: number): string[] {
  const { asOf } = derive()
  const life = lifeOf(columns.outline.initiatives.at(position)!.milestones, asOf)
  const { milestones, magnitudes } = texts.initiatives.at(position)!
  return numberSources([
    ...life.marks.map(({ milestone }) => milestones[milestone]!.sources),
    ...figuresAt(magnitudes, texts.sources, life, asOf).map(({ sources }) => sources),
  ])
}

function findingsPart(session: Session, texts: Texts, numbers: (ids: readonly string[]) => number[]): ReportPart {
  const { selection, comparison } = session.derive()
  const { silentYears } = session.choices.getState()
  const findings = findingsOf({ columns: session.columns, selection, comparison, texts, silentYears })
  return {
    id: 'findings',
    heading: t(REPORT_PARTS.findings),
    kind: 'sentences',
    sentences: findings.map(({ parts, items, sources }) => ({
      text: partsInWords(parts),
      items: items.map(partsInWords),
      cites: numbers(sources),
    })),
  }
}

function ledgerPart(session: Session): ReportPart {
  const { columns } = session
  const { selection, links, comparison } = session.derive()
  const { focus, ledgerColumns: set, ledgerSort, since } = session.choices.getState()
  const nameOf = namesOf(session)
  const ledger = ledgerOf({ columns, selection, links, comparison, focus })
  const shown = ledgerColumns(columns, set, since && dateInWords(since))
  const groups: ReportTable['groups'][number][] = []
  for (const { group } of shown) {
    const last = groups.at(-1)
    if (last?.label === group) last.span++
    else groups.push({ label: group, span: 1 })
  }
  const rowOf = (line: LedgerLine, name: string, isTotal: boolean) => ({
    isTotal,
    cells: [
      { text: name },
      ...shown.map((column): ReportCell => {
        const { text, note } = column.cell(line)
        return note === undefined ? { text } : { text, note }
      }),
    ],
  })
  return {
    id: 'ledger',
    heading: t(REPORT_PARTS.ledger),
    kind: 'table',
    note: t(
      'Outputs promised and delivered with the partners of {actor}. An initiative with several partners stands in the row of each, and once in the last row.',
      { actor: nameOf(focus) },
    ),
    table: {
      groups,
      head: [
        { label: t('Partner'), isNumber: false, share: 2 },
        ...shown.map((column) => ({
          label: column.label,
          isNumber: true,
          share: column.cell(ledger.total).note ? 1.7 : 1.1,
        })),
      ],
      rows: [
        ...sortedLines(ledger, shown, ledgerSort, nameOf).map((line) =>
          rowOf(
            line,
            line.partner === null ? t('Without {actor}', { actor: nameOf(focus) }) : nameOf(line.partner),
            false,
          ),
        ),
        rowOf(ledger.total, t('All, each once'), true),
      ],
    },
  }
}

function initiativesPart(session: Session, texts: Texts, numbers: (ids: readonly string[]) => number[]): ReportPart {
  const { columns } = session
  const { selection } = session.derive()
  const nameOf = namesOf(session)
  const typeOf = new Map(columns.outline.relationTypes.map(({ id, label }) => [id, known(label)]))
  const positions = inOrder(session)
  return {
    id: 'initiatives',
    heading: t(REPORT_PARTS.initiatives),
    kind: 'table',
    note: t('{count, plural, one {# initiative} other {# initiatives}}, by the day of the first milestone.', {
      count: positions.length,
    }),
    table: {
      groups: [],
      head: [
        { label: t('Initiative'), isNumber: false, share: 5 },
        { label: t('Between'), isNumber: false, share: 3 },
        { label: t('Type'), isNumber: false, share: 2.6 },
        { label: t('Outcome'), isNumber: false, share: 2 },
        { label: t('First milestone'), isNumber: false, share: 2.4 },
        { label: t('Last milestone'), isNumber: false, share: 2.4 },
        ...(numbers(citedSources(session)).length > 0 ? [{ label: t('Sources'), isNumber: false, share: 2 }] : []),
      ],
      rows: positions.map((position) => {
        const initiative = columns.outline.initiatives.at(position)!
        const { marks } = lifeOf(initiative.milestones, selection.asOf)
        const milestone = (mark: (typeof marks)[number]): ReportCell => ({
          text: dateInWords(initiative.milestones[mark.milestone]!.date),
          note: stageInWords(mark.stage),
        })
        const outcome = selection.outcomes.at(position)
        const notes = [
          ...(selection.isSilent(position) ? [t('silent')] : []),
          ...(initiative.valence === 'conflict' ? [t('conflict')] : []),
        ]
        const cites = numbers(sourcesOfInitiative(session, texts, position))
        return {
          isTotal: false,
          cells: [
            { text: texts.initiatives.at(position)!.title, language: dataLanguage() },
            { text: listInWords([...new Set([...initiative.from, ...initiative.to])].map(nameOf)) },
            { text: typeOf.get(initiative.type) ?? initiative.type, note: subtypeLabel(columns, initiative) },
            {
              text: outcome ? t(OUTCOME_LABELS[outcome]) : '',
              ...(notes.length > 0 ? { note: notes.join(t(', ')) } : {}),
            },
            milestone(marks[0]!),
            milestone(marks.at(-1)!),
            ...(cites.length > 0 ? [{ text: '', cites }] : []),
          ],
        }
      }),
    },
  }
}

function sourceLine(id: string, number: number, source: CitedSource | undefined): ReportSource {
  if (!source) return { number, title: id, details: t('Not in this dataset.'), url: '' }
  const language = languageInWords(source)
  return {
    number,
    title: source.title,
    language: dataLanguage() && source.language,
    details: t('{sentence}.', {
      sentence: [source.publisher, whenPublished(source), ...(language === null ? [] : [language])].join(t(', ')),
    }),
    url: isWebAddress(source.url) ? source.url : '',
  }
}

function methodPart(session: Session): ReportPart {
  const { silentYears } = session.choices.getState()
  const plain = (text: string) => ({ text, items: [] as string[], cites: [] as number[] })
  return {
    id: 'method',
    heading: t(REPORT_PARTS.method),
    kind: 'sentences',
    sentences: [
      {
        text: t(
          'Every tie is made of initiatives, and every initiative of dated, cited milestones. What an initiative had come to is read from its milestones up to the as-of date:',
        ),
        items: OUTCOMES.map((outcome) =>
          t('{name}: {words}.', { name: t(OUTCOME_LABELS[outcome]), words: t(OUTCOME_MEANINGS[outcome]) }),
        ),
        cites: [],
      },
      plain(
        t(
          'A pending initiative is silent when nothing has been heard of it for {years, plural, one {# year} other {# years}}, which is not the same as nothing done.',
          { years: silentYears },
        ),
      ),
      plain(
        t(
          'The ledger counts cooperative outputs: things that last, such as deliveries, pipelines, plants and treaties. Processes such as summits and exercises, and conflict, stand beside them and are never counted as a result.',
        ),
      ),
      plain(
        t(
          'A share stands with the number it rests on; of fewer than five outputs only a count is given. Times are counted back from deliveries, so what is still pending is not in them.',
        ),
      ),
    ],
  }
}
