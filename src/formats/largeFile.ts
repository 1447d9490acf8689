import { LIMITS } from './reading.ts'

/** What a file that is too large is told. `bytes` is its length. */
export function tooLarge(name: string, bytes: number): string {
  const mb = (count: number) => Math.round(count / 1024 / 1024).toLocaleString('en')
  return `“${name}” has ${mb(bytes)} MB, and at most ${mb(LIMITS.bytes)} MB can be read here. Keep the years or the actors that matter, or split it.`
}
