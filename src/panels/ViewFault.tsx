import { t } from '../language/messages.ts'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { faultInWords, partInWords, type Fault } from './faults/faultReport.ts'
import { FaultReport } from './faults/FaultReport.tsx'
import { addPageFault } from './faults/pageFaults.ts'
import { SessionContext } from './useSession.ts'

interface ViewFaultProps {
  /** What it is called in the report: "Filters". */
  part: string
  /**
   * Whether what stands around it can be used without it: where it fails nothing stands in its place, and the fault is told at
   * the foot of the page.
   */
  isOptional?: boolean
  /** Called once where it fails. */
  onFault?: () => void
  /** The class of the panel that it is: where it fails, its place and its name are kept. */
  panel?: string
  children: ReactNode
}

/**
 * Keeps a part of the page that fails from taking the rest with it: says so with a report, tries anew with the next choice,
 * and offers to load the page again, since what could not be fetched once is not asked for twice.
 */
export class ViewFault extends Component<ViewFaultProps, { faults: readonly Fault[] }> {
  static override contextType = SessionContext
  declare context: React.ContextType<typeof SessionContext>
  override state = { faults: [] as readonly Fault[] }
  private stop: (() => void) | undefined

  static getDerivedStateFromError(error: unknown) {
    return { faults: [{ part: '', error, components: '' }] }
  }

  override componentDidMount() {
    if (this.props.isOptional) return
    this.stop = this.context?.choices.subscribe(() => {
      if (this.state.faults.length > 0) this.setState({ faults: [] })
    })
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo) {
    const fault: Fault = { part: this.props.part, error, components: componentStack ?? '' }
    if (this.props.isOptional) addPageFault(fault)
    else this.setState({ faults: [fault] })
    this.props.onFault?.()
  }

  override componentWillUnmount() {
    this.stop?.()
  }

  override render() {
    const [fault] = this.state.faults
    if (!fault) return this.props.children
    const { part, panel, isOptional } = this.props
    if (isOptional) return null
    const words = (
      <div className="view-fault" role="alert">
        <p>
          {t('This part of the page could not be shown ({fault}). What you chose is kept in the address.', {
            fault: faultInWords(fault.error),
          })}
        </p>
        <div className="fault-actions">
          <Button className="button primary" onPress={() => this.setState({ faults: [] })}>
            {t('Try again')}
          </Button>
          <Button className="button" onPress={() => location.reload()}>
            {t('Load the page again')}
          </Button>
        </div>
        <FaultReport faults={this.state.faults} />
      </div>
    )
    if (panel === undefined) return words
    return (
      <section className={`panel ${panel}`} aria-label={partInWords(part)}>
        {words}
      </section>
    )
  }
}
