import { Component, type ReactNode } from 'react'
import { Button } from 'react-aria-components'

/**
 * Keeps a view that fails from taking the page with it: says so, and offers to load the page again, since a part that could
 * not be fetched once is not asked for twice.
 */
export class ViewFault extends Component<{ children: ReactNode }, { fault: Error | null }> {
  override state = { fault: null as Error | null }

  static getDerivedStateFromError(fault: Error) {
    return { fault }
  }

  override render() {
    const { fault } = this.state
    if (!fault) return this.props.children
    return (
      <div className="view-fault" role="alert">
        <p>This view could not be shown ({fault.message}). What you chose stands in the address: it comes back.</p>
        <Button className="button primary" onPress={() => location.reload()}>
          Load the page again
        </Button>
      </div>
    )
  }
}
