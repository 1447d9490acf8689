import { t } from '../language/messages.ts'
import { ToggleButton } from 'react-aria-components'
import { suppliersSeries } from '../network/membership.ts'
import { MembersMenu } from './MembersMenu.tsx'
import { MostLinks } from './MostLinks.tsx'
import { useChoice, useSession, useTexts } from './useSession.ts'
import { WidthAndSize } from './WidthAndSize.tsx'

/** What is drawn around the ties of the Network, and what widths and sizes stand for. */
export function StageMenus() {
  return (
    <>
      <MembersMenu />
      <Suppliers />
      <WidthAndSize />
      <MostLinks />
    </>
  )
}

/** The other suppliers of arms, so that the share of the focus is seen against theirs: all in one measure. */
function Suppliers() {
  const { choices } = useSession()
  const texts = useTexts()
  const isOn = useChoice((present) => present.hasSuppliers)
  const series = texts && suppliersSeries(texts)
  if (!series) return null
  return (
    <ToggleButton
      className="button small-button"
      isSelected={isOn}
      onChange={(on) =>
        choices.setState(({ width }) => ({
          hasSuppliers: on,
          width: on ? series.id : width === series.id ? 'initiatives' : width,
        }))
      }
    >
      {t('Other suppliers')}
    </ToggleButton>
  )
}
