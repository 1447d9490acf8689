import { t } from '../../language/messages.ts'
import type { MeasureValue } from '../../network/networkMeasures.ts'
import type { Ranked, RankLine } from '../../network/ranks.ts'
import type { CsvSheet } from '../CsvButton.tsx'
import { useActorName } from '../details/Inspecting.tsx'
import { GridHead, startsOfGroups } from '../GridHead.tsx'
import { NumberCell } from '../NumberCell.tsx'
import { useGridPlace, type Stop } from '../useGridPlace.ts'
import { useSession } from '../useSession.ts'

/** What the sorted column said on an earlier day. */
interface Before {
  values: ReadonlyMap<string, MeasureValue>
  /** The day, in words. */
  since: string
}

interface RankTableProps {
  ranked: readonly Ranked[]
  lines: readonly RankLine[]
  sort: string
  onSort: (sort: string | null) => void
  before: Before | null
}

/** Actors with what each measure says of them; bars stand in the column that they are sorted by. */
export function RankTable({ ranked, lines, sort, onSort, before }: RankTableProps) {
  const nameOf = useActorName()
  const { table, stop } = useGridPlace({ row: lines.length, column: ranked.length }, { row: 1, column: 0 })
  const columns = ranked.map(({ measure: { id, label, group, means } }) => ({ id, label, group, meaning: means }))
  const starts = startsOfGroups(columns)
  const sorted = sort.replace(/^-/, '')
  return (
    <div className="ranks-scroll">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are walked by arrow keys is a grid (ARIA in HTML allows it) */}
      <table {...table} className="grid-table ranks-table figures" role="grid" aria-labelledby="ranks-heading">
        <GridHead names={t('Actor')} columns={columns} sort={sort} onSort={onSort} stop={stop} />
        <tbody>
          {lines.map((line, row) => (
            <tr key={line.actor}>
              <th scope="row">
                <ActorName line={line} stop={stop(row + 1, 0)} />
              </th>
              {ranked.map(({ measure, values }, i) => {
                const value = values.get(line.actor)
                const isSorted = measure.id === sorted
                const earlier = isSorted && before ? before : null
                return (
                  <td key={measure.id} className={starts.has(measure.id) ? 'starts-group' : undefined}>
                    {isSorted && measure.isRanked && <Bar actor={line.actor} ranked={ranked[i]!} before={before} />}
                    <NumberCell
                      cell={cellOf(value, earlier && (earlier.values.get(line.actor)?.text ?? '–'), earlier?.since)}
                      of={[nameOf(line.actor), measure.label].join(t(', '))}
                      stop={stop(row + 1, i + 1)}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A value as a cell of the table; where another day is compared, with what it was then. */
function cellOf(value: MeasureValue | undefined, was: string | null, since = '') {
  const note = was === null ? {} : { note: t('was {value}', { value: was }) }
  if (!value) return { text: '–', value: null, ...note }
  if (was === null) return value
  const then = t('{value} on {date}', { value: was, date: since })
  return { ...value, ...note, aside: [value.aside, then].filter(Boolean).join(t('; ')) }
}

function ActorName({ line: { actor, rank, isShared }, stop }: { line: RankLine; stop: Stop }) {
  const { choices } = useSession()
  const nameOf = useActorName()
  return (
    <span className="rank-name">
      <span className="rank">{rank !== null && (isShared ? `${rank}=` : rank)}</span>
      <button
        type="button"
        className="line-name"
        onClick={() => choices.setState({ inspected: { kind: 'actor', id: actor } })}
        {...stop}
      >
        {nameOf(actor)}
      </button>
    </span>
  )
}

/** A value as a bar behind its number, with a line where it was on the other day. */
function Bar({ actor, ranked: { measure, values }, before }: { actor: string; ranked: Ranked; before: Before | null }) {
  const value = values.get(actor)?.value ?? 0
  const was = before?.values.get(actor)?.value
  const all = [...values.values(), ...(before?.values.values() ?? [])].map((own) => own.value)
  const most = measure.scale === 'one' ? 1 : Math.max(...all)
  const share = (own: number) => `${most > 0 ? (own / most) * 100 : 0}%`
  return (
    <span className="rank-bar" aria-hidden="true">
      <span className="rank-bar-now" style={{ width: share(value) }} />
      {was !== undefined && <span className="rank-bar-was" style={{ insetInlineStart: share(was) }} />}
    </span>
  )
}

/** The table as a spreadsheet reads it: each value as a number and with what it rests on. */
export function rankSheet(
  ranked: readonly Ranked[],
  lines: readonly RankLine[],
  nameOf: (actor: string) => string,
): CsvSheet {
  return {
    head: [
      'Rank',
      'Actor',
      ...ranked.flatMap(({ measure: { group, label } }) => [`${group}: ${label}`, `${group}: ${label} (rests on)`]),
    ],
    rows: lines.map(({ actor, rank }) => [
      rank,
      nameOf(actor),
      ...ranked.flatMap(({ measure, values }) => {
        const value = values.get(actor)
        if (!value) return [null, null]
        return [measure.isRanked ? value.value : value.text, value.aside ?? value.note ?? null]
      }),
    ]),
  }
}
