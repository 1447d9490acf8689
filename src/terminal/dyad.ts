import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseDate } from '../model/dates.ts'
import { outlineOf, textsOf } from '../model/outline.ts'
import { createFontChooser } from '../pictures/fonts.ts'
import { picturePdf } from '../pictures/pdf.ts'
import { pngTexts } from '../pictures/raster.ts'
import { writeHash } from '../state/hash.ts'
import { openSession } from '../state/session.ts'
import { rasterSize } from '../studio/sizes.ts'
import { createStudio, type StudioPicture } from '../studio/studio.ts'
import { choose } from './chosen.ts'
import { flagsOf, readDataset, readLand } from './diskData.ts'
import { DISK_FONTS } from './diskFonts.ts'
import { dyadHelp, pictureHelp } from './help.ts'
import { OptionFault, readArguments, type Asked, type Format } from './options.ts'

/** Where a command runs. */
export interface Surroundings {
  /** The folder of the project, with the data that come along. */
  root: string
  /** The folder that files are named from. */
  cwd: string
  /** A folder for what takes long to make. */
  cache: string
  version: string
  /** Writes to the standard output, and what is for the person. */
  print: (text: string | Uint8Array) => void
  complain: (line: string) => void
}

/**
 * The `dyad` command.
 * @param args what stands behind `dyad`
 * @returns the exit status: 0, 2 where an option is wrong, 1 where anything else is
 */
export async function dyad(args: readonly string[], around: Surroundings): Promise<number> {
  try {
    const asked = readArguments(args)
    if (asked.kind === 'help') around.print(`${asked.of === 'dyad' ? dyadHelp() : pictureHelp()}\n`)
    else if (asked.kind === 'version') around.print(`${around.version}\n`)
    else await writePicture(asked, around)
    return 0
  } catch (error) {
    around.complain(`dyad: ${(error as Error).message.split('\n')[0]}`)
    return error instanceof OptionFault ? 2 : 1
  }
}

async function writePicture(
  { values, output, format }: Asked & { kind: 'picture' },
  { root, cwd, cache, print, complain }: Surroundings,
): Promise<void> {
  const own = values.get('data')
  const dataset = readDataset(own === undefined ? resolve(root, 'data') : resolve(cwd, own), cache)
  const texts = textsOf(dataset)
  const session = openSession(outlineOf(dataset), '')
  session.setTexts(texts)
  const { columns } = session
  const { choices, picture: look } = choose(values, format, { columns, texts })
  session.choices.setState(choices, true)

  const site = values.get('site')
  const studio = createStudio(session, {
    flags: () => flagsOf(dataset),
    land: (detail) => Promise.resolve(readLand(detail)),
    link: () => (site === undefined ? '' : `${site}#${writeHash(choices, columns)}`),
  })
  const picture = await studio.picture(look)
  const file = await fileOf(format, picture, {
    pixels: rasterSize(look.size, look.dpi),
    dpi: look.dpi,
    date: new Date(parseDate(choices.asOf)!.last * MS_A_DAY),
  })
  write(output, file.bytes, { cwd, print })
  for (const note of [...picture.notes, ...file.notes]) complain(`dyad: ${note}`)
}

function write(output: string, bytes: Uint8Array, { cwd, print }: Pick<Surroundings, 'cwd' | 'print'>): void {
  if (output === '-') return print(bytes)
  try {
    writeFileSync(resolve(cwd, output), bytes)
  } catch (error) {
    throw new Error(`${output} cannot be written (${reasonOf(error)})`, { cause: error })
  }
}

const MS_A_DAY = 86_400_000

async function fileOf(
  format: Format,
  { svg, texts }: StudioPicture,
  { pixels, dpi, date }: { pixels: { width: number; height: number }; dpi: number; date: Date },
): Promise<{ bytes: Uint8Array; notes: string[] }> {
  if (format === 'svg') return { bytes: new TextEncoder().encode(svg), notes: [] }
  const chooser = createFontChooser(DISK_FONTS)
  if (format === 'pdf') {
    const { title, description, source, link } = texts
    const { pdf, notes } = await picturePdf(svg, chooser, { title, subject: description, author: source, link, date })
    return { bytes: pdf, notes }
  }
  const { diskPng } = await import('./diskPng.ts')
  const { png, notes } = await diskPng(svg, pixels, chooser, { dpi, texts: pngTexts(texts) })
  return { bytes: png, notes }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  EACCES: 'it is not allowed',
  EPERM: 'it is not allowed',
  EROFS: 'it is not allowed',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  return (code && REASONS[code]) ?? message
}
