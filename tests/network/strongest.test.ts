import { describe, expect, it } from 'vitest'
import { everyLink, linksOf } from '../../src/network/links.ts'
import { NO_FILTERS } from '../../src/network/filters.ts'
import { select } from '../../src/network/select.ts'
import { drawnActors, drawnDataset, drawnSelection, strongestLinks } from '../../src/network/strongest.ts'
import { parseDate } from '../../src/model/dates.ts'
import { columns } from '../bundled.ts'

const selection = select(columns, NO_FILTERS, parseDate(columns.outline.asOf)!.last, null)
const links = linksOf(columns, NO_FILTERS, selection)

describe('strongestLinks', () => {
  it('leaves all where they are no more than wanted', () => {
    expect(strongestLinks(links, 'RUS', links.length)).toEqual({ links, left: 0 })
    expect(strongestLinks([], 'RUS', 1)).toEqual({ links: [], left: 0 })
  })

  it('takes those of the focus first, then the ones with the most initiatives, in their order', () => {
    const ofJapan = links.filter(({ dyad: { a, b } }) => a === 'JPN' || b === 'JPN')
    const most = ofJapan.length + 1
    const { links: drawn, left } = strongestLinks(links, 'JPN', most)
    expect(left).toBe(links.length - most)
    expect(drawn.filter((link) => ofJapan.includes(link))).toEqual(ofJapan)
    const [other] = drawn.filter((link) => !ofJapan.includes(link))
    const others = links.filter((link) => !ofJapan.includes(link))
    expect(other!.initiatives.length).toBe(Math.max(...others.map(({ initiatives }) => initiatives.length)))
    expect(drawn.map(({ id }) => id)).toEqual(links.filter((link) => drawn.includes(link)).map(({ id }) => id))
  })
})

describe('drawnActors', () => {
  it('is all of them where they are few', () => {
    expect(drawnActors(79, links, [])).toBe(null)
  })

  it('is those with a tie where they are many, and those that always stand there', () => {
    const [link] = links
    expect(drawnActors(80, [link!], ['USA'])).toEqual(new Set(['USA', link!.dyad.a, link!.dyad.b]))
  })
})

describe('drawnSelection', () => {
  const every = everyLink(columns)
  const few = drawnDataset(columns, every, 'RUS', 3)

  it('keeps the places of the dataset where what is selected is among its strongest', () => {
    const own = every.filter(({ id }) => few.every.some((link) => link.id === id))
    const drawn = drawnSelection({ columns, every }, few, own.slice(0, 2), 'RUS', 3)
    expect(drawn.every).toBe(few.every)
    expect(drawn.links).toEqual(own.slice(0, 2))
  })

  it('draws weak ties too where nothing stronger is selected, as many as are wanted', () => {
    const weak = every.filter(({ id }) => !few.every.some((link) => link.id === id)).slice(0, 5)
    const drawn = drawnSelection({ columns, every }, few, weak, 'RUS', 3)
    expect(drawn.links).toHaveLength(3)
    // Each is placed: it is among those that places are made from, which stand in the order of the dataset.
    const placed = drawn.every.map(({ id }) => id)
    expect(placed).toEqual(expect.arrayContaining(drawn.links.map(({ id }) => id)))
    expect(placed).toHaveLength(6)
    expect(placed).toEqual(every.map(({ id }) => id).filter((id) => placed.includes(id)))
  })
})
