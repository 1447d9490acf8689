import { useEffect, useState } from 'react'
import type { PictureChoices } from '../../studio/pictureChoices.ts'
import type { Studio, StudioPicture } from '../../studio/studio.ts'
import { useTextsState } from '../useSession.ts'

/** The picture of the present choices, or why there is none. */
export interface MadePicture {
  /** The last one that could be made; `null` before the first. */
  picture: StudioPicture | null
  /** True where `picture` is of earlier choices. */
  isStale: boolean
  fault: string | null
}

/** Makes the picture anew whenever a choice changes; what was asked for earlier never replaces what came later. */
export function usePicture(studio: Studio, choices: PictureChoices): MadePicture {
  // Once the texts are there, the picture may show what it could not before.
  const texts = useTextsState().status
  const [made, setMade] = useState<Omit<MadePicture, 'isStale'> & { of: PictureChoices | null; texts: string }>({
    of: null,
    texts,
    picture: null,
    fault: null,
  })
  useEffect(() => {
    let isOver = false
    const make = async () => {
      try {
        const picture = await studio.picture(choices)
        if (!isOver) setMade({ of: choices, texts, picture, fault: null })
      } catch (error) {
        if (!isOver) setMade(({ picture }) => ({ of: choices, texts, picture, fault: (error as Error).message }))
      }
    }
    void make()
    return () => {
      isOver = true
    }
  }, [studio, choices, texts])
  return { picture: made.picture, isStale: made.of !== choices || made.texts !== texts, fault: made.fault }
}
