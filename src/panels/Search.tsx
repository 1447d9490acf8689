import { dateInWords } from '../language/dates.ts'
import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useState } from 'react'
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
import type { Command, CommandContext } from './commands/command.ts'
import { offeredCommands, runCommand, usualCommands } from './commands/commands.ts'
import { typedDateCommand } from './commands/dateCommands.ts'
import { Keys } from './commands/Keys.tsx'
import { rankCommands } from './commands/rankCommands.ts'
import { takeTyped } from './commands/typedAhead.ts'
import { RelationLetter } from './details/Marks.tsx'
import type { DialogState } from './Dialogs.tsx'
import { Icon } from './icons.tsx'
import { measureToFrame, noteInput } from './inputToFrame.ts'
import { useDerived, useSession, useTexts } from './useSession.ts'
import './search.css'

/** Up to so many initiatives the list of what is found comes with the letter itself: looking for it takes a millisecond or two. */
const FOUND_AT_ONCE = 5000
const MOST_OF_A_KIND = 8
const MOST_COMMANDS = 6
const GROUP_LABELS: Record<FoundKind, string> = { actor: 'Actors', initiative: 'Initiatives', source: 'Sources' }

/** A dialog that finds actors, initiatives and sources by words, to be shown in the Details, and commands, to be run. */
export function SearchDialog({ isOpen, onOpenChange, context }: DialogState & { context: CommandContext }) {
  return (
    <ModalOverlay className="search-overlay" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="search-modal">
        <Dialog className="search-dialog" aria-label="Search">
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
    choices.setState({ inspected })
    onDone()
  }
  const run = (command: Command) => {
    // Closed before, so that a command can open another dialog.
    onDone()
    runCommand(command)
  }
  const sections = groups.map((group) => (
    <ListBoxSection key={group.kind} id={group.kind}>
      <Header className="search-group">
        {GROUP_LABELS[group.kind]}
        <span className="figures">{countInWords(group)}</span>
      </Header>
      {entriesOf(group).map(({ key, title, line, mark, type, inspected }) => (
        <ListBoxItem key={key} id={key} className="search-item" textValue={title} onAction={() => open(inspected)}>
          {type && <RelationLetter type={type} />}
          <Text slot="label" className="search-title">
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
        aria-label="Search actors, initiatives, sources and commands"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type in this field
        autoFocus
        onFocus={() => {
          const typed = takeTyped()
          if (typed !== '') search(typed)
        }}
      >
        <Icon name="search" />
        <Input className="search-input" placeholder="Search actors, initiatives, sources, commands" />
        {query !== '' && (
          <Button className="icon-button" aria-label="Clear">
            <Icon name="close" />
          </Button>
        )}
      </SearchField>
      {/* The list follows the arrow keys of the field; it is a stop of its own for those who only want to scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="search-scroll" tabIndex={0}>
        <ListBox
          className="search-results"
          aria-label="Results"
          renderEmptyState={() => <p className="search-hint muted">{hintOf(asked, finder !== null, isThere)}</p>}
        >
          {sections}
        </ListBox>
      </div>
      {asked === '' && (
        <p className="search-hint search-foot muted">
          {isLarge
            ? `Names of actors in English, Russian and their own language; titles of initiatives, letter by letter, or one whole id; titles and publishers of sources; dates, such as 2015-12-31; each view, filter and export. Of so many initiatives (${columns.count.toLocaleString('en')}) companies, tags and notes are not searched here: “Words in the texts” among the filters does.`
            : 'Names of actors in English, Russian and their own language; titles, companies, tags and notes of initiatives; titles and publishers of sources; dates, such as 2015-12-31; each view, filter and export.'}
        </p>
      )}
      {!texts && <p className="search-hint muted">The texts are still loading: only actors can be found yet.</p>}
    </Autocomplete>
  )
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
      <Header className="search-group">Commands</Header>
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
          <span className="search-kind muted">{command.group}</span>
          {command.keys?.[0] && <Keys keys={command.keys[0]} />}
        </ListBoxItem>
      ))}
    </ListBoxSection>,
  ]
}

function countInWords({ ids, total }: FoundGroup): string {
  return total > ids.length ? `${ids.length} of ${total}: ${total - ids.length} more` : `${total}`
}

/** What is said where nothing is listed. */
function hintOf(asked: string, isReady: boolean, isThere: boolean): string {
  if (!isReady) return 'Loading…'
  return isThere ? `Nothing matches “${asked}”.` : 'Searching…'
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
const finders = new WeakMap<Outline | Texts, Promise<Finder>>()

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
    !selection.outcomes.at(position) ? 'begins later' : selection.passes(position) ? null : 'filtered out'
  const actorEntry = (id: string): Entry[] => {
    const actor = columns.outline.actors.find((own) => own.id === id)
    if (!actor) return []
    const line = [actor.fullName, actor.names.ru, actor.names.native?.text].filter(
      (name, i, names) => name && name !== actor.names.en && names.indexOf(name) === i,
    )
    return [
      {
        key: `actor:${id}`,
        title: actor.names.en,
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
    const names = [...new Set([...from, ...to])].map(
      (actor) => columns.outline.actors.find((own) => own.id === actor)?.names.en ?? actor,
    )
    return [
      {
        key: `initiative:${id}`,
        title: initiativeTitle(columns, texts, position),
        line: names.join(', '),
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
        line: `${source.publisher}, ${source.date ? dateInWords(source.date) : 'undated'} · in ${initiativeTitle(columns, texts, position)}`,
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
