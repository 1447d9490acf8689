import { describe, expect, it } from 'vitest'
import { nodeElement } from '../../src/canvas/actors.ts'
import type { SceneNode } from '../../src/scene/scene.ts'
import { sceneOn } from '../bundled.ts'

describe('nodeElement', () => {
  const node = sceneOn().nodes.find(({ id }) => id === 'CHN')!

  it('shows a flag once there is one', () => {
    expect(nodeElement(node, {}).classes).toBe('flag')
    expect(nodeElement(node, { cn: 'data:flag' })).toMatchObject({
      classes: 'flag flagged',
      data: { flag: 'data:flag' },
    })
  })

  it('marks an actor without ties', () => {
    const pale: SceneNode = { ...node, isTied: false }
    expect(nodeElement(pale, {}).classes).toBe('flag untied')
  })
})
