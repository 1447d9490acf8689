import { readFileSync, readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/formats/changes.ts'
import { withChanges } from '../../src/formats/changes.ts'
import { entryYaml, writeChangedYaml } from '../../src/formats/changedYaml.ts'
import { fitPatch, misfitInWords, readPatch, writePatch } from '../../src/formats/changesFile.ts'
import { changeInWords, differencesOf } from '../../src/formats/changeWords.ts'
import { readDataFolder } from '../../src/formats/dataFolder.ts'
import { datasetOf } from '../../src/formats/datasetOf.ts'
import { checkEntry, removalFault } from '../../src/formats/editChecks.ts'
import { isSameEntry, tidied } from '../../src/formats/editedEntry.ts'
import { ReadingError } from '../../src/formats/reading.ts'
import { outlineOf, textsOf } from '../../src/model/outline.ts'
import type { Actor, Initiative, Source } from '../../src/model/schema.ts'
import { whole } from '../bundled.ts'
import { bytesOf, smallDataset } from './datasets.ts'

const small = smallDataset()
const pipe = small.initiatives[0]!
const madeAt = '2026-11-28T09:30:00.000Z'

function faultsOf(after: Partial<Initiative>, before: Initiative | null = pipe) {
  const { faults } = checkEntry('initiative', { ...pipe, ...after }, small, { before, isOwn: false })
  return faults.map(({ field, sentence }) => `${field}: ${sentence}`)
}

function changed(after: Partial<Initiative>, before: Initiative = pipe): Change {
  return { kind: 'initiative', id: before.id, before, after: { ...before, ...after }, madeAt }
}

describe('checking an entry that is edited', () => {
  it('finds nothing wrong with what a dataset already has', () => {
    for (const before of whole.initiatives) {
      const checked = checkEntry('initiative', before, whole, { before, isOwn: true })
      expect(checked, before.id).toEqual({ faults: [], advice: [] })
    }
    for (const before of whole.actors) {
      expect(checkEntry('actor', before, whole, { before, isOwn: true }).faults, before.id).toEqual([])
    }
    for (const before of whole.sources) {
      expect(checkEntry('source', before, whole, { before, isOwn: true }).faults, before.id).toEqual([])
    }
  })

  it('names the field, what is wrong and what would be right', () => {
    const [first, second] = pipe.milestones as [Initiative['milestones'][0], Initiative['milestones'][0]]
    expect(faultsOf({ title: '' })).toEqual(['title: This is empty: fill it in.'])
    expect(faultsOf({ milestones: [first, { ...second, date: '2015-02-30' }] })).toEqual([
      'milestones[1].date: "2015-02-30" is no date that exists: write a date of the calendar, or 2015-02 if no more is known.',
    ])
    expect(faultsOf({ milestones: [first, { ...second, date: '5/2015' }] })[0]).toMatch(
      /^milestones\[1\]\.date: "5\/2015" has not the form that is asked for: write YYYY, YYYY-MM or YYYY-MM-DD\.$/,
    )
    expect(faultsOf({ milestones: [second, first] })[0]).toBe(
      'milestones[1].date: 2014-05-21 stands after 2019-12: put the milestones in the order of their dates.',
    )
    expect(faultsOf({ milestones: [{ ...first, stage: 'expired' }, second] })[0]).toMatch(
      /^milestones\[0\]\.stage: A life cannot begin with “expired”: add the step before it, or choose one of /,
    )
    expect(faultsOf({ milestones: [{ ...first, sources: [] }] })).toEqual([
      'milestones[0].sources: No source is named: add at least one.',
    ])
    expect(faultsOf({ milestones: [{ ...first, sources: ['tass-2018'] }] })).toEqual([
      'milestones[0].sources: There is no source "tass-2018", perhaps tass-2019: add it first, or take it out.',
    ])
    expect(faultsOf({ from: ['RUS', 'CHN'] })).toEqual([
      'to: China is on both sides: name each actor on one side only.',
    ])
    expect(faultsOf({ to: ['NOR'] })[0]).toMatch(/^to: Norway is in this dataset for series and memberships only: /)
    expect(faultsOf({ to: ['ABC'] })[0]).toMatch(/^to: There is no actor "ABC": add it first, or take it out\.$/)
    expect(faultsOf({ type: 'arms' })[0]).toBe(
      'subtype: "pipeline" is no subtype of Arms: choose one of Arms transfer, Exercise.',
    )
    expect(faultsOf({}, null)).toEqual([
      'id: There is an initiative "power-of-siberia" already: give this one an id of its own.',
    ])
  })

  it('does not hold against an edit what stood in the dataset before', () => {
    const odd = { ...pipe, milestones: [{ ...pipe.milestones[0]!, stage: 'expired' as const }] }
    expect(faultsOf({ ...odd, title: 'Another title' }, odd)).toEqual([])
  })

  it('tells what Dyad’s own data asks for beyond the schema as advice, for Dyad’s own data only', () => {
    const after = { ...pipe, summary: 'Short.', title: 'x'.repeat(95) }
    const own = checkEntry('initiative', after, small, { before: pipe, isOwn: true })
    expect(own.faults).toEqual([])
    expect(own.advice.map(({ field, sentence }) => `${field}: ${sentence}`)).toEqual([
      'title: For Dyad’s own data: write at most 90 characters.',
      'summary: For Dyad’s own data: write at least 40 characters.',
    ])
    expect(checkEntry('initiative', after, small, { before: pipe, isOwn: false }).advice).toEqual([])
  })

  it('takes no address that is none of the web', () => {
    const source = small.sources[0]!
    // oxlint-disable-next-line no-script-url -- what a hostile person types
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'https://a b', 'https://user:pass@example.org/']) {
      const { faults } = checkEntry('source', { ...source, url }, small, { before: source, isOwn: false })
      expect(faults.map(({ field }) => field)).toEqual(['url'])
    }
  })

  it('tells what still uses an actor or a source that is to be removed', () => {
    expect(removalFault('actor', 'RUS', small)).toMatch(/the dataset opens with this actor in the middle/)
    expect(removalFault('actor', 'CHN', small)).toMatch(
      /still named by “Power of Siberia, "the pipe"”, “-Peace Mission”/,
    )
    expect(removalFault('source', 'gazprom-2014', small)).toMatch(/still cited by “Power of Siberia, "the pipe"”/)
    expect(removalFault('source', 'not-cited', small)).toMatch(/still cited by the memberships/)
    expect(removalFault('initiative', pipe.id, small)).toBe(null)
  })
})

describe('an entry as it is kept', () => {
  it('is rid of what cannot be seen, and cut nowhere', () => {
    const title = ` Power\u202E of\u200B  Siberia ${'x'.repeat(400)}`
    const own = tidied('initiative', {
      ...pipe,
      title,
      parties: ['', ' CNPC ', 'CNPC'],
      magnitudes: [],
      valence: 'cooperation',
    })
    expect(own.title).toBe(`Power of Siberia ${'x'.repeat(400)}`)
    expect(own.parties).toEqual(['CNPC'])
    expect(own).not.toHaveProperty('magnitudes')
    expect(own).not.toHaveProperty('valence')
  })

  it('is the same as it was for every entry of the bundled dataset', () => {
    for (const own of whole.initiatives) expect(tidied('initiative', own)).toEqual(own)
    for (const own of whole.sources) expect(tidied('source', own)).toEqual(own)
    for (const own of whole.actors) expect(tidied('actor', own)).toEqual(own)
  })
})

describe('changes in words', () => {
  it('says what was corrected, added and removed', () => {
    const [signed, delivering] = pipe.milestones as [Initiative['milestones'][0], Initiative['milestones'][0]]
    const words = (after: Partial<Initiative>) => changeInWords(changed(after))
    expect(words({ title: 'The pipe' })).toBe('Corrected the title of “The pipe”')
    expect(words({ summary: 'x', tags: [] })).toBe(
      'Corrected the summary and the tags of “Power of Siberia, "the pipe"”',
    )
    const third = { date: '2024-12-02', stage: 'completed' as const, note: '', sources: ['tass-2019'] }
    expect(words({ milestones: [signed, delivering, third] })).toBe(
      'Added a milestone 2024-12-02 completed to “Power of Siberia, "the pipe"”',
    )
    expect(words({ milestones: [signed] })).toBe(
      'Removed the milestone 2019-12 delivering from “Power of Siberia, "the pipe"”',
    )
    expect(words({ title: 'The pipe', milestones: [signed, { ...delivering, note: 'Gas.' }] })).toBe(
      'Corrected the title of “The pipe”; corrected the milestone 2019-12 delivering',
    )
    const source = small.sources[0]!
    expect(changeInWords({ kind: 'source', id: source.id, before: null, after: source, madeAt })).toBe(
      `Added the source “${source.title}”`,
    )
  })

  it('keeps what it was before', () => {
    expect(differencesOf(changed({ title: 'The pipe', valence: 'conflict' }))).toEqual([
      { field: 'title', before: 'Power of Siberia, "the pipe"', after: 'The pipe' },
      { field: 'valence', before: 'cooperation', after: 'conflict' },
    ])
  })
})

describe('a patch', () => {
  // As the page has it: without what was read in a source.
  const dataset = datasetOf({ outline: outlineOf(small), texts: textsOf(small) })
  const own = dataset.initiatives[0]!
  const source: Source = { id: 'new', title: 'New', publisher: 'P', kind: 'news', language: 'en' }
  const changes: Change[] = [
    { kind: 'source', id: 'new', before: null, after: source, madeAt },
    {
      ...changed({}, own),
      after: {
        ...own,
        milestones: [...own.milestones, { date: '2024-12-02', stage: 'completed', note: '', sources: ['new'] }],
      },
    } as Change,
    { kind: 'initiative', id: 'embargo', before: dataset.initiatives[2]!, after: null, madeAt },
  ]

  it('is read back and makes the same dataset of another copy', () => {
    const patch = readPatch(bytesOf(writePatch(dataset, changes)))
    expect(patch).toEqual({ title: small.title, version: small.version, changes })
    const { fits, misfits, already } = fitPatch(small, patch)
    expect([misfits, already]).toEqual([[], 0])
    const made = withChanges(dataset, fits)
    expect(made.initiatives.map(({ id }) => id)).toEqual(['power-of-siberia', 'peace-mission'])
    expect(made.initiatives[0]!.milestones).toHaveLength(3)
    expect(fitPatch(made, patch)).toEqual({ fits: [], misfits: [], already: 3 })
  })

  it('tells where it does not fit, and leaves that alone', () => {
    const other = withChanges(dataset, [changed({ title: 'Renamed meanwhile' }, own)])
    const { fits, misfits } = fitPatch(other, readPatch(bytesOf(writePatch(dataset, changes))))
    expect(fits.map(({ id }) => id)).toEqual(['new', 'embargo'])
    expect(misfits.map(misfitInWords)).toEqual([
      'Added a milestone 2024-12-02 completed to “Power of Siberia, "the pipe"”: It is no longer as it was when the patch was made (title): make this change by hand.',
    ])
  })

  it('makes no change that would leave something wrong', () => {
    const removal: Change = {
      kind: 'source',
      id: 'tass-2019',
      before: dataset.sources.find(({ id }) => id === 'tass-2019')!,
      after: null,
      madeAt,
    }
    const { fits, misfits } = fitPatch(dataset, { title: '', version: '', changes: [removal, changes[1]!] })
    expect(fits).toEqual([])
    expect(misfits.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^milestones\[2\]\.sources: There is no source "new"/),
      expect.stringMatching(/^It cannot be removed, because it is still cited by /),
    ])
  })

  it('is refused with a reason where it is none, and never with another error', () => {
    const refused = (text: string) => expect(() => readPatch(bytesOf(text))).toThrow(ReadingError)
    refused('')
    refused('{"format":"dyad/1"}')
    refused('{"format":"dyad-changes/1","changes":[]}')
    refused(
      '{"format":"dyad-changes/1","changes":[{"kind":"source","id":"x","before":null,"after":null,"madeAt":"2026-01-01T00:00:00Z"}]}',
    )
    // oxlint-disable-next-line no-script-url -- a hostile file
    const hostile: Change = {
      kind: 'source',
      id: 'new',
      before: null,
      after: { ...source, url: 'javascript:alert(1)' },
      madeAt,
    }
    refused(JSON.stringify({ format: 'dyad-changes/1', changes: [hostile] }))
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          readPatch(bytesOf(`{"format":"dyad-changes/1","changes":${text}}`))
        } catch (error) {
          expect(error).toBeInstanceOf(ReadingError)
        }
      }),
    )
  })
})

describe('changes as the YAML of data/', () => {
  const texts = new Map(
    ['', 'initiatives/', 'sources/', 'series/'].flatMap((folder) =>
      readdirSync(`data/${folder}`)
        .filter((name) => /\.(yaml|csv)$/.test(name))
        .map((name) => [folder + name, readFileSync(`data/${folder}${name}`, 'utf8')] as const),
    ),
  )
  const blocksOf = (text: string) =>
    text
      .replace(/^#.*\n/, '')
      .split(/\n(?=- id: )/)
      .map((block) => `${block.trimEnd()}\n`)

  it('writes every entry as its file has it, to the letter', () => {
    for (const [path, text] of texts) {
      const kind = /^(initiative|source)s\/|^(actor)s\.yaml/.exec(path)
      const own = kind?.[1] ?? kind?.[2]
      if (!own) continue
      for (const block of blocksOf(text)) {
        const [entry] = parse(block) as [Initiative | Source | Actor]
        expect(entryYaml(own as Change['kind'], entry)).toBe(block)
      }
    }
  })

  it('gives the changed entries of each file, which the data folder then reads', () => {
    const before = whole.initiatives.find(({ id }) => id === 'rus-chn-power-of-siberia')!
    const source: Source = {
      id: 'tass-2025-12-02-power-of-siberia',
      title: 'Power of Siberia: six years',
      publisher: 'TASS',
      date: '2025-12-02',
      url: 'https://example.org/tass',
      kind: 'news',
      language: 'en',
    }
    const after: Initiative = {
      ...before,
      title: 'Power of Siberia: the gas pipeline',
      milestones: [
        ...before.milestones,
        { date: '2025', stage: 'delivering', note: 'It says: "yes"', sources: [source.id] },
      ],
    }
    const changes: Change[] = [
      { kind: 'source', id: source.id, before: null, after: source, madeAt },
      { kind: 'initiative', id: before.id, before, after, madeAt },
    ]
    const text = writeChangedYaml(withChanges(whole, changes), changes)
    expect(text.split('\n')[0]).toBe(
      '# Changes to “Russia and its Asia-Pacific partners: promised and delivered”, version 1.0.0: Added the source “Power of Siberia: six years”. Corrected the title of “Power of Siberia: the gas pipeline”; added a milestone 2025 delivering.',
    )
    const files = new Map(texts)
    const documents = [...text.matchAll(/^--- # data\/(.*)\n([^]*?)(?=^---|(?![^]))/gm)]
    expect(documents.map(([, path]) => path)).toEqual(['initiatives/china.yaml', 'sources/china.yaml'])
    for (const [, path, entries] of documents) {
      const blocks = blocksOf(files.get(path!)!)
      for (const block of blocksOf(entries!)) {
        const [head] = block.split('\n')
        const at = blocks.findIndex((own) => own.startsWith(`${head}\n`))
        blocks.splice(at < 0 ? blocks.length : at, at < 0 ? 0 : 1, block)
      }
      files.set(path!, blocks.join('\n'))
    }
    const { dataset, faults } = readDataFolder(files)
    expect(faults).toEqual([])
    expect(dataset!.initiatives.find(({ id }) => id === before.id)).toEqual(after)
    expect(dataset!.sources.find(({ id }) => id === source.id)).toEqual(source)
  })

  it('says which entries were removed, whatever their titles hold', () => {
    const before = { ...pipe, title: 'Line\n--- # data/evil' }
    const text = writeChangedYaml(withChanges(small, [{ ...changed({}), after: null } as Change]), [
      { kind: 'initiative', id: pipe.id, before, after: null, madeAt },
    ])
    expect(text).toContain('# Removed: power-of-siberia.')
    expect(text.match(/^--- /gm)).toHaveLength(1)
    expect(isSameEntry('initiative', pipe, { ...pipe, magnitudes: [...pipe.magnitudes!] })).toBe(true)
  })
})
