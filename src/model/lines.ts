/** Texts by position, as an array has them; what is large makes each only when it is asked for. */
export interface Lines extends Iterable<string> {
  readonly length: number
  at: (position: number) => string | undefined
  /** The first position of a text; -1 where it is not among them. */
  indexOf: (text: string) => number
}

/**
 * Texts one after the other in UTF-8. A million of forty letters take 44 MB so, and as strings of JavaScript twice that; they
 * can be kept in IndexedDB, and sent between workers without copying.
 */
export interface PackedLines {
  bytes: Uint8Array
  /** Where each text ends in them, and the next one begins. */
  ends: Uint32Array
}

/** Texts from {@link PackedLines}. */
export class LinesInBytes implements Lines {
  readonly packed: PackedLines
  readonly length: number

  constructor(packed: PackedLines) {
    this.packed = packed
    this.length = packed.ends.length
  }

  at(position: number): string | undefined {
    if (!(position >= 0 && position < this.length)) return undefined
    const { bytes, ends } = this.packed
    return DECODER.decode(bytes.subarray(startIn(ends, position), ends[position]))
  }

  indexOf(text: string): number {
    const wanted = new TextEncoder().encode(text)
    const { bytes, ends } = this.packed
    for (let i = 0, start = 0; i < ends.length; start = ends[i++]!) {
      if (ends[i]! - start === wanted.length && isSameAt(bytes, start, wanted)) return i
    }
    return -1
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let i = 0; i < this.length; i++) yield this.at(i)!
  }
}

/** A mark at the beginning of a text is a part of it. */
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })

function isSameAt(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  for (let j = 0; j < wanted.length; j++) if (bytes[start + j] !== wanted[j]) return false
  return true
}

/** Where a run begins of which it is known where each ends. */
export function startIn(ends: Uint32Array, position: number): number {
  return position === 0 ? 0 : ends[position - 1]!
}

/** Gathers texts as {@link PackedLines}. Equal ones are found by their bytes, without a string for each. */
export class LinesWriter {
  #bytes = new Uint8Array(1024)
  #ends = new Uint32Array(64)
  /** A half of a hash of each text, by its position. */
  #hashes = new Uint32Array(64)
  /** By hash, the position of a text and 1; at most half of them are taken. */
  #slots = new Uint32Array(128)
  #length = 0
  /** The last texts that were put in turn, and where they stand: what recurs from row to row is not written and looked for again. */
  readonly #lastTexts: (string | null)[] = [null, null, null, null]
  readonly #lastPositions = [0, 0, 0, 0]
  #turn = 0

  get length(): number {
    return this.#length
  }

  /** Adds a text, unless it is there. @returns its position; that it is new is seen by the length */
  put(text: string): number {
    const texts = this.#lastTexts
    const positions = this.#lastPositions
    for (let i = 0; i < texts.length; i++) if (texts[i] === text) return positions[i]!
    const start = startIn(this.#ends, this.#length)
    const end = this.#write(text, start)
    const hash = hashOf(this.#bytes, start, end)
    const mask = this.#slots.length - 1
    let slot = hash & mask
    let position = -1
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const other = this.#slots[slot]! - 1
      if (this.#hashes[other] === hash && this.#isSame(other, start, end)) {
        position = other
        break
      }
    }
    if (position < 0) {
      position = this.#length
      this.#slots[slot] = position + 1
      this.#append(end, hash)
    }
    texts[this.#turn] = text
    positions[this.#turn] = position
    this.#turn = (this.#turn + 1) % texts.length
    return position
  }

  /** Adds a text even where it is there already. */
  append(text: string): void {
    const start = startIn(this.#ends, this.#length)
    const end = this.#write(text, start)
    this.#append(end, hashOf(this.#bytes, start, end))
  }

  /** What was gathered; nothing is added after that. */
  done(): LinesInBytes {
    const bytes = this.#bytes.slice(0, startIn(this.#ends, this.#length))
    return new LinesInBytes({ bytes, ends: this.#ends.slice(0, this.#length) })
  }

  /** Writes a text behind the last one. @returns where it ends */
  #write(text: string, start: number): number {
    // UTF-8 takes at most three bytes for each unit of UTF-16.
    if (this.#bytes.length < start + text.length * 3) {
      this.#bytes = grown(this.#bytes, start + text.length * 3, (length) => new Uint8Array(length))
    }
    const bytes = this.#bytes
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code > 0x7f) return start + ENCODER.encodeInto(text, bytes.subarray(start)).written
      bytes[start + i] = code
    }
    return start + text.length
  }

  #append(end: number, hash: number): void {
    if (this.#ends.length === this.#length) {
      this.#ends = grown(this.#ends, this.#length + 1, (length) => new Uint32Array(length))
      this.#hashes = grown(this.#hashes, this.#length + 1, (length) => new Uint32Array(length))
    }
    this.#ends[this.#length] = end
    this.#hashes[this.#length] = hash
    this.#length++
    if (this.#length * 2 > this.#slots.length) this.#spread()
  }

  #spread(): void {
    const slots = new Uint32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let i = 0; i < this.#length; i++) {
      let slot = this.#hashes[i]! & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = i + 1
    }
    this.#slots = slots
  }

  #isSame(position: number, start: number, end: number): boolean {
    const first = startIn(this.#ends, position)
    const length = end - start
    if (this.#ends[position]! - first !== length) return false
    const bytes = this.#bytes
    for (let j = 0; j < length; j++) if (bytes[first + j] !== bytes[start + j]) return false
    return true
  }
}

const ENCODER = new TextEncoder()

/** FNV-1a, with its bits mixed once more at the end: what differs in the last letters only is not to lie side by side. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

type Growing = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>

/** A copy with room for twice as much, and for `least` at any rate. */
function grown<T extends Growing>(array: T, least: number, make: (length: number) => T): T {
  const next = make(Math.max(array.length * 2, least))
  next.set(array)
  return next
}

/** Numbers of which it is not known beforehand how many there will be. */
export class NumbersWriter<T extends Growing> {
  readonly #make: (length: number) => T
  #values: T
  length = 0

  /** @param make the kind of array that they go into */
  constructor(make: (length: number) => T) {
    this.#make = make
    this.#values = make(64)
  }

  push(value: number): void {
    if (this.#values.length === this.length) this.#values = grown(this.#values, this.length + 1, this.#make)
    this.#values[this.length++] = value
  }

  /** What was gathered, in an array of just its length. */
  done(): T {
    return this.#values.slice(0, this.length) as T
  }
}

/** Whole numbers from 0. */
export const wholeNumbers = () => new NumbersWriter((length) => new Uint32Array(length))
