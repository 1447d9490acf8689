import { dateInWords } from '../../language/dates.ts'
import { known, msg, t } from '../../language/messages.ts'
import { isoDate, parseDate } from '../../model/dates.ts'
import { asOfRange } from '../../network/columns.ts'
import { called, otherWords, type Command, type CommandContext } from './command.ts'

const STEPS = [
  { unit: 'month', direction: -1, label: msg('A month earlier'), keys: '[' },
  { unit: 'month', direction: 1, label: msg('A month later'), keys: ']' },
  { unit: 'year', direction: -1, label: msg('A year earlier'), keys: '{' },
  { unit: 'year', direction: 1, label: msg('A year later'), keys: '}' },
] as const

/** The day from which the screen is read: set, stepped, played, and compared with another. */
export function dateCommands({ session }: CommandContext): Command[] {
  const { choices, playback, columns } = session
  const { asOf, since } = choices.getState()
  const [earliest, latest] = asOfRange(columns).map(isoDate) as [string, string]
  const { isPlaying } = playback.state.getState()
  const dates = [
    ...columns.outline.markedDates.map(({ date, label }) => ({
      date: isoDate(parseDate(date)!.last),
      day: t('{event}, {date}', { event: known(label), date: dateInWords(date) }),
    })),
    { date: earliest, day: t('the first day, {date}', { date: dateInWords(earliest) }) },
    { date: latest, day: t('the latest, {date}', { date: dateInWords(latest) }) },
  ]
  return [
    {
      id: 'date:play',
      group: 'date',
      ...called(isPlaying ? msg('Pause the as-of date') : msg('Play the as-of date'), msg('animate, pause, time')),
      keys: ['p'],
      isOffered: earliest < latest,
      run: () => (isPlaying ? playback.pause() : playback.play()),
    },
    ...STEPS.map(({ unit, direction, label, keys }): Command => ({
      id: `date:${unit}:${direction}`,
      group: 'date',
      ...called(label, direction < 0 ? msg('as-of date, back') : msg('as-of date, forward')),
      keys: [keys],
      isOffered: direction < 0 ? asOf > earliest : asOf < latest,
      run: () => playback.step(unit, direction),
    })),
    ...dates.flatMap(({ date, day }, i): Command[] => [
      {
        id: `date:to:${i}`,
        group: 'date',
        label: t('Set the as-of date to {day}', { day }),
        keywords: otherWords(msg('jump, go')),
        isOffered: asOf !== date,
        run: () => setAsOf(session, date),
      },
      {
        id: `date:since:${i}`,
        group: 'date',
        label: t('Compare with {day}', { day }),
        keywords: otherWords(msg('since, changes, two dates')),
        // The other date is the earlier of the two.
        isOffered: date < asOf && since !== date,
        run: () => choices.setState({ since: date }),
      },
    ]),
    {
      id: 'date:alone',
      group: 'date',
      ...called(msg('Compare with no other date'), msg('since, stop, changes')),
      isOffered: since !== null,
      run: () => choices.setState({ since: null }),
    },
  ]
}

/** The command that a date stands for, as it is typed: `2015`, `2015-12` or `2015-12-31`; none for other words. */
export function typedDateCommand({ session }: CommandContext, words: string): Command[] {
  const typed = parseDate(words)
  const [earliest, latest] = asOfRange(session.columns)
  if (!typed || typed.last < earliest || typed.first > latest) return []
  const date = isoDate(Math.min(typed.last, latest))
  return [
    {
      id: `date:to:${date}`,
      group: 'date',
      label: t('Set the as-of date to {day}', { day: dateInWords(date) }),
      keywords: [words],
      isOffered: true,
      run: () => setAsOf(session, date),
    },
  ]
}

function setAsOf({ playback, choices }: CommandContext['session'], date: string): void {
  playback.pause()
  choices.setState({ asOf: date })
}
