import { known, t } from '../language/messages.ts'
import { numberInWords } from '../language/numbers.ts'
import { memo, useId, useState, type ReactNode } from 'react'
import { Button, Checkbox, Disclosure, DisclosurePanel, Heading, Input, SearchField } from 'react-aria-components'
import {
  isUnfiltered,
  isolateOption,
  NO_FILTERS,
  toggleOption,
  type Dimension,
  type Option,
} from '../network/filters.ts'
import { silentOfAll } from '../network/tally.ts'
import { initiativesInWords } from '../network/words.ts'
import { Icon } from './icons.tsx'
import { OptionMark } from './OptionMark.tsx'
import { Period } from './Period.tsx'
import { TermButton } from './terms/TermButton.tsx'
import type { TermId } from './terms/terms.ts'
import { useChoice, useChoiceLater, useDerivedPart, useSession, useTextsState } from './useSession.ts'
import './filters.css'

/** How many partners stand in the list before it is unfolded: the core of the dataset. */
const FEW_PARTNERS = 9

/** The left panel: what passes. Every option says how many initiatives it would give under the other filters. */
export const Filters = memo(function Filters() {
  const { options } = useSession().columns
  return (
    <section className="panel filters" aria-label={t('Filters')}>
      <header className="panel-head">
        <h2>{t('Filters')}</h2>
        <ClearAll />
      </header>
      <TextFilter />
      <Group title={t('Relation type')} dimension="type">
        <Options dimension="type" options={options.type} />
      </Group>
      <Group title={t('Outcome')} dimension="outcome" term="outcome">
        <Options dimension="outcome" options={options.outcome} />
        <SilentNote />
      </Group>
      <Period />
      <Group title={t('Partner')} dimension="partner">
        <Partners options={options.partner} />
      </Group>
      <Group title={t('Nature')} dimension="nature" term="nature">
        <Options dimension="nature" options={options.nature} />
      </Group>
      <Group title={t('Valence')} dimension="valence" term="valence">
        <Options dimension="valence" options={options.valence} />
      </Group>
      <Group title={t('Subtype')} dimension="subtype">
        <Subtypes />
      </Group>
      <section className="filter-group" aria-label={t('Evidence')}>
        <h3>{t('Evidence')}</h3>
        <Group title={t('Confidence')} dimension="confidence" term="confidence" isPart>
          <Options dimension="confidence" options={options.confidence} />
        </Group>
        <Group title={t('Source kind')} dimension="sourceKind" isPart>
          <Options dimension="sourceKind" options={options.sourceKind} />
        </Group>
      </section>
    </section>
  )
})

function ClearAll() {
  const { choices } = useSession()
  const isDisabled = useChoiceLater(({ filters }) => isUnfiltered(filters))
  return (
    <Button className="link-button" onPress={() => choices.setState({ filters: NO_FILTERS })} isDisabled={isDisabled}>
      {t('Clear all')}
    </Button>
  )
}

function TextFilter() {
  const { choices } = useSession()
  const text = useChoice(({ filters }) => filters.text)
  const texts = useTextsState()
  return (
    <div className="filter-group">
      <SearchField
        className="text-filter"
        aria-label={t('Text')}
        value={text}
        onChange={(value) => choices.setState(({ filters }) => ({ filters: { ...filters, text: value } }))}
      >
        <Icon name="search" />
        <Input placeholder={t('Words in the texts')} />
        <Button className="icon-button" aria-label={t('Clear the text')}>
          <Icon name="close" />
        </Button>
      </SearchField>
      {text && texts.status === 'failed' && (
        <p className="filter-note">{t('The texts could not be loaded, so these words are not looked for.')}</p>
      )}
    </div>
  )
}

/** A group of options under its heading, with the way back to all of them. */
function Group({
  title,
  dimension,
  term,
  isPart,
  children,
}: {
  title: string
  dimension: Dimension
  /** Where its options need words to be understood. */
  term?: TermId
  isPart?: boolean
  children: ReactNode
}) {
  const { choices } = useSession()
  const isNarrowed = useChoiceLater(({ filters }) => filters[dimension] !== null)
  const id = useId()
  const all = () => choices.setState(({ filters }) => ({ filters: { ...filters, [dimension]: null } }))
  return (
    <div className="filter-group" role="group" aria-labelledby={id} data-narrowed={isNarrowed || undefined}>
      <div className="filter-head">
        {isPart ? <h4 id={id}>{title}</h4> : <h3 id={id}>{title}</h3>}
        {term && <TermButton term={term} />}
        {isNarrowed && (
          <Button className="link-button" onPress={all} aria-label={t('All: {group}', { group: title })}>
            {t('All')}
          </Button>
        )}
      </div>
      {children}
    </div>
  )
}

function Options({ dimension, options }: { dimension: Dimension; options: readonly Option[] }) {
  return (
    <ul className="options">
      {options.map((option) => (
        <OptionRow key={option.value} dimension={dimension} option={option} />
      ))}
    </ul>
  )
}

function OptionRow({ dimension, option }: { dimension: Dimension; option: Option }) {
  const { choices, columns } = useSession()
  const all = columns.options[dimension]
  const isOn = useChoice(({ filters }) => filters[dimension]?.includes(option.value) ?? true)
  const isAlone = useChoiceLater(
    ({ filters }) => filters[dimension]?.length === 1 && filters[dimension][0] === option.value,
  )
  const countId = useId()
  return (
    <li className="option">
      <Checkbox
        className="checkbox"
        isSelected={isOn}
        aria-describedby={countId}
        onChange={() =>
          choices.setState(({ filters }) => ({ filters: toggleOption(filters, dimension, option.value, all) }))
        }
      >
        <span className="box" aria-hidden="true" />
        <OptionMark dimension={dimension} value={option.value} />
        {option.label}
      </Checkbox>
      <Button
        className="only"
        aria-label={t(isAlone ? 'All again, not only {option}' : 'Only {option}', { option: option.label })}
        onPress={() =>
          choices.setState(({ filters }) => ({ filters: isolateOption(filters, dimension, option.value) }))
        }
      >
        {isAlone ? t('all') : t('only')}
      </Button>
      <Count id={countId} dimension={dimension} position={all.indexOf(option)} />
    </li>
  )
}

/** How many initiatives an option would give; apart from its row, since it changes with every click elsewhere. */
function Count({ id, dimension, position }: { id: string; dimension: Dimension; position: number }) {
  const count = useDerivedPart(({ selection }) => selection.counts[dimension][position] ?? 0)
  return (
    <span className="count figures">
      <span aria-hidden="true">{numberInWords(count)}</span>
      <span id={id} className="visually-hidden">
        {initiativesInWords(count)}
      </span>
    </span>
  )
}

/** How many of the pending are silent; the list of them a press away. */
function SilentNote() {
  const { choices, columns } = useSession()
  const silent = useDerivedPart(({ selection }) => silentOfAll(columns, selection))
  return (
    <Button
      className="link-button more"
      isDisabled={silent === 0}
      onPress={() => choices.setState({ inspected: { kind: 'slice', slice: { silent: 'yes' } } })}
    >
      {t('{silent, number} of the pending silent', { silent })}
    </Button>
  )
}

function Partners({ options }: { options: readonly Option[] }) {
  const [isOpen, setOpen] = useState(false)
  const { columns } = useSession()
  const core = new Set(columns.outline.actors.filter(({ tier }) => tier === 'core').map(({ id }) => id))
  const first = options.filter(({ value }) => core.has(value))
  const shown = first.length > 0 ? first : options.slice(0, FEW_PARTNERS)
  const rest = options.filter((option) => !shown.includes(option))
  return (
    <>
      <Options dimension="partner" options={shown} />
      {isOpen && <Options dimension="partner" options={rest} />}
      {rest.length > 0 && (
        <Button className="link-button more" onPress={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen
            ? t('Fewer partners')
            : t('{count, plural, one {# more partner} other {# more partners}}', { count: rest.length })}
        </Button>
      )}
    </>
  )
}

function Subtypes() {
  const { columns } = useSession()
  const chosen = useChoiceLater(({ filters }) => filters.subtype)
  return columns.outline.relationTypes.map((type) => {
    const own = columns.options.subtype.filter(({ parent }) => parent === type.id)
    const on = chosen ? own.filter(({ value }) => chosen.includes(value)).length : own.length
    return (
      <Disclosure key={type.id} className="subtypes">
        <Heading level={4}>
          <Button slot="trigger" className="subtype-head">
            <Icon name="chevron" />
            <span>{t('Subtypes of {type}', { type: known(type.label).toLowerCase() })}</span>
            <span className="count figures">
              {on === own.length
                ? t('all {count, number}', { count: own.length })
                : t('{count, number} of {all, number}', { count: on, all: own.length })}
            </span>
          </Button>
        </Heading>
        <DisclosurePanel>
          <Options dimension="subtype" options={own} />
        </DisclosurePanel>
      </Disclosure>
    )
  })
}
