import type { Palette } from '../scene/palette.ts'
import type { Scene, SceneGroup, SceneLink } from '../scene/scene.ts'
import { NO_EMPHASIS, type Emphasis } from './emphasis.ts'
import { paintGroups, paintLinks } from './paint.ts'
import { promptly, rasterise } from './promptly.ts'

/** How a layer is looked at: what a place is multiplied by, and where the scene's origin then is from its top left. */
export interface View {
  zoom: number
  pan: { x: number; y: number }
}

/**
 * The sheet under the actors that links and boxes are painted on. Nothing is kept of what was there before: of some hundred links
 * all are painted anew in the time in which a graph library works out the style of those that changed.
 */
export interface LinkLayer {
  show: (scene: Scene) => void
  emphasise: (emphasis: Emphasis) => void
  /** Draws with the next frame, for another view of the same. */
  look: () => void
  /** Takes the size of the element. */
  resize: () => void
  links: () => readonly SceneLink[]
}

/**
 * Lays a sheet into an element that fills it.
 * @param viewOf how it is looked at now, asked for at each drawing
 */
export function createLinkLayer(element: HTMLElement, viewOf: () => View): LinkLayer {
  const canvas = document.createElement('canvas')
  canvas.style.cssText = 'position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none'
  element.append(canvas)
  const context = canvas.getContext('2d')
  let links: readonly SceneLink[] = []
  let groups: readonly SceneGroup[] = []
  let palette: Palette | null = null
  let emphasis = NO_EMPHASIS
  let ratio = 1

  const resize = () => {
    ratio = window.devicePixelRatio || 1
    canvas.width = Math.round(element.clientWidth * ratio)
    canvas.height = Math.round(element.clientHeight * ratio)
  }
  resize()

  const drawing = promptly(() => {
    if (!context || !palette) return
    const { zoom, pan } = viewOf()
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.globalAlpha = 1
    context.clearRect(0, 0, canvas.width, canvas.height)
    context.setTransform(zoom * ratio, 0, 0, zoom * ratio, pan.x * ratio, pan.y * ratio)
    paintGroups(context, groups, palette)
    paintLinks(context, links, palette, emphasis)
    rasterise(canvas)
  })

  return {
    show: (scene) => {
      ;({ links, groups, palette } = scene)
      drawing.soon()
    },
    emphasise: (next) => {
      emphasis = next
      drawing.soon()
    },
    look: () => drawing.withFrame(),
    resize: () => {
      resize()
      drawing.soon()
    },
    links: () => links,
  }
}
