import { t } from '../../language/messages.ts'
import { listInWords } from '../../language/numbers.ts'
import { useMemo, useRef } from 'react'
import { Button } from 'react-aria-components'
import { comparePartners, partnersByWeight, type Column } from '../../network/compare.ts'
import { initiativesInWords } from '../../network/words.ts'
import { COMPARED } from '../../state/choices.ts'
import { useActorName } from '../details/Inspecting.tsx'
import { Emptiness } from '../Emptiness.tsx'
import { Icon } from '../icons.tsx'
import { MenuSelect } from '../MenuSelect.tsx'
import { useChoice, useDerived, useSession, useTexts } from '../useSession.ts'
import { NumberButton, SectionRow } from './Cells.tsx'
import { LargestRow, NewestRow, OnlyRow } from './NamedRows.tsx'
import { OutcomeRows } from './OutcomeRows.tsx'
import { SeriesRows } from './SeriesRows.tsx'
import './compare.css'

/** The Compare view: two to four partners of the focus side by side. */
export function Compare() {
  const { choices, columns } = useSession()
  const { selection, links } = useDerived()
  const texts = useTexts()
  const focus = useChoice((present) => present.focus)
  const chosen = useChoice((present) => present.compared)
  const nameOf = useActorName()
  const heading = useRef<HTMLHeadingElement>(null)
  const input = useMemo(() => ({ columns, selection, links, texts }), [columns, selection, links, texts])
  const compared = useMemo(
    () =>
      comparePartners(
        input,
        focus,
        chosen.filter((id) => id !== focus),
      ),
    [input, focus, chosen],
  )
  const weights = useMemo(() => partnersByWeight(input, focus), [input, focus])
  if (selection.size === 0) {
    return (
      <div className="compare-empty">
        <Emptiness />
      </div>
    )
  }
  const set = (partners: readonly string[]) => {
    choices.setState({ compared: partners })
    // The control that was pressed may be gone.
    heading.current?.focus()
  }
  const begin = weights.slice(0, COMPARED.least)
  const partners = compared.map(({ partner }) => partner)
  return (
    <div className="compare">
      <h2 ref={heading} tabIndex={-1}>
        {partners.length > 0
          ? t('{partners} as {count, plural, one {a partner} other {partners}} of {focus}', {
              partners: listInWords(partners.map(nameOf)),
              count: partners.length,
              focus: nameOf(focus),
            })
          : t('Compare partners of {focus}', { focus: nameOf(focus) })}
      </h2>
      {partners.length < COMPARED.least && (
        <p className="compare-lead">
          {t(
            'Two to {most, plural, =4 {four} other {#}} partners stand side by side: what was promised and delivered by relation type, what flowed year by year, the newest and the largest initiatives, and what only one of them has. All of it follows the filters and the as-of date.',
            { most: COMPARED.most },
          )}
        </p>
      )}
      <div className="compare-controls">
        {partners.length === 0 && begin.length === COMPARED.least && (
          <Button className="button primary" onPress={() => set(begin)}>
            {t('Begin with {partners}', { partners: listInWords(begin.map(nameOf)) })}
          </Button>
        )}
        {partners.length < COMPARED.most ? (
          <AddPartner
            partners={weights.filter((id) => !partners.includes(id))}
            onAdd={(id) => choices.setState({ compared: [...partners, id] })}
          />
        ) : (
          <p className="muted">{t('At most {most, plural, =4 {four} other {#}} at once.', { most: COMPARED.most })}</p>
        )}
      </div>
      {compared.length > 0 && (
        <ComparedTable compared={compared} onRemove={(partner) => set(partners.filter((id) => id !== partner))} />
      )}
    </div>
  )
}

function AddPartner({ partners, onAdd }: { partners: readonly string[]; onAdd: (id: string) => void }) {
  const nameOf = useActorName()
  if (partners.length === 0) return null
  return (
    <MenuSelect
      className="add-partner"
      menuClassName="add-partner-menu"
      label={t('Add a partner')}
      isLabelHidden
      placeholder={t('Add a partner')}
      options={partners.map((id) => ({ id, label: nameOf(id) }))}
      value={null}
      onChange={onAdd}
      button={{ className: 'button', before: <Icon name="plus" /> }}
    />
  )
}

function ComparedTable({ compared, onRemove }: { compared: readonly Column[]; onRemove: (partner: string) => void }) {
  const { choices, columns } = useSession()
  const nameOf = useActorName()
  return (
    <div className="compare-scroll">
      <table className="compare-table" style={{ '--columns': compared.length } as React.CSSProperties}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('What is compared')}</span>
            </th>
            {compared.map(({ partner, dyad, initiatives }) => (
              <th key={partner} scope="col">
                <span className="partner-head">
                  <Button
                    className="link-button partner-name"
                    onPress={() => choices.setState({ inspected: { kind: 'dyad', id: dyad } })}
                  >
                    {nameOf(partner)}
                  </Button>
                  <Button
                    className="icon-button remove"
                    aria-label={t('Remove {partner}', { partner: nameOf(partner) })}
                    onPress={() => onRemove(partner)}
                  >
                    <Icon name="close" />
                  </Button>
                </span>
                <span className="partner-count">
                  {initiatives.length > 0 ? (
                    <NumberButton slice={{ dyad }}>{initiativesInWords(initiatives.length)}</NumberButton>
                  ) : (
                    <span className="muted">{t('no initiative in this selection')}</span>
                  )}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <OutcomeRows compared={compared} types={columns.outline.relationTypes} />
        <SeriesRows compared={compared} />
        <tbody>
          <SectionRow title={t('Initiatives by name')} columns={compared.length} />
          <NewestRow compared={compared} />
          <LargestRow compared={compared} />
          {compared.length > 1 && <OnlyRow compared={compared} />}
        </tbody>
      </table>
    </div>
  )
}
