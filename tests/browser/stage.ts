import type { Page } from 'playwright-core'
import { curveAt } from '../../src/scene/curves.ts'
import { fit } from '../../src/scene/fit.ts'
import type { Point } from '../../src/scene/layouts.ts'
import type { Scene } from '../../src/scene/scene.ts'
import { sceneOn } from '../bundled.ts'

/** Turns places of a scene that is wholly in sight into places on the page. */
export async function placing(page: Page, scene: Scene): Promise<(point: Point) => Point> {
  const box = (await page.getByRole('img', { name: /^Network/ }).boundingBox())!
  const sight = fit(scene.bounds, box.width, box.height)
  return ({ x, y }) => ({
    x: box.x + box.width / 2 + (x - sight.x) * sight.zoom,
    y: box.y + box.height / 2 + (y - sight.y) * sight.zoom,
  })
}

/** Where an actor is on the page. */
export async function placeOfActor(page: Page, id: string, scene = sceneOn()): Promise<Point> {
  const place = await placing(page, scene)
  return place(scene.nodes.find((node) => node.id === id)!)
}

/** A place on a link where nothing else lies: at `t` along its curve. */
export async function placeOfLink(page: Page, id: string, scene = sceneOn(), t = 0.5): Promise<Point> {
  const place = await placing(page, scene)
  return place(curveAt(scene.links.find((link) => link.id === id)!.curve, t))
}
