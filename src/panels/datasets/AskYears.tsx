import { inParts, t } from '../../language/messages.ts'
import { useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import type { RollupEnd } from '../../formats/parquetParts.ts'
import { LIMITS } from '../../formats/reading.ts'
import { FirstButton } from '../FirstButton.tsx'
import { rich, STRESSED } from '../rich.tsx'

interface AskYearsProps {
  end: RollupEnd
  onChosen: (years: readonly [number, number]) => void
  onCancel: () => void
}

/** Asks which years of a large roll-up are wanted, and says how many rows those have at most. */
export function AskYears({ end, onChosen, onCancel }: AskYearsProps) {
  const [earliest, latest] = end.years!
  const [first, setFirst] = useState(String(latest))
  const [last, setLast] = useState(String(latest))
  const years = [Number(first), Number(last)] as const
  const isSpan = /^\d{4}$/.test(first) && /^\d{4}$/.test(last) && years[0] <= years[1]
  const rows = isSpan ? end.rowsIn(years) : 0
  return (
    <section className="ask-address" aria-label={t('Years of the roll-up')}>
      <p>
        {rich(
          inParts(
            '<b>{file}</b> has {rows, plural, one {# row} other {# rows}}, {earliest}-{latest}; at most {most, number} can be read at once. Which years?',
            { file: end.name, rows: end.rowsIn(null), earliest, latest, most: LIMITS.initiatives },
          ),
          STRESSED,
        )}
      </p>
      <div className="years-asked">
        <Year
          label={t('{what, select, year {From} other {From}}', { what: 'year' })}
          value={first}
          onChange={setFirst}
        />
        <Year label={t('{what, select, year {To} other {To}}', { what: 'year' })} value={last} onChange={setLast} />
      </div>
      <p className="muted small" role="status">
        {isSpan
          ? t('At most {rows, plural, one {# row} other {# rows}}.', { rows })
          : t('Give two years, the earlier one first.')}
      </p>
      <div className="dialog-actions">
        <FirstButton className="button" onPress={onCancel}>
          {t('Cancel')}
        </FirstButton>
        <Button
          className="button primary"
          isDisabled={rows === 0 || rows > LIMITS.initiatives}
          onPress={() => onChosen(years)}
        >
          {t('Take these years')}
        </Button>
      </div>
    </section>
  )
}

function Year({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextField className="field" value={value} onChange={onChange} inputMode="numeric">
      <Label>{label}</Label>
      <Input maxLength={4} />
    </TextField>
  )
}
