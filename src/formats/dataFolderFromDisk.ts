import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { readDataFolder, type FolderResult } from './dataFolder.ts'

/**
 * Reads and checks a data folder on disk (for the build and for scripts; not for the browser).
 * @param dir path of the folder
 * @throws Error where the folder cannot be read
 */
export function readDataFolderFromDisk(dir: string): FolderResult {
  const files = new Map<string, string>()
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(ya?ml|csv)$/i.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    files.set(relative(dir, path).split(sep).join('/'), readFileSync(path, 'utf8'))
  }
  return readDataFolder(files)
}
