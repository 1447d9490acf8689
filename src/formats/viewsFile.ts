import { msg, t, type Message } from '../language/messages.ts'
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
  const wrongKind = (kind: string) => nothing(t('This is no file of saved views: {kind}.', { kind }))
  if (text.trim() === '') return nothing(t('The file is empty.'))
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return wrongKind(kindOfText(text))
  }
  if (!isObject(file) || file.format !== VIEWS_FORMAT) return wrongKind(kindOfJson(file))
  const { views, dataset } = file
  if (!Array.isArray(views)) return nothing(t('The file holds no list of views.'))
  if (views.length > MOST_VIEWS) {
    return nothing(
      t(
        'The file holds {count, plural, one {{count} view} other {{count} views}} and at most {most, number} can be kept, so none was taken.',
        { count: views.length, most: MOST_VIEWS },
      ),
    )
  }
  const faults: string[] = []
  return {
    views: views.flatMap((view, i) => readView(view, i + 1, faults) ?? []),
    faults,
    dataset: isObject(dataset) && typeof dataset.title === 'string' ? oneLine(dataset.title) : null,
  }
}

const LEFT_OUT = {
  shape: msg('View {number} was left out: it is no object with a name and a hash.'),
  name: msg('View {number} was left out: it has no name.'),
  hash: msg('View {number} was left out: it has no hash.'),
  sentence: msg('View {number} was left out: its sentence is no text.'),
  length: msg('View {number} was left out: its hash is longer than {most, number} characters.'),
}
const CUT = {
  name: msg('View {number}: its name was cut to {most, number} characters.'),
  sentence: msg('View {number}: its sentence was cut to {most, number} characters.'),
}

function readView(view: unknown, number: number, faults: string[]): NamedView | null {
  const leftOut = (why: Message): null => {
    faults.push(t(why, { number, most: VIEW_LIMITS.hash }))
    return null
  }
  if (!isObject(view)) return leftOut(LEFT_OUT.shape)
  const { name, sentence = '', hash } = view
  if (typeof name !== 'string' || oneLine(name) === '') return leftOut(LEFT_OUT.name)
  if (typeof hash !== 'string') return leftOut(LEFT_OUT.hash)
  if (typeof sentence !== 'string') return leftOut(LEFT_OUT.sentence)
  if (hash.length > VIEW_LIMITS.hash) return leftOut(LEFT_OUT.length)
  const cut = (part: 'name' | 'sentence', words: string) => {
    const most = VIEW_LIMITS[part]
    if (words.length > most) faults.push(t(CUT[part], { number, most }))
    return words.slice(0, most)
  }
  return {
    name: cut('name', oneLine(name)),
    sentence: cut('sentence', oneLine(sentence)),
    hash: hash.replace(/^#/, ''),
  }
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
  if (/^.?PNG/.test(start)) return t('it seems to be a picture (PNG)')
  if (start.startsWith('%PDF')) return t('it seems to be a PDF')
  if (start.startsWith('PK')) return t('it seems to be a packed file, such as a spreadsheet')
  if (/^<svg|^<\?xml[^>]*>\s*<svg/i.test(start)) return t('it seems to be a picture (SVG)')
  if (/^<(!doctype html|html)/i.test(start)) return t('it seems to be a web page')
  if (start.startsWith('<')) return t('it seems to be XML')
  if (start.startsWith('{') || start.startsWith('[')) return t('it seems to be JSON with a fault in it')
  if (/^[^\n]*[,;\t][^\n]*\n/.test(start)) return t('it seems to be a table (CSV)')
  return t('it seems to be a text')
}

function kindOfJson(value: unknown): string {
  if (Array.isArray(value)) return t('it seems to be a list (JSON)')
  if (!isObject(value)) return t('it seems to be a single value (JSON)')
  const { format, type } = value
  if (format === 'dyad/1') return t('it seems to be a dataset (dyad/1)')
  if (typeof format === 'string') {
    return t('it seems to be a file of the format “{format}”', { format: oneLine(format).slice(0, 40) })
  }
  if (type === 'FeatureCollection' || type === 'Topology') return t('it seems to be a map (GeoJSON or TopoJSON)')
  return t('it seems to be other JSON')
}
