/** Made by the dataset plugin (datasetPlugin.ts) when Vite builds or serves. */
declare module 'virtual:dyad-dataset' {
  /** Where the outline lies: to be read with `unpackOutline` (compact.ts). Works from any sub-path. */
  export const outlineUrl: string
  /** Where the texts lie: to be read with `unpackTexts` (compact.ts). */
  export const textsUrl: string
}

/** Made by the flags plugin (flagsPlugin.ts). */
declare module 'virtual:dyad-flags' {
  /** Where the flags lie: a JSON object of SVG texts by the names that actors give. */
  export const flagsUrl: string
  export const contextFlagsUrl: string
  export const worldFlagsUrl: string
}

/** Made by the fonts plugin (fontsPlugin.ts). */
declare module 'virtual:dyad-fonts' {
  /** Where a file of letters, or a list of ranges, lies; `null` where the page has none of it. */
  export const fontAddress: (file: string) => string | null
}

/** Made by the copy plugin (copyPlugin.ts). */
declare module 'virtual:dyad-copy' {
  /** Where the page of copies lies, without anything to show. */
  export const templateUrl: string
}
