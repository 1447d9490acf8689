import { useEffect, useRef, useState } from 'react'
import { LANGUAGES, type LanguageId } from '../language/languages.ts'
import { language, t } from '../language/messages.ts'
import { useDatasets } from './datasetSwitch.ts'
import { Icon } from './icons.tsx'
import { MenuSelect } from './MenuSelect.tsx'
import { useSession } from './useSession.ts'

/** True while the page is made anew in another language: then the focus comes back to the menu, which is made anew too. */
let comesBack = false

/** Chooses the language of the page; each is called as its speakers call it. Nothing where the page is a part of another. */
export function LanguageMenu() {
  const datasets = useDatasets()
  const { notices } = useSession()
  const [isAsking, setAsking] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (comesBack) place.current?.querySelector('button')?.focus()
    comesBack = false
  }, [])
  if (!datasets) return null
  const choose = async (id: string) => {
    setAsking(true)
    comesBack = true
    try {
      await datasets.speak(id as LanguageId)
    } catch {
      comesBack = false
      const words = t('The language could not be fetched. Check the connection and try again.')
      notices.setState((others) => [words, ...others], true)
      setAsking(false)
    }
  }
  return (
    <div ref={place} className="language-menu">
      <MenuSelect
        className="language-select"
        label={t('Language')}
        isLabelHidden
        options={LANGUAGES.map(({ id, name, locale }) => ({ id, label: name, language: locale }))}
        value={language().id}
        onChange={(id) => void choose(id)}
        button={{ className: 'icon-button action', before: <Icon name="language" /> }}
        shown={isAsking ? '…' : language().id.toUpperCase()}
      />
    </div>
  )
}
