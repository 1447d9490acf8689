import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Outline, Texts } from '../model/outline.ts'
import { asOfRange, columnsOf, type Columns } from '../network/columns.ts'
import { everyLink, type Link } from '../network/links.ts'
import { changeKind, createChoices, dragDetector, isLookingAround, type ChoicesStore } from './choices.ts'
import type { Matches } from '../network/select.ts'
import { createWordSearch } from './wordSearch.ts'
import { createDerive, type Derived } from './derived.ts'
import type { Edition } from './edition.ts'
import { readHash, writeHash } from './hash.ts'
import { createPlayback, PLAIN_CLOCK, type Clock, type Playback } from './playback.ts'

/** The texts of a dataset, which follow the outline. */
export type TextsState =
  { status: 'loading' } | { status: 'failed'; reason: string } | { status: 'ready'; texts: Texts }

/** Everything about one open dataset: what was chosen, what follows, and what has been loaded. */
export interface Session {
  columns: Columns
  /** Where it is shown and what its readers may change; `null` on Dyad's own page. */
  edition: Edition | null
  /** Every link of the dataset, see `everyLink`. */
  every: readonly Link[]
  choices: ChoicesStore
  playback: Playback
  texts: StoreApi<TextsState>
  /** What was ignored or mended in the last hash that was read. */
  notices: StoreApi<readonly string[]>
  /** True while views are walked through in a briefing: the address stays as it was before. */
  presenting: StoreApi<boolean>
  /** What follows from the present choices. */
  derive: () => Derived
  /** The initiatives in which the words of the text filter occur; `null` where it asks for none or cannot be answered yet. */
  matches: () => Matches | null
  /** True while words of the text filter are looked for: what follows from the choices is still that of the words before. */
  isSearching: () => boolean
  setTexts: (texts: Texts) => void
  /** Calls back when what follows from the choices may have changed. */
  subscribe: (listener: () => void) => () => void
}

/** Opens a dataset with the choices of a hash. */
export function openSession(
  outline: Outline,
  hash: string,
  clock: Clock = PLAIN_CLOCK,
  edition: Edition | null = null,
): Session {
  const columns = columnsOf(outline)
  const read = readHash(hash, columns)
  const choices = createChoices(read.choices)
  const texts = createStore<TextsState>(() => ({ status: 'loading' }))
  const notices = createStore<readonly string[]>(() => read.notices)
  const derive = createDerive(columns)

  const words = createWordSearch(columns.count)
  const answer = () => {
    const state = texts.getState()
    return words.answer(choices.getState().filters.text, state.status === 'ready' ? state.texts : null)
  }

  return {
    columns,
    edition,
    every: everyLink(columns),
    choices,
    playback: createPlayback({ choices, range: asOfRange(columns), ...clock }),
    texts,
    notices,
    presenting: createStore<boolean>(() => false),
    derive: () => derive(choices.getState(), answer()),
    matches: () => answer().found,
    isSearching: words.isSearching,
    setTexts: (own) => texts.setState({ status: 'ready', texts: own }, true),
    subscribe: (listener) => {
      const stops = [choices.subscribe(listener), texts.subscribe(listener), words.subscribe(listener)]
      return () => stops.forEach((stop) => stop())
    },
  }
}

/** The browser's address bar and history, as far as the hash needs them. */
export interface Address {
  readHash: () => string
  /** Puts a hash in the address bar, as a new entry of the history or in place of the present one. */
  writeHash: (hash: string, as: 'new' | 'same') => void
  /** Calls back when the person goes back or forward or edits the hash. */
  onHash: (listener: () => void) => () => void
}

/**
 * Keeps the hash and the choices the same, both ways. A choice makes a new entry of the browser's history; looking around
 * and going on with a drag write in place of the present one. While the as-of date is played nothing is written: browsers
 * refuse hundreds of addresses in a row; nor during a briefing, after which the choices are as they were.
 * @returns a function that stops it
 */
export function bindAddress(session: Session, address: Address): () => void {
  let written = address.readHash().replace(/^#/, '')
  if (session.notices.getState().length > 0) {
    // What was mended stands mended in the address too, so that a copied link carries no fault on.
    written = writeHash(session.choices.getState(), session.columns)
    address.writeHash(written, 'same')
  }
  const goesOn = dragDetector()
  const { playback, presenting } = session
  const stopPlayback = playback.state.subscribe(({ isPlaying }) => {
    const hash = writeHash(session.choices.getState(), session.columns)
    if (isPlaying || hash === written || presenting.getState()) return
    written = hash
    address.writeHash(hash, 'new')
  })
  const stopStore = session.choices.subscribe((present, past) => {
    const kind = changeKind(past, present)
    if (presenting.getState() || (kind === 'asOf' && playback.state.getState().isPlaying)) return
    const hash = writeHash(present, session.columns)
    if (hash === written) return
    written = hash
    address.writeHash(hash, goesOn(kind) || isLookingAround(kind) ? 'same' : 'new')
  })
  const stopPresenting = presenting.subscribe((isOn) => {
    if (isOn) return
    // The person may have gone back in the meantime.
    const hash = writeHash(session.choices.getState(), session.columns)
    if (hash !== address.readHash().replace(/^#/, '')) address.writeHash(hash, 'new')
    written = hash
  })
  const stopAddress = address.onHash(() => {
    const hash = address.readHash().replace(/^#/, '')
    if (hash === written || presenting.getState()) return
    const { choices, notices } = readHash(hash, session.columns)
    written = hash
    session.choices.setState(choices, true)
    session.notices.setState(notices, true)
  })
  return () => {
    stopPlayback()
    stopStore()
    stopPresenting()
    stopAddress()
  }
}
