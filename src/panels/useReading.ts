import { useMemo } from 'react'
import type { Measure, Reading } from '../network/measures.ts'
import { measuresOf, readMeasure } from '../network/seriesMeasures.ts'
import { useChoice, useDerived, useSession, useTexts } from './useSession.ts'

/** The measures that the dataset offers; those of its series as soon as the texts are there. */
export function useMeasures(): Measure[] {
  const { columns } = useSession()
  const texts = useTexts()
  return useMemo(() => measuresOf(columns, texts), [columns, texts])
}

/** What the width of links, or the size of actors, stands for now, ready to be read at the as-of date. */
export function useReading(of: 'width' | 'size'): Reading {
  const { columns, every } = useSession()
  const { asOf, selection } = useDerived()
  const texts = useTexts()
  const id = useChoice((choices) => choices[of])
  const period = useChoice(({ filters }) => filters.period)
  const { outcomes } = selection
  return useMemo(
    () => readMeasure(id, { columns, texts, every, outcomes, period, asOf }),
    [id, columns, texts, every, outcomes, period, asOf],
  )
}
