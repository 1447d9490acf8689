import { dataLanguage, msg, t, type Message } from '../language/messages.ts'
import { lazy, memo, Suspense, useEffect, useSyncExternalStore, type ComponentProps } from 'react'
import { Button, Tab, TabList, Tabs } from 'react-aria-components'
import type { View } from '../state/choices.ts'
import { Icon, type IconName } from './icons.tsx'
import type { OpenDialog } from './commands/command.ts'
import { ViewFault } from './ViewFault.tsx'
import { useChoice, useMay, useSession } from './useSession.ts'
import { panelId, tabId } from './viewIds.ts'

// Its list comes with the other menus, once the graph is painted.
const LanguageMenu = lazy(() => import('./LanguageMenu.tsx').then(({ LanguageMenu: own }) => ({ default: own })))

/** The views by name, in the order of their tabs. */
export const VIEW_LABELS: Record<View, Message> = {
  network: msg('Network'),
  map: msg('Map'),
  timeline: msg('Timeline'),
  matrix: msg('Matrix'),
  table: msg('Table'),
  ledger: msg('Ledger'),
  compare: msg('Compare'),
  measures: msg('Measures'),
}

/** The dataset's title, search, views, and what one does with a view. */
export const TopBar = memo(function TopBar({ open }: { open: (dialog: OpenDialog) => void }) {
  const { columns, edition } = useSession()
  const [hasViews, hasDetails] = [useMay('views'), useMay('details')]
  const isCopy = edition?.kind === 'copy'
  const title = (
    <h1 className="dataset-title" lang={isCopy ? undefined : dataLanguage()}>
      {isCopy ? document.title : columns.outline.title}
    </h1>
  )
  // A page in another page's frame has the title of that; but those who listen are told what it is.
  if (edition?.kind === 'embed' && !hasViews) return <header className="visually-hidden">{title}</header>
  return (
    <header className="top">
      <Button className="skip button primary" onPress={() => document.querySelector<HTMLElement>('main')?.focus()}>
        {t('Skip to the view')}
      </Button>
      {!edition && <span className="wordmark">Dyad</span>}
      {title}
      {hasViews && <ViewTabs />}
      {hasDetails && <SearchButton onPress={() => open('search')} />}
      {!edition && (
        <div className="top-actions">
          <UndoRedo />
          <Action name={t('Data')} icon="data" dialog="data" open={open} />
          <Action name={t('Views')} icon="views" dialog="views" open={open} />
          <Action name={t('Share')} icon="share" dialog="share" open={open} />
          <Action name={t('Export')} icon="download" dialog="export" open={open} />
          <ViewFault part="Language" isOptional>
            <Suspense fallback={<span className="icon-button action" aria-hidden="true" />}>
              <LanguageMenu />
            </Suspense>
          </ViewFault>
          <Action name={t('Settings')} icon="settings" dialog="settings" open={open} />
        </div>
      )}
    </header>
  )
})

/**
 * The tabs of the views. Nothing but the tabs stands in it: to find them, it draws what it holds a second time. The views,
 * which it therefore does not know, are told apart by ids of our own.
 */
function ViewTabs() {
  const { choices } = useSession()
  const present = useChoice(({ view }) => view)
  // On a phone not all tabs have room: the one that is open is in sight.
  useEffect(() => {
    let sizes: ResizeObserver | undefined
    // The tabs are drawn once more after this.
    const soon = requestAnimationFrame(() => {
      const tab = document.getElementById(tabId(present))
      const show = () => tab?.scrollIntoView({ block: 'nearest', inline: 'center' })
      show()
      // What comes beside them later leaves them less room.
      sizes = new ResizeObserver(show)
      if (tab?.parentElement) sizes.observe(tab.parentElement)
    })
    return () => {
      cancelAnimationFrame(soon)
      sizes?.disconnect()
    }
  }, [present])
  return (
    <Tabs
      className="view-tabs"
      selectedKey={present}
      onSelectionChange={(key) => choices.setState({ view: key as View })}
    >
      <TabList className="views" aria-label={t('Views')}>
        {Object.entries(VIEW_LABELS).map(([id, label]) => (
          <Tab
            key={id}
            id={id}
            className="view-tab"
            render={(props) => (
              <div
                {...(props as ComponentProps<'div'>)}
                id={tabId(id as View)}
                aria-controls={id === present ? panelId(id as View) : undefined}
              />
            )}
          >
            {t(label)}
          </Tab>
        ))}
      </TabList>
    </Tabs>
  )
}

function SearchButton({ onPress }: { onPress: () => void }) {
  return (
    <Button className="search-button" onPress={onPress} aria-label={t('Search')} aria-keyshortcuts="Control+K Meta+K">
      <Icon name="search" />
      <span className="search-words">{t('Search actors, initiatives, sources')}</span>
      <kbd>Ctrl K</kbd>
    </Button>
  )
}

interface ActionProps {
  name: string
  icon: IconName
  dialog: NonNullable<OpenDialog>
  open: (dialog: OpenDialog) => void
}

function Action({ name, icon, dialog, open }: ActionProps) {
  return (
    <Button className="icon-button action" data-opens={dialog} onPress={() => open(dialog)} aria-label={name}>
      <Icon name={icon} />
      <span className="action-words" aria-hidden="true">
        {name}
      </span>
    </Button>
  )
}

function UndoRedo() {
  const { temporal } = useSession().choices
  const steps = useSyncExternalStore(temporal.subscribe, temporal.getState)
  return (
    <>
      <Button
        className="icon-button"
        aria-label={t('Undo')}
        onPress={() => steps.undo()}
        isDisabled={steps.pastStates.length === 0}
      >
        <Icon name="undo" />
      </Button>
      <Button
        className="icon-button"
        aria-label={t('Redo')}
        onPress={() => steps.redo()}
        isDisabled={steps.futureStates.length === 0}
      >
        <Icon name="redo" />
      </Button>
    </>
  )
}
