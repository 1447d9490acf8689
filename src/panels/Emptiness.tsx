import { dateInWords } from '../language/dates.ts'
import { Button } from 'react-aria-components'
import { NO_FILTERS } from '../network/filters.ts'
import { relaxations, type Relaxation } from '../network/relax.ts'
import { initiativesInWords } from '../network/words.ts'
import { useChoice, useDerived, useMay, useSession } from './useSession.ts'

const PART_WORDS: Record<Relaxation['part'], string> = {
  type: 'the relation types',
  subtype: 'the subtypes',
  outcome: 'the outcomes',
  nature: 'the nature',
  valence: 'the valence',
  partner: 'the partners',
  confidence: 'the confidence',
  sourceKind: 'the kinds of source',
  period: 'the period',
  text: 'the words',
}

/** Why nothing is shown, and the ways back. */
export function Emptiness() {
  const session = useSession()
  const filters = useChoice((present) => present.filters)
  const asOf = useChoice((present) => present.asOf)
  const { selection } = useDerived()
  const { columns, choices } = session
  const [mayDate, mayFilter] = [useMay('asof'), useMay('filters')]
  if (selection.begun === 0) {
    return (
      <div className="emptiness">
        <h2>Nothing had begun yet</h2>
        <p>No initiative of this dataset had begun by {dateInWords(asOf)}.</p>
        {mayDate && (
          <Button className="button primary" onPress={() => choices.setState({ asOf: columns.outline.asOf })}>
            Go to {dateInWords(columns.outline.asOf)}
          </Button>
        )}
      </div>
    )
  }
  const ways = relaxations(columns, filters, selection.asOf, session.matches()).slice(0, 3)
  return (
    <div className="emptiness">
      <h2>Nothing passes these filters</h2>
      <p>
        {initiativesInWords(selection.begun)} had begun by {dateInWords(asOf)},{' '}
        {ways.length > 0
          ? 'but none passes all of these filters together.'
          : 'but no single filter lets any of them through.'}
      </p>
      {mayFilter && (
        <div className="ways">
          {ways.map((way) => (
            <Button key={way.part} className="button" onPress={() => choices.setState({ filters: way.filters })}>
              Without {PART_WORDS[way.part]}: {way.initiatives}
            </Button>
          ))}
          <Button className="button primary" onPress={() => choices.setState({ filters: NO_FILTERS })}>
            Clear all filters
          </Button>
        </div>
      )}
    </div>
  )
}
