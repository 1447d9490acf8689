/**
 * `npm run rollup`: makes event rows in the shape of GDELT, rolls them up with `docs/rollup/gdelt.sql` as it stands, and
 * prints what came of it: rows, bytes, seconds, memory.
 *
 *   --rows N     how many million events (20)
 *   --out DIR    where the files are put and stay; else a folder that is removed
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { database, sqlOf } from './runSql.mjs'

const { values } = parseArgs({ options: { rows: { type: 'string', default: '20' }, out: { type: 'string' } } })
const million = Number(values.rows)
if (!(million > 0)) throw new Error(`--rows ${values.rows} is no number of millions; write one such as 20.`)
const folder = values.out ? resolve(values.out) : await mkdtemp(join(tmpdir(), 'dyad-rollup-'))
process.chdir(folder)

/**
 * Two hundred actors by three letters, drawn so that few are named often, as in news: the cube of an even draw. The same
 * number gives the same row on any machine, since everything is made of hashes of it.
 */
const EVENTS = (rows) => `
COPY (
  WITH drawn AS (
    SELECT
      i,
      (hash(i * 7 + 1) % 1000000) / 1000000.0 AS a,
      (hash(i * 7 + 2) % 1000000) / 1000000.0 AS b,
      hash(i * 7 + 3) % 552 AS m,
      1 + hash(i * 7 + 4) % 20 AS root,
      1 + hash(i * 7 + 5) % 28 AS d,
      hash(i * 7 + 6) AS x
    FROM range(${rows}) AS numbers (i)
  ),
  coded AS (
    SELECT *, CAST(200 * a * a * a AS INTEGER) AS one, CAST(200 * b * b * b AS INTEGER) AS two FROM drawn
  )
  SELECT
    i AS GLOBALEVENTID,
    CAST((1980 + m // 12) * 10000 + (1 + m % 12) * 100 + d AS INTEGER) AS SQLDATE,
    CASE WHEN x % 10 = 0 THEN '' ELSE concat('Q', chr(CAST(65 + one // 26 AS INTEGER)), chr(CAST(65 + one % 26 AS INTEGER))) END AS Actor1CountryCode,
    CASE WHEN x % 7 = 0 THEN '' ELSE concat('Q', chr(CAST(65 + two // 26 AS INTEGER)), chr(CAST(65 + two % 26 AS INTEGER))) END AS Actor2CountryCode,
    lpad(CAST(root AS VARCHAR), 2, '0') AS EventRootCode,
    CASE WHEN root <= 5 THEN 1 WHEN root <= 8 THEN 2 WHEN root <= 13 THEN 3 ELSE 4 END AS QuadClass,
    CAST((x % 200) / 10.0 - 10 AS DOUBLE) AS GoldsteinScale,
    CAST(1 + x % 30 AS INTEGER) AS NumMentions
  FROM coded
) TO 'events.parquet' (FORMAT parquet, COMPRESSION snappy)`

async function timed(act) {
  const begun = performance.now()
  await act()
  return (performance.now() - begun) / 1000
}

const sizeOf = async (name) => (await stat(name)).size
const megabytes = (bytes) => (bytes / 1e6).toFixed(1)
const one = async (connection, sql) => (await connection.runAndReadAll(sql)).getRows()[0][0]

try {
  const maker = await database()
  const made = await timed(() => maker.run(EVENTS(Math.round(million * 1e6))))
  maker.closeSync()
  const connection = await database()
  await connection.run(`CREATE VIEW events AS SELECT * FROM 'events.parquet'`)
  const sql = await sqlOf('gdelt.sql')
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50)
  const rolled = await timed(() => connection.run(sql))
  clearInterval(watch)
  const rows = await one(connection, `SELECT count(*) FROM 'rollup.parquet'`)
  console.log(
    [
      `${million} million events, ${availableParallelism()} processors`,
      `made in ${made.toFixed(1)} s, ${megabytes(await sizeOf('events.parquet'))} MB of Parquet`,
      `rolled up in ${rolled.toFixed(1)} s to ${Number(rows).toLocaleString('en')} rows, ${megabytes(await sizeOf('rollup.parquet'))} MB`,
      `at most ${megabytes(most)} MB of memory, ${megabytes(most - before)} MB more than before`,
    ].join('\n'),
  )
} finally {
  if (!values.out) await rm(folder, { recursive: true, force: true })
}
