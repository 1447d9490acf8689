import { fontsUrl } from 'virtual:dyad-fonts'
import { createFontChooser, type FontSource } from '../pictures/fonts.ts'

/** The fonts as they lie beside the page; each file is fetched when a picture has letters of it. */
const SITE_FONTS: FontSource = {
  async ranges(familyId) {
    return (await fetched(`${familyId}.json`)).json()
  },
  async file(_familyId, name) {
    return new Uint8Array(await (await fetched(`${name}.woff`)).arrayBuffer())
  },
}

/** The fonts of the page, for all its pictures. */
export const siteFonts = createFontChooser(SITE_FONTS)

async function fetched(file: string): Promise<Response> {
  const response = await fetch(new URL(file, fontsUrl)).catch(() => null)
  if (!response?.ok) throw new Error('The letters of the picture could not be loaded. Is the network there?')
  return response
}
