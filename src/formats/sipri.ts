import type { Actor } from '../model/schema.ts'
import type { DatasetBuilder, DatasetHead } from './datasetBuilder.ts'
import { ARMS } from './relationTypes.ts'
import { rowsOf, type Table } from './tableFile.ts'

/** What the two downloads of the SIPRI Arms Transfers Database have in common. */

/** Names that SIPRI gives another sense than others do: its "Congo" is the one whose capital is Brazzaville. */
const OWN_NAMES = new Map([['Congo', 'Republic of the Congo']])

/** Finds the actors that SIPRI names, each name once. */
export function sipriActors(builder: DatasetBuilder): (name: string) => Actor | null {
  const known = new Map<string, Actor | null>()
  return (name) => {
    let actor = known.get(name)
    if (actor === undefined) {
      // `*` marks a group that is no state, `**` an organisation of states.
      const bare = name.replace(/\s*\*+$/, '')
      actor = bare !== name || /^unknown\b/i.test(name) ? builder.own(bare) : builder.actor(OWN_NAMES.get(name) ?? name)
      known.set(name, actor)
    }
    return actor
  }
}

/** When SIPRI made the file, as it says above the head: "18 Mar 2024"; `null` where it says nothing. */
export function generatedOn(table: Table, head: number): string | null {
  for (const [cell] of rowsOf(table, head)) {
    const day = /^Data generated:\s*(\d{1,2} \p{L}+ \d{4})/u.exec(cell ?? '')
    if (day) return day[1]!
  }
  return null
}

/** What a dataset from SIPRI is about. @param generated see {@link generatedOn} */
export function sipriHead(title: string, description: string, generated: string | null): DatasetHead {
  const when = generated === null ? '' : `, generated on ${generated}`
  return {
    title,
    description,
    licence:
      'The data are SIPRI’s, whose terms of use apply: they may be quoted with attribution; larger parts need leave.',
    citation: `SIPRI Arms Transfers Database, Stockholm International Peace Research Institute${when}. https://www.sipri.org/databases/armstransfers`,
    relationTypes: [ARMS],
    source: {
      title: `SIPRI Arms Transfers Database${when}`,
      publisher: 'Stockholm International Peace Research Institute',
      url: 'https://www.sipri.org/databases/armstransfers',
      kind: 'database',
    },
  }
}

/** A year of four digits, or `null`. */
export function yearIn(text: string): string | null {
  return /^[12]\d{3}$/.test(text) ? text : null
}

/** "60 D-30 122mm towed gun"; a description that repeats the designation is not said twice. */
export function weaponTitle(number: string, designation: string, description: string): string {
  const weapon =
    description === designation || description === '' ? designation : `${designation} ${description}`.trim()
  return number === '' || number === '0' ? weapon : `${number} ${weapon}`
}
