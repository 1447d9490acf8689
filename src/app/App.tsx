import { afterNextFrame } from '../canvas/frames.ts'
import {
  Activity,
  lazy,
  memo,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { I18nProvider, ToggleButton } from 'react-aria-components'
import { language, t } from '../language/messages.ts'
import type { CommandContext, OpenDialog } from '../panels/commands/command.ts'
import { expectTyping, takeKey, takeTyped } from '../panels/commands/typedAhead.ts'
import { DatasetContext, type DatasetSwitch } from '../panels/datasetSwitch.ts'
import { Announcer } from '../panels/Announcer.tsx'
import { Details } from '../panels/Details.tsx'
import { FaultNotice } from '../panels/faults/FaultNotice.tsx'
import { Filters } from '../panels/Filters.tsx'
import { EditContext, type EditTarget } from '../panels/editing/editTarget.ts'
import type { GraphView } from '../panels/graphView.ts'
import { Headline } from '../panels/Headline.tsx'
import { Icon } from '../panels/icons.tsx'
import { keepFocus } from '../panels/keepFocus.ts'
import { measureToFrame } from '../panels/inputToFrame.ts'
import { Legend } from '../panels/Legend.tsx'
import { NewVersion } from '../panels/NewVersion.tsx'
import { OutcomePatterns } from '../panels/OutcomeBar.tsx'
import { Stage } from '../panels/Stage.tsx'
import { ViewFault } from '../panels/ViewFault.tsx'
import { TopBar } from '../panels/TopBar.tsx'
import { panelId, tabId } from '../panels/viewIds.ts'
import { SchemeContext, SessionContext, useChoice, useMay, useSession, ViewContext } from '../panels/useSession.ts'
import type { View } from '../state/choices.ts'
import { isPermitted, type Permit } from '../state/edition.ts'
import type { Session } from '../state/session.ts'
import './contrast.css'
import { chooseScheme, onScheme, presentScheme, schemeChoice } from './scheme.ts'

// The date field and its menus are asked for once the graph is painted: they are a tenth of all that is sent.
const AsOf = lazy(() => import('../panels/asof/AsOf.tsx').then(({ AsOf: own }) => ({ default: own })))
// What is only needed after a click is loaded after that click.
const SearchDialog = lazy(() => import('../panels/Search.tsx').then(({ SearchDialog: own }) => ({ default: own })))
const StudioDialog = lazy(() =>
  import('../panels/studio/StudioDialog.tsx').then(({ StudioDialog: own }) => ({ default: own })),
)

const ShareDialog = lazy(() => import('../panels/Dialogs.tsx').then(({ ShareDialog: own }) => ({ default: own })))
const Tour = lazy(() => import('../panels/tour/Tour.tsx').then(({ Tour: own }) => ({ default: own })))
const AboutDialog = lazy(() =>
  import('../panels/about/AboutDialog.tsx').then(({ AboutDialog: own }) => ({ default: own })),
)
const ShortcutsDialog = lazy(() =>
  import('../panels/commands/Shortcuts.tsx').then(({ ShortcutsDialog: own }) => ({ default: own })),
)
const ViewsDialog = lazy(() =>
  import('../panels/views/ViewsDialog.tsx').then(({ ViewsDialog: own }) => ({ default: own })),
)
const DatasetsDialog = lazy(() =>
  import('../panels/datasets/DatasetsDialog.tsx').then(({ DatasetsDialog: own }) => ({ default: own })),
)
const EditDialog = lazy(() =>
  import('../panels/editing/EditDialog.tsx').then(({ EditDialog: own }) => ({ default: own })),
)
const Briefing = lazy(() => import('../panels/views/Briefing.tsx').then(({ Briefing: own }) => ({ default: own })))
const SettingsDialog = lazy(() => import('../panels/Dialogs.tsx').then(({ SettingsDialog: own }) => ({ default: own })))
const WorldMap = lazy(() => import('../panels/map/WorldMap.tsx').then(({ WorldMap: own }) => ({ default: own })))
const Matrix = lazy(() => import('../panels/matrix/Matrix.tsx').then(({ Matrix: own }) => ({ default: own })))
const Table = lazy(() => import('../panels/table/Table.tsx').then(({ Table: own }) => ({ default: own })))
const Measures = lazy(() => import('../panels/measures/Measures.tsx').then(({ Measures: own }) => ({ default: own })))
const Timeline = lazy(() => import('../panels/timeline/Timeline.tsx').then(({ Timeline: own }) => ({ default: own })))
const Ledger = lazy(() => import('../panels/ledger/Ledger.tsx').then(({ Ledger: own }) => ({ default: own })))
const Compare = lazy(() => import('../panels/compare/Compare.tsx').then(({ Compare: own }) => ({ default: own })))

const EditionFoot = lazy(() =>
  import('../panels/edition/EditionFoot.tsx').then(({ EditionFoot: own }) => ({ default: own })),
)

type Sheet = 'filters' | 'details' | null

interface AppProps {
  session: Session
  view: GraphView
  onRetryTexts: () => void
  /** `null` where there is one dataset only. */
  datasets: DatasetSwitch | null
}

/** The page around the graph. */
export function App({ session, view, onRetryTexts, datasets }: AppProps) {
  // A link that names data on another host is asked about first.
  const asked = datasets?.asked ?? null
  const [dialog, setDialog] = useState<OpenDialog>(asked === null ? null : 'data')
  const openDialog = useCallback(
    (next: OpenDialog) => {
      if (next === 'search' && dialog !== 'search') expectTyping()
      // It goes past what stands there.
      if (next === 'tour') session.choices.setState({ view: 'network' })
      setDialog(next)
    },
    [dialog, session],
  )
  useEffect(() => {
    if (dialog !== 'search') takeTyped()
  }, [dialog])
  const [lastAsked, setLastAsked] = useState(asked)
  if (asked !== lastAsked) {
    setLastAsked(asked)
    if (asked !== null) setDialog('data')
  }
  const [dropped, setDropped] = useState<File | null>(null)
  useDroppedFile(
    datasets !== null,
    useCallback((file: File) => {
      setDropped(file)
      setDialog('data')
    }, []),
  )
  const [edited, setEdited] = useState<EditTarget | null>(null)
  const edit = useCallback((target: EditTarget) => {
    setEdited(target)
    setDialog('edit')
  }, [])
  const [sheet, setSheet] = useState<Sheet>(null)
  const scheme = useSyncExternalStore(onScheme, presentScheme)
  const wish = useSyncExternalStore(onScheme, schemeChoice)
  useEffect(() => view.setScheme(scheme), [view, scheme])
  const editing = datasets && { edit, datasets }
  const context: CommandContext = { session, view, dialog, open: openDialog, editing, wish, onWish: chooseScheme }
  useSheetKeys(sheet, () => setSheet(null))
  useKeys(context)
  useEffect(keepFocus, [])
  usePrinting(session, view)
  const { edition } = session
  const may = (permit: Permit) => isPermitted(edition, permit)
  useEffect(
    // On a phone, what one taps on the graph opens in its sheet.
    () =>
      session.choices.subscribe((next, past) => {
        if (next.inspected && next.inspected !== past.inspected && !session.presenting.getState()) setSheet('details')
      }),
    [session],
  )
  const endTour = () => {
    setDialog(null)
    // It ends where it is found again.
    afterNextFrame(() => document.querySelector<HTMLElement>('[data-opens=settings]')?.focus())
  }
  const dialogState = (own: OpenDialog) => ({
    isOpen: dialog === own,
    onOpenChange: (isOpen: boolean) => setDialog(isOpen ? own : null),
  })

  return (
    <I18nProvider locale={language().locale}>
      <SessionContext value={session}>
        <DatasetContext value={datasets}>
          <EditContext value={datasets && edit}>
            <SchemeContext value={scheme}>
              <div
                className="shell"
                data-sheet={sheet ?? undefined}
                data-edition={edition?.kind}
                data-permits={edition ? [...edition.permits].join(' ') : undefined}
              >
                <ViewFault part="top bar">
                  <TopBar open={openDialog} />
                </ViewFault>
                {may('filters') && (
                  <ViewFault part="Filters" panel="filters">
                    <Filters />
                  </ViewFault>
                )}
                <Centre view={view} />
                {may('details') && (
                  <ViewFault part="Details" panel="details">
                    <Details placeOf={view.placeOf} onRetryTexts={onRetryTexts} />
                  </ViewFault>
                )}
                <SheetTabs sheet={sheet} onSheet={setSheet} />
                <Suspense>{edition && <EditionFoot />}</Suspense>
                <OutcomePatterns />
                {!edition && <NewVersion />}
              </div>
              <Announcer />
              <FaultNotice />
              <ViewFault key={dialog} part={`dialog ${dialog}`} isOptional onFault={() => setDialog(null)}>
                <Suspense>
                  {dialog === 'share' && <ShareDialog {...dialogState('share')} />}
                  {dialog === 'settings' && (
                    <SettingsDialog
                      {...dialogState('settings')}
                      wish={wish}
                      onWish={chooseScheme}
                      onAbout={() => setDialog('about')}
                      onTour={() => openDialog('tour')}
                    />
                  )}
                  {dialog === 'tour' && <Tour onEnd={endTour} />}
                  {dialog === 'about' && <AboutDialog {...dialogState('about')} />}
                  {dialog === 'search' && <SearchDialog {...dialogState('search')} context={context} />}
                  {dialog === 'shortcuts' && <ShortcutsDialog {...dialogState('shortcuts')} context={context} />}
                  {(dialog === 'views' || dialog === 'save-view') && (
                    <ViewsDialog {...dialogState(dialog)} isSaving={dialog === 'save-view'} open={setDialog} />
                  )}
                  {(dialog === 'briefing' || dialog === 'dataset-briefing') && (
                    <Briefing isFromDataset={dialog === 'dataset-briefing'} onEnd={() => setDialog(null)} />
                  )}
                  {(dialog === 'data' || dialog === 'changes') && (
                    <DatasetsDialog {...dialogState(dialog)} dropped={dropped} isOnChanges={dialog === 'changes'} />
                  )}
                  {dialog === 'edit' && edited && <EditDialog {...dialogState('edit')} target={edited} />}
                  {dialog === 'export' && <StudioDialog {...dialogState('export')} view={view} />}
                </Suspense>
              </ViewFault>
            </SchemeContext>
          </EditContext>
        </DatasetContext>
      </SessionContext>
    </I18nProvider>
  )
}

/** The view that is open, between the sentence above it and the as-of date below it, which are the same for all. */
const Centre = memo(function Centre({ view }: { view: GraphView }) {
  return (
    <main className="centre" tabIndex={-1}>
      <ViewFault part="headline">
        <Headline />
      </ViewFault>
      <ViewPlace id="network">
        <ViewFault part="network">
          <Stage view={view} />
        </ViewFault>
        <ViewShown id="network" />
      </ViewPlace>
      <OtherView id="map">
        <WorldMap view={view} />
      </OtherView>
      <OtherView id="timeline">
        <Timeline />
      </OtherView>
      <OtherView id="matrix">
        <Matrix />
      </OtherView>
      <OtherView id="table">
        <Table />
      </OtherView>
      <OtherView id="ledger">
        <Ledger />
      </OtherView>
      <OtherView id="compare">
        <Compare />
      </OtherView>
      <OtherView id="measures">
        <Measures />
      </OtherView>
      <Foot view={view} />
    </main>
  )
})

/** Below the view: of the Network what its drawing means, and of all of them the as-of date. */
function Foot({ view }: { view: GraphView }) {
  const isNetwork = useChoice((present) => present.view === 'network')
  return (
    <div className={isNetwork ? 'foot' : 'foot short'}>
      <Activity mode={isNetwork ? 'visible' : 'hidden'}>
        <ViewFault part="legend">
          <Legend view={view} />
        </ViewFault>
      </Activity>
      <AsOfPlace />
    </div>
  )
}

/** A view that is fetched when it is first opened. */
function OtherView({ id, children }: { id: View; children: ReactNode }) {
  return (
    <ViewPlace id={id}>
      <div className="view-body">
        <ViewFault part={`view ${id}`}>
          <Suspense fallback={<p className="muted view-loading">{t('Loading…')}</p>}>
            {children}
            <ViewShown id={id} />
          </Suspense>
        </ViewFault>
      </div>
    </ViewPlace>
  )
}

/** Stands beside what a view shows: once that is in the page, and in sight, the way there is measured. */
function ViewShown({ id }: { id: View }) {
  const { choices } = useSession()
  // Not `useChoice`, which hears in a view only of what is chosen while that is open.
  const isOpen = useSyncExternalStore(choices.subscribe, () => choices.getState().view === id)
  useLayoutEffect(() => {
    if (isOpen) measureToFrame('view')
  }, [isOpen])
  return null
}

/**
 * Where a view stands: under its tab, or alone where the reader may open no other. It is made when it is first opened. From
 * then on it stays in the page as it was laid out, skipped by the browser while another is open; it follows nothing meanwhile
 * (see {@link ViewContext}), and comes up to date when it is opened again.
 */
function ViewPlace({ id, children }: { id: View; children: ReactNode }) {
  const isAlone = !useMay('views')
  const isOpen = useChoice(({ view }) => view === id)
  const [isMade, setMade] = useState(isOpen)
  if (isOpen && !isMade) setMade(true)
  if (!isOpen && !isMade) return null
  const tab = isAlone ? {} : { role: 'tabpanel', id: panelId(id), 'aria-labelledby': tabId(id) }
  return (
    <ViewContext value={id}>
      <div className="view-place" data-open={isOpen || undefined}>
        <div className="view" {...tab}>
          {children}
        </div>
      </div>
    </ViewContext>
  )
}

/** The as-of date, where it may be moved. */
const AsOfPlace = memo(function AsOfPlace() {
  const may = useMay('asof')
  return (
    may && (
      <ViewFault part="as-of date">
        <Suspense fallback={<div className="asof-place" aria-busy="true" />}>
          <AsOf />
        </Suspense>
      </ViewFault>
    )
  )
})

function SheetTabs({ sheet, onSheet }: { sheet: Sheet; onSheet: (sheet: Sheet) => void }) {
  const [hasFilters, hasDetails] = [useMay('filters'), useMay('details')]
  if (!hasFilters && !hasDetails) return null
  const showSheet = (own: NonNullable<Sheet>, isOn: boolean) => {
    onSheet(isOn ? own : null)
    if (isOn) requestAnimationFrame(() => focusPanel(own))
  }
  return (
    <nav className="sheet-tabs" aria-label={t('Panels')}>
      {hasFilters && (
        <ToggleButton
          className="sheet-tab"
          isSelected={sheet === 'filters'}
          data-sheet-tab="filters"
          onChange={(on) => showSheet('filters', on)}
        >
          <Icon name={sheet === 'filters' ? 'close' : 'filter'} /> {t('Filters')}
        </ToggleButton>
      )}
      {hasDetails && (
        <ToggleButton
          className="sheet-tab"
          isSelected={sheet === 'details'}
          data-sheet-tab="details"
          onChange={(on) => showSheet('details', on)}
        >
          <Icon name={sheet === 'details' ? 'close' : 'details'} /> {t('Details')}
        </ToggleButton>
      )}
    </nav>
  )
}

/** A sheet that was asked for is what one reads next. */
function focusPanel(sheet: NonNullable<Sheet>): void {
  const panel = document.querySelector<HTMLElement>(`.panel.${sheet}`)
  if (!panel) return
  panel.tabIndex = -1
  panel.focus({ preventScroll: true })
}

/** Escape closes a sheet, and the focus goes back to what opened it. */
function useSheetKeys(sheet: Sheet, onClose: () => void): void {
  const present = useRef({ sheet, onClose })
  useEffect(() => {
    present.current = { sheet, onClose }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { sheet: open, onClose: close } = present.current
      if (event.key !== 'Escape' || event.defaultPrevented || !open || document.querySelector('[role=dialog]')) return
      const tab = document.querySelector<HTMLElement>(`[data-sheet-tab=${open}]`)
      // On a wide screen the panels are no sheets.
      if (!tab?.checkVisibility()) return
      event.preventDefault()
      const isInside = document.activeElement?.closest(`.panel.${open}`) !== null
      close()
      if (isInside) tab.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** A file may be dropped anywhere on the page; without this the browser would leave the page and open it. */
function useDroppedFile(isTaken: boolean, onFile: (file: File) => void): void {
  useEffect(() => {
    if (!isTaken) return undefined
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onDragOver = (event: DragEvent) => {
      if (hasFile(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      // The drop zone of the dialog takes its own.
      if (!hasFile(event) || event.defaultPrevented) return
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file) onFile(file)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('drop', onDrop)
    }
  }, [isTaken, onFile])
}

/** What is printed is not the page as it stands on the screen, but what it shows, on pages of paper. */
function usePrinting(session: Session, view: GraphView): void {
  useEffect(() => {
    let stop: (() => void) | null = null
    let isGone = false
    const load = async () => {
      const { watchPrinting } = await import('../panels/print/printing.tsx')
      if (!isGone) stop = watchPrinting(session, view)
    }
    // Without it the page is printed as it is.
    load().catch(() => undefined)
    return () => {
      isGone = true
      stop?.()
    }
  }, [session, view])
}

/** The shortcuts of the page. The commands behind them are fetched once the page stands; a key that is quicker waits for them. */
function useKeys(context: CommandContext): void {
  const present = useRef(context)
  useEffect(() => {
    present.current = context
  })
  useEffect(() => {
    let handle: ((event: KeyboardEvent) => void) | null = null
    const load = async () => {
      const { onPageKey } = await import('../panels/commands/pageKeys.ts')
      return (handle = (event) => onPageKey(event, present.current))
    }
    const loaded = load().catch(() => null)
    const onKey = (event: KeyboardEvent) => {
      if (handle) handle(event)
      // The browser has a use of its own for these keys: they cannot wait.
      else if (isSearchKey(event)) {
        event.preventDefault()
        const { session, open } = present.current
        if (!session.presenting.getState() && isPermitted(session.edition, 'details')) open('search')
      } else void loaded.then((late) => late?.(event))
    }
    // Before anything on the page takes it: what is typed is meant for the search that was asked for.
    const onTyping = (event: KeyboardEvent) => {
      if (takeKey(event)) event.stopPropagation()
      else if (
        event.key === 'Escape' &&
        present.current.dialog === 'search' &&
        !document.querySelector('.search-dialog')
      ) {
        present.current.open(null)
      }
    }
    window.addEventListener('keydown', onTyping, { capture: true })
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onTyping, { capture: true })
      window.removeEventListener('keydown', onKey)
    }
  }, [])
}

function isSearchKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'k'
}
