import { t } from '../../language/messages.ts'
import type { Sight } from '../../pictures/colourCheck.ts'
import type { Background } from '../../studio/pictureChoices.ts'
import { SightFilters, sightFilter } from './SightFilters.tsx'
import type { SeenPicture } from './usePicture.ts'

interface PreviewProps {
  picture: SeenPicture | null
  isStale: boolean
  fault: string | null
  background: Background
  /** Whose eyes the preview is seen with; the file is not changed by it. */
  sight: Sight | 'all'
}

/** Exactly what will be saved, and what could not be shown in it. */
export function Preview({ picture, isStale, fault, background, sight }: PreviewProps) {
  return (
    <figure className="studio-preview" aria-busy={isStale}>
      <SightFilters />
      <div className="studio-sheet" data-background={background}>
        {picture && (
          <img
            src={picture.address}
            alt={t('Preview. {title}. {description}', {
              title: picture.texts.title,
              description: picture.texts.description,
            })}
            width={picture.width}
            height={picture.height}
            style={{ filter: sightFilter(sight) }}
          />
        )}
      </div>
      <figcaption className="small">
        <span role="status">{fault ?? picture?.notes.join(' ')}</span>
      </figcaption>
    </figure>
  )
}
