import { t } from '../../language/messages.ts'
import { Button } from 'react-aria-components'
import { useEdit, type EditTarget } from './editTarget.ts'

/** Opens the form of what stands beside it; nothing where nothing is edited. */
export function EditButton({ target, label }: { target: EditTarget; label: string }) {
  const edit = useEdit()
  if (!edit) return null
  return (
    <Button className="link-button small-link" aria-label={label} onPress={() => edit(target)}>
      {t('Edit')}
    </Button>
  )
}
