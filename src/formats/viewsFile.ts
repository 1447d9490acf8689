import { VIEW_LIMITS, type NamedView } from '../model/view.ts'

/** Saved views as a file, `dyad-views.json`. What comes from a file is checked in all its parts, and is text alone. */

export const VIEWS_FORMAT = 'dyad-views/1'
/** So many views can be kept at once. */
export const MOST_VIEWS = 200
/** A file of the most and longest views is smaller than this, in bytes. */
export const MOST_BYTES = 4_000_000

/** What a file gave: its views, as far as they could be read, and a sentence for each that could not or was mended. */
export interface ReadViews {
  views: NamedView[]
  faults: string[]
  /** The dataset that they were made for; `null` where it is not said. */
  dataset: string | null
}

/** Writes views with the dataset that they belong to. */
export function writeViewsFile(dataset: { title: string; version: string }, views: readonly NamedView[]): string {
  const own = views.map(({ name, sentence, hash }) => ({ name, sentence, hash }))
  const { title, version } = dataset
  return `${JSON.stringify({ format: VIEWS_FORMAT, dataset: { title, version }, views: own }, null, 2)}\n`
}

/** Reads a file of views. Never throws: what makes no sense is left out and said. */
export function readViewsFile(text: string): ReadViews {
  const nothing = (fault: string): ReadViews => ({ views: [], faults: [fault], dataset: null })
  const wrongKind = (what: string) => nothing(`This is no file of saved views: it seems to be ${what}.`)
  if (text.trim() === '') return nothing('The file is empty.')
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return wrongKind(kindOfText(text))
  }
  if (!isObject(file) || file.format !== VIEWS_FORMAT) return wrongKind(kindOfJson(file))
  const { views, dataset } = file
  if (!Array.isArray(views)) return nothing('The file holds no list of views.')
  if (views.length > MOST_VIEWS) {
    return nothing(`The file holds ${views.length} views and at most ${MOST_VIEWS} can be kept, so none was taken.`)
  }
  const faults: string[] = []
  return {
    views: views.flatMap((view, i) => readView(view, `View ${i + 1}`, faults) ?? []),
    faults,
    dataset: isObject(dataset) && typeof dataset.title === 'string' ? oneLine(dataset.title) : null,
  }
}

function readView(view: unknown, called: string, faults: string[]): NamedView | null {
  if (!isObject(view)) return leftOut(`${called} was left out: it is no object with a name and a hash.`, faults)
  const { name, sentence = '', hash } = view
  if (typeof name !== 'string' || oneLine(name) === '')
    return leftOut(`${called} was left out: it has no name.`, faults)
  if (typeof hash !== 'string') return leftOut(`${called} was left out: it has no hash.`, faults)
  if (typeof sentence !== 'string') return leftOut(`${called} was left out: its sentence is no text.`, faults)
  if (hash.length > VIEW_LIMITS.hash)
    return leftOut(`${called} was left out: its hash is longer than ${VIEW_LIMITS.hash} characters.`, faults)
  const cut = (part: 'name' | 'sentence', words: string) => {
    const most = VIEW_LIMITS[part]
    if (words.length > most) faults.push(`${called}: its ${part} was cut to ${most} characters.`)
    return words.slice(0, most)
  }
  return {
    name: cut('name', oneLine(name)),
    sentence: cut('sentence', oneLine(sentence)),
    hash: hash.replace(/^#/, ''),
  }
}

function leftOut(fault: string, faults: string[]): null {
  faults.push(fault)
  return null
}

/** Words on one line, without signs that cannot be seen or that turn the direction of others. */
export function oneLine(words: string): string {
  return words
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function kindOfText(text: string): string {
  const start = text.trimStart().slice(0, 200)
  if (/^.?PNG/.test(start)) return 'a picture (PNG)'
  if (start.startsWith('%PDF')) return 'a PDF'
  if (start.startsWith('PK')) return 'a packed file, such as a spreadsheet'
  if (/^<svg|^<\?xml[^>]*>\s*<svg/i.test(start)) return 'a picture (SVG)'
  if (/^<(!doctype html|html)/i.test(start)) return 'a web page'
  if (start.startsWith('<')) return 'XML'
  if (start.startsWith('{') || start.startsWith('[')) return 'JSON with a fault in it'
  if (/^[^\n]*[,;\t][^\n]*\n/.test(start)) return 'a table (CSV)'
  return 'a text'
}

function kindOfJson(value: unknown): string {
  if (Array.isArray(value)) return 'a list (JSON)'
  if (!isObject(value)) return 'a single value (JSON)'
  const { format, type } = value
  if (format === 'dyad/1') return 'a dataset (dyad/1)'
  if (typeof format === 'string') return `a file of the format “${oneLine(format).slice(0, 40)}”`
  if (type === 'FeatureCollection' || type === 'Topology') return 'a map (GeoJSON or TopoJSON)'
  return 'other JSON'
}
