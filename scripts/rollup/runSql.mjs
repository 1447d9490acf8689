import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'

/** A database in memory. @param settings of DuckDB, such as `{ threads: '2' }` */
export async function database(settings = {}) {
  return (await DuckDBInstance.create(':memory:', settings)).connect()
}

/** The text of a file of `docs/rollup`, as it stands. */
export function sqlOf(name) {
  return readFile(fileURLToPath(new URL(`../../docs/rollup/${name}`, import.meta.url)), 'utf8')
}

// `node runSql.mjs gdelt-files.sql gdelt.sql` runs files of docs/rollup one after the other, in the folder where it is called.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const connection = await database()
  for (const name of process.argv.slice(2)) await connection.run(await sqlOf(name))
}
