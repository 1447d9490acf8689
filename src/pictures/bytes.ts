/** Parts of a file, one after the other. */
export function joined(parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

/** The bytes of a text of one byte a character; what has no such byte must not come here. */
export function latin1(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0)!)
}
