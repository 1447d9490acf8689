import { t } from '../language/messages.ts'
import { LIMITS } from './reading.ts'

/** What a file that is too large is told. `bytes` is its length. */
export function tooLarge(name: string, bytes: number): string {
  const mb = (count: number) => Math.round(count / 1024 / 1024)
  return t(
    '“{file}” has {size, number} MB, and at most {most, number} MB can be read here. Keep the years or the actors that matter, or split it.',
    { file: name, size: mb(bytes), most: mb(LIMITS.bytes) },
  )
}
