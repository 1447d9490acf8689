import { Button } from 'react-aria-components'
import { useTextsState } from '../useSession.ts'

/** Says so while the texts are on their way, and offers another try where they could not be loaded. */
export function TextsNotice({ onRetry }: { onRetry?: () => void }) {
  const { status } = useTextsState()
  if (status === 'ready') return null
  if (status === 'loading') return <p className="muted texts-notice">Loading the texts…</p>
  return (
    <p className="texts-notice">
      The texts could not be loaded.{' '}
      {onRetry && (
        <Button className="link-button" onPress={onRetry}>
          Try again
        </Button>
      )}
    </p>
  )
}
