import { dataLanguage, t } from '../../language/messages.ts'
import { useId, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { saveText } from '../details/saveText.ts'
import { faultReport, type Fault } from './faultReport.ts'
import './faults.css'

/** The report of some faults: to be read here, and saved as a file. */
export function FaultReport({ faults }: { faults: readonly Fault[] }) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const text = useMemo(() => faults.map(reportOf).join('\n'), [faults])
  return (
    <div className="fault-report">
      <div className="fault-actions">
        <Button
          className="button small-button"
          aria-expanded={isOpen}
          aria-controls={id}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? t('Hide the report') : t('Read the report')}
        </Button>
        <Button className="button small-button" onPress={() => saveText('dyad-fault-report.txt', text, 'text/plain')}>
          {t('Save the report')}
        </Button>
      </div>
      <div id={id} hidden={!isOpen}>
        <p className="muted small">{t('It stays on this machine, unless you hand it on.')}</p>
        {/* It is scrolled by keyboard too. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className="fault-text" tabIndex={0} role="region" aria-label={t('Report of the fault')}>
          <span lang={dataLanguage()}>{text}</span>
        </pre>
      </div>
    </div>
  )
}

function reportOf(fault: Fault): string {
  return faultReport(fault, {
    at: new Date().toISOString(),
    browser: navigator.userAgent,
    hash: location.hash,
    width: window.innerWidth,
    height: window.innerHeight,
  })
}
