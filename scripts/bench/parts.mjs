/** The parts of the bench: what each measures, of which datasets, with which bars. */
import * as actions from './actions.mjs'
import { BARS, BY_SIZE } from './bars.mjs'
import { ownChanges } from './changing.mjs'
import { measureExports } from './exports.mjs'
import { failure, figure, measureFairly, sentenceOf } from './figures.mjs'
import { measurePanning, measurePlaying, measureZooming } from './frames.mjs'
import { measureImports, reopen } from './imports.mjs'
import { inTime, measureLoad, measureMemory, measureMemoryOf } from './measure.mjs'
import { measurePictures, PICTURE } from './pictures.mjs'
import { median } from './statistics.mjs'

export const SLOWDOWN = 4
const PLAYED_SECONDS = 8
/** The speed that the date is first played with is a year a second. */
const PLAYED_MONTHS = PLAYED_SECONDS * 12
const MOVED_SECONDS = 4
const PICTURES = 9
const EXPORTS = 3
const LAYOUTS = { force: 'Force layout', concentric: 'Concentric by strength', kind: 'Grouped by kind' }
const VIEWS = ['Map', 'Timeline', 'Matrix', 'Table', 'Ledger', 'Compare', 'Measures']

/** The first load, beside the bare page with the same elements. */
async function load({ browser, dyadUrl, bareUrl, runs }) {
  const [ours, theirs] = [[], []]
  // In turns, since the machine drifts.
  for (let i = 0; i < runs; i++) {
    ours.push(await measureLoad(browser, dyadUrl, SLOWDOWN))
    theirs.push(await measureLoad(browser, bareUrl, SLOWDOWN))
  }
  const [dyad, bare] = [ours, theirs].map((list) => (field) => median(list.map((own) => own[field])))
  const [memory, bareMemory] = [await measureMemoryOf(browser, dyadUrl), await measureMemoryOf(browser, bareUrl)]
  return [
    figure('load.bytes', 'bytes until painted', dyad('bytes'), 'bytes', {
      bare: bare('bytes'),
      bar: BARS.bytes,
    }),
    figure('load.all', 'bytes of all that the page asks for by itself', dyad('all'), 'bytes', {
      bare: bare('all'),
      bar: BARS.bytesInAll,
      detail: [{ label: 'texts among them, asked for once it is painted', value: dyad('texts'), unit: 'bytes' }],
    }),
    figure('load.requests', 'requests until painted', dyad('requests'), 'count', { bare: bare('requests') }),
    figure('load.ms', `graph painted, CPU ${SLOWDOWN}x slowed`, dyad('ms'), 'ms', { bare: bare('ms') }),
    figure('load.ratio', 'that beside the bare page', dyad('ms') / bare('ms'), 'times', {
      bare: 1,
      bar: BARS.loadRatio,
    }),
    memoryFigure('load.memory', 'memory once all is there', memory, { bare: bareMemory.bytes }),
  ]
}

function memoryFigure(id, label, { bytes, objects, buffers }, more = {}) {
  const detail = [
    { label: 'objects', value: objects, unit: 'bytes' },
    { label: 'buffers', value: buffers, unit: 'bytes' },
  ]
  return figure(id, label, bytes, 'bytes', { ...more, detail })
}

/** From a chosen file to its painted graph. */
async function imports({ browser, dyadUrl, size, file }) {
  const { imports: times } = size
  const all = await measureImports(browser, dyadUrl, file, times)
  const middle = (of) => median(all.map(of))
  return [
    figure(
      'import.ms',
      `file to graph, median of ${times}`,
      middle(({ read, opened }) => read + opened),
      'ms',
      {
        bar: BY_SIZE[size.id].import,
        detail: [
          { label: 'chosen until what was read is shown', value: middle(({ read }) => read), unit: 'ms' },
          { label: 'Open until its graph is painted', value: middle(({ opened }) => opened), unit: 'ms' },
          { label: 'memory of the page after it', value: middle(({ memory }) => memory.bytes), unit: 'bytes' },
        ],
      },
    ),
  ]
}

/** The dataset again, from what the browser keeps, and the memory that it takes. */
async function reopened({ place, size }) {
  const again = await reopen(await place())
  try {
    const memory = await measureMemory(again.client)
    return [
      figure('reopen.ms', 'navigation to painted graph', again.ms, 'ms', { bar: BY_SIZE[size.id].reopen }),
      memoryFigure('reopen.memory', 'memory of the page then', memory, { bar: BY_SIZE[size.id].memory }),
    ]
  } finally {
    await again.page.close()
  }
}

/** The figures of an action, with those of the bare page where that was measured too. */
function actionFigures(id, label, times, { bar, block, bare, most }) {
  const own = actions.summaryOf(times)
  const other = bare && actions.summaryOf(bare)
  const figures = [
    figure(id, label, own.median, 'ms', {
      bar,
      bare: other?.median,
      p95: own.p95,
      work: own.work,
      times: own.times,
    }),
  ]
  if (other) {
    const ratio = own.median / other.median
    figures.push(figure(`${id}.ratio`, '  beside the bare page', ratio, 'times', { bare: 1, bar: BARS.changeRatio }))
  }
  if (block !== undefined || own.block > 0) {
    figures.push(figure(`${id}.block`, '  longest block', own.block, 'ms', { bar: block }))
  }
  if (own.touched !== undefined) {
    figures.push(figure(`${id}.touched`, '  initiatives touched', own.touched, 'count', { bar: most }))
  }
  return figures
}

/**
 * The figures of one action, or why there are none.
 * @param prepare hands back the action, `null` where the dataset has no such choice: then there are no figures
 */
async function tried({ place, size }, id, label, wish, prepare, more = {}) {
  try {
    return await measureFairly(async () => {
      const { page } = await place()
      const action = await inTime(prepare(page), 'The beginning of the action')
      if (action === null) return []
      const { first, results } = await actions.timesOf(page, wish, action, size.actions)
      await place.check()
      const figures = actionFigures(id, label, results, { ...more, bare: await more.bare?.() })
      if (more.tellsFirst) figures.push(figure(`${id}.first`, '  the first time', first.duration, 'ms'))
      return figures
    })
  } catch (error) {
    // Whatever the page is in now, the next action is to find a fresh one.
    await place.leave()
    return [failure(id, label, sentenceOf(error))]
  }
}

/** Every kind of filter; beside the bare page where that hides and shows the same. */
async function filters(around) {
  const { size, changing } = around
  const { change: bar, block } = BY_SIZE[size.id]
  const figures = []
  for (const { id, label, prepare } of actions.FILTERS) {
    const own = changing?.filters[id]
    const back = own && { hide: own.show, show: own.hide }
    const bare = own && (() => around.changeBare((i) => (i % 2 === 0 ? own : back), size.actions))
    const fresh = async (page) => {
      await actions.startFrom(page)
      return prepare(page)
    }
    figures.push(...(await tried(around, `filter.${id}`, label, 'selection', fresh, { bar, block, bare })))
  }
  return figures
}

/** The as-of date, a month on, or a year where the dataset has no months. */
async function asOf(around) {
  const { size, changing } = around
  const { change: bar, block } = BY_SIZE[size.id]
  const first = changing?.steps[0]
  const bare =
    changing &&
    (async () => {
      await around.changeBare(() => first, 0)
      return around.changeBare((i) => changing.steps[i + 1] ?? { hide: [], show: [] }, size.actions)
    })
  const most = size.step === 'month' ? mostTouched(around, size.actions + 1) : undefined
  return tried(around, 'asof', `a ${size.step} on`, 'selection', actions.step(size.step), { bar, block, bare, most })
}

/** All else that a person does, by the action: from a fresh start each. */
function others(kinds) {
  return async (around) => {
    const { other: bar } = BY_SIZE[around.size.id]
    const figures = []
    for (const { id, label, wish, prepare, tellsFirst } of kinds) {
      const fresh = async (page) => {
        await actions.startFrom(page)
        return prepare(page)
      }
      figures.push(...(await tried(around, id, label, wish, fresh, { bar, tellsFirst })))
    }
    return figures
  }
}

const LAID_OUT = Object.entries(LAYOUTS).map(([id, name]) => ({
  id: `layout.${id}`,
  label: `${name.toLowerCase()} and back`,
  wish: 'layout',
  prepare: actions.layout(name),
}))
const VIEWED = VIEWS.map((name) => ({
  id: `view.${name.toLowerCase()}`,
  label: name,
  wish: 'view',
  prepare: actions.view(name),
  // Its script is fetched then, and all of it made.
  tellsFirst: true,
}))
const FOLLOWED = VIEWS.map((name) => ({
  id: `followed.${name.toLowerCase()}`,
  label: name,
  wish: 'selection',
  prepare: actions.outcomeIn(name),
}))
const DETAILED = ['dyad', 'actor'].map((kind) => ({
  id: `details.${kind}`,
  label: `of ${kind === 'actor' ? 'an' : 'a'} ${kind}`,
  wish: 'details',
  prepare: actions.openDetails(kind),
}))

/** How many initiatives a step to the end of the next month may touch: as many as change in it, at the median of some months. */
function mostTouched({ size, initiatives }, months) {
  return size.id === '300' ? ownChanges(actions.STEPS_FROM, months) : Math.ceil(initiatives * BARS.touchedShare)
}

/** The as-of date as it is played. */
async function playing({ place, size, initiatives }) {
  const { page } = await place()
  const { perSecond, touched } = await measurePlaying(page, PLAYED_SECONDS)
  const frames = size.id === '300' ? { bar: BARS.framesPerSecond, isLeast: true } : {}
  const figures = [figure('play', 'frames', perSecond, 'per second', frames)]
  if (touched !== undefined) {
    const bar = mostTouched({ size, initiatives }, PLAYED_MONTHS)
    figures.push(figure('play.touched', '  initiatives touched in a frame', touched, 'count', { bar }))
  }
  return figures
}

async function moving({ place, size }) {
  const { page } = await place()
  const bar = size.id === '300' ? { bar: BARS.framesPerSecond, isLeast: true } : {}
  return [
    figure('pan', 'panning, frames', await measurePanning(page, MOVED_SECONDS), 'per second', bar),
    figure('zoom', 'zooming, frames', await measureZooming(page, MOVED_SECONDS), 'per second', bar),
  ]
}

async function pictures({ browser, dyadUrl, pictureUrl }) {
  const { cold, ...times } = await measurePictures(browser, dyadUrl, pictureUrl, PICTURES)
  const [svg, png, bare] = [times.svg, times.png, times.bare].map(median)
  return [
    figure('picture.svg', 'SVG of the default view', svg, 'ms', {
      bar: BARS.svgMs,
      detail: [{ label: 'the first after the studio opens', value: cold, unit: 'ms' }],
    }),
    figure('picture.png', `PNG of it at ${PICTURE.scale}x, saved`, png, 'ms', { bare, bar: BARS.pngMs }),
    figure('picture.ratio', '  beside the bare page', png / bare, 'times', { bare: 1 }),
  ]
}

async function exports({ place }) {
  const times = await measureExports((await place()).page, EXPORTS)
  return [figure('export.json', `everything as Dyad's JSON, median of ${EXPORTS}`, median(times), 'ms')]
}

const OWN = ['300']
const READ_FROM_FILES = ['29k', '100k', '1m']
const ALL = [...OWN, ...READ_FROM_FILES]

/** In the order in which they are measured. `measure` hands back figures. */
export const PARTS = [
  { id: 'load', title: 'first load', sizes: OWN, measure: load },
  { id: 'import', title: 'import', sizes: READ_FROM_FILES, measure: imports },
  { id: 'reopen', title: 'from what the browser keeps', sizes: READ_FROM_FILES, measure: reopened },
  { id: 'filters', title: 'filter, from the input to the painted frame', sizes: ALL, measure: filters },
  { id: 'asof', title: 'as-of date, from the input to the painted frame', sizes: ALL, measure: asOf },
  { id: 'play', title: 'as-of date played', sizes: ALL, measure: playing },
  {
    id: 'focus',
    title: 'focus, from the input to the painted frame',
    sizes: ALL,
    measure: others([{ id: 'focus', label: 'another and back', wish: 'focus', prepare: actions.focus }]),
  },
  { id: 'layout', title: 'layout, from the input to the painted frame', sizes: ALL, measure: others(LAID_OUT) },
  { id: 'views', title: 'view, from the input to the painted frame', sizes: ALL, measure: others(VIEWED) },
  {
    id: 'followed',
    title: 'an outcome with another view open, from the input to the painted frame',
    sizes: READ_FROM_FILES,
    measure: others(FOLLOWED),
  },
  {
    id: 'search',
    title: 'search, from the input to the painted frame',
    sizes: ALL,
    measure: others([{ id: 'search', label: 'a letter', wish: 'search', prepare: actions.search }]),
  },
  { id: 'details', title: 'Details, from the input to the painted frame', sizes: ALL, measure: others(DETAILED) },
  { id: 'move', title: 'pan and zoom', sizes: ALL, measure: moving },
  { id: 'pictures', title: 'pictures', sizes: OWN, measure: pictures },
  { id: 'export', title: 'export', sizes: ALL, measure: exports },
]
