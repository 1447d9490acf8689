import { Button, type ButtonProps } from 'react-aria-components'
import { useFirstFocus } from './useFirstFocus.ts'

/** The button that has the focus when it appears, see {@link useFirstFocus}. */
export function FirstButton(props: ButtonProps) {
  return <Button {...props} ref={useFirstFocus<HTMLButtonElement>()} />
}
