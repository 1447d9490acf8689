import { t } from '../../language/messages.ts'
import { useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { Icon } from '../icons.tsx'
import { faultInWords, partInWords } from './faultReport.ts'
import { FaultReport } from './FaultReport.tsx'
import { dismissPageFaults, onPageFaults, pageFaults } from './pageFaults.ts'

/** Says that something went wrong outside of any panel, at the foot of the page, with its report. */
export function FaultNotice() {
  const faults = useSyncExternalStore(onPageFaults, pageFaults)
  const [first] = faults
  if (!first) return null
  return (
    <div className="fault-notice" role="alert">
      <div className="fault-head">
        <p>
          {t('Something went wrong ({part}: {fault}). The rest of the page goes on.', {
            part: partInWords(first.part),
            fault: faultInWords(first.error),
          })}
        </p>
        <Button className="icon-button" aria-label={t('Dismiss the fault')} onPress={dismissPageFaults}>
          <Icon name="close" />
        </Button>
      </div>
      <div className="fault-actions">
        <Button className="button small-button" onPress={() => location.reload()}>
          {t('Load the page again')}
        </Button>
      </div>
      <FaultReport faults={faults} />
    </div>
  )
}
