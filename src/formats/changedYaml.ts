import { Document, isScalar, isSeq, Scalar, visit } from 'yaml'
import { sayInEnglish } from '../language/messages.ts'
import type { Actor, Dataset, Initiative, Source } from '../model/schema.ts'
import { netChanges, type Change, type EditableKind } from './changes.ts'
import { changeInWords } from './changeWords.ts'
import { tidied } from './editedEntry.ts'

/** Changes as the files of `data/` have them, so that they can be proposed to the keeper of a dataset. */

/** What becomes of one file of a data folder. */
export interface ChangedFile {
  /** Its path in the folder, with `/`. */
  path: string
  /** The changed and the added entries in full, as the file has them. */
  entries: string
  /** The ids of the entries to be taken out. */
  removed: readonly string[]
}

/**
 * What changes come to in the files of a data folder, in order of path. Which file an entry stands in is no part of a
 * dataset; it is the partner's, as the codebook has it ("Files").
 * @param dataset with the changes made in it
 */
export function changedFiles(dataset: Dataset, changes: readonly Change[]): ChangedFile[] {
  const placed = placesOf(dataset, changes)
  const paths = [...new Set(placed.map(({ path }) => path))].sort()
  return paths.map((path) => {
    const own = placed.filter((entry) => entry.path === path).map(({ change }) => change)
    return {
      path,
      entries: own.flatMap(({ kind, after }) => (after ? [entryYaml(kind, after)] : [])).join('\n'),
      removed: own.flatMap(({ id, after }) => (after ? [] : [id])),
    }
  })
}

/**
 * One text with all of it: first what was changed, then a YAML document for each file.
 * @param dataset with the changes made in it
 */
export function writeChangedYaml(dataset: Dataset, changes: readonly Change[]): string {
  const net = netChanges(changes)
  const files = changedFiles(dataset, changes)
  const removed = files.flatMap((file) => file.removed)
  const sources = net.filter(({ kind, before, after }) => kind === 'source' && before !== null && after !== null)
  const head = [
    `Changes to “${dataset.title}”, version ${dataset.version}: ${sayInEnglish(() => net.map(changeInWords).join('. '))}.`,
    ...(removed.length > 0 ? [`Removed: ${removed.join(', ')}.`] : []),
    'Each entry takes the place of the one with its id; one with a new id is added at the end of the file.',
    ...(sources.some(({ after }) => !('supports' in after!))
      ? ['The line "supports" of a source stays as it is where none is given here.']
      : []),
  ]
  const documents = files.map(({ path, entries, removed: gone }) =>
    [`--- # data/${path}`, ...gone.map((id) => `# Take out: ${id}`), entries === '' ? '[]\n' : entries].join('\n'),
  )
  return `${head.map((text) => `# ${text.replace(/\s+/g, ' ')}`).join('\n')}\n${documents.join('\n')}`
}

/** One entry as an item of a list in YAML, in the way of `data/`. */
export function entryYaml(kind: EditableKind, entry: Actor | Initiative | Source): string {
  const document = new Document([tidied(kind, entry)])
  visit(document, {
    Pair: (_, { key, value }) => {
      const name = isScalar(key) ? key.value : null
      // Actors on a side stand on one line.
      if (isSeq(value) && (name === 'from' || name === 'to')) value.flow = true
      if (isScalar(value) && FOLDED.has(String(name))) fold(value)
    },
  })
  return document.toString({ lineWidth: LINE_WIDTH, flowCollectionPadding: false })
}

const LINE_WIDTH = 110
/** The texts that are folded where they are long. */
const FOLDED = new Set(['summary', 'note', 'supports'])
const LONG = 80

function fold(scalar: Scalar): void {
  const { value } = scalar
  if (typeof value === 'string' && value.length > LONG && !value.includes('\n')) scalar.type = Scalar.BLOCK_FOLDED
}

interface Placed {
  change: Change
  path: string
}

function placesOf(dataset: Dataset, changes: readonly Change[]): Placed[] {
  const fileOf = partnerFiles(dataset)
  const ofInitiative = ({ from, to }: Initiative) => fileOf([...from, ...to])
  const net = netChanges(changes)
  return net.map((change): Placed => {
    if (change.kind === 'actor') return { change, path: 'actors.yaml' }
    if (change.kind === 'initiative') {
      return { change, path: `initiatives/${ofInitiative(change.after ?? change.before!)}.yaml` }
    }
    const cites = ({ milestones, magnitudes }: Initiative) =>
      [...milestones, ...(magnitudes ?? [])].some(({ sources }) => sources.includes(change.id))
    const past = net.flatMap((own) => (own.kind === 'initiative' && own.before ? [own.before] : []))
    const citing = dataset.initiatives.find(cites) ?? past.find(cites)
    const isOfSeries = dataset.series.some(({ observations }) =>
      observations.some(({ sources }) => sources.includes(change.id)),
    )
    return { change, path: `sources/${citing ? ofInitiative(citing) : isOfSeries ? 'series' : ELSEWHERE}.yaml` }
  })
}

/** Where stands what belongs to no partner, or to several. */
const ELSEWHERE = 'multilateral'

/**
 * Tells the name of the file for some actors: that of the first core organisation among them, else of the first core state,
 * else of the core organisation that one of them is a member of.
 */
function partnerFiles({ actors, memberships, focus }: Dataset): (ids: readonly string[]) => string {
  const core = actors.filter(({ tier, id }) => tier === 'core' && id !== focus)
  const files = new Map(core.map(({ id, names }) => [id, slug(names.en)]))
  const organisations = new Set(core.filter(({ kind }) => kind === 'organisation').map(({ id }) => id))
  return (ids) => {
    const others = ids.filter((id) => id !== focus)
    const named = others.find((id) => organisations.has(id)) ?? others.find((id) => files.has(id))
    if (named !== undefined) return files.get(named)!
    const joined = core.find(({ id }) =>
      memberships.some((row) => row.organisation === id && row.role === 'member' && others.includes(row.member)),
    )
    return joined ? files.get(joined.id)! : ELSEWHERE
  }
}

function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return plain || ELSEWHERE
}
