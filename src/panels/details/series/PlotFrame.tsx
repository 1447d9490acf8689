import { plot, type PlotOptions } from '@observablehq/plot'
import { useLayoutEffect, useRef, useState } from 'react'

/** While the as-of date is dragged a chart is drawn no more often than this, so that the drag waits for no chart. */
const LEAST_BETWEEN_MS = 120

interface PlotFrameProps {
  /** What the chart shows, in a sentence. */
  label: string
  height: number
  /** The chart in a width in pixels. As long as it is the same function, nothing is drawn anew. */
  draw: (width: number) => PlotOptions
}

/** A chart that is as wide as there is room, drawn anew when that changes. */
export function PlotFrame({ label, height, draw }: PlotFrameProps) {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)))
    observer.observe(place.current!)
    return () => observer.disconnect()
  }, [])
  const drawnAt = useRef(Number.NEGATIVE_INFINITY)
  useLayoutEffect(() => {
    if (width === 0) return undefined
    const drawNow = () => {
      drawnAt.current = performance.now()
      const chart = plot({ ...draw(width), width, height })
      // The sentence says what the whole shows; the names that Plot gives to its marks say nothing more.
      chart.querySelectorAll('[aria-label]').forEach((mark) => mark.removeAttribute('aria-label'))
      place.current!.replaceChildren(chart)
    }
    const wait = drawnAt.current + LEAST_BETWEEN_MS - performance.now()
    if (wait <= 0) {
      drawNow()
      return undefined
    }
    const timer = setTimeout(drawNow, wait)
    return () => clearTimeout(timer)
  }, [draw, width, height])
  return <div ref={place} className="plot-frame" role="img" aria-label={label} style={{ minHeight: height }} />
}
