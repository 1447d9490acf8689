/**
 * `npm run icons`: draws the icons of the installed page anew from `public/icon.svg`, in the sizes that browsers and systems
 * ask for. Those that a system cuts to a shape of its own (maskable) have the drawing within the inner four fifths.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { root } from './install.mjs'

const svg = await readFile(join(root, 'public/icon.svg'), 'utf8')
const ground = /<rect[^>]*fill="(#\w+)"/.exec(svg)[1]
// Without the round corners, and smaller, for shapes that others cut.
const full = svg.replace(/ rx="7"/, '').replace('viewBox="0 0 32 32"', 'viewBox="-3 -3 38 38"')

for (const [name, size, drawing] of [
  ['icon-192', 192, svg],
  ['icon-512', 512, svg],
  ['maskable-512', 512, full],
  ['apple-touch-180', 180, full],
]) {
  const image = sharp(Buffer.from(drawing), { density: (72 * size) / 32 }).resize(size, size)
  if (drawing === full) image.flatten({ background: ground })
  await image.png({ compressionLevel: 9, palette: true }).toFile(join(root, `public/icons/${name}.png`))
}
