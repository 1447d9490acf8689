import { t } from '../../language/messages.ts'
import { fixedInWords } from '../../language/numbers.ts'
import { Button } from 'react-aria-components'
import { communityName, type Network, type NetworkMeasure } from '../../network/networkMeasures.ts'
import { useSession } from '../useSession.ts'

/** What the measure that the table is sorted by means here, what it does not, and how it is computed. */
export function MeasureNote({ measure, network }: { measure: NetworkMeasure | null; network: Network }) {
  if (!measure)
    return <p className="muted measure-hint">{t('Choose the head of a column to read what it means here.')}</p>
  return (
    <div className="measure-note">
      <dl>
        <div>
          <dt>{t('What it means')}</dt>
          <dd>{measure.means}</dd>
        </div>
        <div>
          <dt>{t('What it doesn’t')}</dt>
          <dd>{measure.doesNot}</dd>
        </div>
      </dl>
      <p className="measure-method">
        {measure.method}{' '}
        {measure.sources.map(({ label, url }, i) => (
          <span key={url}>
            {i > 0 && t(', ')}
            <a href={url} target="_blank" rel="noreferrer">
              {label}
            </a>
          </span>
        ))}
      </p>
      {measure.id === 'community' && <CommunityList network={network} />}
    </div>
  )
}

/** The communities with their members, and how far the division is to be believed. */
function CommunityList({ network }: { network: Network }) {
  const { choices } = useSession()
  const { communities, modularity } = network.communities
  const division = {
    count: communities.length,
    modularity: fixedInWords(modularity, 2),
  }
  return (
    <>
      <p className="figures">
        {modularity < 0.3
          ? t(
              '{count, plural, =1 {One community} other {# communities}}, modularity {modularity}: the groups hardly stand apart.',
              division,
            )
          : t('{count, plural, =1 {One community} other {# communities}}, modularity {modularity}.', division)}
      </p>
      <ol className="communities">
        {communities.map((community) => (
          <li key={community.first}>
            <strong>{communityName(community, network.nameOf)}</strong>{' '}
            <span className="muted figures">{community.members.length}</span>{' '}
            {community.members.map((actor) => (
              <Button
                key={actor}
                className="link-button"
                onPress={() => choices.setState({ inspected: { kind: 'actor', id: actor } })}
              >
                {network.nameOf(actor)}
              </Button>
            ))}
          </li>
        ))}
      </ol>
    </>
  )
}
