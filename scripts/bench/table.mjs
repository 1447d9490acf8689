/** Prints the figures as one table, grouped by dataset and part. */
import { isHeld } from './figures.mjs'

const WRITTEN = {
  ms: (value) => `${value.toFixed(1)} ms`,
  bytes: (value) => (value < 1e6 ? `${(value / 1000).toFixed(1)} kB` : `${(value / 1e6).toFixed(1)} MB`),
  'per second': (value) => `${value.toFixed(1)}/s`,
  times: (value) => value.toFixed(2),
  count: (value) => Math.round(value).toLocaleString('en'),
}

const HEAD = ['', 'Dyad', '95 of 100', 'work', 'bare page', 'bar', '']

/** @param groups each `{ title, figures }`, in the order in which they are printed */
export function tableOf(groups) {
  const written = groups.map(({ title, figures }) => ({ title, rows: figures.flatMap(rowsOf) }))
  // What failed says so in a sentence, which need not fit into the columns.
  const all = [HEAD, ...written.flatMap(({ rows }) => rows.filter((row) => row.length === HEAD.length))]
  const labels = written.flatMap(({ rows }) => rows.map(([label]) => label.length))
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column].length)))
  widths[0] = Math.max(...labels, widths[0])
  const line = (row) =>
    row
      .map((cell, i) => (i === 0 || row.length < HEAD.length ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd()
  return [line(HEAD), ...written.flatMap(({ title, rows }) => ['', title, ...rows.map(line)])].join('\n')
}

function rowsOf(own) {
  const label = `  ${own.label}`
  if (own.failed !== undefined) return [[label, `failed: ${own.failed}`]]
  const write = (value, unit = own.unit) => (value === undefined ? '' : WRITTEN[unit](value))
  const bar = own.bar === undefined ? '' : `${write(own.bar)}${own.isLeast ? ' or more' : ''}`
  const verdict = own.bar === undefined ? '' : isHeld(own) ? 'held' : 'MISSED'
  const details = (own.detail ?? []).map((part) => [
    `    ${part.label}`,
    write(part.value, part.unit),
    '',
    '',
    '',
    '',
    '',
  ])
  return [[label, write(own.value), write(own.p95), write(own.work), write(own.bare), bar, verdict], ...details]
}
