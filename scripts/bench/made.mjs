/**
 * Made datasets of the shape of a world-wide file of events that are counted by pair, kind and month: 200 states, of which
 * few have most ties, six relation types, 75 years. The same seed and count make the same rows on every machine.
 */
import { writeFile } from 'node:fs/promises'
import { parquetWriteBuffer } from 'hyparquet-writer'

/** ISO 3166 codes, those with most ties first. */
const STATES = `USA CHN RUS GBR FRA DEU JPN IND TUR IRN ISR SAU PAK KOR UKR ITA CAN AUS BRA EGY SYR IRQ PRK ESP POL MEX
  IDN ZAF NGA VNM THA AFG ALB DZA AND AGO ATG ARG ARM AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRN BGR BFA
  BDI KHM CMR CPV CAF TCD CHL COL COM COG COD CRI CIV HRV CUB CYP CZE DNK DJI DMA DOM ECU SLV GNQ ERI EST SWZ FJI FIN GAB
  GMB GEO GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IRL JAM JOR KAZ KEN KIR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX
  MDG MWI MYS MDV MLI MLT MHL MRT MUS FSM MDA MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER MKD NOR OMN PLW PNG PRY
  PER PHL PRT QAT ROU RWA KNA LCA VCT WSM SMR STP SEN SYC SLE SGP SVK SVN SLB SOM SSD LKA SUR SWE TWN TJK TZA TLS TGO TON
  TTO TUN TKM TUV UGA ARE URY UZB VUT VEN YEM ZMB ZWE SRB HKG MAC PSE PRI VAT COK NIU ESH SDN CHE`
  .trim()
  .split(/\s+/)

/** Each with its share of all rows, and as what roll-ups code it: words are announced, and what was done is completed. */
const TYPES = [
  { type: 'Consultation', share: 0.34, valence: 'cooperation', nature: 'process', stage: 'announced' },
  { type: 'Diplomacy', share: 0.22, valence: 'cooperation', nature: 'process', stage: 'announced' },
  { type: 'Material aid', share: 0.1, valence: 'cooperation', nature: 'output', stage: 'completed' },
  { type: 'Disapproval', share: 0.16, valence: 'conflict', nature: 'process', stage: 'announced' },
  { type: 'Coercion', share: 0.11, valence: 'conflict', nature: 'process', stage: 'completed' },
  { type: 'Fighting', share: 0.07, valence: 'conflict', nature: 'process', stage: 'completed' },
]

const FIRST_YEAR = 1950
const MONTHS = 75 * 12
const SEED = 20151201

/** Random numbers from 0 to 1 (Mulberry32): small, and the same everywhere. */
export function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Draws positions of a list of weights, each as often as it weighs. */
function drawer(weights, random) {
  let sum = 0
  const upTo = weights.map((weight) => (sum += weight))
  return () => {
    const at = random() * sum
    let [low, high] = [0, upTo.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (upTo[middle] > at) high = middle
      else low = middle + 1
    }
    return low
  }
}

/**
 * Makes rows, in the order of their months.
 * @param count how many: each another pair of states, type and month
 * @yields `{ from, to, type, valence, nature, stage, month, events }`: months as `YYYY-MM`
 */
export function* madeRows(count) {
  const random = seeded(SEED)
  const zipf = STATES.map((_, i) => 1 / (i + 2))
  const [drawState, drawType] = [
    drawer(zipf, random),
    drawer(
      TYPES.map(({ share }) => share),
      random,
    ),
  ]
  // More is on record of late than of long ago.
  const drawMonth = () => Math.floor(MONTHS * random() ** 0.6)
  const keys = new Set()
  while (keys.size < count) {
    const [from, to] = [drawState(), drawState()]
    if (from === to) continue
    keys.add(((drawMonth() * STATES.length + from) * STATES.length + to) * TYPES.length + drawType())
  }
  for (const key of Float64Array.from(keys).sort()) {
    const pair = Math.floor(key / TYPES.length)
    const month = Math.floor(pair / STATES.length ** 2)
    yield {
      from: STATES[Math.floor(pair / STATES.length) % STATES.length],
      to: STATES[pair % STATES.length],
      ...TYPES[key % TYPES.length],
      month: monthInWords(month),
      events: 1 + Math.floor(random() ** 4 * 60),
    }
  }
}

function monthInWords(month) {
  return `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** Writes rows as a roll-up of events in Parquet (`docs/scale.md`), in groups of as many rows as engines write. */
export async function writeRollup(rows, path) {
  const columns = new Map(
    ['from', 'to', 'type', 'valence', 'nature', 'stage', 'month', 'events'].map((name) => [name, []]),
  )
  for (const row of rows) for (const [name, values] of columns) values.push(row[name])
  const text = (name, from = name) => ({ name, data: columns.get(from), type: 'STRING', nullable: false })
  const columnData = [
    text('from_actor', 'from'),
    text('to_actor', 'to'),
    text('type'),
    text('valence'),
    text('nature'),
    text('stage'),
    text('month'),
    { name: 'events', data: Int32Array.from(columns.get('events')), type: 'INT32', nullable: false },
  ]
  await writeFile(path, new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: ROWS_OF_GROUP })))
}

const ROWS_OF_GROUP = 100_000
