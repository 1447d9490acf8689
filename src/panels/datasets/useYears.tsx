import { useState, type ReactElement } from 'react'
import type { RollupEnd } from '../../formats/parquetParts.ts'
import { AskYears } from './AskYears.tsx'
import type { AskForYears } from './partedFile.ts'

/**
 * Asks for the years of a roll-up in the place of what else is there.
 * @param onCancel called where none are wanted; what asked is then left waiting
 * @returns how to ask, and what is to be shown while there is a question
 */
export function useYears(onCancel: () => void): { ask: AskForYears; asked: ReactElement | null } {
  const [choice, setChoice] = useState<{ end: RollupEnd; chosen: (years: readonly [number, number]) => void } | null>(
    null,
  )
  return {
    ask: (end) => new Promise((chosen) => setChoice({ end, chosen })),
    asked: choice && (
      <AskYears
        end={choice.end}
        onChosen={(years) => {
          choice.chosen(years)
          setChoice(null)
        }}
        onCancel={() => {
          setChoice(null)
          onCancel()
        }}
      />
    ),
  }
}
