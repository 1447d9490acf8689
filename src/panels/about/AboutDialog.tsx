import { dateInWords } from '../../language/dates.ts'
import { upperFirst } from '../../language/numbers.ts'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { OUTCOMES, STAGES } from '../../model/outcome.ts'
import { OUTCOME_LABELS } from '../../network/filters.ts'
import { stageInWords } from '../../network/profile.ts'
import { countInWords } from '../../network/words.ts'
import { OUTCOME_MEANINGS } from '../../scene/legend.ts'
import { copyText } from '../copyText.ts'
import { useDatasets } from '../datasetSwitch.ts'
import { PlainDialog, type DialogState } from '../Dialogs.tsx'
import { useSession, useTextsState } from '../useSession.ts'
import { CHANGES_OF_OWN, CONFIDENCE_MEANINGS, NATURE_MEANINGS, NOT_IN_OWN, STAGE_MEANINGS } from './codebook.ts'
import './about.css'

/** What the dataset that is open holds, by which rules, what is not in it, and how it is cited. */
export function AboutDialog(state: DialogState) {
  const { columns } = useSession()
  const { outline } = columns
  const isOwn = useDatasets()?.isOwn ?? false
  const loaded = useTextsState()
  const texts = loaded.status === 'ready' ? loaded.texts : null
  const milestones = columns.rows.days.length
  const held = [
    countInWords(outline.initiatives.length, 'initiative'),
    countInWords(milestones, 'milestone'),
    countInWords(outline.actors.length, 'actor'),
    ...(texts ? [countInWords(Object.keys(texts.sources).length, 'source'), `${texts.series.length} series`] : []),
  ]
  return (
    <PlainDialog title="About this data" {...state}>
      <div className="about">
        <section>
          <h3>{outline.title}</h3>
          {outline.description !== '' && <p>{outline.description}</p>}
          <p>
            It holds {held.join(', ')}, up to {dateInWords(outline.asOf)}.
          </p>
          <dl className="facts">
            <Fact name="Version" value={outline.version} />
            <Fact name="Read up to" value={dateInWords(outline.asOf)} />
            <Fact name="Licence" value={outline.licence} />
          </dl>
        </section>
        <Cite citation={outline.citation} />
        <section>
          <h3>How to read it</h3>
          <p>
            An initiative is one concrete undertaking between actors: a contract, a pipeline, a treaty, a summit. It is
            a life of dated milestones, each with a stage and its sources. From the milestones up to the as-of date
            follows what it had come to.
          </p>
          <Meanings title="Outcomes" rows={OUTCOMES.map((own) => [OUTCOME_LABELS[own], OUTCOME_MEANINGS[own]])} />
          <Meanings title="Stages" rows={STAGES.map((own) => [upperFirst(stageInWords(own)), STAGE_MEANINGS[own]])} />
          <Meanings
            title="Confidence"
            rows={Object.entries(CONFIDENCE_MEANINGS).map(([own, words]) => [upperFirst(own), words])}
          />
        </section>
        <section>
          <h3>Relation types</h3>
          <p>
            An output is {NATURE_MEANINGS.output}. A process is {NATURE_MEANINGS.process}.
          </p>
          {outline.relationTypes.map(({ id, label, letter, subtypes }) => {
            const named = (nature: string) =>
              subtypes
                .filter((own) => own.nature === nature)
                .map((own) => own.label)
                .join(', ')
            return (
              <Meanings
                key={id}
                title={`${label} (${letter})`}
                rows={(
                  [
                    ['Outputs', named('output')],
                    ['Processes', named('process')],
                  ] as [string, string][]
                ).filter(([, words]) => words !== '')}
              />
            )
          })}
        </section>
        {texts && texts.series.length > 0 && (
          <section>
            <h3>Series</h3>
            {texts.series.map(({ id, title, measure, method }) => (
              <Meanings
                key={id}
                title={title}
                rows={(
                  [
                    ['Measures', measure],
                    ['Method', method],
                  ] as [string, string | undefined][]
                ).flatMap(([name, words]): [string, string][] => (words ? [[name, words]] : []))}
              />
            ))}
          </section>
        )}
        <section>
          <h3>What is not in it</h3>
          {isOwn ? (
            <ul>
              {NOT_IN_OWN.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ) : (
            <p>
              This dataset is not Dyad’s own. What was left out of it, and by which rules it was made, is known to those
              who made it: ask them before you count what is not there.
            </p>
          )}
        </section>
        {isOwn && (
          <section>
            <h3>Changes of the data</h3>
            <dl className="facts">
              {CHANGES_OF_OWN.map(({ version, words }) => (
                <Fact key={version} name={version} value={words} />
              ))}
            </dl>
          </section>
        )}
      </div>
    </PlainDialog>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value === '' ? 'Not stated' : value}</dd>
    </>
  )
}

function Meanings({ title, rows }: { title: string; rows: readonly (readonly [name: string, meaning: ReactNode])[] }) {
  return (
    <>
      <h4>{title}</h4>
      <dl className="facts">
        {rows.map(([name, meaning]) => (
          <div key={name} className="about-row">
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Cite({ citation }: { citation: string }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  if (citation === '') return null
  return (
    <section>
      <h3>How to cite</h3>
      <p>{citation}</p>
      <div className="about-copy">
        <Button className="button" onPress={async () => setCopied((await copyText(citation)) ? 'yes' : 'refused')}>
          Copy the citation
        </Button>
        <span role="status">
          {copied === 'yes' && 'Copied.'}
          {copied === 'refused' && 'This browser does not let the page copy: select the words and copy them yourself.'}
        </span>
      </div>
    </section>
  )
}
