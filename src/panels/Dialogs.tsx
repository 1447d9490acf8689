import { msg, t, type Message } from '../language/messages.ts'
import { countInWords } from '../network/words.ts'
import { useState, type ReactNode } from 'react'
import { Button, Checkbox, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { hasSingleKeys, setSingleKeys } from './commands/singleKeys.ts'
import { ChoiceRadios } from './ChoiceRadios.tsx'
import { copyText } from './copyText.ts'
import { useDatasets } from './datasetSwitch.ts'
import { Icon } from './icons.tsx'
import { MenuSelect } from './MenuSelect.tsx'
import { useChoice, useSession } from './useSession.ts'
import './dialogs.css'

export interface DialogState {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** A dialog over the page, with its title and a way out. */
export function PlainDialog({
  title,
  isOpen,
  onOpenChange,
  children,
}: DialogState & { title: string; children: ReactNode }) {
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="modal">
        <Dialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button className="icon-button" aria-label={t('Close')} onPress={() => onOpenChange(false)}>
              <Icon name="close" />
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The link that reopens the same screen. */
export function ShareDialog(state: DialogState) {
  const { derive } = useSession()
  const datasets = useDatasets()
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  const copy = async () => setCopied((await copyText(location.href)) ? 'yes' : 'refused')
  return (
    <PlainDialog
      title={t('Share this view')}
      isOpen={state.isOpen}
      onOpenChange={(isOpen) => {
        setCopied('no')
        state.onOpenChange(isOpen)
      }}
    >
      <p className="muted">{state.isOpen && derive().sentence}</p>
      <label className="field">
        <span>{t('Link')}</span>
        <input readOnly value={location.href} onFocus={(event) => event.currentTarget.select()} />
      </label>
      {location.protocol === 'file:' && (
        <p className="small">
          {t(
            'This page was opened from disk: the link leads to that file, and opens on this machine only. What stands after the # shows the same on any page of Dyad.',
          )}
        </p>
      )}
      {datasets && !datasets.isOwn && (
        <p className="small">
          {t(
            'This dataset is kept in this browser only, and the link opens it nowhere else. To hand it on, export an interactive copy, or the data.',
          )}
        </p>
      )}
      <div className="dialog-actions">
        <span role="status">
          {copied === 'yes' && t('Copied.')}
          {copied === 'refused' && t('This browser does not let the page copy: select the link and copy it yourself.')}
        </span>
        <Button className="button primary" onPress={copy}>
          {t('Copy the link')}
        </Button>
      </div>
    </PlainDialog>
  )
}

/** After how many years without a milestone a pending initiative can be called silent. */
const SILENT_CHOICES = [1, 2, 3, 5, 7, 10, 15]

/** The number of years; part of the link, since numbers on the screen depend on it. */
export function SilentYears() {
  const { choices } = useSession()
  const years = useChoice((present) => present.silentYears)
  const offered = [...new Set([...SILENT_CHOICES, years])].sort((x, y) => x - y)
  return (
    <MenuSelect
      className="silent-years"
      label={t('A pending initiative is called silent after')}
      options={offered.map((own) => ({ id: String(own), label: countInWords(own, 'year') }))}
      value={String(years)}
      onChange={(id) => choices.setState({ silentYears: Number(id) })}
    />
  )
}

/** Whether shortcuts of a single sign work. */
function SingleKeys() {
  const [isOn, setOn] = useState(hasSingleKeys)
  const set = (own: boolean) => {
    setSingleKeys(own)
    setOn(own)
  }
  return (
    <Checkbox className="checkbox" isSelected={isOn} onChange={set}>
      <span className="box" aria-hidden="true" />
      {t('Keyboard shortcuts of a single sign, such as ? and /')}
    </Checkbox>
  )
}

/** Light, dark, or as the machine has it. */
export type SchemeWish = 'system' | 'light' | 'dark'

const SCHEME_WISHES = [
  { id: 'system', label: msg('As the system') },
  { id: 'light', label: msg('Light') },
  { id: 'dark', label: msg('Dark') },
] as const satisfies readonly { id: SchemeWish; label: Message }[]

/** What the reader prefers; kept in this browser and not in the link. */
export function SettingsDialog({
  wish,
  onWish,
  onAbout,
  onTour,
  ...state
}: DialogState & { wish: SchemeWish; onWish: (wish: SchemeWish) => void; onAbout: () => void; onTour: () => void }) {
  return (
    <PlainDialog title={t('Settings')} {...state}>
      <ChoiceRadios
        label={t('Appearance')}
        options={SCHEME_WISHES.map(({ id, label }) => ({ id, label: t(label) }))}
        value={wish}
        onChange={onWish}
      />
      <SilentYears />
      <SingleKeys />
      <p>
        <Button className="button" onPress={onAbout}>
          {t('About this data')}
        </Button>{' '}
        <Button className="button" onPress={onTour}>
          {t('Take the tour')}
        </Button>
      </p>
    </PlainDialog>
  )
}
