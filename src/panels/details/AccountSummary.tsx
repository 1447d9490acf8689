import { t } from '../../language/messages.ts'
import { accountInWords, shownInWords, type StandingOfAll } from '../../network/profile.ts'
import { sumOf } from '../../network/tally.ts'
import { OutcomeBar } from '../OutcomeBar.tsx'

/** What some initiatives have come to: the bar of the outputs, all counts in words, and how many are filtered out. */
export function AccountSummary({ standing }: { standing: StandingOfAll }) {
  const { account, size, begun } = standing
  const hidden = shownInWords(size, begun)
  const words = accountInWords(account)
  return (
    <div className="account">
      {sumOf(account.outputs) > 0 && <OutcomeBar tally={account.outputs} label={words} />}
      {begun > 0 && <p className="figures">{t('{words}.', { words })}</p>}
      {hidden && <p className="muted figures">{t('{words}.', { words: hidden })}</p>}
    </div>
  )
}
