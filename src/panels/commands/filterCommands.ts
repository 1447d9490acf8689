import { dataLanguage, msg, t, type Message } from '../../language/messages.ts'
import { lowerFirst } from '../../language/numbers.ts'
import {
  DIMENSIONS,
  isUnfiltered,
  NO_FILTERS,
  toggleOption,
  type Dimension,
  type Option,
} from '../../network/filters.ts'
import { called, otherWords, type Command, type CommandContext } from './command.ts'

/** All options of a dimension, as one calls for them. */
const ALL: Record<Dimension, Message> = {
  type: msg('All relation types'),
  subtype: msg('All subtypes'),
  outcome: msg('All outcomes'),
  nature: msg('Outputs and processes'),
  valence: msg('Cooperation and conflict'),
  partner: msg('All partners'),
  confidence: msg('All levels of confidence'),
  sourceKind: msg('All kinds of source'),
}

/** What passes: each option of the dataset alone, or without it; all of a dimension again; and no filter at all. */
export function filterCommands({ session }: CommandContext): Command[] {
  const { columns, choices } = session
  const { filters } = choices.getState()
  const clear: Command = {
    id: 'filter:clear',
    group: 'filter',
    ...called(msg('Clear all filters'), msg('reset, everything, all initiatives')),
    isOffered: !isUnfiltered(filters),
    run: () => choices.setState({ filters: NO_FILTERS }),
  }
  // A partner is found by its English name too.
  const named = dataLanguage() === undefined ? [] : columns.outline.actors
  const english = new Map(named.map(({ id, names }) => [id, names.en]))
  const ofDimension = (dimension: Dimension): Command[] => {
    const all = columns.options[dimension]
    const chosen = filters[dimension]
    const set = (values: readonly string[] | null) =>
      choices.setState((present) => ({ filters: { ...present.filters, [dimension]: values } }))
    const ofOption = (option: Option): Command[] => {
      const isOn = chosen?.includes(option.value) ?? true
      const name = nameOf(session.columns.options, dimension, option)
      const own = dimension === 'partner' ? english.get(option.value) : undefined
      const names = [t(ALL[dimension]), ...(own === undefined ? [] : [own])]
      const of = (id: string, label: string, isOffered: boolean, run: () => void): Command => ({
        id: `filter:${dimension}:${id}:${option.value}`,
        group: 'filter',
        label,
        keywords: otherWords(msg('filter'), ...names),
        isOffered,
        run,
      })
      const toggle = () =>
        choices.setState((present) => ({ filters: toggleOption(present.filters, dimension, option.value, all) }))
      return [
        of('only', t('Only {option}', { option: name }), !(isOn && chosen?.length === 1), () => set([option.value])),
        isOn
          ? of('without', t('Without {option}', { option: name }), chosen?.length !== 1, toggle)
          : of('with', t('With {option} again', { option: name }), true, toggle),
      ]
    }
    return [
      {
        id: `filter:${dimension}:all`,
        group: 'filter',
        ...called(ALL[dimension], msg('reset, filter')),
        isOffered: chosen !== null,
        run: () => set(null),
      },
      ...all.flatMap(ofOption),
    ]
  }
  const anyTime: Command = {
    id: 'filter:period',
    group: 'filter',
    ...called(msg('Begun in any year'), msg('period, reset, filter')),
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
  return type
    ? t('{subtype} ({type})', { subtype: lowerFirst(label), type: lowerFirst(type.label) })
    : lowerFirst(label)
}
