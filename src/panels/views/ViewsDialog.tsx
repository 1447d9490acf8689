import { dataLanguage, t } from '../../language/messages.ts'
import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { NamedView } from '../../model/view.ts'
import { addViews, showView } from '../../state/savedViews.ts'
import type { OpenDialog } from '../commands/command.ts'
import { PlainDialog, type DialogState } from '../Dialogs.tsx'
import { useSession, useTexts } from '../useSession.ts'
import { SaveForm } from './SaveForm.tsx'
import { useSavedViews } from './useSavedViews.ts'
import { ViewFiles } from './ViewFiles.tsx'
import { ViewList } from './ViewList.tsx'
import { ViewWords } from './ViewWords.tsx'
import './views.css'

interface ViewsDialogProps extends DialogState {
  /** True where it was opened to save the present view. */
  isSaving: boolean
  open: (dialog: OpenDialog) => void
}

/** The saved views: the present one is saved, those of the person are kept in order, and any is shown again. */
export function ViewsDialog({ isSaving, open, ...state }: ViewsDialogProps) {
  return (
    <PlainDialog title={t('Saved views')} {...state}>
      <Views isSaving={isSaving} open={open} onDone={() => state.onOpenChange(false)} />
    </PlainDialog>
  )
}

function Views({ isSaving, open, onDone }: Pick<ViewsDialogProps, 'isSaving' | 'open'> & { onDone: () => void }) {
  const session = useSession()
  const texts = useTexts()
  const { views, trouble, saved } = useSavedViews()
  const show = (view: NamedView) => {
    showView(session, view)
    onDone()
  }
  return (
    <div className="saved-views">
      <SaveForm isFirst={isSaving} />
      <LastDone />
      {trouble && (
        <p className="views-trouble" role="alert">
          {trouble}
        </p>
      )}
      <Part
        title={t('Yours')}
        actions={<ViewFiles />}
        briefing={views.length > 0 ? () => open('briefing') : null}
        nothing={views.length === 0 && t('None yet. They are kept in this browser, and can be taken along as a file.')}
      >
        <ViewList onShow={show} />
      </Part>
      {texts && texts.views.length > 0 && (
        <Part title={t('From the dataset')} briefing={() => open('dataset-briefing')}>
          <ol className="view-list">
            {texts.views.map((view) => (
              <li key={view.name} className="view-row">
                <ViewWords view={view} language={dataLanguage()} />
                <div className="view-actions">
                  <Button
                    className="button small-button"
                    aria-label={t('Restore “{view}”', { view: view.name })}
                    onPress={() => show(view)}
                  >
                    {t('Restore')}
                  </Button>
                  <Button
                    className="link-button"
                    aria-label={t('Copy “{view}” to yours', { view: view.name })}
                    onPress={() => saved.set(addViews(views, [view]), t('Copied “{view}”.', { view: view.name }))}
                  >
                    {t('Copy to yours')}
                  </Button>
                </div>
              </li>
            ))}
          </ol>
        </Part>
      )}
    </div>
  )
}

interface PartProps {
  title: string
  actions?: ReactNode
  /** Begins to walk through these views; `null` where there are none. */
  briefing: (() => void) | null
  nothing?: string | false
  children: ReactNode
}

function Part({ title, actions, briefing, nothing, children }: PartProps) {
  return (
    <section className="views-part" aria-label={title}>
      <header className="views-part-head">
        <h3 tabIndex={-1}>{title}</h3>
        {actions}
        {briefing && (
          <Button
            className="button small-button"
            aria-label={t('Briefing: {views}', { views: title })}
            onPress={briefing}
          >
            {t('Briefing')}
          </Button>
        )}
      </header>
      {nothing ? <p className="muted small">{nothing}</p> : children}
    </section>
  )
}

/** What was done last, with the way back. */
function LastDone() {
  const { last, saved } = useSavedViews()
  const undo = useRef<HTMLButtonElement>(null)
  const takeBack = () => {
    saved.undo()
    // This button goes: the list that it changed has the focus.
    undo.current?.closest('.saved-views')?.querySelector<HTMLElement>('.views-part h3')?.focus()
  }
  useEffect(() => {
    // The button that was pressed may have gone with its row.
    if (last && document.activeElement === document.body) undo.current?.focus()
  }, [last])
  return (
    <div className="views-last">
      <span role="status">{last?.words}</span>
      {last && (
        <Button ref={undo} className="link-button" onPress={takeBack}>
          {t('Undo')}
        </Button>
      )}
    </div>
  )
}
