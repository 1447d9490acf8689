import { element } from './xml.ts'

/** The root element of a flag's SVG, with its attributes and what is in it. */
const ROOT = /<svg\b([^>]*)>([\s\S]*)<\/svg\s*>/i
const VIEW_BOX = /\bviewBox="\s*([-\d.]+)[\s,]+([-\d.]+)[\s,]+([-\d.]+)[\s,]+([-\d.]+)\s*"/

/**
 * The art of a flag as a circle, for use inside another SVG.
 *
 * @param svg the text of a square flag, as flag-icons has it
 * @param prefix put before every id in it, so that two flags in one picture never share one
 * @returns `null` where the text is no SVG with a view box
 */
export function roundFlag(svg: string, x: number, y: number, radius: number, prefix: string): string | null {
  const root = ROOT.exec(svg)
  const box = root && VIEW_BOX.exec(root[1]!)
  if (!root || !box) return null
  const [left, top, width, height] = box.slice(1).map(Number) as [number, number, number, number]
  if (!(width > 0 && height > 0)) return null
  const scale = (2 * radius) / Math.min(width, height)
  const clip = `${prefix}circle`
  return [
    element('clipPath', { id: clip }, element('circle', { cx: x, cy: y, r: radius })),
    element(
      'g',
      { 'clip-path': `url(#${clip})` },
      element(
        'g',
        {
          // Not rounded to two decimals: flags are drawn 512 units wide.
          transform: `translate(${fine(x - (left + width / 2) * scale)} ${fine(y - (top + height / 2) * scale)}) scale(${fine(scale)})`,
        },
        withPrefixedIds(root[2]!, prefix).replace(/>\s+</g, '><').trim(),
      ),
    ),
  ].join('\n')
}

/** Every id, and every reference to one, with a prefix. */
function withPrefixedIds(art: string, prefix: string): string {
  return art
    .replace(/(\sid=")([^"]*)"/g, `$1${prefix}$2"`)
    .replace(/(\s(?:xlink:)?href="#)([^"]*)"/g, `$1${prefix}$2"`)
    .replace(/url\((['"]?)#/g, `url($1#${prefix}`)
}

function fine(value: number): string {
  return String(Math.round(value * 100_000) / 100_000 + 0)
}
