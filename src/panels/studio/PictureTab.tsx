import { t } from '../../language/messages.ts'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Sight } from '../../pictures/colourCheck.ts'
import type { PictureChoices } from '../../studio/pictureChoices.ts'
import { rasterSize, sizeFault, sizeInWords } from '../../studio/sizes.ts'
import type { Studio } from '../../studio/studio.ts'
import { ChoiceRadios } from '../ChoiceRadios.tsx'
import { saveFile } from '../saveFile.ts'
import { useChoice, useDerived } from '../useSession.ts'
import { bytesInWords } from './bytesInWords.ts'
import { ColourCheck } from './ColourCheck.tsx'
import { copyPicture, isRaster, pictureFile, PICTURE_FORMATS, type PictureFormat } from './pictureFile.ts'
import { LegendFields, LookFields, ResolutionField, SizeFields, TextFields, ViewField } from './pictureFields.tsx'
import { Preview } from './Preview.tsx'
import { usePicture } from './usePicture.ts'
import { usePictureChoices } from './usePictureChoices.ts'

/** From pressing Save to the bytes of the file; `npm run bench` reads it. */
const WRITTEN = 'dyad:picture-written'

interface Doing {
  kind: 'idle' | 'busy' | 'done' | 'failed'
  words: string
}

/** So many pixels take browsers a quarter of a minute or more to write as WebP. */
const SLOW_WEBP = 64e6

const IDLE: Doing = { kind: 'idle', words: '' }

export function PictureTab({ studio }: { studio: Studio }) {
  const own = usePictureChoices()
  const { choices, format } = own
  const asOf = useChoice((present) => present.asOf)
  const { selection } = useDerived()
  const [sight, setSight] = useState<Sight | 'all'>('all')
  const [doing, setDoing] = useState<Doing>(IDLE)
  // What was said of a file is not said of another one.
  const change = (part: Partial<PictureChoices>) => {
    own.change(part)
    setDoing((last) => (last.kind === 'busy' ? last : IDLE))
  }
  const setFormat = (next: PictureFormat) => {
    own.setFormat(next)
    setDoing((last) => (last.kind === 'busy' ? last : IDLE))
  }
  const sized = sizeFault(choices.size)
  const raster = isRaster(format)
  const fault = sized ?? (raster ? sizeFault(choices.size, choices.dpi) : null)
  const { picture, isStale, fault: cannot } = usePicture(studio, choices)
  const label = PICTURE_FORMATS[format]
  /** What is seen, where it is of the present choices; else it is made. */
  const present = () => (picture && !isStale ? Promise.resolve(picture) : studio.picture(choices))

  const act = async (busy: string, work: () => Promise<Doing>) => {
    // The buttons stay as they are: one that is disabled loses the focus of the keyboard.
    if (doing.kind === 'busy') return
    if (fault) {
      setDoing({ kind: 'failed', words: fault })
      return
    }
    setDoing({ kind: 'busy', words: busy })
    try {
      setDoing(await work())
    } catch (error) {
      setDoing({ kind: 'failed', words: (error as Error).message })
    }
  }
  const save = () =>
    act(t('Writing {format}…', { format: label }), async () => {
      const start = performance.now()
      const file = await pictureFile(await present(), format, choices, asOf)
      performance.measure(WRITTEN, { start, detail: { format } })
      const name = `dyad-${choices.view}-${asOf}.${format}`
      saveFile(file, name)
      return { kind: 'done', words: t('Saved as {file}, {size}.', { file: name, size: bytesInWords(file.size) }) }
    })
  const copy = (as: 'png' | 'svg') =>
    act(t('Copying…'), async () => {
      // The clipboard has to be asked within the press, so it is given a promise.
      const file = present().then((made) => pictureFile(made, as, choices, asOf))
      file.catch(() => undefined)
      const isDone = await copyPicture(file, as)
      await file
      return isDone
        ? { kind: 'done', words: t('Copied as {format}.', { format: as.toUpperCase() }) }
        : { kind: 'failed', words: t('This browser does not let the page copy pictures: save it as a file instead.') }
    })
  return (
    <div className="studio-picture">
      <Preview picture={picture} isStale={isStale} fault={cannot} background={choices.background} sight={sight} />
      <div className="studio-form">
        {selection.size === 0 && (
          <p className="studio-fault small">
            {t('Nothing is selected: the picture shows no initiative. Choose other filters to show some.')}
          </p>
        )}
        <ViewField choices={choices} change={change} />
        <SizeFields choices={choices} change={change} fault={sized} />
        <TextFields choices={choices} change={change} />
        <LegendFields choices={choices} change={change} />
        <LookFields choices={choices} change={change} />
        <ColourCheck sets={picture?.colours ?? null} sight={sight} onSight={setSight} />
      </div>
      <div className="studio-save">
        <div className="studio-format">
          <ChoiceRadios
            label={t('Format')}
            options={(Object.keys(PICTURE_FORMATS) as PictureFormat[]).map((id) => ({
              id,
              label: PICTURE_FORMATS[id],
            }))}
            value={format}
            onChange={setFormat}
          />
          {raster && <ResolutionField choices={choices} change={change} />}
        </div>
        <div className="studio-ending">
          <p className="small figures">
            {!doing.words && !fault && <span className="muted">{measureInWords(choices, format)}</span>}
            <span role="status" data-kind={doing.kind}>
              {doing.words || fault}
            </span>
          </p>
          <div className="studio-buttons">
            <Button className="button" onPress={() => copy('svg')}>
              {t('Copy {format}', { format: PICTURE_FORMATS.svg })}
            </Button>
            <Button className="button" onPress={() => copy('png')}>
              {t('Copy {format}', { format: PICTURE_FORMATS.png })}
            </Button>
            <Button className="button primary" onPress={save}>
              {t('Save {format}', { format: label })}
            </Button>
          </div>
        </div>
      </div>
    </div>
  )
}

function measureInWords({ size, dpi }: PictureChoices, format: PictureFormat): string {
  const own = sizeInWords(size)
  if (format === 'svg') return t('{size}. Vectors, with text as text.', { size: own })
  if (format === 'pdf') return t('{size}. Vectors, with text that can be searched and its fonts inside.', { size: own })
  const { width, height } = rasterSize(size, dpi)
  const measure = t('{size}: {width, number} by {height, number} pixels.', { size: own, width, height })
  const more =
    format === 'jpg'
      ? t('JPEG has no transparency.')
      : format === 'webp' && width * height > SLOW_WEBP
        ? t('WebP may take minutes to write so many; PNG takes seconds.')
        : null
  return more === null ? measure : `${measure} ${more}`
}
