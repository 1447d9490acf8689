/** A table as it leaves the page: for a spreadsheet, a file, the clipboard. */

/** A cell: a text, a number, a day (midnight in UTC), or nothing. */
export type SheetCell = string | number | Date | null

export interface Sheet {
  head: readonly string[]
  /** As long as the head, each. */
  rows: readonly (readonly SheetCell[])[]
}

/** A date of evidence as a cell: a day where it is given to the day, else the text, since a year is no day. */
export function dateCell(date: string): SheetCell {
  return date.length === 10 ? new Date(`${date}T00:00:00Z`) : date
}

/** A day as `YYYY-MM-DD`, which spreadsheets in every language read as a date. */
export function dayText(day: Date): string {
  return day.toISOString().slice(0, 10)
}
