import { dateInWords } from '../../language/dates.ts'
import { listInWords } from '../../language/numbers.ts'
import { useMemo } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { citeInitiative, numberSources } from '../../formats/citations.ts'
import { isoDate } from '../../model/dates.ts'
import { figuresAt } from '../../model/known.ts'
import type { InitiativeOutline } from '../../model/outline.ts'
import type { Confidence, Nature, Valence } from '../../model/schema.ts'
import { dyadsAt, optionsAt } from '../../network/columns.ts'
import { OUTCOME_LABELS } from '../../network/filters.ts'
import { initiativeTitle, lifeOf, outcomeReason, subtypeLabel } from '../../network/profile.ts'
import { relationColour } from '../../scene/palette.ts'
import { LINE_STYLES } from '../../scene/strokes.ts'
import { EditButton } from '../editing/EditButton.tsx'
import { Icon } from '../icons.tsx'
import { LineSample } from '../LineSample.tsx'
import { useChoice, useDerived, useScheme, useSession, useTexts } from '../useSession.ts'
import { CiteMenu } from './CiteMenu.tsx'
import { Figures } from './Figures.tsx'
import { DetailsHeading, useActorName, useInspect } from './Inspecting.tsx'
import { LifeStrip } from './LifeStrip.tsx'
import { RelationLetter } from './Marks.tsx'
import { Milestones } from './Milestones.tsx'
import { SourceList } from './SourceList.tsx'

const NATURES: Record<Nature, string> = {
  output: 'Output: something that lasts',
  process: 'Process: a meeting, visit, exercise or declaration',
}
const VALENCES: Record<Valence, string> = {
  cooperation: 'Cooperation',
  conflict: 'Conflict: not counted among results',
}
const CONFIDENCES: Record<Confidence, string> = {
  high: 'High: official, or two independent sources agree',
  medium: 'Medium: one good source',
  low: 'Low: sources disagree, or are vague',
  unstated: 'Not stated in this dataset',
}

/**
 * An initiative as it stood at the as-of date: what it is, its life, its figures and every source.
 * @param cameFrom the dyad from whose list it was opened
 */
export function InitiativeDetails({ position, cameFrom }: { position: number; cameFrom: string | null }) {
  const { columns } = useSession()
  const { asOf, selection } = useDerived()
  const until = dateInWords(useChoice((choices) => choices.asOf))
  const texts = useTexts()
  const scheme = useScheme()
  const initiative = columns.outline.initiatives.at(position)!
  const own = texts?.initiatives.at(position)
  const type = columns.outline.relationTypes.find(({ id }) => id === initiative.type)
  const life = useMemo(() => lifeOf(initiative.milestones, asOf), [initiative, asOf])

  const figures = own && texts ? figuresAt(own.magnitudes, texts.sources, life, asOf) : []
  const laterFigures = (own?.magnitudes.length ?? 0) - figures.length
  const numbered = numberSources([
    ...life.marks.map(({ milestone }) => own?.milestones[milestone]?.sources ?? []),
    ...figures.map(({ sources }) => sources),
  ])
  const title = initiativeTitle(columns, texts, position)
  const hasBegun = life.marks.length > 0
  return (
    <>
      <Trail position={position} cameFrom={cameFrom} />
      <DetailsHeading>{title}</DetailsHeading>
      <p className="kind">
        <RelationLetter type={initiative.type} /> {type?.label ?? initiative.type} · {subtypeLabel(columns, initiative)}
      </p>
      <Direction initiative={initiative} />
      <p className="details-actions">
        <EditButton target={{ kind: 'initiative', id: initiative.id }} label="Edit this initiative" />
      </p>
      {hasBegun && !selection.passes(position) && (
        <p className="muted">The present filters leave it out of the graph.</p>
      )}
      <Facts position={position} />
      {own && hasBegun && <Summary text={own.summary} tellsOfLater={life.later > 0 || laterFigures > 0} />}
      {own && hasBegun && own.parties.length > 0 && (
        <p>
          <span className="muted">Parties:</span> {listInWords(own.parties)}
        </p>
      )}
      <section>
        <h3>Life</h3>
        <LifeStrip life={life} asOf={asOf} colour={relationColour(type, scheme)} />
        <Milestones initiative={initiative} life={life} own={own} numbered={numbered} sources={texts?.sources} />
        {life.later > 0 && (
          <p className="muted later">
            {life.later === 1
              ? `1 later milestone after ${until} is not shown`
              : `${life.later} later milestones after ${until} are not shown`}
          </p>
        )}
      </section>
      {texts && hasBegun && (
        <>
          <Figures figures={figures} later={laterFigures} until={until} numbered={numbered} sources={texts.sources} />
          <SourceList numbered={numbered} sources={texts.sources} />
        </>
      )}
      {own && hasBegun && own.tags.length > 0 && (
        <p className="tags muted">
          <span className="visually-hidden">Tags: </span>
          {own.tags.join(' · ')}
        </p>
      )}
      {texts && own && hasBegun && (
        <CiteMenu
          name={initiative.id}
          citation={citeInitiative({ id: initiative.id, title }, isoDate(asOf), columns.outline.citation)}
          sources={numbered.flatMap((id) => texts.sources[id] ?? [])}
        />
      )}
    </>
  )
}

/** The ways back: to the dyad it was opened from, else to one with the focus, and to the others that it belongs to. */
function Trail({ position, cameFrom }: { position: number; cameFrom: string | null }) {
  const { columns } = useSession()
  const focus = useChoice((choices) => choices.focus)
  const inspect = useInspect()
  const nameOf = useActorName()
  const dyads = dyadsAt(columns, position).map((dyad) => columns.dyads[dyad]!)
  const back =
    dyads.find(({ id }) => id === cameFrom) ?? dyads.find(({ a, b }) => a === focus || b === focus) ?? dyads[0]
  if (!back) return null
  return (
    <p className="trail">
      <Button
        className="link-button back"
        onPress={() => inspect({ kind: 'dyad', id: back.id, type: columns.outline.initiatives.at(position)!.type })}
      >
        <Icon name="chevron" /> {nameOf(back.a)} and {nameOf(back.b)}
      </Button>
    </p>
  )
}

/** "Russia → India", or "Russia – China and Mongolia" where nothing flows one way. */
function Direction({ initiative: { from, to, directed } }: { initiative: InitiativeOutline }) {
  const nameOf = useActorName()
  return (
    <p className="direction">
      {listInWords(from.map(nameOf))} <span aria-hidden="true">{directed ? '→' : '–'}</span>
      <span className="visually-hidden">{directed ? 'to' : 'and'}</span> {listInWords(to.map(nameOf))}
    </p>
  )
}

function Facts({ position }: { position: number }) {
  const { columns } = useSession()
  const { asOf, selection } = useDerived()
  const silentYears = useChoice((choices) => choices.silentYears)
  const until = dateInWords(useChoice((choices) => choices.asOf))
  const { milestones, valence, confidence } = columns.outline.initiatives.at(position)!
  const outcome = selection.outcomes.at(position)
  const nature = columns.options.nature[optionsAt(columns, 'nature', position)[0] ?? -1]?.value as Nature | undefined
  return (
    <dl className="initiative-facts">
      <dt>Outcome on {until}</dt>
      <dd className="outcome-fact">
        {outcome ? (
          <>
            <LineSample line={LINE_STYLES[outcome]} /> <strong>{OUTCOME_LABELS[outcome]}</strong>:{' '}
            {outcomeReason(milestones, asOf)}
            {selection.isSilent(position) && (
              <span className="silent-note">
                <strong>Silent</strong>: no milestone in these records for{' '}
                {silentYears === 1 ? 'a year' : `${silentYears} years`}. Nothing heard is not the same as nothing done.
              </span>
            )}
          </>
        ) : (
          'Not begun'
        )}
      </dd>
      {nature && (
        <>
          <dt>Nature</dt>
          <dd>{NATURES[nature]}</dd>
        </>
      )}
      <dt>Valence</dt>
      <dd className={valence === 'conflict' ? 'flagged' : undefined}>{VALENCES[valence]}</dd>
      <dt>Confidence</dt>
      <dd>{CONFIDENCES[confidence]}</dd>
    </dl>
  )
}

/** A summary was written with the whole life in view: it stays closed while there is something it must not give away. */
function Summary({ text, tellsOfLater }: { text: string; tellsOfLater: boolean }) {
  if (!tellsOfLater) return <p className="summary">{text}</p>
  return (
    <Disclosure className="later-summary">
      <Button slot="trigger" className="link-button">
        Summary, written with later events in view
      </Button>
      <DisclosurePanel>
        <p className="summary">{text}</p>
      </DisclosurePanel>
    </Disclosure>
  )
}
