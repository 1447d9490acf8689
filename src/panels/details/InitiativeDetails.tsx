import { dateInWords } from '../../language/dates.ts'
import { dataLanguage, inParts, known, msg, t, type Message } from '../../language/messages.ts'
import { listInWords } from '../../language/numbers.ts'
import { useMemo, type ReactNode } from 'react'
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
import { rich, STRESSED } from '../rich.tsx'
import { useChoice, useChoiceLater, useDerived, useScheme, useSession, useTexts } from '../useSession.ts'
import { CiteMenu } from './CiteMenu.tsx'
import { Figures } from './Figures.tsx'
import { DetailsHeading, useActorName, useInspect } from './Inspecting.tsx'
import { LifeStrip } from './LifeStrip.tsx'
import { RelationLetter } from './Marks.tsx'
import { Milestones } from './Milestones.tsx'
import { SourceList } from './SourceList.tsx'

const NATURES: Record<Nature, Message> = {
  output: msg('Output: something that lasts'),
  process: msg('Process: a meeting, visit, exercise or declaration'),
}
const VALENCES: Record<Valence, Message> = {
  cooperation: msg('Cooperation'),
  conflict: msg('Conflict: not counted among results'),
}
const CONFIDENCES: Record<Confidence, Message> = {
  high: msg('High: official, or two independent sources agree'),
  medium: msg('Medium: one good source'),
  low: msg('Low: sources disagree, or are vague'),
  unstated: msg('Not stated in this dataset'),
}

const PARTIES = {
  label: (words: ReactNode) => <span className="muted">{words}</span>,
  names: (words: ReactNode) => <span lang={dataLanguage()}>{words}</span>,
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
      <DetailsHeading lang={own && dataLanguage()}>{title}</DetailsHeading>
      <p className="kind">
        <RelationLetter type={initiative.type} /> {known(type?.label ?? initiative.type)} ·{' '}
        {subtypeLabel(columns, initiative)}
      </p>
      <Direction initiative={initiative} />
      <p className="details-actions">
        <EditButton target={{ kind: 'initiative', id: initiative.id }} label={t('Edit this initiative')} />
      </p>
      {hasBegun && !selection.passes(position) && (
        <p className="muted">{t('The present filters leave it out of the graph.')}</p>
      )}
      <Facts position={position} />
      {own && hasBegun && <Summary text={own.summary} tellsOfLater={life.later > 0 || laterFigures > 0} />}
      {own && hasBegun && own.parties.length > 0 && (
        <p>
          {rich(
            inParts('<label>Parties:</label> <names>{parties}</names>', { parties: listInWords(own.parties) }),
            PARTIES,
          )}
        </p>
      )}
      <section>
        <h3>{t('Life')}</h3>
        <LifeStrip life={life} asOf={asOf} colour={relationColour(type, scheme)} />
        <Milestones initiative={initiative} life={life} own={own} numbered={numbered} sources={texts?.sources} />
        {life.later > 0 && (
          <p className="muted later">
            {t(
              '{count, plural, one {# later milestone after {date} is not shown} other {# later milestones after {date} are not shown}}',
              { count: life.later, date: until },
            )}
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
          <span className="visually-hidden">{t('Tags:')} </span>
          <span lang={dataLanguage()}>{own.tags.join(' · ')}</span>
        </p>
      )}
      {texts && own && hasBegun && (
        <CiteMenu
          name={initiative.id}
          citation={citeInitiative({ id: initiative.id, title }, isoDate(asOf), columns.outline.citation)}
          sources={() => numbered.flatMap((id) => texts.sources[id] ?? [])}
        />
      )}
    </>
  )
}

/** The ways back: to the dyad it was opened from, else to one with the focus, and to the others that it belongs to. */
function Trail({ position, cameFrom }: { position: number; cameFrom: string | null }) {
  const { columns } = useSession()
  const focus = useChoiceLater((choices) => choices.focus)
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
        <Icon name="chevron" /> {listInWords([back.a, back.b].map(nameOf))}
      </Button>
    </p>
  )
}

const DIRECTION = {
  sign: (sign: ReactNode) => <span aria-hidden="true">{sign}</span>,
  word: (word: ReactNode) => <span className="visually-hidden">{word}</span>,
}

/** "Russia → India", or "Russia – China and Mongolia" where nothing flows one way. */
function Direction({ initiative: { from, to, directed } }: { initiative: InitiativeOutline }) {
  const nameOf = useActorName()
  const parts = inParts(
    directed ? '{from} <sign>→</sign><word>to</word> {to}' : '{from} <sign>–</sign><word>and</word> {to}',
    { from: listInWords(from.map(nameOf)), to: listInWords(to.map(nameOf)) },
  )
  return <p className="direction">{rich(parts, DIRECTION)}</p>
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
      <dt>{t('Outcome on {date}', { date: until })}</dt>
      <dd className="outcome-fact">
        {outcome ? (
          <>
            <LineSample line={LINE_STYLES[outcome]} />{' '}
            {rich(
              inParts('<b>{outcome}</b>: {reason}', {
                outcome: t(OUTCOME_LABELS[outcome]),
                reason: outcomeReason(milestones, asOf),
              }),
              STRESSED,
            )}
            {selection.isSilent(position) && (
              <span className="silent-note">
                {rich(
                  inParts(
                    '<b>Silent</b>: no milestone in these records for {years, plural, =1 {a year} other {# years}}. Nothing heard is not the same as nothing done.',
                    { years: silentYears },
                  ),
                  STRESSED,
                )}
              </span>
            )}
          </>
        ) : (
          t('Not begun')
        )}
      </dd>
      {nature && (
        <>
          <dt>{t('Nature')}</dt>
          <dd>{t(NATURES[nature])}</dd>
        </>
      )}
      <dt>{t('Valence')}</dt>
      <dd className={valence === 'conflict' ? 'flagged' : undefined}>{t(VALENCES[valence])}</dd>
      <dt>{t('Confidence')}</dt>
      <dd>{t(CONFIDENCES[confidence])}</dd>
    </dl>
  )
}

/** A summary was written with the whole life in view: it stays closed while there is something it must not give away. */
function Summary({ text, tellsOfLater }: { text: string; tellsOfLater: boolean }) {
  const summary = (
    <p className="summary" lang={dataLanguage()}>
      {text}
    </p>
  )
  if (!tellsOfLater) return summary
  return (
    <Disclosure className="later-summary">
      <Button slot="trigger" className="link-button">
        {t('Summary, written with later events in view')}
      </Button>
      <DisclosurePanel>{summary}</DisclosurePanel>
    </Disclosure>
  )
}
