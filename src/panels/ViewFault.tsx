import { Component, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { SessionContext } from './useSession.ts'

/**
 * Keeps a part of the page that fails from taking the rest with it: says so, tries anew with the next choice, and offers to
 * load the page again, since what could not be fetched once is not asked for twice.
 */
export class ViewFault extends Component<{ children: ReactNode }, { fault: Error | null }> {
  static override contextType = SessionContext
  declare context: React.ContextType<typeof SessionContext>
  override state = { fault: null as Error | null }
  private stop: (() => void) | undefined

  static getDerivedStateFromError(fault: Error) {
    return { fault }
  }

  override componentDidMount() {
    this.stop = this.context?.choices.subscribe(() => {
      if (this.state.fault) this.setState({ fault: null })
    })
  }

  override componentWillUnmount() {
    this.stop?.()
  }

  override render() {
    const { fault } = this.state
    if (!fault) return this.props.children
    return (
      <div className="view-fault" role="alert">
        <p>This part of the page could not be shown ({fault.message}). What you chose is kept in the address.</p>
        <Button className="button primary" onPress={() => location.reload()}>
          Load the page again
        </Button>
      </div>
    )
  }
}
