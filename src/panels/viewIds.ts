import type { View } from '../state/choices.ts'

/** The id of a view's tab in the page. */
export function tabId(view: View): string {
  return `tab-${view}`
}

/** The id of the place of a view in the page. */
export function panelId(view: View): string {
  return `view-${view}`
}
