import { onward } from '../arrowKeys.ts'
import { t } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import { useEffect, useMemo, useRef, useState, type CSSProperties, type RefObject } from 'react'
import { isoDate } from '../../model/dates.ts'
import type { TimelineGroup } from '../../network/timeline.ts'
import { scaleOf, spanWithin, type Span } from '../../scene/timeScale.ts'
import { stackRows } from '../../scene/timelineRows.ts'
import { useChoice, useDerived, useSession } from '../useSession.ts'
import { usePointing } from './pointing.ts'
import { Rows } from './Rows.tsx'
import type { RowFrame } from './Strips.tsx'
import { Backdrop, TimeAxis } from './TimeAxis.tsx'
import { rowId, useTree } from './tree.ts'

/** Sizes in pixels: with titles beside the strips where there is room, else above them. */
const BESIDE = { head: 34, strip: 26, headDrawing: 30, drawing: 26 }
const STACKED = { head: 50, strip: 46, headDrawing: 24, drawing: 22 }
const LEAST_WIDTH_BESIDE = 600
const TITLES = { least: 190, most: 400, share: 0.38 }
const MARGIN_BESIDE = 14
const MARGIN_END = 16
/** Rows are made ready so far above and below what is in sight; scrolling by as much makes new ones. */
const AHEAD = 200

interface StripListProps {
  groups: readonly TimelineGroup[]
  folded: ReadonlySet<string>
  onFolded: (folded: ReadonlySet<string>) => void
  whole: Span
}

/** The list of strips under its time axis: a tree of groups and initiatives, of which only what is in sight is drawn. */
export function StripList({ groups, folded, onFolded, whole }: StripListProps) {
  const session = useSession()
  const { asOf } = useDerived()
  const list = useRef<HTMLDivElement>(null)
  const { width, height, band } = useWindow(list)
  const chosen = useChoice((choices) => choices.span)
  const inSight = useMemo(() => spanWithin(chosen, whole), [chosen, whole])
  const [moved, setMoved] = useState(0)

  const isStacked = width < LEAST_WIDTH_BESIDE
  const sizes = isStacked ? STACKED : BESIDE
  const titles = isStacked ? 0 : Math.round(Math.min(TITLES.most, Math.max(TITLES.least, width * TITLES.share)))
  const plot = Math.max(80, width - titles - MARGIN_BESIDE - MARGIN_END)
  // The titles stand where lines begin.
  const left = onward() === 1 ? titles + MARGIN_BESIDE : MARGIN_END
  const scale = useMemo(() => scaleOf(inSight, plot, moved), [inSight, plot, moved])
  const stack = useMemo(() => stackRows(groups, folded, sizes), [groups, folded, sizes])
  usePointing(list, { session, scale, left, inSight, whole, onMove: setMoved })

  const frames = useMemo(
    (): { head: RowFrame; strip: RowFrame } => ({
      head: { scale, asOf, isStacked, drawing: sizes.headDrawing },
      strip: { scale, asOf, isStacked, drawing: sizes.drawing },
    }),
    [scale, asOf, isStacked, sizes],
  )
  const tree = useTree(list, groups, stack, folded, onFolded)
  return (
    <div
      ref={list}
      className={isStacked ? 'timeline-list stacked' : 'timeline-list'}
      style={{ '--titles': `${titles}px`, '--plot-left': `${left}px`, '--plot': `${plot}px` } as CSSProperties}
    >
      {width > 0 && (
        <>
          <TimeAxis scale={scale} height={height} isStacked={isStacked} />
          <Backdrop scale={scale} height={height} isStacked={isStacked} />
          <div
            role="tree"
            aria-label={t('Initiatives up to {date}', { date: dateInWords(isoDate(asOf)) })}
            className="timeline-tree"
            style={{ height: stack.height }}
            tabIndex={0}
            aria-activedescendant={tree.active === null ? undefined : rowId(tree.active)}
            onKeyDown={tree.onKeyDown}
            onClick={tree.onClick}
            onFocus={tree.onFocus}
          >
            <Rows
              groups={groups}
              folded={folded}
              stack={stack}
              frames={frames}
              top={band * AHEAD - AHEAD}
              bottom={band * AHEAD + height + 2 * AHEAD}
              active={tree.active}
            />
          </div>
        </>
      )}
    </div>
  )
}

/** The size of the list, and how far it is scrolled, in steps of so many pixels that few of them draw it again. */
function useWindow(list: RefObject<HTMLElement | null>) {
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [band, setBand] = useState(0)
  useEffect(() => {
    const element = list.current
    if (!element) return undefined
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    const onScroll = () => setBand(Math.floor(element.scrollTop / AHEAD))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    measure()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [list])
  return { ...size, band }
}
