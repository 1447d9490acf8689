/**
 * `npm test`: installs what is missing and runs everything; `npm test -- unit browser` runs only the steps named.
 *
 * A step that fails does not keep the others from running, so that one run shows every fault. Each test of the unit,
 * programs, house and browser steps counts as one; each other step counts as one. The last line is `N passed, N failed`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, runTool, build } from './install.mjs'
import { spawnSync } from 'node:child_process'

const reports = mkdtempSync(join(tmpdir(), 'dyad-test-'))

/** The steps in their order: name, what it needs done before, and what runs it and hands back `{ passed, failed }`. */
const STEPS = [
  { name: 'types', run: () => one(runTool('typescript/bin/tsc', ['--noEmit'])) },
  { name: 'lint', run: () => one(runTool('oxlint/bin/oxlint', ['--deny-warnings'])) },
  { name: 'format', run: () => one(runTool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])) },
  { name: 'data', run: () => one(runScript('check-data.mjs')) },
  { name: 'house', run: () => vitest('house') },
  { name: 'unit', run: () => vitest('unit') },
  { name: 'programs', run: () => vitest('programs') },
  { name: 'build', run: () => one(build()) },
  { name: 'size', needs: 'build', run: () => one(runScript('budget.mjs')) },
  { name: 'browser', needs: 'build', run: () => vitest('browser') },
]

function one(status) {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function runScript(name) {
  return spawnSync(process.execPath, [join(import.meta.dirname, name)], { stdio: ['ignore', 'inherit', 'inherit'] })
    .status
}

/** Runs one Vitest project. A test file that cannot be loaded, or an error outside any test, is a failure too. */
function vitest(project) {
  const report = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = runTool('vitest/vitest.mjs', ['run', '--project', project, ...reporters])
  let results
  try {
    results = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { passed: 0, failed: 1 }
  }
  const broken = results.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const passed = results.numPassedTests
  const failed = results.numFailedTests + broken.length
  const skipped = results.numPendingTests + results.numTodoTests
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1), skipped }
}

function chosen(names) {
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name))
  if (unknown)
    throw new Error(`There is no step "${unknown}"; there are: ${STEPS.map((step) => step.name).join(', ')}.`)
  if (names.length === 0) return STEPS
  const wanted = new Set(names)
  for (const step of STEPS) if (wanted.has(step.name) && step.needs) wanted.add(step.needs)
  return STEPS.filter((step) => wanted.has(step.name))
}

function runSteps(steps) {
  const failed = new Set()
  const lines = []
  const total = { passed: 0, failed: 0 }
  for (const step of steps) {
    console.log(`\n== ${step.name}`)
    const start = performance.now()
    const skips = step.needs && failed.has(step.needs)
    if (skips) console.log(`not run, since ${step.needs} failed; counted as failed`)
    const result = skips ? { passed: 0, failed: 1 } : step.run()
    if (result.failed > 0) failed.add(step.name)
    total.passed += result.passed
    total.failed += result.failed
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    const counts = `${result.passed} passed, ${result.failed} failed${result.skipped ? `, ${result.skipped} skipped` : ''}`
    lines.push(`${result.failed > 0 ? 'FAILED' : 'ok    '} ${step.name.padEnd(8)} ${seconds.padStart(6)} s  ${counts}`)
    console.log(lines.at(-1))
  }
  console.log(`\n== all\n${lines.join('\n')}\n`)
  return total
}

let total
try {
  const steps = chosen(process.argv.slice(2))
  install()
  total = runSteps(steps)
} catch (error) {
  console.log(error.message)
  total = { passed: 0, failed: 1 }
} finally {
  rmSync(reports, { recursive: true, force: true })
}
process.exitCode = total.failed > 0 ? 1 : 0
console.log(`${total.passed} passed, ${total.failed} failed`)
