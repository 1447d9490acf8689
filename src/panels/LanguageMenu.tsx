import { useState } from 'react'
import { LANGUAGES, type LanguageId } from '../language/languages.ts'
import { language, t } from '../language/messages.ts'
import { useDatasets } from './datasetSwitch.ts'
import { Icon } from './icons.tsx'
import { MenuSelect } from './MenuSelect.tsx'
import { useSession } from './useSession.ts'

/** Marks the menu of languages, so that the focus comes back to it once all is said in another one. */
const PLACE = 'language-menu'

/** Chooses the language of the page; each is called as its speakers call it. Nothing where the page is a part of another. */
export function LanguageMenu() {
  const datasets = useDatasets()
  const { notices } = useSession()
  const [isAsking, setAsking] = useState(false)
  if (!datasets) return null
  const choose = async (id: string) => {
    setAsking(true)
    try {
      await datasets.speak(id as LanguageId)
      // All panels were made anew, the menu among them.
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`.${PLACE} button`)?.focus())
    } catch {
      const words = t('The language could not be fetched. Check the connection and try again.')
      notices.setState((others) => [words, ...others], true)
      setAsking(false)
    }
  }
  return (
    <MenuSelect
      className={PLACE}
      label={t('Language')}
      isLabelHidden
      options={LANGUAGES.map(({ id, name, locale }) => ({ id, label: name, language: locale }))}
      value={language().id}
      onChange={(id) => void choose(id)}
      button={{ className: 'icon-button action', before: <Icon name="language" /> }}
      shown={isAsking ? '…' : language().id.toUpperCase()}
    />
  )
}
