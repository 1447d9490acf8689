import { dataLanguage, msg, t, type Message } from '../../language/messages.ts'
import { nameOf } from '../../model/actorNames.ts'
import { CITATION_FORMATS } from '../../formats/citations.ts'
import { copyText } from '../copyText.ts'
import { saveSlice, sourcesOf } from '../details/saveSlice.ts'
import { saveText } from '../details/saveText.ts'
import type { SchemeWish } from '../Dialogs.tsx'
import { called, otherWords, type Command, type CommandContext } from './command.ts'
import { focusOn } from '../pointedAt.ts'
import { saySoon } from './saySoon.ts'

/** What the Details show. */
export function goCommands({ session }: CommandContext): Command[] {
  const { choices, columns } = session
  const { inspected, focus } = choices.getState()
  const partners = columns.outline.actors.filter(({ tier }) => tier === 'core')
  return [
    {
      id: 'go:findings',
      group: 'go',
      ...called(msg('Read the findings'), msg('summary, what it comes to')),
      isOffered: session.derive().selection.size > 0,
      run: () => choices.setState({ inspected: { kind: 'findings' } }),
    },
    {
      id: 'go:list',
      group: 'go',
      ...called(msg('List the initiatives in the selection'), msg('all')),
      isOffered: true,
      run: () => choices.setState({ inspected: { kind: 'slice', slice: {} } }),
    },
    {
      id: 'go:back',
      group: 'go',
      ...called(msg('Close what is inspected'), msg('Details, nothing')),
      keys: ['Escape'],
      isOffered: inspected !== null,
      run: () => choices.setState({ inspected: null }),
    },
    ...partners.map((actor): Command => ({
      id: `go:focus:${actor.id}`,
      group: 'go',
      label: t('Put {actor} in the middle', { actor: nameOf(actor) }),
      keywords: otherWords(msg('focus, centre'), ...(dataLanguage() === undefined ? [] : [actor.names.en])),
      isOffered: focus !== actor.id,
      run: () => focusOn(session, actor.id),
    })),
  ]
}

/** What can be taken away. */
export function exportCommands({ session, view, open }: CommandContext): Command[] {
  const { columns, derive, texts } = session
  const derived = derive()
  const { initiatives } = derived.selection
  const loaded = texts.getState()
  const known = loaded.status === 'ready' ? loaded.texts : null
  const count = initiatives.length
  return [
    {
      id: 'export:picture',
      group: 'export',
      ...called(msg('Export a picture'), msg('save, download, PNG, SVG, image')),
      isOffered: true,
      run: () => open('export'),
    },
    {
      id: 'export:csv',
      group: 'export',
      ...called(msg('Save the selection as CSV'), msg('export, download, table, initiatives')),
      isOffered: initiatives.length > 0,
      run: async () => {
        const file = await saveSlice({ columns, derived, texts: known, initiatives, name: 'selection' })
        saySoon(t('Saved {count, plural, one {# initiative} other {# initiatives}} as {file}.', { count, file }))
      },
    },
    ...CITATION_FORMATS.map(({ label, extension, mediaType, write }): Command => ({
      id: `export:${extension}`,
      group: 'export',
      label: t('Save the sources of the selection as {format}', { format: label }),
      keywords: otherWords(msg('export, download, cite, citations, references')),
      isOffered: known !== null && initiatives.length > 0,
      run: () => {
        const sources = sourcesOf(known!, initiatives)
        const file = `dyad-sources.${extension}`
        saveText(file, write(sources), mediaType)
        saySoon(
          t(
            'Saved the {sources, plural, one {# source} other {# sources}} of {count, plural, one {# initiative} other {# initiatives}} as {file}.',
            { sources: sources.length, count, file },
          ),
        )
      },
    })),
    {
      id: 'export:link',
      group: 'export',
      ...called(msg('Copy the link'), msg('share, address, URL')),
      isOffered: true,
      run: async () => {
        // Where the browser does not let the page copy, the link can be taken from the dialog.
        if (await copyText(location.href)) saySoon(t('The link was copied.'))
        else open('share')
      },
    },
    {
      id: 'export:print',
      group: 'export',
      ...called(msg('Print the view with its sources'), msg('paper, PDF')),
      keys: ['Mod+P'],
      worksInFields: true,
      isOffered: true,
      run: async () => (await import('../print/printing.tsx')).printView(session, view),
    },
    {
      id: 'export:share',
      group: 'export',
      ...called(msg('Share'), msg('link, address, URL')),
      isOffered: true,
      run: () => open('share'),
    },
  ]
}

const SCHEMES: Record<SchemeWish, Message> = {
  light: msg('Light'),
  dark: msg('Dark'),
  system: msg('Light or dark as the system has it'),
}

/** The page itself. */
export function pageCommands({ session, open, wish, onWish }: CommandContext): Command[] {
  const { undo, redo, pastStates, futureStates } = session.choices.temporal.getState()
  return [
    {
      id: 'page:search',
      group: 'page',
      label: t('Search, and find a command'),
      keywords: [],
      keys: ['Mod+K', '/'],
      worksInFields: true,
      isOffered: true,
      run: () => open('search'),
    },
    {
      id: 'page:undo',
      group: 'page',
      ...called(msg('Undo'), msg('back')),
      keys: ['Mod+Z'],
      isOffered: pastStates.length > 0,
      run: () => undo(),
    },
    {
      id: 'page:redo',
      group: 'page',
      ...called(msg('Redo'), msg('again')),
      keys: ['Mod+Shift+Z'],
      isOffered: futureStates.length > 0,
      run: () => redo(),
    },
    {
      id: 'page:data',
      group: 'page',
      ...called(
        msg('Add data, or open another dataset'),
        msg('import, open, file, CSV, Excel, GEXF, GraphML, SIPRI, Comtrade, upload, datasets'),
      ),
      isOffered: session.edition === null,
      run: () => open('data'),
    },
    {
      id: 'page:shortcuts',
      group: 'page',
      ...called(msg('Keyboard shortcuts'), msg('keys, help')),
      keys: ['?'],
      isOffered: true,
      run: () => open('shortcuts'),
    },
    {
      id: 'page:settings',
      group: 'page',
      ...called(msg('Settings'), msg('preferences')),
      isOffered: true,
      run: () => open('settings'),
    },
    {
      id: 'page:about',
      group: 'page',
      ...called(msg('About this data'), msg('codebook, stages, outcomes, method, how to cite, licence, version, help')),
      isOffered: true,
      run: () => open('about'),
    },
    {
      id: 'page:tour',
      group: 'page',
      ...called(msg('Take the tour'), msg('help, how to use, introduction, begin')),
      isOffered: true,
      run: () => open('tour'),
    },
    ...(Object.keys(SCHEMES) as SchemeWish[]).map((own): Command => ({
      id: `page:${own}`,
      group: 'page',
      ...called(SCHEMES[own], msg('appearance, scheme, colours, theme')),
      isOffered: wish !== own,
      run: () => onWish(own),
    })),
  ]
}
