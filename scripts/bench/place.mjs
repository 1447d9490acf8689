/** Where a dataset is measured: one page in which it is open, for all parts that want it. */
import { openReady, PATIENCE_MS, inTime } from './measure.mjs'
import { importFile } from './imports.mjs'
import { sentenceOf } from './figures.mjs'

/** After so many actions that did not end, the others are not tried: each may take all the patience there is. */
const MOST_FAILURES = 2

/**
 * @param file the file that the dataset is read from; `null` for Dyad's own
 * @returns a function that hands back the open page, `{ page, context, client }`, the same one each time; `check` throws
 *   where another dataset is open in it by now; `leave` gives it up after a failure, so that the next one is fresh; `close` at
 *   the end
 */
export function placeFor(browser, dyadUrl, file) {
  let opened = null
  let title = ''
  let fault = null
  let failures = 0
  const close = async () => {
    const past = opened
    opened = null
    await past?.context.close()
  }
  const place = async () => {
    if (fault !== null) throw new Error(fault)
    if (opened !== null) return opened
    try {
      const opening = file === null ? openReady(browser, dyadUrl) : importFile(browser, dyadUrl, file)
      opened = await inTime(opening, 'The open dataset', 3 * PATIENCE_MS)
      opened.page.setDefaultTimeout(PATIENCE_MS)
      title = await opened.page.title()
    } catch (error) {
      fault = `It could not be opened: ${sentenceOf(error)}`
      throw new Error(fault, { cause: error })
    }
    return opened
  }
  // What the browser does not keep is gone with the next change of the hash, and Dyad's own dataset is there in its place.
  place.check = async () => {
    if (opened !== null && (await inTime(opened.page.title(), 'The title of the page')) !== title) {
      fault = 'The dataset was not kept in the browser, and Dyad opened its own in its place.'
      throw new Error(fault)
    }
  }
  place.close = close
  place.leave = async () => {
    if (fault === null && ++failures === MOST_FAILURES) fault = `Not tried, after ${MOST_FAILURES} that failed.`
    await close()
  }
  return place
}
