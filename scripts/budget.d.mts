export type When = 'first' | 'panels' | 'on demand'
export type Chunks = Record<string, { bytes: number; when: When }>
export const BUDGET: number
export const BUDGET_IN_ALL: number
export const TABLE: string
export function nameOf(file: string): string
export function tableFaults(table: Chunks, built: Chunks): string[]
