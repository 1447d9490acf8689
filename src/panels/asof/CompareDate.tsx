import { dateInWords } from '../../language/dates.ts'
import { known, t } from '../../language/messages.ts'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { isoDate, parseDate, yearsBefore } from '../../model/dates.ts'
import { asOfRange } from '../../network/columns.ts'
import { Icon } from '../icons.tsx'
import { useChoice, useChoiceLater, useSession } from '../useSession.ts'
import { DayField } from './DayField.tsx'

/** Sets another date beside the as-of date, changes it, and takes it away. */
export function CompareDate() {
  const { choices } = useSession()
  const since = useChoice((present) => present.since)
  return (
    <div className="compare-date">
      <DialogTrigger>
        <Button className="button small-button">
          {since ? t('Since {date}', { date: dateInWords(since) }) : t('Compare dates')}
        </Button>
        <Popover className="popover" placement="top start">
          <Dialog className="compare-dialog">
            <Heading slot="title" className="compare-title">
              {t('What changed between two dates')}
            </Heading>
            <Form />
          </Dialog>
        </Popover>
      </DialogTrigger>
      {since && (
        <Button
          className="icon-button small"
          aria-label={t('Compare no dates')}
          onPress={() =>
            choices.setState(({ ledgerColumns }) => ({
              since: null,
              ledgerColumns: ledgerColumns === 'change' ? 'outcome' : ledgerColumns,
            }))
          }
        >
          <Icon name="close" />
        </Button>
      )}
    </div>
  )
}

/** How many years back is offered at a press. */
const YEARS_BACK = [1, 5, 10]

function Form() {
  const { choices, columns } = useSession()
  const since = useChoice((present) => present.since)
  const asOf = useChoiceLater((present) => present.asOf)
  const [earliest, latest] = asOfRange(columns)
  const today = parseDate(asOf)!.last
  const set = (iso: string) => {
    // The earlier of two dates is the one to look back to, whichever was asked for last.
    choices.setState({ ...(iso > asOf ? { since: asOf, asOf: iso } : { since: iso }), ledgerColumns: 'change' })
  }
  const marked = columns.outline.markedDates.map(({ date, label }) => ({
    iso: isoDate(parseDate(date)!.last),
    label: t('{event}, {date}', { event: known(label), date: dateInWords(date) }),
  }))
  const back = YEARS_BACK.map((years) => ({
    iso: isoDate(yearsBefore(today, years)),
    label: t('{years, plural, one {A year earlier} other {# years earlier}}', { years }),
  }))
  const ways = [
    { iso: isoDate(latest), label: t('Latest, {date}', { date: dateInWords(isoDate(latest)) }) },
    ...marked,
    ...back,
  ]
  return (
    <>
      <p className="muted small">
        {t('Beside {date}, the as-of date. The later of the two becomes the as-of date.', {
          date: dateInWords(asOf),
        })}
      </p>
      <DayField label={t('Date')} date={since ?? asOf} earliest={earliest} latest={latest} onDate={set} />
      <ul className="compare-ways">
        {ways
          .filter(({ iso }) => parseDate(iso)!.last >= earliest && iso !== asOf)
          .map(({ iso, label }) => (
            <li key={label}>
              <Button className="link-button" onPress={() => set(iso)}>
                {label}
              </Button>
            </li>
          ))}
      </ul>
    </>
  )
}
