import { afterNextFrame } from '../canvas/frames.ts'
import { dateInWords } from '../language/dates.ts'
import { numberInWords } from '../language/numbers.ts'
import { dataLanguage, msg, onLanguage, t, type Message } from '../language/messages.ts'
import { nameOf } from '../model/actorNames.ts'
import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useState, type KeyboardEvent } from 'react'
import {
  Autocomplete,
  Button,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
} from 'react-aria-components'
import type { Outline, Texts } from '../model/outline.ts'
import type { Columns } from '../network/columns.ts'
import { MOST_INDEXED, type Finder, type FoundGroup, type FoundKind } from '../network/found.ts'
import { initiativeTitle, openForSource } from '../network/profile.ts'
import type { Inspected } from '../state/choices.ts'
import { COMMAND_GROUPS, type Command, type CommandContext } from './commands/command.ts'
import { offeredCommands, runCommand, usualCommands } from './commands/commands.ts'
import { typedDateCommand } from './commands/dateCommands.ts'
import { Keys } from './commands/Keys.tsx'
import { rankCommands } from './commands/rankCommands.ts'
import { takeTyped } from './commands/typedAhead.ts'
import { RelationLetter } from './details/Marks.tsx'
import type { DialogState } from './Dialogs.tsx'
import { Icon } from './icons.tsx'
import { readInDetails } from './details/arrival.ts'
import { measureToFrame, noteInput } from './inputToFrame.ts'
import { useDerived, useSession, useTexts } from './useSession.ts'
import './search.css'

/** Up to so many initiatives the list of what is found comes with the letter itself: looking for it takes a millisecond or two. */
const FOUND_AT_ONCE = 5000
const MOST_OF_A_KIND = 8
const MOST_COMMANDS = 6
const GROUP_LABELS: Record<FoundKind, Message> = {
  actor: msg('Actors'),
  initiative: msg('Initiatives'),
  source: msg('Sources'),
}

/** A dialog that finds actors, initiatives and sources by words, to be shown in the Details, and commands, to be run. */
export function SearchDialog({ isOpen, onOpenChange, context }: DialogState & { context: CommandContext }) {
  return (
    <ModalOverlay className="search-overlay" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="search-modal">
        <Dialog className="search-dialog" aria-label={t('Search')}>
          <Search onDone={() => onOpenChange(false)} context={context} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Search({ onDone, context }: { onDone: () => void; context: CommandContext }) {
  const { choices, columns } = useSession()
  const texts = useTexts()
  const finder = useFinder()
  const isLarge = columns.count > MOST_INDEXED
  const [query, setQuery] = useState('')
  // Typing stays quick in a large dataset: the list may follow a moment later.
  const later = useDeferredValue(query.trim())
  const asked = columns.count > FOUND_AT_ONCE ? later : query.trim()
  const { groups, isThere } = useFound(finder, asked)
  const entriesOf = useEntries(finder)
  const { first, further } = useCommands(context, asked)
  useLayoutEffect(() => {
    if (isThere && asked === query.trim()) measureToFrame('search')
  }, [isThere, asked, query])

  const search = (words: string) => {
    noteInput('search')
    setQuery(words)
  }
  const open = (inspected: Inspected) => {
    onDone()
    // Once the dialog has given the focus back, it goes on to what was found; Escape there leads back.
    afterNextFrame(() =>
      afterNextFrame(() => {
        const before = document.activeElement
        readInDetails(
          () => choices.setState({ inspected }),
          () => before instanceof HTMLElement && before.focus(),
        )
      }),
    )
  }
  const run = (command: Command) => {
    // Closed before, so that a command can open another dialog.
    onDone()
    runCommand(command)
  }
  const sections = groups.map((group) => (
    <ListBoxSection key={group.kind} id={group.kind}>
      <Header className="search-group">
        {t(GROUP_LABELS[group.kind])}
        <span className="figures">{countInWords(group)}</span>
      </Header>
      {entriesOf(group).map(({ key, title, lang, line, mark, type, inspected }) => (
        <ListBoxItem key={key} id={key} className="search-item" textValue={title} onAction={() => open(inspected)}>
          {type && <RelationLetter type={type} />}
          <Text slot="label" className="search-title" lang={lang}>
            {title}
          </Text>
          {(line || mark) && (
            <Text slot="description" className="search-line muted">
              {line} {mark && <span className="search-mark">{mark}</span>}
            </Text>
          )}
        </ListBoxItem>
      ))}
    </ListBoxSection>
  ))
  // Commands that only have the words somewhere stand after what one searches for mostly, and before the sources.
  const at = groups.findIndex(({ kind }) => kind === 'source')
  sections.splice(at < 0 ? sections.length : at, 0, ...commandSection('further', further, run))
  sections.unshift(...commandSection('first', first, run))
  return (
    <Autocomplete inputValue={query} onInputChange={search}>
      <SearchField
        className="search-field"
        aria-label={t('Search actors, initiatives, sources and commands')}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type in this field
        autoFocus
        onFocus={() => {
          const typed = takeTyped()
          if (typed !== '') search(typed)
        }}
      >
        <Icon name="search" />
        <Input
          className="search-input"
          placeholder={t('Search actors, initiatives, sources, commands')}
          onKeyDownCapture={openMarked}
        />
        {query !== '' && (
          <Button className="icon-button" aria-label={t('Clear')}>
            <Icon name="close" />
          </Button>
        )}
      </SearchField>
      {/* The list follows the arrow keys of the field; it is a stop of its own for those who only want to scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="search-scroll" tabIndex={0}>
        <ListBox
          className="search-results"
          aria-label={t('Results')}
          renderEmptyState={() => <p className="search-hint muted">{hintOf(asked, finder !== null, isThere)}</p>}
        >
          {sections}
        </ListBox>
      </div>
      {asked === '' && (
        <p className="search-hint search-foot muted">
          {isLarge
            ? t(
                'Names of actors in English, Russian and their own language; titles of initiatives, letter by letter, or one whole id; titles and publishers of sources; dates, such as 2015-12-31; each view, filter and export. Of so many initiatives ({count, number}) companies, tags and notes are not searched here: “Words in the texts” among the filters does.',
                { count: columns.count },
              )
            : t(
                'Names of actors in English, Russian and their own language; titles, companies, tags and notes of initiatives; titles and publishers of sources; dates, such as 2015-12-31; each view, filter and export.',
              )}
        </p>
      )}
      {!texts && <p className="search-hint muted">{t('The texts are still loading: only actors can be found yet.')}</p>}
    </Autocomplete>
  )
}

/**
 * Enter opens the entry that is marked. The list would do so by itself, but loses which one it is where letters come faster
 * than it is drawn.
 */
function openMarked(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  const marked = event.currentTarget
    .closest('.search-dialog')
    ?.querySelector<HTMLElement>('[role=option][data-focused]')
  if (!marked) return
  event.preventDefault()
  event.stopPropagation()
  marked.click()
}

/** The commands for what is asked: those that it names, and others that have its words; the usual ones where it is empty. */
function useCommands(context: CommandContext, asked: string): { first: Command[]; further: Command[] } {
  const texts = useTexts()
  // What can be done is settled when the dialog opens; the measures of the series come with the texts.
  // oxlint-disable-next-line react/exhaustive-deps
  const offered = useMemo(() => offeredCommands(context), [texts])
  return useMemo(() => {
    if (asked === '') return { first: usualCommands(offered), further: [] }
    const { named, having } = rankCommands(offered, asked)
    return {
      first: [...typedDateCommand(context, asked), ...named].slice(0, MOST_COMMANDS),
      further: having.slice(0, MOST_COMMANDS),
    }
    // oxlint-disable-next-line react/exhaustive-deps
  }, [offered, asked])
}

function commandSection(id: string, commands: readonly Command[], run: (command: Command) => void) {
  if (commands.length === 0) return []
  return [
    <ListBoxSection key={id} id={id}>
      <Header className="search-group">{t('Commands')}</Header>
      {commands.map((command) => (
        <ListBoxItem
          key={command.id}
          id={command.id}
          className="search-item search-command"
          textValue={command.label}
          onAction={() => run(command)}
        >
          <Text slot="label" className="search-title">
            {command.label}
          </Text>
          <span className="search-kind muted">{t(COMMAND_GROUPS[command.group])}</span>
          {command.keys?.[0] && <Keys keys={command.keys[0]} />}
        </ListBoxItem>
      ))}
    </ListBoxSection>,
  ]
}

function countInWords({ ids, total }: FoundGroup): string {
  const { length: shown } = ids
  if (total === shown) return numberInWords(total)
  return t('{shown, number} of {total, number}: {more, number} more', { shown, total, more: total - shown })
}

/** What is said where nothing is listed. */
function hintOf(asked: string, isReady: boolean, isThere: boolean): string {
  if (!isReady) return t('Loading…')
  return isThere
    ? t('Nothing matches “{words}”. Try a shorter word, another spelling or another language.', { words: asked })
    : t('Searching…')
}

/** What a finder finds; while that takes its time, what it found before. */
function useFound(finder: Finder | null, asked: string): { groups: readonly FoundGroup[]; isThere: boolean } {
  const [late, setLate] = useState<{ of: unknown; groups: readonly FoundGroup[] }>({ of: null, groups: [] })
  const answer = useMemo(() => (finder && asked ? finder.find(asked, MOST_OF_A_KIND) : []), [finder, asked])
  useEffect(() => {
    if (Array.isArray(answer)) return
    let isWanted = true
    void answer.then((groups) => isWanted && setLate({ of: answer, groups }))
    return () => {
      isWanted = false
    }
  }, [answer])
  if (Array.isArray(answer)) return { groups: answer, isThere: true }
  return { groups: late.groups, isThere: late.of === answer }
}

/** Indexes by dataset, so that each is built once however often the dialog opens. */
let finders = new WeakMap<Outline | Texts, Promise<Finder>>()
// They find actors by what they are called in the present language.
onLanguage(() => {
  finders = new WeakMap()
})

/** The finder of the open dataset, with or without its texts; `null` until it is there. */
function useFinder(): Finder | null {
  const { columns } = useSession()
  const { outline } = columns
  const texts = useTexts()
  const [finder, setFinder] = useState<Finder | null>(null)
  useEffect(() => {
    let isWanted = true
    const key = texts ?? outline
    let promise = finders.get(key)
    if (!promise) {
      promise = makeFinder(columns, texts)
      finders.set(key, promise)
      // A failed load may succeed at the next opening.
      promise.catch(() => finders.delete(key))
    }
    promise.then(
      (made) => isWanted && setFinder(made),
      () => isWanted && setFinder(null),
    )
    return () => {
      isWanted = false
    }
  }, [columns, outline, texts])
  return finder
}

async function makeFinder(columns: Columns, texts: Texts | null): Promise<Finder> {
  if (columns.count > MOST_INDEXED) {
    return (await import('../network/titleFinder.ts')).createTitleFinder(columns, texts)
  }
  return (await import('../network/finder.ts')).createFinder(columns.outline, texts)
}

interface Entry {
  key: string
  title: string
  /** Of the title, where it is another than the page's. */
  lang?: string | undefined
  line: string
  /** Why it is not in the graph now. */
  mark: string | null
  type: string | null
  inspected: Inspected
}

/** A function that turns what was found into lines to read and to choose. */
function useEntries(finder: Finder | null): (group: FoundGroup) => Entry[] {
  const { columns } = useSession()
  const { selection } = useDerived()
  const texts = useTexts()

  const markOf = (position: number) =>
    !selection.outcomes.at(position) ? t('begins later') : selection.passes(position) ? null : t('filtered out')
  const actorEntry = (id: string): Entry[] => {
    const actor = columns.outline.actors.find((own) => own.id === id)
    if (!actor) return []
    const title = nameOf(actor)
    const others = dataLanguage() === undefined ? [] : [actor.names.en]
    const line = [actor.fullName, ...others, actor.names.ru, actor.names.native?.text].filter(
      (name, i, names) => name && name !== title && names.indexOf(name) === i,
    )
    return [
      {
        key: `actor:${id}`,
        title,
        line: line.join(' · '),
        mark: null,
        type: null,
        inspected: { kind: 'actor', id },
      },
    ]
  }
  const initiativeEntry = (id: string): Entry[] => {
    const position = columns.positions.get(id)
    if (position === undefined) return []
    const { type, from, to } = columns.outline.initiatives.at(position)!
    const names = [...new Set([...from, ...to])].map((side) => {
      const actor = columns.outline.actors.find((own) => own.id === side)
      return actor ? nameOf(actor) : side
    })
    return [
      {
        key: `initiative:${id}`,
        title: initiativeTitle(columns, texts, position),
        lang: dataLanguage(),
        line: names.join(t(', ')),
        mark: markOf(position),
        type,
        inspected: { kind: 'initiative', id },
      },
    ]
  }
  const sourceEntry = (id: string): Entry[] => {
    const source = texts?.sources[id]
    const position = openForSource(finder?.citing(id) ?? [], selection)
    if (!source || position === undefined) return []
    return [
      {
        key: `source:${id}`,
        title: source.title,
        lang: dataLanguage(),
        line: t('{publisher}, {date} · in {initiative}', {
          publisher: source.publisher,
          date: source.date ? dateInWords(source.date) : t('undated'),
          initiative: initiativeTitle(columns, texts, position),
        }),
        mark: markOf(position),
        type: null,
        inspected: { kind: 'initiative', id: columns.outline.initiatives.at(position)!.id },
      },
    ]
  }
  const makers: Record<FoundKind, (id: string) => Entry[]> = {
    actor: actorEntry,
    initiative: initiativeEntry,
    source: sourceEntry,
  }
  return ({ kind, ids }) => ids.flatMap(makers[kind])
}
