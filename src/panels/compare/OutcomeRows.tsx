import { known, msg, t } from '../../language/messages.ts'
import { OUTCOMES } from '../../model/outcome.ts'
import type { RelationType } from '../../model/schema.ts'
import type { Column } from '../../network/compare.ts'
import { tallyInWords } from '../../network/links.ts'
import { accountInWords } from '../../network/profile.ts'
import { shareInWords } from '../../network/share.ts'
import type { Slice } from '../../network/slice.ts'
import { sumOf, type Account } from '../../network/tally.ts'
import { RelationLetter } from '../details/Marks.tsx'
import { OutcomeBar } from '../OutcomeBar.tsx'
import { Nothing, NumberButton, SectionRow } from './Cells.tsx'

interface OutcomeRowsProps {
  compared: readonly Column[]
  types: readonly RelationType[]
}

/** What was promised and delivered: all outputs, their shares, and each relation type; bars are to one scale. */
export function OutcomeRows({ compared, types }: OutcomeRowsProps) {
  const most = Math.max(1, ...compared.map(({ account }) => sumOf(account.outputs)))
  const occurring = types.filter(({ id }) => compared.some((column) => column.types.has(id)))
  return (
    <tbody>
      <SectionRow title={t('Promised and delivered')} columns={compared.length} />
      <tr>
        <th scope="row">{t('All types')}</th>
        {compared.map(({ partner, dyad, account }) => (
          <td key={partner}>
            <Counts account={account} most={most} slice={{ dyad }} />
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">
          {t('Outputs ever realised')} <span className="muted row-note">{t('with 95 % interval')}</span>
        </th>
        {compared.map(({ partner, dyad, account, everRealised }) => (
          <td key={partner} className="figures">
            <ShareOf count={everRealised} account={account} slice={{ dyad, account: 'outputs', ever: 'realised' }} />
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{t('Outputs still standing')}</th>
        {compared.map(({ partner, dyad, account }) => (
          <td key={partner} className="figures">
            <ShareOf
              count={account.outputs.realised}
              account={account}
              slice={{ dyad, account: 'outputs', outcome: 'realised' }}
            />
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{t('Pending and silent')}</th>
        {compared.map(({ partner, dyad, account }) => (
          <td key={partner} className="figures">
            <Count count={account.silent} slice={{ dyad, account: 'outputs', silent: 'yes' }}>
              {t('{silent, number} of {pending, number} pending', {
                silent: account.silent,
                pending: account.outputs.pending,
              })}
            </Count>
          </td>
        ))}
      </tr>
      {occurring.map(({ id, label }) => (
        <tr key={id}>
          <th scope="row">
            <RelationLetter type={id} /> {known(label)}
          </th>
          {compared.map(({ partner, dyad, types: own }) => {
            const account = own.get(id)
            return (
              <td key={partner}>
                {account ? <Counts account={account} most={most} slice={{ dyad, type: id }} /> : <Nothing />}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}

/** Words with a number that open what it counts, unless that is nothing. */
function Count({ count, slice, children }: { count: number; slice: Slice; children: React.ReactNode }) {
  return count > 0 ? <NumberButton slice={slice}>{children}</NumberButton> : <span className="muted">{children}</span>
}

function ShareOf({ count, account, slice }: { count: number; account: Account; slice: Slice }) {
  const total = sumOf(account.outputs)
  if (total === 0) return <Nothing>{t('no outputs')}</Nothing>
  return (
    <Count count={count} slice={slice}>
      {shareInWords(count, total)}
    </Count>
  )
}

interface CountsProps {
  account: Account
  /** How many outputs the longest bar stands for. */
  most: number
  slice: Slice
}

function Counts({ account, most, slice }: CountsProps) {
  const outputs = sumOf(account.outputs)
  const words = tallyInWords(account.outputs)
  const beside = [
    ['processes', sumOf(account.processes), msg('{count, plural, one {# process} other {# processes}}')],
    ['conflict', sumOf(account.conflict), msg('{count, number} in conflict')],
  ] as const
  return (
    <div className="counts figures">
      {outputs > 0 && (
        <OutcomeBar
          tally={account.outputs}
          // To scale, but never too short to tell its parts.
          width={`max(14px, ${(outputs / most) * 100}%)`}
          label={accountInWords(account)}
        />
      )}
      <ul>
        {OUTCOMES.filter((outcome) => account.outputs[outcome] > 0).map((outcome, i) => (
          <li key={outcome}>
            <NumberButton slice={{ ...slice, account: 'outputs', outcome }}>{words[i]}</NumberButton>
          </li>
        ))}
        {beside.map(
          ([part, count, message]) =>
            count > 0 && (
              <li key={part} className="beside-outputs">
                <NumberButton slice={{ ...slice, account: part }}>{t(message, { count })}</NumberButton>
              </li>
            ),
        )}
      </ul>
      {outputs === 0 && <span className="muted">{t('no outputs')}</span>}
    </div>
  )
}
