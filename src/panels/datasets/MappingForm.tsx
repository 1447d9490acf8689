import { msg, t, type Message } from '../../language/messages.ts'
import { Checkbox } from 'react-aria-components'
import type { Mapping } from '../../formats/reading.ts'
import type { TableSample } from '../../formats/tableSample.ts'
import { labelled } from '../labelled.ts'
import { MenuSelect } from '../MenuSelect.tsx'
import './mapping.css'

/** What a column can hold, in the order of the form. */
const FIELDS = [
  { field: 'from', label: msg('From'), isNeeded: true },
  { field: 'to', label: msg('To'), isNeeded: true },
  { field: 'date', label: msg('Date'), isNeeded: false },
  { field: 'until', label: msg('End'), isNeeded: false },
  { field: 'type', label: msg('Type'), isNeeded: false },
  { field: 'title', label: msg('Title'), isNeeded: false },
  { field: 'stage', label: msg('Stage'), isNeeded: false },
  { field: 'value', label: msg('Value'), isNeeded: false },
  { field: 'unitColumn', label: msg('Unit'), isNeeded: false },
  { field: 'source', label: msg('Source'), isNeeded: false },
  { field: 'note', label: msg('Note'), isNeeded: false },
] as const satisfies readonly { field: keyof Mapping; label: Message; isNeeded: boolean }[]

const STAGES: readonly { id: Mapping['stageOfRow']; label: Message }[] = [
  { id: 'announced', label: msg('Announced: promised only') },
  { id: 'signed', label: msg('Signed: promised only') },
  { id: 'in-force', label: msg('In force: it lasts from then on') },
  { id: 'completed', label: msg('Completed: it was done then') },
]

const NONE = 'none'

/** A column chosen for something; one that was chosen for the other side of a tie changes places with it. */
function chosenIn(mapping: Mapping, field: keyof Mapping, column: number | null): Partial<Mapping> {
  if (field === 'from' && column === mapping.to) return { from: mapping.to, to: mapping.from }
  if (field === 'to' && column === mapping.from) return { from: mapping.to, to: mapping.from }
  return { [field]: column }
}

interface MappingFormProps {
  table: TableSample
  onChange: (mapping: Mapping) => void
}

/** Which column of an edge list holds what, and the first rows as they will be read. */
export function MappingForm({ table, onChange }: MappingFormProps) {
  const { columns, mapping, preview } = table
  const set = (part: Partial<Mapping>) => onChange({ ...mapping, ...part })
  const options = columns.map((label, i) => ({
    id: String(i),
    label: label || t('Column {number, number}', { number: i + 1 }),
  }))
  return (
    <section className="mapping" aria-label={t('Columns')}>
      <h3>{t('What the columns hold')}</h3>
      <div className="mapping-fields">
        {FIELDS.map(({ field, label, isNeeded }) => (
          <MenuSelect
            key={field}
            className="mapping-field"
            label={t(label)}
            options={isNeeded ? options : [{ id: NONE, label: t('No column') }, ...options]}
            value={mapping[field] === null ? NONE : String(mapping[field])}
            onChange={(id) => set(chosenIn(mapping, field, id === NONE ? null : Number(id)))}
          />
        ))}
        {mapping.stage === null && (
          <MenuSelect
            className="mapping-field"
            label={t('A row is taken for')}
            options={labelled(STAGES)}
            value={mapping.stageOfRow}
            onChange={(id) => set({ stageOfRow: id as Mapping['stageOfRow'] })}
          />
        )}
      </div>
      <div className="mapping-boxes">
        <Box isOn={mapping.directed} onChange={(directed) => set({ directed })}>
          {t('From gives to To')}
        </Box>
        <Box isOn={mapping.hasHead} onChange={(hasHead) => set({ hasHead })}>
          {t('The first row names the columns')}
        </Box>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so it must be reached from the keyboard */}
      <div className="mapping-preview" role="region" aria-label={t('The first rows as they will be read')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('Row')}</th>
              <th scope="col">{t('From')}</th>
              <th scope="col">{t('To')}</th>
              <th scope="col">{t('Type')}</th>
              <th scope="col">{t('Title')}</th>
              <th scope="col">{t('Milestones')}</th>
              <th scope="col">{t('Value')}</th>
              <th scope="col">{t('Source')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.map(({ row: number, problem, ...row }) => (
              <tr key={number} className={problem === null ? undefined : 'not-taken'}>
                <td className="figures">{number}</td>
                {problem === null ? (
                  <>
                    <td>{row.from}</td>
                    <td>{row.to}</td>
                    <td>{row.type}</td>
                    <td>{row.title}</td>
                    <td className="figures">{row.milestones}</td>
                    <td className="figures">{row.value}</td>
                    <td>{row.source}</td>
                  </>
                ) : (
                  <td colSpan={7}>{t('Not taken: {reason}', { reason: problem })}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Box({ isOn, onChange, children }: { isOn: boolean; onChange: (isOn: boolean) => void; children: string }) {
  return (
    <Checkbox className="checkbox" isSelected={isOn} onChange={onChange}>
      <span className="box" aria-hidden="true" />
      {children}
    </Checkbox>
  )
}
