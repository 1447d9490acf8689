import type { ActorFinder } from './actorFinder.ts'
import { readDate } from './dateText.ts'
import { readNumber } from './numbers.ts'
import type { Mapping } from './reading.ts'
import { plainName } from './tableHead.ts'

/** A table as rows of cells, the head among them. */
export type Rows = readonly (readonly string[])[]

/** What columns of edge lists are called, in plain form, the surest first. Two columns of one kind are sought in turn. */
const NAMES = {
  from: [
    'ccode1',
    'ccodea',
    'cowcode1',
    'gwno a',
    'gwno1',
    'gwcode1',
    'stateabb1',
    'iso3 1',
    'iso1',
    'iso3 o',
    'iso o',
    'actor1countrycode',
    'source country',
    'from country',
    'from',
    'source',
    'sender',
    'exporter',
    'reporter',
    'supplier',
    'donor',
    'country1',
    'country 1',
    'country a',
    'countrya',
    'state1',
    'state 1',
    'state a',
    'statea',
    'state name1',
    'partner a',
    'party a',
    'party 1',
    'side a',
    'sidea',
    'actor1',
    'actor 1',
    'actor a',
    'actor1name',
    'node1',
    'origin',
    'origin country',
    'country of origin',
    'seller',
    'ego',
    'country',
    'a',
    'от',
    'откуда',
    'продавец',
    'поставщик',
    'отправитель',
    'источник',
    'страна 1',
    'страна а',
    'экспортер',
    'von',
    'quelle',
    'land 1',
    'land a',
    'de',
    'origine',
    'pays 1',
    'pays a',
    'desde',
    'origen',
    'país 1',
    'pais 1',
  ],
  to: [
    'ccode2',
    'ccodeb',
    'cowcode2',
    'gwno b',
    'gwno2',
    'gwcode2',
    'stateabb2',
    'iso3 2',
    'iso2',
    'iso3 d',
    'iso d',
    'actor2countrycode',
    'target country',
    'to country',
    'to',
    'target',
    'receiver',
    'importer',
    'partner',
    'recipient',
    'country2',
    'country 2',
    'country b',
    'countryb',
    'state2',
    'state 2',
    'state b',
    'stateb',
    'state name2',
    'partner b',
    'party b',
    'party 2',
    'side b',
    'sideb',
    'actor2',
    'actor 2',
    'actor b',
    'actor2name',
    'node2',
    'destination',
    'destination country',
    'country of destination',
    'buyer',
    'alter',
    'partner country',
    'counterpart',
    'b',
    'к',
    'куда',
    'покупатель',
    'получатель',
    'цель',
    'страна 2',
    'страна б',
    'импортер',
    'партнер',
    'nach',
    'ziel',
    'land 2',
    'land b',
    'vers',
    'à',
    'pays 2',
    'pays b',
    'hasta',
    'destino',
    'país 2',
    'pais 2',
  ],
  type: [
    'type of tie',
    'relation type',
    'tie type',
    'relation',
    'relationship',
    'type',
    'kind',
    'kind of deal',
    'type of deal',
    'type of agreement',
    'agreement type',
    'category',
    'layer',
    'interaction',
    'edge type',
    'cameo root',
    'eventrootcode',
    'sector',
    'тип',
    'вид',
    'категория',
    'art',
    'typ',
    'kategorie',
    'catégorie',
    'tipo',
    'categoría',
  ],
  title: [
    'title',
    'name',
    'agreement',
    'treaty',
    'treaty name',
    'project',
    'initiative',
    'event',
    'subject',
    'deal',
    'headline',
    'name of agreement',
    'contract',
    'description',
    'предмет',
    'название',
    'наименование',
    'титул',
    'titel',
    'titre',
    'nom',
    'título',
    'nombre',
  ],
  date: [
    'date',
    'begun',
    'start date',
    'date signed',
    'signed',
    'signed on',
    'signature date',
    'date of signature',
    'year signed',
    'entry into force',
    'in force',
    'event date',
    'sqldate',
    'start',
    'begin',
    'start year',
    'styear',
    'year start',
    'year',
    'month',
    'period',
    'time',
    'timestamp',
    'дата',
    'начало',
    'год',
    'datum',
    'jahr',
    'beginn',
    'année',
    'début',
    'fecha',
    'año',
    'inicio',
  ],
  until: [
    'until',
    'ended',
    'end date',
    'date ended',
    'end',
    'end year',
    'endyear',
    'year end',
    'terminated',
    'expired',
    'expiry date',
    'окончание',
    'конец',
    'до',
    'ende',
    'bis',
    'fin',
    'jusqu à',
  ],
  stage: [
    'first stage',
    'stage',
    'stage then',
    'status',
    'state of play',
    'phase',
    'статус',
    'стадия',
    'этап',
    'stand',
    'statut',
    'estado',
  ],
  value: [
    'value',
    'amount',
    'weight',
    'size',
    'volume',
    'usd',
    'value usd',
    'sum',
    'total',
    'flow',
    'count',
    'goldstein',
    'goldsteinscale',
    'значение',
    'сумма',
    'объем',
    'стоимость',
    'wert',
    'betrag',
    'valeur',
    'montant',
    'valor',
    'importe',
  ],
  unitColumn: [
    'unit',
    'units',
    'currency',
    'единица',
    'валюта',
    'einheit',
    'währung',
    'unité',
    'devise',
    'unidad',
    'moneda',
  ],
  source: [
    'sources',
    'url',
    'link',
    'reference',
    'citation',
    'sourceurl',
    'source url',
    'источник данных',
    'ссылка',
    'quelle url',
    'lien',
    'enlace',
    'fuente',
  ],
  note: [
    'note',
    'notes',
    'summary',
    'comment',
    'comments',
    'description',
    'remarks',
    'примечание',
    'комментарий',
    'описание',
    'bemerkung',
    'remarque',
    'nota',
  ],
} satisfies Record<string, readonly string[]>

/** Names of columns that say that a tie has no direction. */
const MUTUAL =
  /^(?:country|state|partner|party|side|actor|node|ccode|gwno|stateabb|iso|land|pays|pa[ií]s|страна)\s?(?:[12ab]|name[12]|code[12])$|^[ab]$/

/** So many rows tell what a column holds. */
const SAMPLE_ROWS = 400

/** What the cells of a column are, each as a share of those that are not empty. */
interface ColumnKind {
  filled: number
  actors: number
  dates: number
  numbers: number
  urls: number
  distinct: number
  length: number
}

/**
 * Guesses which column of an edge list holds what: first by the names of the columns, then by what stands in them.
 * A person looks the guess over; what a dated row is taken for is theirs to say.
 *
 * @param actors by which columns of actors are known; `null` to go by names alone
 */
export function guessMapping(rows: Rows, actors: ActorFinder | null): Mapping {
  const width = Math.max(0, ...rows.slice(0, SAMPLE_ROWS).map((row) => row.length))
  const first = rows[0] ?? []
  // "Value (USD m)" is a value; its unit is read by itself.
  const names = Array.from({ length: width }, (_, i) => plainName((first[i] ?? '').replace(/\([^()]*\)\s*$/, '')))
  const below = kindsOf(rows.slice(1, SAMPLE_ROWS), width, actors)
  const hasHead = namesColumns(names, first, below, actors)
  const kinds = hasHead ? below : kindsOf(rows.slice(0, SAMPLE_ROWS), width, actors)
  const free = new Set(kinds.keys())
  const named = (kind: keyof typeof NAMES, fits: (own: ColumnKind) => boolean = () => true): number | null => {
    if (!hasHead) return null
    for (const name of NAMES[kind]) {
      const column = names.findIndex((own, i) => own === name && free.has(i) && fits(kinds[i]!))
      if (column !== -1) return take(column)
    }
    return null
  }
  const take = (column: number) => {
    free.delete(column)
    return column
  }
  const best = (rate: (own: ColumnKind) => number, least: number): number | null => {
    const rated = [...free].map((column) => [column, rate(kinds[column]!)] as const).sort((a, b) => b[1] - a[1])
    return rated[0] && rated[0][1] >= least ? take(rated[0][0]) : null
  }

  // "source" may be where a tie comes from, or where it is told of: the actors decide, or that there is a target.
  const isSource = (own: ColumnKind) => own.urls < 0.5
  const from = named('from', isSource) ?? best(({ actors: share }) => share, 0.5)
  const to = named('to', isSource) ?? best(({ actors: share }) => share, 0.5)
  const isDirection = kinds.findIndex((_, i) => free.has(i) && saysDirection(rows, i, hasHead))
  if (isDirection !== -1) take(isDirection)
  const date = named('date', ({ dates }) => dates > 0.3) ?? best(({ dates, filled }) => (filled > 0.5 ? dates : 0), 0.8)
  const until = named('until', ({ dates }) => dates > 0.3)
  const unitColumn = named('unitColumn')
  const stage = named('stage', ({ dates, numbers }) => dates < 0.5 && numbers < 0.5)
  const type = named('type')
  const source = named('source') ?? best(({ urls }) => urls, 0.5)
  const value = named('value', ({ numbers }) => numbers > 0.3)
  const title = named('title')
  const note = named('note')
  const fallbackType =
    type ??
    best(
      ({ distinct, filled, numbers, dates }) =>
        filled > 0.8 && numbers + dates < 0.2 && distinct < 0.3 ? 1 - distinct : 0,
      0.7,
    )
  const fallbackTitle =
    title ??
    best(({ distinct, length, numbers, urls }) => (length > 12 && numbers < 0.2 && urls < 0.2 ? distinct : 0), 0.5)

  const [one, other] = bothEnds(from, to, width)
  const isMutual = hasHead && MUTUAL.test(names[one] ?? '') && MUTUAL.test(names[other] ?? '')
  const dateName = date === null ? '' : (names[date] ?? '')
  return {
    from: one,
    to: other,
    type: fallbackType,
    title: fallbackTitle,
    date,
    until,
    stage,
    value,
    unit: value === null || !hasHead ? '' : unitIn(first[value] ?? ''),
    unitColumn,
    source,
    note,
    directed: isDirection === -1 ? !isMutual : !isUndirected(rows, isDirection, hasHead),
    stageOfRow: stageBy(dateName, until !== null),
    hasHead,
  }
}

/** Two columns that differ, whatever was found. */
function bothEnds(from: number | null, to: number | null, width: number): [number, number] {
  const one = from ?? (to === 0 ? Math.min(1, width - 1) : 0)
  return [Math.max(0, one), to ?? (one === 0 ? Math.min(1, Math.max(0, width - 1)) : 0)]
}

/** What the name of the column of dates says that happened then. */
function stageBy(name: string, hasEnd: boolean): Mapping['stageOfRow'] {
  if (/force|start|begin|begun|styear|начал|beginn|début|inicio/.test(name)) return 'in-force'
  if (/announc|объявл/.test(name)) return 'announced'
  if (/complet|deliver|заверш/.test(name)) return 'completed'
  return hasEnd ? 'in-force' : 'signed'
}

/** Whether the first row names the columns: it has a name that is known, or differs in kind from what stands below. */
function namesColumns(
  names: readonly string[],
  first: readonly string[],
  below: readonly ColumnKind[],
  actors: ActorFinder | null,
): boolean {
  const known = new Set<string>(Object.values(NAMES).flat())
  if (names.some((name, i) => known.has(name) && !isActor(first[i] ?? '', actors))) return true
  return first.some((cell, i) => {
    const kind = below[i]
    if (!kind || cell.trim() === '' || kind.filled === 0) return false
    const isDated = readDate(cell) !== null || readNumber(cell) !== null
    return (
      (!isDated && (kind.dates > 0.8 || kind.numbers > 0.8)) ||
      (kind.actors > 0.8 && !isDated && !isActor(cell, actors))
    )
  })
}

function kindsOf(rows: Rows, width: number, actors: ActorFinder | null): ColumnKind[] {
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => (row[column] ?? '').trim())
    const given = cells.filter((cell) => cell !== '')
    const share = (is: (cell: string) => boolean) => given.filter(is).length / Math.max(1, given.length)
    return {
      filled: given.length / Math.max(1, cells.length),
      actors: share((cell) => isActor(cell, actors)),
      dates: share((cell) => {
        const year = /^\d+$/.test(cell) ? Number(cell.slice(0, 4)) : 2000
        return year >= 1500 && year <= 2200 && readDate(cell) !== null
      }),
      numbers: share((cell) => readNumber(cell) !== null),
      urls: share((cell) => /^(?:https?:\/\/|www\.|doi:)/i.test(cell)),
      distinct: new Set(given).size / Math.max(1, given.length),
      length: given.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, given.length),
    }
  })
}

function isActor(cell: string, actors: ActorFinder | null): boolean {
  return actors !== null && /\p{L}{2}/u.test(cell) && actors.byName(cell) !== null
}

/** Gephi writes in a column "Type" whether an edge is directed. */
function saysDirection(rows: Rows, column: number, hasHead: boolean): boolean {
  const cells = rows.slice(hasHead ? 1 : 0, SAMPLE_ROWS).map((row) => (row[column] ?? '').trim())
  return cells.some((cell) => cell !== '') && cells.every((cell) => /^(?:|directed|undirected|mutual)$/i.test(cell))
}

function isUndirected(rows: Rows, column: number, hasHead: boolean): boolean {
  const cells = rows.slice(hasHead ? 1 : 0, SAMPLE_ROWS).map((row) => (row[column] ?? '').trim())
  return cells.filter((cell) => /^(?:undirected|mutual)$/i.test(cell)).length > cells.length / 2
}

/** "Value (USD m)" has its unit in brackets; "value_usd" after the word. */
function unitIn(name: string): string {
  const bracket = /\(([^()]{1,30})\)\s*$/.exec(name)
  if (bracket) return bracket[1]!
  const word = /[\s_](usd|eur|rub|cny|mln|bn)$/i.exec(name)
  return word ? word[1]!.toUpperCase() : ''
}
