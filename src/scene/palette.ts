import type { RelationType } from '../model/schema.ts'

/** Light or dark. */
export type Scheme = 'light' | 'dark'

/** The colours of a scene that are not a relation type's. */
export interface Palette {
  background: string
  ink: string
  /** For secondary text. */
  muted: string
  /** For actors without a tie, and rules. */
  faint: string
  surface: string
  accent: string
}

export const PALETTES: Record<Scheme, Palette> = {
  light: {
    background: '#fbfaf8',
    ink: '#1d1d1f',
    muted: '#5c5f66',
    faint: '#c9c9c7',
    surface: '#ffffff',
    accent: '#1f4e8c',
  },
  dark: {
    background: '#16181c',
    ink: '#ececee',
    muted: '#a4a8b0',
    faint: '#4a4e56',
    surface: '#202329',
    accent: '#8ab8f0',
  },
}

/** The colour of a relation type; ink where the dataset does not declare the type. */
export function relationColour(type: RelationType | undefined, scheme: Scheme): string {
  return type ? type.colour[scheme] : PALETTES[scheme].ink
}
