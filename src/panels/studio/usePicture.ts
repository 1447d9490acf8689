import { useEffect, useState } from 'react'
import type { PictureChoices } from '../../studio/pictureChoices.ts'
import type { Studio, StudioPicture } from '../../studio/studio.ts'
import { useTextsState } from '../useSession.ts'
import { lettered, type LetteredPicture } from './pictureFile.ts'
import { useAddress } from './useAddress.ts'

/** A picture with the address that it can be seen at, in the letters that are saved with it. */
export interface SeenPicture extends LetteredPicture {
  address: string
}

/** The picture of the present choices, or why there is none. */
export interface MadePicture {
  /** The last one that could be made; `null` before the first. */
  picture: SeenPicture | null
  /** True where `picture` is of earlier choices. */
  isStale: boolean
  fault: string | null
}

/** Makes the picture anew whenever a choice changes; what was asked for earlier never replaces what came later. */
export function usePicture(studio: Studio, choices: PictureChoices): MadePicture {
  // Once the texts are there, the picture may show what it could not before.
  const texts = useTextsState().status
  const [made, setMade] = useState<Made>({
    of: null,
    texts,
    picture: null,
    fault: null,
  })
  useEffect(() => {
    let isOver = false
    const make = async () => {
      try {
        const picture = await asFile(await studio.picture(choices))
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
  const address = useAddress(made.picture?.file ?? null)
  const picture = made.picture && address !== null ? { ...made.picture, address } : null
  return { picture, isStale: made.of !== choices || made.texts !== texts, fault: made.fault }
}

/** What was made, and of what. */
interface Made {
  picture: (LetteredPicture & { file: Blob }) | null
  fault: string | null
  of: PictureChoices | null
  texts: string
}

async function asFile(picture: StudioPicture): Promise<LetteredPicture & { file: Blob }> {
  const { svg, notes } = await lettered(picture.svg)
  const file = new Blob([svg], { type: 'image/svg+xml' })
  return { ...picture, notes: [...picture.notes, ...notes], inLetters: svg, file }
}
