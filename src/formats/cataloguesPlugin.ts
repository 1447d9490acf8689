import type { Plugin } from 'vite'
import { packed } from '../language/key.ts'

const CATALOGUE = /\/src\/language\/catalogues\/\w+\.json$/
/** What React Aria's controls say by themselves, in English; the build keeps no other language of theirs. */
const CONTROLS = /\/(react-aria|react-stately|react-aria-components)\/.*\/intl\/(?:(\w+)\/)?en-US\.m?js$/
/** The packages whose words the page can say. Of the others it uses nothing that speaks. */
const SPOKEN = new Set([
  'react-aria/datepicker',
  'react-aria/spinbutton',
  'react-aria/overlays',
  'react-aria/searchfield',
  'react-aria/numberfield',
  'react-aria/menu',
  'react-stately/datepicker',
  'react-aria-components',
])
const WORDS = '/src/panels/controlWords.ts'

/**
 * The Vite plugin of the interface's languages: catalogues are sent by key (`key.ts`), without their English; and what the controls say
 * by themselves comes from the catalogues too (`src/panels/controlWords.ts`), since React Aria speaks neither Hindi nor
 * Vietnamese.
 */
export function cataloguesPlugin(): Plugin {
  let root = ''
  return {
    name: 'dyad-catalogues',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    transform(code, id) {
      if (CATALOGUE.test(id)) {
        const messages = JSON.stringify(packed(JSON.parse(code) as Record<string, string>))
        // As a text, which browsers read faster than a script of that size.
        return {
          code: `export default JSON.parse(${JSON.stringify(messages)})`,
          map: null,
          moduleType: 'js',
        }
      }
      const [, library, part] = CONTROLS.exec(id) ?? []
      const name = part === undefined ? library : `${library}/${part}`
      if (name === undefined || !SPOKEN.has(name)) return undefined
      const words = name.replace(/\W(\w)/g, (_all, letter: string) => letter.toUpperCase())
      return { code: `export { ${words} as default } from ${JSON.stringify(`${root}${WORDS}`)}`, map: null }
    },
  }
}
