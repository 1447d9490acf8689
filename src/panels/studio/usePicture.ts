import { useEffect, useState } from 'react'
import type { PictureChoices } from '../../studio/pictureChoices.ts'
import type { Studio, StudioPicture } from '../../studio/studio.ts'
import { useTextsState } from '../useSession.ts'
import { KEPT_MS } from './useAddress.ts'
import { lettered, type LetteredPicture } from './pictureFile.ts'

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
        const picture = await seen(await studio.picture(choices))
        if (isOver) URL.revokeObjectURL(picture.address)
        else setMade({ of: choices, texts, picture, fault: null })
      } catch (error) {
        if (!isOver) setMade(({ picture }) => ({ of: choices, texts, picture, fault: (error as Error).message }))
      }
    }
    void make()
    return () => {
      isOver = true
    }
  }, [studio, choices, texts])
  const address = made.picture?.address
  useEffect(
    () => () => {
      if (address !== undefined) setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
    },
    [address],
  )
  return { picture: made.picture, isStale: made.of !== choices || made.texts !== texts, fault: made.fault }
}

async function seen(picture: StudioPicture): Promise<SeenPicture> {
  const { svg, notes } = await lettered(picture.svg)
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  return { ...picture, notes: [...picture.notes, ...notes], inLetters: svg, address }
}
