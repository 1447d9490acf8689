/** The datasets that the bench measures with, by how many initiatives they have. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../install.mjs'
import { madeRows, seeded, writeRollup } from './made.mjs'

/** The real file, where this machine has it; the bench makes one of the same shape elsewhere. */
const SAMPLE = join(root, '..', 'shared', 'samples', 'sipri-trade-register.csv')

/**
 * Each with its title; how often it is imported; how often each action is done; by what the as-of date is stepped; how
 * many initiatives it has, where that is
 * said beforehand; and `write`, which writes its file into a folder and hands back the path. The dataset that Dyad comes with needs no file.
 */
export const SIZES = {
  300: { id: '300', title: "300 initiatives, Dyad's own", actions: 16, step: 'month', write: null },
  '29k': {
    id: '29k',
    title: existsSync(SAMPLE)
      ? '29 thousand initiatives, the SIPRI arms trade register'
      : '29 thousand initiatives, made like the SIPRI arms trade register',
    // Its dates are years. Ten of them are left after the first that counts.
    actions: 10,
    step: 'year',
    imports: 5,
    write: async (folder) => {
      if (existsSync(SAMPLE)) return SAMPLE
      const path = join(folder, 'register.csv')
      writeFileSync(path, madeRegister(29_000))
      return path
    },
  },
  '100k': made('100k', 100_000, '100 thousand', 8, 2),
  '1m': made('1m', 1_000_000, '1 million', 6, 1),
}

function made(id, count, words, actions, imports) {
  return {
    id,
    initiatives: count,
    step: 'month',
    title: `${words} initiatives, made like a world-wide file of events`,
    actions,
    imports,
    write: async (folder) => {
      const path = join(folder, `made-${count}.parquet`)
      await writeRollup(madeRows(count), path)
      return path
    },
  }
}

/** A folder for the files that are made: `{ path, remove }`. */
export function folderForFiles() {
  const path = mkdtempSync(join(tmpdir(), 'dyad-bench-'))
  return { path, remove: () => rmSync(path, { recursive: true }) }
}

/** A register of the same shape: states with few large suppliers, seventy years, most orders delivered. Always the same. */
function madeRegister(rows) {
  const states = `United States, Russia, France, Germany, United Kingdom, China, Italy, India, Japan, Brazil,
    Turkiye, Egypt, Pakistan, Iran, Iraq, Israel, Saudi Arabia, Indonesia, Viet Nam, Thailand, Poland, Greece,
    Spain, Sweden, Norway, Canada, Australia, Chile, Peru, Argentina, Nigeria, Kenya, Ethiopia, Angola, Algeria,
    Morocco, Sudan, Libya, Syria, Jordan`.split(/,\s+/)
  const random = seeded(20151201)
  const lines = [
    'Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons',
  ]
  for (let i = 0; i < rows; i++) {
    const supplier = Math.floor(random() ** 3 * states.length)
    const recipient = (supplier + 1 + Math.floor(random() * (states.length - 1))) % states.length
    const year = 1950 + Math.floor(random() * 73)
    const count = 1 + Math.floor(random() * 120)
    const delivered = random() < 0.95 ? count : ''
    const years = delivered ? `${year + 1}; ${year + 2}` : ''
    lines.push(
      `${states[recipient]},${states[supplier]},${year},,${count},,Type ${i % 800},aircraft,${delivered},${random() < 0.2 ? '?' : ''},${years},New,Made for the bench; order ${i},1.5,${count * 1.5},${delivered ? count * 1.5 : ''}`,
    )
  }
  return `${lines.join('\n')}\n`
}
