import { t } from '../language/messages.ts'
import { useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { Icon } from './icons.tsx'
import { declineVersion, offeredVersion, onVersion } from './newVersion.ts'

/** Says, without getting in the way, that a newer version of the page can be had. */
export function NewVersion() {
  const take = useSyncExternalStore(onVersion, offeredVersion)
  return (
    <div className="new-version" role="status">
      {take && (
        <>
          <span>{t('A new version of Dyad is ready.')}</span>
          <Button className="button primary" onPress={take}>
            {t('Reload')}
          </Button>
          <Button className="icon-button" aria-label={t('Later')} onPress={declineVersion}>
            <Icon name="close" />
          </Button>
        </>
      )}
    </div>
  )
}
