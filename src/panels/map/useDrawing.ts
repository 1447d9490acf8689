import { useMemo } from 'react'
import { membersOf } from '../../network/membership.ts'
import { drawnDataset, drawnSelection } from '../../network/strongest.ts'
import { membersOn, type Members } from '../../scene/mapMembers.ts'
import { mapGroundOf, mapSceneOf, type MapGround } from '../../scene/mapScene.ts'
import type { Box, Scene } from '../../scene/scene.ts'
import { USUAL_SIZE } from '../../network/measures.ts'
import { useReading } from '../useReading.ts'
import { useChoice, useDerived, useScheme, useSession, useTexts } from '../useSession.ts'

/** What is drawn on the map, in numbers. */
export interface Drawing {
  ground: MapGround
  scene: Scene
  members: Members
}

/**
 * What follows from the choices, drawn at a zoom.
 * @param zoom pixels for a map unit
 * @param bounds what is seen where all of the map is, in map units
 */
export function useDrawing(zoom: number, bounds: Box): Drawing {
  const session = useSession()
  const { links: selected, comparison, asOf } = useDerived()
  const scheme = useScheme()
  const texts = useTexts()
  const focus = useChoice((choices) => choices.focus)
  const mostLinks = useChoice((choices) => choices.mostLinks)
  const dataset = useMemo(
    () => drawnDataset(session.columns, session.every, focus, mostLinks),
    [session, focus, mostLinks],
  )
  const { columns, every, links } = useMemo(
    () => drawnSelection(session, dataset, selected, focus, mostLinks),
    [session, dataset, selected, focus, mostLinks],
  )
  const unfolded = useChoice((choices) => choices.unfolded)
  const width = useReading('width')
  const sizeReading = useReading('size')
  const size = useChoice((choices) => choices.size) === USUAL_SIZE ? null : sizeReading
  const ground = useMemo(
    () => mapGroundOf({ columns, every, focus, zoom, bounds, width }),
    // The most that a link can have is the same on every day: of the width its measure is enough.
    // oxlint-disable-next-line react/exhaustive-deps
    [columns, every, focus, zoom, bounds, width.measure],
  )
  const scene = useMemo(
    () => mapSceneOf(ground, { columns, links, every, focus, scheme, width, size, comparison }),
    [ground, columns, links, every, focus, scheme, width, size, comparison],
  )
  const members = useMemo(() => {
    const inForce = texts ? membersOf(texts, unfolded, asOf) : []
    return membersOn(ground, inForce, texts?.contextActors ?? [])
  }, [ground, texts, unfolded, asOf])
  return { ground, scene, members }
}
