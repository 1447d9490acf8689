import { dateInWords } from '../../language/dates.ts'
import { t } from '../../language/messages.ts'
import { parseDate as parseCalendarDate, type DateValue } from '@internationalized/date'
import { useState } from 'react'
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components'
import { isoDate, parseDate, type Day } from '../../model/dates.ts'

interface DayFieldProps {
  label: string
  /** `YYYY-MM-DD` */
  date: string
  earliest: Day
  latest: Day
  onDate: (iso: string) => void
}

/**
 * A day as one types it. While it is typed the field shows that, also where it passes through dates that the dataset does
 * not reach: it says so, and goes back to the date in force when it is left.
 */
export function DayField({ label, date, earliest, latest, onDate }: DayFieldProps) {
  const [typed, setTyped] = useState<DateValue | null>(null)
  const [round, setRound] = useState(0)
  const dayOf = (value: DateValue) => parseDate(value.toString())?.last ?? Number.NaN
  const isInReach = (value: DateValue) => dayOf(value) >= earliest && dayOf(value) <= latest
  const isBeyond = typed !== null && !isInReach(typed)
  const change = (value: DateValue | null) => {
    setTyped(value)
    if (value && isInReach(value)) onDate(isoDate(dayOf(value)))
  }
  const leave = () => {
    setTyped(null)
    // A field made anew shows the date in force, whatever its segments were left at.
    setRound(round + 1)
  }
  return (
    <>
      <DateField
        key={round}
        className="asof-field"
        // Each part is as wide in every language: one finger wide.
        shouldForceLeadingZeros
        // What is being typed comes before the date in force, which follows it a frame later.
        value={typed ?? parseCalendarDate(date)}
        isInvalid={isBeyond}
        onChange={change}
        onBlur={leave}
      >
        <Label>{label}</Label>
        <DateInput className="asof-input figures">
          {(segment) => <DateSegment segment={segment} className="segment" />}
        </DateInput>
      </DateField>
      <span className="asof-hint" role="status">
        {isBeyond &&
          t('The dataset runs from {first} to {last}.', {
            first: dateInWords(isoDate(earliest)),
            last: dateInWords(isoDate(latest)),
          })}
      </span>
    </>
  )
}
