import { msg, t, type Message } from '../language/messages.ts'
import { lazy, memo, Suspense, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import type { LayoutId } from '../state/choices.ts'
import { BackToFocus } from './BackToFocus.tsx'
import { Emptiness } from './Emptiness.tsx'
import type { GraphView } from './graphView.ts'
import { Icon } from './icons.tsx'
import { MenuSelect } from './MenuSelect.tsx'
import { Tooltip } from './Tooltip.tsx'
import { useChoice, useChoiceLater, useDerivedPart, useMay, useSession } from './useSession.ts'
import { ViewFault } from './ViewFault.tsx'
import { ZoomButtons } from './ZoomButtons.tsx'
import './stage.css'

const Walk = lazy(() => import('./walk/Walk.tsx').then(({ Walk: own }) => ({ default: own })))
const StageMenus = lazy(() => import('./StageMenus.tsx').then(({ StageMenus: own }) => ({ default: own })))

/** The graph with what stands over it: its controls, what is under the pointer, and why it is empty. */
export const Stage = memo(function Stage({ view }: { view: GraphView }) {
  const place = useRef<HTMLDivElement>(null)
  const isEmpty = useDerivedPart(({ selection }) => selection.size === 0)
  const sentence = useDerivedPart((derived) => derived.sentence)
  const [hasDetails, hasViews] = [useMay('details'), useMay('views')]
  // The canvas was painted before React came: it is moved here as it is, and stays while another view is open.
  useLayoutEffect(() => {
    if (place.current!.firstChild !== view.element) place.current!.replaceChildren(view.element)
    view.comeInSight()
  }, [view])
  return (
    <div className="stage">
      {hasViews && <Controls view={view} />}
      <div className="graph-place">
        <div
          ref={place}
          className="graph-words"
          role="img"
          aria-label={t(
            hasDetails ? 'Network. {sentence}. Its ties can be read in the Details.' : 'Network. {sentence}.',
            { sentence },
          )}
        />
        <ViewFault part="Network" isOptional>
          <Suspense>
            <Walk view={view} />
          </Suspense>
        </ViewFault>
        <Hovering view={view} />
        {isEmpty && <Emptiness />}
      </div>
    </div>
  )
})

/** The layouts by name. */
export const LAYOUT_LABELS: Record<LayoutId, Message> = {
  focus: msg('Focus layout'),
  force: msg('Force layout'),
  concentric: msg('Concentric by strength'),
  kind: msg('Grouped by kind'),
  organisation: msg('Grouped by organisation'),
  hierarchy: msg('Hierarchical'),
}

const Controls = memo(function Controls({ view }: { view: GraphView }) {
  const { choices } = useSession()
  // With the list that closes: the graph is laid out first.
  const layout = useChoiceLater((present) => present.layout)
  const isPlaced = useChoice((present) => Object.keys(present.placed).length > 0)
  const isPinned = useChoice((present) => Object.keys(present.pins).length > 0)
  return (
    <div className="controls">
      <div className="stage-menus">
        <ViewFault part="Network" isOptional>
          <Suspense>
            <StageMenus />
          </Suspense>
        </ViewFault>
      </div>
      <BackToFocus />
      {isPlaced && (
        <Button className="button small-button" onPress={() => choices.setState({ placed: {}, camera: null })}>
          {t('Places as they were')}
        </Button>
      )}
      {isPinned && (
        <Button
          className="icon-button"
          aria-label={t('Let go of moved actors')}
          onPress={() => choices.setState({ pins: {} })}
        >
          <Icon name="letGo" />
        </Button>
      )}
      <MenuSelect
        className="layout-select"
        label={t('Layout')}
        isLabelHidden
        options={Object.entries(LAYOUT_LABELS).map(([id, own]) => ({ id, label: t(own) }))}
        value={layout}
        onChange={(id) => choices.setState({ layout: id as LayoutId, placed: {}, pins: {}, camera: null })}
      />
      <Button
        className="icon-button run-again"
        aria-label={t('Run the layout again for what is selected')}
        onPress={() => void view.layAgain()}
      >
        <Icon name="again" />
      </Button>
      <ZoomButtons onZoom={view.canvas.zoomBy} onFit={view.fit} />
    </div>
  )
})

function Hovering({ view }: { view: GraphView }) {
  const hovered = useSyncExternalStore(view.onHovered, view.hovered)
  return hovered && <Tooltip hovered={hovered} width={view.element.clientWidth} />
}
