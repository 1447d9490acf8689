import { lowerFirst } from '../../language/numbers.ts'
import {
  DIMENSIONS,
  isUnfiltered,
  NO_FILTERS,
  toggleOption,
  type Dimension,
  type Option,
} from '../../network/filters.ts'
import type { Command, CommandContext } from './command.ts'

/** All options of a dimension, as one calls for them. */
const ALL: Record<Dimension, string> = {
  type: 'All relation types',
  subtype: 'All subtypes',
  outcome: 'All outcomes',
  nature: 'Outputs and processes',
  valence: 'Cooperation and conflict',
  partner: 'All partners',
  confidence: 'All levels of confidence',
  sourceKind: 'All kinds of source',
}

/** What passes: each option of the dataset alone, or without it; all of a dimension again; and no filter at all. */
export function filterCommands({ session }: CommandContext): Command[] {
  const { columns, choices } = session
  const { filters } = choices.getState()
  const clear: Command = {
    id: 'filter:clear',
    group: 'Filter',
    label: 'Clear all filters',
    keywords: ['reset', 'everything', 'all initiatives'],
    isOffered: !isUnfiltered(filters),
    run: () => choices.setState({ filters: NO_FILTERS }),
  }
  const ofDimension = (dimension: Dimension): Command[] => {
    const all = columns.options[dimension]
    const chosen = filters[dimension]
    const set = (values: readonly string[] | null) =>
      choices.setState((present) => ({ filters: { ...present.filters, [dimension]: values } }))
    const ofOption = (option: Option): Command[] => {
      const isOn = chosen?.includes(option.value) ?? true
      const name = nameOf(session.columns.options, dimension, option)
      const of = (id: string, label: string, isOffered: boolean, run: () => void): Command => ({
        id: `filter:${dimension}:${id}:${option.value}`,
        group: 'Filter',
        label,
        keywords: [ALL[dimension], 'filter'],
        isOffered,
        run,
      })
      const toggle = () =>
        choices.setState((present) => ({ filters: toggleOption(present.filters, dimension, option.value, all) }))
      return [
        of('only', `Only ${name}`, !(isOn && chosen?.length === 1), () => set([option.value])),
        isOn
          ? of('without', `Without ${name}`, chosen?.length !== 1, toggle)
          : of('with', `With ${name} again`, true, toggle),
      ]
    }
    return [
      {
        id: `filter:${dimension}:all`,
        group: 'Filter',
        label: ALL[dimension],
        keywords: ['reset', 'filter'],
        isOffered: chosen !== null,
        run: () => set(null),
      },
      ...all.flatMap(ofOption),
    ]
  }
  const anyTime: Command = {
    id: 'filter:period',
    group: 'Filter',
    label: 'Begun in any year',
    keywords: ['period', 'reset', 'filter'],
    isOffered: filters.period !== null,
    run: () => choices.setState((present) => ({ filters: { ...present.filters, period: null } })),
  }
  return [clear, ...DIMENSIONS.flatMap(ofDimension), anyTime]
}

/** Two relation types may have subtypes of one name: the type is said too. */
function nameOf(
  options: Record<Dimension, readonly Option[]>,
  dimension: Dimension,
  { label, parent }: Option,
): string {
  if (dimension === 'partner') return label
  const type = options.type.find(({ value }) => value === parent)
  return type ? `${lowerFirst(label)} (${lowerFirst(type.label)})` : lowerFirst(label)
}
