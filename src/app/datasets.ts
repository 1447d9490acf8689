import { msg, t } from '../language/messages.ts'
import type { Outline, Texts } from '../model/outline.ts'
import type { DatasetSwitch } from '../panels/datasetSwitch.ts'
import type { Kept, KeptChanges, KeptHead, Library } from '../state/library.ts'
import { writeHash } from '../state/hash.ts'
import type { Session, TextsState } from '../state/session.ts'
import { browserAddress } from './address.ts'
import { chooseLanguage, followLanguage } from './language.ts'
import { isSamePlace, OWN, placeIn, withPlace, type Place } from './place.ts'
import { openIn, type Opened, type Origin, type Page } from './start.ts'

/** The datasets that this page can show, one at a time: Dyad's own, and what the person keeps in this browser. */
export interface Datasets {
  /** Where the dataset that the hash asks for is taken from. */
  first: () => Promise<Origin>
  onMounted: (page: Page, opened: Opened) => void
  /** For the panels. */
  present: () => DatasetSwitch
}

/** Dyad's own dataset, and where the flags of all states are. */
export interface OwnOrigin extends Omit<Origin, 'address' | 'edition'> {
  loadWorldFlags: () => Promise<Record<string, string>>
}

/** From what the person did to the painted graph of another dataset: a measure of the page. */
const DATASET_OPENED = 'dyad:dataset-opened'

const UNCHANGED: KeptChanges = { revision: 0, changes: [], at: 0 }

const NOT_HERE = msg(
  'The link asks for a dataset that this browser does not keep, perhaps one that was added in another. This is Dyad’s own.',
)

/** Follows the hash: whatever dataset it names is opened in place of the present one. */
export function createDatasets(own: OwnOrigin): Datasets {
  let page: Page | null = null
  let opened: Opened | null = null
  let place: Place = OWN
  let head: KeptHead | null = null
  let changes = UNCHANGED
  let isUnkept = false
  let asked: string | null = null
  let library: Promise<Library> | null = null

  const openLibrary = (): Promise<Library> =>
    (library ??= (async () => {
      const [{ createLibrary }, { browserKeep, tabChannel }] = await Promise.all([
        libraryModule(),
        import('../state/browserKeep.ts'),
        // Wanted with the first dataset that is opened.
        keptForm(),
      ])
      const channel = tabChannel()
      const made = createLibrary(browserKeep(), { tell: channel.tell })
      channel.onTold(() => void made.reread())
      await made.reread()
      return made
    })())

  const ownOrigin = (notice?: string): Origin => ({ ...own, edition: null, address: addressAt(OWN), notice })

  const keptOrigin = async (kept: Kept): Promise<Origin> => {
    const [outline, loadTexts] = await unpacked(kept)
    return {
      // Those that are shown now; all others follow.
      flags: opened?.view.flags(),
      edition: null,
      address: addressAt({ kind: 'kept', id: kept.head.id }),
      // Under the name that the person gave it.
      loadOutline: async () => ({ ...outline, title: kept.head.title }),
      loadTexts,
      loadFlags: own.loadWorldFlags,
      loadContextFlags: own.loadWorldFlags,
    }
  }

  /** The hash as far as it is about the dataset at a place. */
  const addressAt = (at: Place) => {
    const address = browserAddress(() => location.hash, false)
    return {
      readHash: () => {
        const { place: present, rest } = placeIn(address.readHash())
        return isSamePlace(present, at) ? rest : ''
      },
      writeHash: (hash: string, as: 'new' | 'same') => address.writeHash(withPlace(at, hash), as),
      // Another dataset's hash is not this one's to read: it is opened below.
      onHash: (listener: () => void) =>
        address.onHash(() => isSamePlace(placeIn(location.hash).place, at) && listener()),
    }
  }

  /**
   * Opens another dataset in place of the present one, which stays until that is painted.
   * @param isSameView it is the same one with something changed in it: whatever is chosen and shown stays so
   * @param isAnew all panels are made once more, with what is chosen: each of their words is another
   */
  const switchTo = async (
    origin: Origin,
    at: Place,
    of: KeptHead | null,
    made: KeptChanges = UNCHANGED,
    isSameView = false,
    isAnew = false,
  ): Promise<void> => {
    const before = location.href
    const start = window.event?.timeStamp ?? performance.now()
    const { place: present, rest } = placeIn(location.hash)
    const past = opened
    if (!isSamePlace(present, at)) {
      // What a link says beside the address of a dataset is about that dataset.
      const hash = withPlace(at, isSameView || present.kind === 'address' ? rest : '')
      history.pushState(null, '', `${location.pathname}${location.search}${hash && `#${hash}`}`)
    }
    const element = document.createElement('div')
    element.className = 'graph'
    const holder = document.createElement('div')
    holder.className = 'graph-holder'
    holder.append(element)
    document.body.append(holder)
    try {
      const next = await openIn(element, origin)
      if (isSameView && past) {
        keepChoices(past.session, next.session)
        await next.readTexts()
      }
      performance.measure(DATASET_OPENED, { start, end: performance.now() })
      opened = next
      place = at
      head = of
      changes = made
      isUnkept = false
      asked = null
      page?.show(next, isSameView && !isAnew)
      past?.close()
      if (!isSameView) void next.readTexts()
    } catch (error) {
      history.replaceState(null, '', before)
      throw error
    } finally {
      holder.remove()
    }
  }

  /** The dataset that was read from the library last, as it was read. */
  let base: Kept | null = null

  const load = async (id: string, known: KeptChanges | null): Promise<Kept> => {
    const all = await openLibrary()
    if (known && base?.head.id === id) {
      const present = all.state.getState().heads.find((each) => each.id === id)
      if (present) return { ...base, ...known, head: present }
    }
    base = await all.load(id)
    if (!base) throw new Error(t('This dataset is not kept in this browser any more.'))
    return base
  }

  const openKept = async (id: string, isSameView = false, known: KeptChanges | null = null): Promise<void> => {
    const kept = await load(id, known)
    await switchTo(await keptOrigin(kept), { kind: 'kept', id }, kept.head, changesOf(kept), isSameView)
  }

  const openRead: DatasetSwitch['openRead'] = async ({ outline, texts }, about) => {
    const [{ freshId }, { openOutline, openTexts }] = await Promise.all([libraryModule(), keptForm()])
    const id = freshId()
    const origin: Origin = {
      edition: null,
      address: addressAt({ kind: 'kept', id }),
      loadOutline: async () => ({ ...openOutline(outline), title: about.title }),
      loadTexts: async () => openTexts(await texts),
      loadFlags: own.loadWorldFlags,
      loadContextFlags: own.loadWorldFlags,
    }
    const unkept: KeptHead = { ...about, id, keptAt: new Date().toISOString(), size: 0 }
    await switchTo(origin, { kind: 'kept', id }, unkept)
    // The graph is there first; what takes longer follows.
    const present = opened!
    const isOpen = () => opened === present
    try {
      const kept = await (await openLibrary()).keep(id, { outline, texts: await texts }, about)
      if (isOpen()) head = kept
    } catch (error) {
      if (!isOpen()) return
      head = null
      place = OWN
      isUnkept = true
      history.replaceState(null, '', `${location.pathname}${location.search}`)
      const reason = error instanceof Error ? error.message : String(error)
      const notice = t('{reason} It is open until the page is left.', { reason })
      present.session.notices.setState((others) => [notice, ...others], true)
    }
    if (isOpen()) page?.show(present)
  }

  /** Opens what is open once more, from memory: what it says was made in the language before. */
  const openAgain = async (as: 'new' | 'same'): Promise<void> => {
    const { session, view } = opened!
    const address = addressAt(place)
    const [texts, unkept] = [session.texts.getState(), isUnkept]
    const isOwn = place.kind === 'own' && !unkept
    const again: Origin = {
      flags: view.flags(),
      edition: null,
      address,
      loadOutline: async () => session.columns.outline,
      loadTexts: texts.status === 'failed' && isOwn ? own.loadTexts : () => textsOf(session),
      loadFlags: isOwn ? own.loadFlags : own.loadWorldFlags,
      loadContextFlags: isOwn ? own.loadContextFlags : own.loadWorldFlags,
    }
    const undone = session.choices.temporal.getState()
    await switchTo(again, place, head, changes, true, true)
    isUnkept = unkept
    const next = opened!.session
    const { pastStates, futureStates } = undone
    next.choices.temporal.setState({ pastStates, futureStates })
    address.writeHash(writeHash(next.choices.getState(), next.columns), as)
    page?.show(opened!)
  }

  const follow = async (): Promise<void> => {
    const { place: wanted } = placeIn(location.hash)
    if (wanted.kind === 'address') {
      asked = wanted.url
      if (opened) page?.show(opened)
      return
    }
    const isOtherLanguage = await followLanguage(location.hash)
    if (isSamePlace(wanted, place) && !isUnkept) {
      if (isOtherLanguage) await openAgain('same')
    } else if (wanted.kind === 'own') await switchTo(ownOrigin(), OWN, null)
    else await openKept(wanted.id).catch((error: unknown) => switchTo(ownOrigin(noticeOf(error)), OWN, null))
  }

  return {
    first: async () => {
      const { place: wanted } = placeIn(location.hash)
      if (wanted.kind === 'address') asked = wanted.url
      if (wanted.kind !== 'kept') return ownOrigin()
      try {
        const kept = await load(wanted.id, null)
        const origin = await keptOrigin(kept)
        place = wanted
        head = kept.head
        changes = changesOf(kept)
        return origin
      } catch (error) {
        return ownOrigin(noticeOf(error))
      }
    },
    onMounted: (own_, first) => {
      page = own_
      opened = first
      window.addEventListener('popstate', () => void follow())
    },
    present: () => ({
      present: head,
      changes,
      isOwn: place.kind === 'own' && !isUnkept,
      asked,
      library: openLibrary,
      openOwn: () => switchTo(ownOrigin(), OWN, null),
      openKept,
      openEdited: (id, known) => openKept(id, true, known),
      speak: async (id) => {
        await chooseLanguage(id)
        await openAgain('new')
      },
      inspect: (inspected) => opened?.session.choices.setState({ inspected }),
      openRead,
    }),
  }
}

/** What is said where Dyad's own dataset is shown in place of another. */
function noticeOf(error: unknown): string {
  const isDamaged = error instanceof Error && error.name === 'DamagedError'
  return isDamaged ? t('{reason} This is Dyad’s own.', { reason: error.message }) : t(NOT_HERE)
}

function changesOf({ revision, changes, at }: Kept): KeptChanges {
  return { revision, changes, at }
}

/** Of choices that come to the same the very objects stay: what is shown of them stays as it is. */
function keepChoices(past: Session, next: Session): void {
  const present: Record<string, unknown> = { ...next.choices.getState() }
  const same = Object.entries(past.choices.getState()).filter(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(present[name]),
  )
  next.choices.setState(Object.fromEntries(same))
  next.choices.temporal.getState().clear()
  // What an edit took away is not news to the person who made it.
  next.notices.setState([], true)
}

/** The texts of a session, which may still be on their way to it. @throws Error where they do not come */
function textsOf({ texts }: Session): Promise<Texts> {
  return new Promise((resolve, reject) => {
    const settle = (state: TextsState) => {
      if (state.status === 'loading') return
      stop()
      if (state.status === 'ready') resolve(state.texts)
      else reject(new Error(state.reason))
    }
    const stop = texts.subscribe(settle)
    settle(texts.getState())
  })
}

/** The halves of a kept dataset, with what was changed in it since. */
async function unpacked({ outline, texts, changes, at }: Kept): Promise<[Outline, () => Promise<Texts>]> {
  const { openOutline, openTexts } = await keptForm()
  const own = openOutline(outline)
  if (at === 0) return [own, async () => openTexts(await texts())]
  const { changedHalves } = await import('../formats/changedHalves.ts')
  const changed = changedHalves({ outline: own, texts: openTexts(await texts()) }, changes.slice(0, at))
  return [changed.outline, async () => changed.texts]
}

/** Fetched when there is more than Dyad's own dataset. */
const libraryModule = () => import('../state/library.ts')
const keptForm = () => import('../formats/keptHalves.ts')
