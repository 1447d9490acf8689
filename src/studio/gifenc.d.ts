/** What is used of gifenc, which brings no types. */
declare module 'gifenc' {
  export type GifPalette = [red: number, green: number, blue: number][]

  export interface GifFrame {
    palette?: GifPalette
    /** In milliseconds. */
    delay: number
    /** -1 for once, 0 for ever. */
    repeat?: number
    transparent?: boolean
    transparentIndex?: number
    /** 1: the next frame is drawn over this one. */
    dispose?: number
  }

  export function GIFEncoder(): {
    writeFrame(index: Uint8Array, width: number, height: number, frame: GifFrame): void
    finish(): void
    bytes(): Uint8Array<ArrayBuffer>
  }
  export function quantize(rgba: Uint8ClampedArray, maxColors: number): GifPalette
  export function applyPalette(rgba: Uint8ClampedArray, palette: GifPalette): Uint8Array<ArrayBuffer>
}
