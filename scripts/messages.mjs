/**
 * What the catalogues lack: `npm run messages` says for each language how many messages are missing, and how many are said nowhere
 * any more. With languages (`npm run messages -- ru ja`) it takes the latter out of them, puts the rest in the order of the
 * code, and prints those that are missing, to be translated and put in.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from './install.mjs'

const options = { root, configFile: false, logLevel: 'error' }
const { module: words } = await runnerImport(join(root, 'tests/house/messages.ts'), options)
const { module: spoken } = await runnerImport(join(root, 'src/language/languages.ts'), options)
const english = [...new Set([...words.wordsOfCode().messages, ...words.labelsOfData()])]
const asked = process.argv.slice(2)

for (const { id } of spoken.LANGUAGES) {
  if (id === spoken.ENGLISH.id) continue
  const file = join(root, `src/language/catalogues/${id}.json`)
  const catalogue = JSON.parse(readFileSync(file, 'utf8'))
  const missing = english.filter((message) => !catalogue[message])
  const stale = Object.keys(catalogue).filter((message) => !english.includes(message))
  if (!asked.includes(id)) {
    if (asked.length === 0) console.log(`${id}: ${missing.length} missing, ${stale.length} said nowhere`)
    continue
  }
  const kept = Object.fromEntries(english.flatMap((own) => (catalogue[own] ? [[own, catalogue[own]]] : [])))
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`)
  console.log(JSON.stringify(Object.fromEntries(missing.map((message) => [message, ''])), null, 2))
}
