import { expect } from 'vitest'
import { OptionFault, readArguments } from '../../src/terminal/options.ts'

/** What stands behind `dyad` in a command. */
export const words = (command: string) => command.split(' ').filter((word) => word !== '')

/** What `dyad picture` is asked for by its options. */
export function askedBy(options: string, output = 'a.svg') {
  const asked = readArguments(['picture', ...words(options), '-o', output])
  if (asked.kind !== 'picture') throw new Error('no picture')
  return asked
}

/** What is said, in one line, of a command that makes no sense. */
export function faultOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(OptionFault)
    expect((error as Error).message).not.toContain('\n')
    return (error as Error).message
  }
  throw new Error('no fault')
}
