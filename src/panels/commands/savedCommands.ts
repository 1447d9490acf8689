import { msg, t } from '../../language/messages.ts'
import { showView } from '../../state/savedViews.ts'
import { savedViewsOf } from '../views/useSavedViews.ts'
import { called, type Command, type CommandContext } from './command.ts'

/** What is done with saved views. */
export function savedCommands({ session, open }: CommandContext): Command[] {
  const { views } = savedViewsOf(session).state.getState()
  const loaded = session.texts.getState()
  const ofDataset = loaded.status === 'ready' ? loaded.texts.views : []
  return [
    {
      id: 'saved:save',
      group: 'saved',
      ...called(msg('Save the present view'), msg('bookmark, keep')),
      keys: ['s'],
      isOffered: true,
      run: () => open('save-view'),
    },
    {
      id: 'saved:list',
      group: 'saved',
      ...called(msg('Saved views'), msg('bookmarks, import, export')),
      isOffered: true,
      run: () => open('views'),
    },
    {
      id: 'saved:briefing',
      group: 'saved',
      ...called(msg('Begin the briefing'), msg('slide show, present, full screen, walk through')),
      keys: ['b'],
      isOffered: views.length + ofDataset.length > 0,
      run: () => open('briefing'),
    },
    ...[...views, ...ofDataset].map((view, i): Command => ({
      id: `saved:show:${i}:${view.name}`,
      group: 'saved',
      label: t('Restore “{view}”', { view: view.name }),
      keywords: [view.name],
      isOffered: true,
      run: () => showView(session, view),
    })),
  ]
}
