import { fontAddress } from 'virtual:dyad-fonts'
import { t } from '../language/messages.ts'
import { createFontChooser, FONT_FAMILIES, type FontSource } from '../pictures/fonts.ts'

/** The fonts as they lie beside the page; each file is fetched when a picture has letters of it. */
const SITE_FONTS: FontSource = {
  async ranges(familyId) {
    return (await fetched(`${familyId}.json`, familyId)).json()
  },
  async file(familyId, name) {
    return new Uint8Array(await (await fetched(`${name}.woff`, familyId)).arrayBuffer())
  },
}

/** The fonts of the page, for all its pictures. */
export const siteFonts = createFontChooser(SITE_FONTS)

/** @throws Error with a sentence for the person */
async function fetched(file: string, familyId: string): Promise<Response> {
  const address = fontAddress(file)
  const response = address === null ? null : await fetch(address).catch(() => null)
  if (response?.ok) return response
  const name = FONT_FAMILIES.find(({ id }) => id === familyId)?.name ?? familyId
  if (address === null) {
    throw new Error(
      t(
        'The page in one file has no letters of {font}. Names in English need no other letters; from a server, Dyad has them all.',
        { font: name },
      ),
    )
  }
  throw new Error(
    response
      ? t('The letters of {font} could not be fetched: the server answered with status {status}.', {
          font: name,
          status: response.status,
        })
      : t(
          'The letters of {font} are not in this browser yet, and there is no network to fetch them from. Names in English need no other letters.',
          { font: name },
        ),
  )
}
