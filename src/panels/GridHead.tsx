import { Icon } from './icons.tsx'
import type { Stop } from './useGridPlace.ts'
import { useMay } from './useSession.ts'
import './gridtable.css'

/** A column of numbers. */
export interface GridColumn {
  id: string
  label: string
  /** The columns of one group stand beside each other under its name. */
  group: string
  /** What it says, in a sentence. */
  meaning: string
}

/** The columns that are the first of their group. */
export function startsOfGroups(columns: readonly GridColumn[]): Set<string> {
  return new Set(columns.filter(({ group }, i) => group !== columns[i - 1]?.group).map(({ id }) => id))
}

const NOTHING = '\u00a0'

interface GridHeadProps {
  /** What stands in the first column, which is sorted by the name. */
  names: string
  columns: readonly GridColumn[]
  /** The id of the column that the table is sorted by, with a `-` before it where the largest comes first; `null` for none. */
  sort: string | null
  onSort: (sort: string | null) => void
  stop: (row: number, column: number) => Stop
}

/** The head of a table of numbers: the names of the groups, and under them the columns, each of which sorts at a press. */
export function GridHead({ names, columns, sort, onSort, stop }: GridHeadProps) {
  const starts = startsOfGroups(columns)
  const groups = columns.filter(({ id }) => starts.has(id)).map(({ group }) => group)
  return (
    <thead>
      <tr aria-hidden="true">
        <td>{NOTHING}</td>
        {groups.map((group) => (
          <td key={group} colSpan={columns.filter((own) => own.group === group).length} className="group-name">
            {group}
          </td>
        ))}
      </tr>
      <tr>
        <SortHead id="name" label={names} isSmallestFirst sort={sort} onSort={onSort} stop={stop(0, 0)} />
        {columns.map(({ id, label, group, meaning }, column) => (
          <SortHead
            key={id}
            id={id}
            label={label}
            group={group}
            meaning={meaning}
            startsGroup={starts.has(id)}
            sort={sort}
            onSort={onSort}
            stop={stop(0, column + 1)}
          />
        ))}
      </tr>
    </thead>
  )
}

interface SortHeadProps extends Pick<GridHeadProps, 'sort' | 'onSort'> {
  id: string
  label: string
  group?: string
  meaning?: string
  startsGroup?: boolean
  /** Names are read from A, numbers from the largest. */
  isSmallestFirst?: boolean
  stop: Stop
}

/** The head of a column: a press sorts by it, a second turns the order round, a third takes it back. */
function SortHead(props: SortHeadProps) {
  const { id, label, group, meaning, startsGroup, isSmallestFirst, sort, onSort, stop } = props
  const [first, second] = isSmallestFirst ? [id, `-${id}`] : [`-${id}`, id]
  const direction = sort === `-${id}` ? 'descending' : sort === id ? 'ascending' : 'none'
  const may = useMay('views')
  return (
    <th scope="col" aria-sort={direction} className={startsGroup ? 'starts-group' : undefined}>
      <button
        type="button"
        className="sort-head"
        title={meaning}
        aria-disabled={!may || undefined}
        aria-label={group ? `${group}: ${label}` : label}
        onClick={() => onSort(sort === first ? second : sort === second ? null : first)}
        {...stop}
      >
        {label}
        {direction !== 'none' && (
          <span className={`sort-mark ${direction}`}>
            <Icon name="chevron" />
          </span>
        )}
      </button>
    </th>
  )
}
