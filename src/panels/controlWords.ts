import { msg, t, type Message } from '../language/messages.ts'

/**
 * What the controls of React Aria say by themselves, by their packages and their names for it (as of 1.22): the build puts these in the
 * place of their own words (`cataloguesPlugin.ts`), so that they speak each language of the interface. The controls expect texts,
 * and functions where values stand in them.
 */

type Values = Record<string, string | number>
type Words = Record<string, string | ((values: Values) => string)>

/** The texts are said when they are asked for: the language may have changed since. */
function words(messages: Readonly<Record<string, Message>>): Words {
  const all = {}
  for (const [name, message] of Object.entries(messages)) {
    const hasValues = (message as unknown as string).includes('{')
    Object.defineProperty(all, name, {
      enumerable: true,
      get: () => (hasValues ? (values: Values) => t(message, values) : t(message)),
    })
  }
  return all
}

export const reactAriaDatepicker = words({
  era: msg('era'),
  year: msg('year'),
  month: msg('month'),
  day: msg('day'),
  hour: msg('hour'),
  minute: msg('minute'),
  second: msg('second'),
  dayPeriod: msg('AM/PM'),
  calendar: msg('Calendar'),
  startDate: msg('Start Date'),
  endDate: msg('End Date'),
  weekday: msg('day of the week'),
  timeZoneName: msg('time zone'),
  selectedDateDescription: msg('Selected Date: {date}'),
  selectedRangeDescription: msg('Selected Range: {startDate} to {endDate}'),
  selectedTimeDescription: msg('Selected Time: {time}'),
})

export const reactAriaSpinbutton = words({ Empty: msg('Empty') })

export const reactAriaOverlays = words({ dismiss: msg('Dismiss') })

export const reactAriaSearchfield = words({ 'Clear search': msg('Clear search') })

export const reactAriaNumberfield = words({
  decrease: msg('Decrease {fieldLabel}'),
  increase: msg('Increase {fieldLabel}'),
  numberField: msg('Number field'),
})

export const reactAriaMenu = words({ longPressMessage: msg('Long press or press Alt + ArrowDown to open menu') })

export const reactStatelyDatepicker = words({
  rangeUnderflow: msg('Value must be {minValue} or later.'),
  rangeOverflow: msg('Value must be {maxValue} or earlier.'),
  rangeReversed: msg('Start date must be before end date.'),
  unavailableDate: msg('Selected date unavailable.'),
})

export const reactAriaComponents = words({
  selectPlaceholder: msg('Select an item'),
  tableResizer: msg('Resizer'),
  dropzoneLabel: msg('DropZone'),
  colorSwatchPicker: msg('Color swatches'),
})
