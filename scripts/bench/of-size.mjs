/** Measures all parts with one dataset. */
import { STEPS_FROM, timesOf } from './actions.mjs'
import { failure, measureFairly, sentenceOf } from './figures.mjs'
import { openPage, paintedAt } from './measure.mjs'
import { PICTURE } from './pictures.mjs'
import { placeFor } from './place.mjs'

/** What the bare page shows and hides is only worked out for this one: larger ones draw as many links. */
const BESIDE_BARE = '29k'

/** Parts that are measured once more by themselves, action by action. */
const FAIR_BY_THEMSELVES = ['filters', 'asof', 'focus', 'layout', 'views', 'search', 'details']

/** @returns `{ id, initiatives, groups }`: a group of figures for each part */
export async function measureSize(size, { browser, dyadUrl, bareUrl, bare, canvas, runs, parts, folder, say }) {
  const own = parts.filter(({ sizes }) => sizes.includes(size.id))
  if (own.length === 0) return { id: size.id, initiatives: 0, groups: [] }
  say(`${size.title} ...`)
  const file = size.write === null ? null : await size.write(folder)
  const needsBare = size.id === BESIDE_BARE && own.some(({ id }) => id === 'filters' || id === 'asof')
  const changing = needsBare ? await bare.addFile(size.id, file, STEPS_FROM, size.step, size.actions + 1) : null
  const initiatives = changing?.initiatives ?? size.initiatives ?? bare.initiatives
  const place = placeFor(browser, dyadUrl, file)
  const sized = (more) => `${bareUrl}?${new URLSearchParams({ ...canvas, ...more })}`
  const around = {
    browser,
    dyadUrl,
    bareUrl: sized({}),
    pictureUrl: sized({ width: PICTURE.width, height: PICTURE.height }),
    runs,
    size,
    file,
    place,
    changing,
    initiatives,
    changeBare: null,
  }
  const bareOpened = changing && (await openPage(browser))
  if (bareOpened) {
    await paintedAt(bareOpened.page, sized({ elements: size.id }))
    around.changeBare = (changeOf, times) => changeBare(bareOpened.page, canvas, changeOf, times)
  }
  const groups = []
  try {
    for (const part of own) {
      say(`  ${part.title} ...`)
      groups.push({
        size: size.id,
        part: part.id,
        title: `${size.title}: ${part.title}`,
        figures: await figuresOf(part, around),
      })
    }
  } finally {
    await place.close()
    await bareOpened?.context.close()
  }
  return { id: size.id, initiatives, groups }
}

/** The figures of a part; one that says why there are none, where it failed. */
async function figuresOf(part, around) {
  try {
    if (FAIR_BY_THEMSELVES.includes(part.id)) return await part.measure(around)
    return await measureFairly(async () => {
      const figures = await part.measure(around)
      await around.place.check()
      return figures
    })
  } catch (error) {
    await around.place.leave()
    return [failure(part.id, part.title, sentenceOf(error))]
  }
}

/** Has the bare page hide and show things again and again, see `timesOf`. */
async function changeBare(page, { width, height }, changeOf, times) {
  const action = {
    before: (i) => page.evaluate((change) => Object.assign(window, { change }), changeOf(i)),
    act: () => page.mouse.click(width / 2, height / 2),
  }
  return (await timesOf(page, 'selection', action, times)).results
}
