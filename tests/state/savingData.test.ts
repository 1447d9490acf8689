import { beforeEach, describe, expect, it } from 'vitest'
import { makeAndSave, saving } from '../../src/state/savingData.ts'

const WORDS = {
  saved: (file: Blob) => `Saved, ${file.size}.`,
  failed: (why: string) => `Failed: ${why}`,
  cancelled: 'No.',
}
const saved: Blob[] = []
type Make = Parameters<typeof makeAndSave>[0]['make']
const started = (make: Make, file = 'all.json') =>
  makeAndSave({ file, of: 'all', make, save: (own) => saved.push(own), words: WORDS })
/** A making that ends when it is told to. */
function held() {
  let end: (file: Blob) => void = () => {}
  const make: Make = (_tell, signal) =>
    new Promise((resolve, reject) => {
      end = resolve
      signal.addEventListener('abort', () => reject(signal.reason as Error))
    })
  return { make, end: () => end(new Blob(['ab'])) }
}

beforeEach(() => {
  saving.setState({ status: 'none' }, true)
  saved.length = 0
})

describe('a file of data that is saved', () => {
  it('is told of while it is written, and when it is there', async () => {
    const shares: unknown[] = []
    const stop = saving.subscribe((now) => now.status === 'writing' && shares.push(now.share))
    await started(async (tell) => {
      tell(0.5)
      return new Blob(['ab'])
    })
    stop()
    expect(shares).toEqual([null, 0.5])
    expect(saving.getState()).toEqual({ status: 'done', words: 'Saved, 2.', of: 'all' })
    expect(saved).toHaveLength(1)
  })

  it('is not saved where the person has it cancelled, and that is told', async () => {
    const { make } = held()
    const done = started(make)
    const now = saving.getState()
    expect(now).toMatchObject({ status: 'writing', file: 'all.json', share: null })
    if (now.status === 'writing') now.cancel()
    await done
    expect(saving.getState()).toEqual({ status: 'done', words: 'No.', of: 'all' })
    expect(saved).toEqual([])
  })

  it('says why where it fails', async () => {
    await started(() => Promise.reject(new Error('too long')))
    expect(saving.getState()).toEqual({ status: 'failed', words: 'Failed: too long', of: 'all' })
  })

  it('has no second one beside it', async () => {
    const { make, end } = held()
    const first = started(make)
    await started(() => Promise.resolve(new Blob(['abc'])), 'other.json')
    expect(saving.getState()).toMatchObject({ status: 'writing', file: 'all.json' })
    end()
    await first
    expect(saved.map(({ size }) => size)).toEqual([2])
  })
})
