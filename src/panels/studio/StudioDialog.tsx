import { msg, t } from '../../language/messages.ts'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { DialogState } from '../Dialogs.tsx'
import type { GraphView } from '../graphView.ts'
import { Icon } from '../icons.tsx'
import { useSession } from '../useSession.ts'
import { CopyForm } from './CopyForm.tsx'
import { EmbedForm } from './EmbedForm.tsx'
import { FilmTab, ReportTab } from './otherTabs.tsx'
import { PictureTab } from './PictureTab.tsx'
import { openStudio } from './openStudio.ts'
import '../dialogs.css'
import './studio.css'

// The writers of all formats are fetched when they are asked for.
const DataForm = lazy(() => import('./DataForm.tsx').then(({ DataForm: own }) => ({ default: own })))

/** The picture studio: what is chosen as a picture, with a preview of exactly what will be saved. */
export function StudioDialog({ view, isOpen, onOpenChange }: DialogState & { view: GraphView }) {
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="modal studio-modal">
        <Dialog className="dialog studio">
          <StudioTabs view={view} onClose={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

const TABS = [
  { id: 'picture', label: msg('Picture') },
  { id: 'film', label: msg('Film') },
  { id: 'report', label: msg('Report') },
  { id: 'copy', label: msg('Interactive copy') },
  { id: 'embed', label: msg('Embed') },
  { id: 'data', label: msg('Data') },
] as const

function StudioTabs({ view, onClose }: { view: GraphView; onClose: () => void }) {
  const session = useSession()
  const studio = useMemo(() => openStudio(session, view), [session, view])
  const [tab, setTab] = useState<string>('picture')
  const head = useRef<HTMLDivElement>(null)
  // On a phone there is no room for all tabs at once.
  useEffect(() => {
    const chosen = head.current?.querySelector(`[role=tab][data-key="${tab}"]`)
    chosen?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [tab])
  return (
    <Tabs className="studio-tabs" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
      <div className="studio-head" ref={head}>
        <Heading slot="title">{t('Export')}</Heading>
        <TabList className="studio-tablist" aria-label={t('What to export')}>
          {TABS.map(({ id, label }) => (
            <Tab key={id} id={id} className="studio-tab">
              {t(label)}
            </Tab>
          ))}
        </TabList>
        <Button className="icon-button" aria-label={t('Close')} onPress={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      <TabPanel id="picture" className="studio-panel">
        <PictureTab studio={studio} />
      </TabPanel>
      <TabPanel id="film" className="studio-panel">
        <FilmTab studio={studio} />
      </TabPanel>
      <TabPanel id="report" className="studio-panel">
        <ReportTab studio={studio} />
      </TabPanel>
      <TabPanel id="copy" className="studio-panel">
        <CopyForm />
      </TabPanel>
      <TabPanel id="embed" className="studio-panel">
        <EmbedForm />
      </TabPanel>
      <TabPanel id="data" className="studio-panel">
        <Suspense fallback={<p className="muted studio-nothing">{t('Loading…')}</p>}>
          <DataForm />
        </Suspense>
      </TabPanel>
    </Tabs>
  )
}
