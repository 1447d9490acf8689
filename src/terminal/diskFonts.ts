import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FontSource } from '../pictures/fonts.ts'

/** The fonts as their packages lie in `node_modules`. */
export const DISK_FONTS: FontSource = {
  async ranges(familyId) {
    return JSON.parse(await readFile(join(folderOf(familyId), 'unicode.json'), 'utf8'))
  },
  async file(familyId, name) {
    return new Uint8Array(await readFile(join(folderOf(familyId), 'files', `${name}.woff`)))
  },
}

function folderOf(familyId: string): string {
  return dirname(createRequire(import.meta.url).resolve(`@fontsource/${familyId}/package.json`))
}
