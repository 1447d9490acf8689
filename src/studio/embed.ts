import { embedQuery, type Permit } from '../state/edition.ts'

/** The heights that a frame can be asked to have, in CSS pixels. */
export const EMBED_HEIGHTS = { least: 320, most: 1600, usual: 720 }

/** The address of an embed: the page, what its readers may change, and what is chosen. */
export function embedAddress(page: string, permits: ReadonlySet<Permit>): string {
  const url = new URL(page)
  url.search = embedQuery(permits)
  // Written so, a comma stays one: the query is read by people too.
  return url.href.replaceAll('%2C', ',')
}

/**
 * The HTML that puts an embed into a page, as wide as its place there.
 * @param height in CSS pixels
 * @param title what the frame is called by those who listen to the page
 */
export function embedSnippet(address: string, height: number, title: string): string {
  return [
    `<iframe src="${attribute(address)}"`,
    `  title="${attribute(title)}"`,
    `  width="100%" height="${Math.round(height)}" style="border: 0" loading="lazy"></iframe>`,
  ].join('\n')
}

function attribute(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\s+/g, ' ')
}
