import { showView } from '../../state/savedViews.ts'
import { savedViewsOf } from '../views/useSavedViews.ts'
import type { Command, CommandContext } from './command.ts'

/** What is done with saved views. */
export function savedCommands({ session, open }: CommandContext): Command[] {
  const { views } = savedViewsOf(session).state.getState()
  const loaded = session.texts.getState()
  const ofDataset = loaded.status === 'ready' ? loaded.texts.views : []
  return [
    {
      id: 'saved:save',
      group: 'Saved views',
      label: 'Save the present view',
      keywords: ['bookmark', 'keep'],
      keys: ['s'],
      isOffered: true,
      run: () => open('save-view'),
    },
    {
      id: 'saved:list',
      group: 'Saved views',
      label: 'Saved views',
      keywords: ['bookmarks', 'import', 'export'],
      isOffered: true,
      run: () => open('views'),
    },
    {
      id: 'saved:briefing',
      group: 'Saved views',
      label: 'Begin the briefing',
      keywords: ['slide show', 'present', 'full screen', 'walk through'],
      keys: ['b'],
      isOffered: views.length + ofDataset.length > 0,
      run: () => open('briefing'),
    },
    ...[...views, ...ofDataset].map((view, i): Command => ({
      id: `saved:show:${i}:${view.name}`,
      group: 'Saved views',
      label: `Restore “${view.name}”`,
      keywords: [view.name],
      isOffered: true,
      run: () => showView(session, view),
    })),
  ]
}
