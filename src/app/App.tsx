import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { I18nProvider, TabPanel, Tabs, ToggleButton } from 'react-aria-components'
import type { CommandContext, OpenDialog } from '../panels/commands/command.ts'
import { DatasetContext, type DatasetSwitch } from '../panels/datasetSwitch.ts'
import { Details } from '../panels/Details.tsx'
import { Filters } from '../panels/Filters.tsx'
import { EditContext, type EditTarget } from '../panels/editing/editTarget.ts'
import type { GraphView } from '../panels/graphView.ts'
import { Headline } from '../panels/Headline.tsx'
import { Icon } from '../panels/icons.tsx'
import { measureToFrame } from '../panels/inputToFrame.ts'
import { Legend } from '../panels/Legend.tsx'
import { NewVersion } from '../panels/NewVersion.tsx'
import { Stage } from '../panels/Stage.tsx'
import { ViewFault } from '../panels/ViewFault.tsx'
import { TopBar } from '../panels/TopBar.tsx'
import { SchemeContext, SessionContext, useChoice, useMay } from '../panels/useSession.ts'
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
  const present = useSyncExternalStore(session.choices.subscribe, () => session.choices.getState().view)
  useEffect(() => view.setScheme(scheme), [view, scheme])
  const editing = datasets && { edit, datasets }
  const context: CommandContext = { session, view, dialog, open: setDialog, editing, wish, onWish: chooseScheme }
  useKeys(context)
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
  const dialogState = (own: OpenDialog) => ({
    isOpen: dialog === own,
    onOpenChange: (isOpen: boolean) => setDialog(isOpen ? own : null),
  })

  return (
    <I18nProvider locale="en-GB">
      <SessionContext value={session}>
        <DatasetContext value={datasets}>
          <EditContext value={datasets && edit}>
            <SchemeContext value={scheme}>
              <Tabs
                className="shell"
                data-sheet={sheet ?? undefined}
                data-edition={edition?.kind}
                data-permits={edition ? [...edition.permits].join(' ') : undefined}
                selectedKey={present}
                onSelectionChange={(key) => session.choices.setState({ view: key as View })}
              >
                <TopBar
                  onSearch={() => setDialog('search')}
                  onData={() => setDialog('data')}
                  onViews={() => setDialog('views')}
                  onShare={() => setDialog('share')}
                  onExport={() => setDialog('export')}
                  onSettings={() => setDialog('settings')}
                />
                {may('filters') && <Filters />}
                <main className="centre" tabIndex={-1}>
                  <ViewPlace id="network">
                    <Headline />
                    <Stage view={view} />
                    <div className="foot">
                      <Legend view={view} />
                      <AsOfPlace />
                    </div>
                    <ViewShown />
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
                </main>
                {may('details') && <Details onRetryTexts={onRetryTexts} />}
                <SheetTabs sheet={sheet} onSheet={setSheet} />
                <Suspense>{edition && <EditionFoot />}</Suspense>
                {!edition && <NewVersion />}
              </Tabs>
              <Suspense>
                {dialog === 'share' && <ShareDialog {...dialogState('share')} />}
                {dialog === 'settings' && (
                  <SettingsDialog
                    {...dialogState('settings')}
                    wish={wish}
                    onWish={chooseScheme}
                    onAbout={() => setDialog('about')}
                    onTour={() => {
                      session.choices.setState({ view: 'network' })
                      setDialog('tour')
                    }}
                  />
                )}
                {dialog === 'tour' && <Tour onEnd={() => setDialog(null)} />}
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
            </SchemeContext>
          </EditContext>
        </DatasetContext>
      </SessionContext>
    </I18nProvider>
  )
}

/** A view that is fetched when it is first opened, between the sentence and the as-of date. */
function OtherView({ id, children }: { id: View; children: ReactNode }) {
  return (
    <ViewPlace id={id}>
      <Headline />
      <div className="view-body">
        <ViewFault>
          <Suspense fallback={<p className="muted view-loading">Loading…</p>}>
            {children}
            <ViewShown />
          </Suspense>
        </ViewFault>
      </div>
      <div className="foot short">
        <AsOfPlace />
      </div>
    </ViewPlace>
  )
}

/** Stands beside what a view shows: once that is in the page, the way there is measured. */
function ViewShown() {
  useLayoutEffect(() => measureToFrame('view'), [])
  return null
}

/** Where a view stands: under its tab, or alone where the reader may open no other. */
function ViewPlace({ id, children }: { id: View; children: ReactNode }) {
  const isAlone = !useMay('views')
  const present = useChoice(({ view }) => view)
  if (isAlone) return present === id && <div className="view">{children}</div>
  return (
    <TabPanel id={id} className="view">
      {children}
    </TabPanel>
  )
}

/** The as-of date, where it may be moved. */
function AsOfPlace() {
  const may = useMay('asof')
  return (
    may && (
      <Suspense fallback={<div className="asof-place" />}>
        <AsOf />
      </Suspense>
    )
  )
}

function SheetTabs({ sheet, onSheet }: { sheet: Sheet; onSheet: (sheet: Sheet) => void }) {
  const [hasFilters, hasDetails] = [useMay('filters'), useMay('details')]
  if (!hasFilters && !hasDetails) return null
  return (
    <nav className="sheet-tabs" aria-label="Panels">
      {hasFilters && (
        <ToggleButton
          className="sheet-tab"
          isSelected={sheet === 'filters'}
          onChange={(on) => onSheet(on ? 'filters' : null)}
        >
          <Icon name="filter" /> Filters
        </ToggleButton>
      )}
      {hasDetails && (
        <ToggleButton
          className="sheet-tab"
          isSelected={sheet === 'details'}
          onChange={(on) => onSheet(on ? 'details' : null)}
        >
          <Icon name="details" /> Details
        </ToggleButton>
      )}
    </nav>
  )
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
      else void loaded.then((late) => late?.(event))
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
