import { memo, useEffect, useSyncExternalStore, type ComponentProps } from 'react'
import { Button, Tab, TabList, Tabs } from 'react-aria-components'
import type { View } from '../state/choices.ts'
import { Icon, type IconName } from './icons.tsx'
import type { OpenDialog } from './commands/command.ts'
import { useChoice, useMay, useSession } from './useSession.ts'
import { panelId, tabId } from './viewIds.ts'

/** The views by name, in the order of their tabs. */
export const VIEW_LABELS: Record<View, string> = {
  network: 'Network',
  map: 'Map',
  timeline: 'Timeline',
  matrix: 'Matrix',
  table: 'Table',
  ledger: 'Ledger',
  compare: 'Compare',
  measures: 'Measures',
}

/** The dataset's title, search, views, and what one does with a view. */
export const TopBar = memo(function TopBar({ open }: { open: (dialog: OpenDialog) => void }) {
  const { columns, edition } = useSession()
  const [hasViews, hasDetails] = [useMay('views'), useMay('details')]
  const title = <h1 className="dataset-title">{edition?.kind === 'copy' ? document.title : columns.outline.title}</h1>
  // A page in another page's frame has the title of that; but those who listen are told what it is.
  if (edition?.kind === 'embed' && !hasViews) return <header className="visually-hidden">{title}</header>
  return (
    <header className="top">
      <Button className="skip button primary" onPress={() => document.querySelector<HTMLElement>('main')?.focus()}>
        Skip to the view
      </Button>
      {!edition && <span className="wordmark">Dyad</span>}
      {title}
      {hasViews && <ViewTabs />}
      {hasDetails && <SearchButton onPress={() => open('search')} />}
      {!edition && (
        <div className="top-actions">
          <UndoRedo />
          <Action name="Data" icon="data" onPress={() => open('data')} />
          <Action name="Views" icon="views" onPress={() => open('views')} />
          <Action name="Share" icon="share" onPress={() => open('share')} />
          <Action name="Export" icon="download" onPress={() => open('export')} />
          <Action name="Settings" icon="settings" onPress={() => open('settings')} />
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
    // The tabs are drawn once more after this.
    const soon = requestAnimationFrame(() => {
      void document.getElementById(tabId(present))?.scrollIntoView({ block: 'nearest', inline: 'center' })
    })
    return () => cancelAnimationFrame(soon)
  }, [present])
  return (
    <Tabs
      className="view-tabs"
      selectedKey={present}
      onSelectionChange={(key) => choices.setState({ view: key as View })}
    >
      <TabList className="views" aria-label="Views">
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
            {label}
          </Tab>
        ))}
      </TabList>
    </Tabs>
  )
}

function SearchButton({ onPress }: { onPress: () => void }) {
  return (
    <Button className="search-button" onPress={onPress} aria-label="Search" aria-keyshortcuts="Control+K Meta+K">
      <Icon name="search" />
      <span className="search-words">Search actors, initiatives, sources</span>
      <kbd>Ctrl K</kbd>
    </Button>
  )
}

function Action({ name, icon, onPress }: { name: string; icon: IconName; onPress: () => void }) {
  return (
    <Button className="icon-button action" onPress={onPress} aria-label={name}>
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
        aria-label="Undo"
        onPress={() => steps.undo()}
        isDisabled={steps.pastStates.length === 0}
      >
        <Icon name="undo" />
      </Button>
      <Button
        className="icon-button"
        aria-label="Redo"
        onPress={() => steps.redo()}
        isDisabled={steps.futureStates.length === 0}
      >
        <Icon name="redo" />
      </Button>
    </>
  )
}
