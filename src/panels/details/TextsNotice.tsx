import { t } from '../../language/messages.ts'
import { Button } from 'react-aria-components'
import { useTextsState } from '../useSession.ts'

/** Says so while the texts are on their way, and offers another try where they could not be loaded. */
export function TextsNotice({ onRetry }: { onRetry?: () => void }) {
  const { status } = useTextsState()
  if (status === 'ready') return null
  if (status === 'loading') return <p className="muted texts-notice">{t('Loading the texts…')}</p>
  return (
    <p className="texts-notice">
      {t('The texts could not be loaded.')}{' '}
      {onRetry && (
        <Button className="link-button" onPress={onRetry}>
          {t('Try again')}
        </Button>
      )}
    </p>
  )
}
