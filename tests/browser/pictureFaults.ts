import type { Page } from 'playwright-core'

/**
 * What is wrong with a picture as a browser draws it, in words: texts that lie on each other, reach out of the picture, are
 * cut by a clip, covered by a shape or wider than the box behind them; shapes that reach out of the picture; and references
 * to anything outside the file.
 * @param page an empty one; the picture is put into it
 */
export function pictureFaults(page: Page, svg: string): Promise<string[]> {
  return page.evaluate((text) => {
    document.body.innerHTML = text
    const root = document.querySelector('svg')!
    const whole = root.getBoundingClientRect()
    const faults: string[] = []
    interface Box {
      left: number
      right: number
      top: number
      bottom: number
    }
    const reachesOut = (own: Box, of: Box, by: number) =>
      own.left < of.left - by || own.right > of.right + by || own.top < of.top - by || own.bottom > of.bottom + by
    const told = ({ left, right, top, bottom }: Box) =>
      `${[left - whole.left, top - whole.top, right - whole.left, bottom - whole.top].map(Math.round).join(' ')}`

    /**
     * The box of a shape with its stroke. Firefox takes ends and corners of a stroke for as far as any could reach: there it is that
     * of the shape alone.
     */
    const boundsOf = (shape: SVGGraphicsElement): Box & { width: number; height: number } => {
      if (!navigator.userAgent.includes('Firefox')) return shape.getBoundingClientRect()
      const { x, y, width, height } = shape.getBBox()
      const matrix = shape.getScreenCTM()!
      const [from, to] = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)].map((p) => p.matrixTransform(matrix))
      const [left, right] = [Math.min(from!.x, to!.x), Math.max(from!.x, to!.x)]
      const [top, bottom] = [Math.min(from!.y, to!.y), Math.max(from!.y, to!.y)]
      return { left, right, top, bottom, width: right - left, height: bottom - top }
    }
    /** The box of a line of letters, from the top of its capitals to the foot of a g. */
    const boxOf = (line: SVGTextContentElement): Box => {
      const size = parseFloat(getComputedStyle(line).fontSize)
      const start = line.getStartPositionOfChar(0)
      const [left, right] = [start.x, start.x + line.getComputedTextLength()]
      const [top, bottom] = [start.y - 0.73 * size, start.y + 0.21 * size]
      const matrix = line.getScreenCTM()!
      const corners = [left, right].flatMap((x) => [top, bottom].map((y) => new DOMPoint(x, y).matrixTransform(matrix)))
      const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
      return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
    }
    const lines = [...root.querySelectorAll('text')].flatMap((own) => {
      const spans = [...own.querySelectorAll('tspan')].filter((span) => span.hasAttribute('x'))
      return (spans.length > 0 ? spans : [own]).flatMap((line) =>
        line.textContent.trim() === '' ? [] : [{ own, words: line.textContent, box: boxOf(line) }],
      )
    })
    const surfaces = [...root.querySelectorAll('rect, circle')]
      .filter(
        (own) => !own.closest('clipPath, defs, svg svg') && !/^(none|transparent)$/.test(getComputedStyle(own).fill),
      )
      .map((own) => ({ own, box: own.getBoundingClientRect() }))
    const overlapOf = (one: Box, other: Box) =>
      Math.min(
        Math.min(one.right, other.right) - Math.max(one.left, other.left),
        Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
      )
    const isInCircle = (own: Box, circle: Box) => {
      const [x, y, r] = [
        (circle.left + circle.right) / 2,
        (circle.top + circle.bottom) / 2,
        (circle.right - circle.left) / 2,
      ]
      const nearest = [Math.max(own.left, Math.min(x, own.right)), Math.max(own.top, Math.min(y, own.bottom))]
      return Math.hypot(nearest[0]! - x, nearest[1]! - y) < r - 0.5
    }
    for (const [i, { own, words, box }] of lines.entries()) {
      for (const surface of surfaces) {
        const isOver = own.compareDocumentPosition(surface.own) & Node.DOCUMENT_POSITION_FOLLOWING
        if (
          isOver &&
          overlapOf(box, surface.box) > 0.5 &&
          (surface.own.tagName === 'rect' || isInCircle(box, surface.box))
        )
          faults.push(`text covered: ${words} (${told(box)})`)
      }
      if (reachesOut(box, whole, 0.5)) faults.push(`text outside: ${words} (${told(box)})`)
      const clip = own.closest('[clip-path]')
      const clipped = clip && document.querySelector(`#${/#([^)"]+)/.exec(clip.getAttribute('clip-path')!)![1]} > rect`)
      if (clipped) {
        // By its attributes: what only clips has no box of its own in every browser.
        const [x, y, width, height] = (['x', 'y', 'width', 'height'] as const).map(
          (name) => (clipped as SVGRectElement)[name].baseVal.value,
        ) as [number, number, number, number]
        const matrix = (clip as SVGGraphicsElement).getScreenCTM()!
        const [from, to] = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)].map((p) =>
          p.matrixTransform(matrix),
        )
        if (reachesOut(box, { left: from!.x, top: from!.y, right: to!.x, bottom: to!.y }, 0.5)) {
          faults.push(`text cut: ${words} (${told(box)})`)
        }
      }
      // What is drawn directly before a text, and has its middle in it, is the box that it stands in.
      const before = own.previousElementSibling
      if (before?.tagName === 'rect' && before.getAttribute('fill') !== 'none') {
        const behind = before.getBoundingClientRect()
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
        const isIn = x > behind.left && x < behind.right && y > behind.top && y < behind.bottom
        if (isIn && (box.left < behind.left - 0.5 || box.right > behind.right + 0.5)) {
          faults.push(`text wider than its box: ${words} (${told(box)})`)
        }
      }
      for (const other of lines.slice(i + 1)) {
        if (overlapOf(box, other.box) > 0.5) {
          faults.push(`overlap: ${words} / ${other.words} (${told(box)} / ${told(other.box)})`)
        }
      }
    }
    for (const shape of root.querySelectorAll<SVGGraphicsElement>('path, rect, circle, line, ellipse, polygon')) {
      if (shape.closest('defs, clipPath, [clip-path], svg svg')) continue
      const own = boundsOf(shape)
      if (own.width + own.height > 0 && reachesOut(own, whole, 1)) {
        faults.push(
          `${shape.tagName} outside (${told(own)}${shape.closest('g[id]') ? `, ${shape.closest('g[id]')!.id}` : ''})`,
        )
      }
    }
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id)
    for (const id of new Set(ids.filter((own, i) => ids.indexOf(own) !== i))) faults.push(`id twice: ${id}`)
    for (const element of root.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/(^|:)href$/.test(name) && !/^(#|data:)/.test(value)) faults.push(`reference: ${name}="${value}"`)
        for (const [, target] of value.matchAll(/url\((?:"|')?([^)"']*)/g)) {
          if (!target!.startsWith('#')) faults.push(`reference: ${name}="${value}"`)
          else if (!ids.includes(target!.slice(1))) faults.push(`reference to nothing: ${value}`)
        }
      }
      if (/^(image|foreignObject|script|style)$/.test(element.tagName)) faults.push(`element: ${element.tagName}`)
    }
    return [...new Set(faults)]
  }, svg)
}
