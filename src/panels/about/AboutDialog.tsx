import { dateInWords } from '../../language/dates.ts'
import { dataLanguage, known, t } from '../../language/messages.ts'
import { upperFirst } from '../../language/numbers.ts'
import { useState } from 'react'
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
import {
  CHANGES_OF_OWN,
  CONFIDENCE_MEANINGS,
  CONFIDENCE_NAMES,
  GRADES,
  NATURE_MEANINGS,
  NOT_IN_OWN,
  STAGE_MEANINGS,
} from './codebook.ts'
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
    ...(texts
      ? [
          countInWords(Object.keys(texts.sources).length, 'source'),
          t('{count, plural, one {# series} other {# series}}', { count: texts.series.length }),
        ]
      : []),
  ]
  return (
    <PlainDialog title={t('About this data')} {...state}>
      <div className="about">
        <section>
          <h3 lang={dataLanguage()}>{outline.title}</h3>
          {outline.description !== '' && <p lang={dataLanguage()}>{outline.description}</p>}
          <p>
            {t('It holds {counts}, up to {date}.', { counts: held.join(t(', ')), date: dateInWords(outline.asOf) })}
          </p>
          <dl className="facts">
            <Fact name={t('Version')} value={outline.version} />
            <Fact name={t('Read up to')} value={dateInWords(outline.asOf)} />
            <Fact name={t('Licence')} value={outline.licence} language={dataLanguage()} />
          </dl>
        </section>
        <Cite citation={outline.citation} />
        <section>
          <h3>{t('How to read it')}</h3>
          <p>
            {t(
              'An initiative is one concrete undertaking between actors: a contract, a pipeline, a treaty, a summit. It is a life of dated milestones, each with a stage and its sources. From the milestones up to the as-of date follows what it had come to.',
            )}
          </p>
          <Meanings
            title={t('Outcomes')}
            rows={OUTCOMES.map((own) => [t(OUTCOME_LABELS[own]), t(OUTCOME_MEANINGS[own])])}
          />
          <Meanings
            title={t('Stages')}
            rows={STAGES.map((own) => [upperFirst(stageInWords(own)), t(STAGE_MEANINGS[own])])}
          />
          <Meanings
            title={t('Confidence')}
            rows={GRADES.map((own) => [t(CONFIDENCE_NAMES[own]), t(CONFIDENCE_MEANINGS[own])])}
          />
        </section>
        <section>
          <h3>{t('Relation types')}</h3>
          <p>
            {t('An output is {output}. A process is {process}.', {
              output: t(NATURE_MEANINGS.output),
              process: t(NATURE_MEANINGS.process),
            })}
          </p>
          {outline.relationTypes.map(({ id, label, letter, subtypes }) => {
            const named = (nature: string) =>
              subtypes
                .filter((own) => own.nature === nature)
                .map((own) => known(own.label))
                .join(t(', '))
            return (
              <Meanings
                key={id}
                title={t('{type} ({letter})', { type: known(label), letter })}
                rows={(
                  [
                    [t('Outputs'), named('output')],
                    [t('Processes'), named('process')],
                  ] as [string, string][]
                ).filter(([, words]) => words !== '')}
              />
            )
          })}
        </section>
        {texts && texts.series.length > 0 && (
          <section>
            <h3>{t('Series')}</h3>
            {texts.series.map(({ id, title, measure, method }) => (
              <Meanings
                key={id}
                title={title}
                language={dataLanguage()}
                rows={(
                  [
                    [t('Measures'), measure],
                    [t('Method'), method],
                  ] as [string, string | undefined][]
                ).flatMap(([name, words]): [string, string][] => (words ? [[name, words]] : []))}
              />
            ))}
          </section>
        )}
        <section>
          <h3>{t('What is not in it')}</h3>
          {isOwn ? (
            <ul>
              {NOT_IN_OWN.map((line, i) => (
                <li key={i}>{t(line)}</li>
              ))}
            </ul>
          ) : (
            <p>
              {t(
                'This dataset is not Dyad’s own. What was left out of it, and by which rules it was made, is known to those who made it: ask them before you count what is not there.',
              )}
            </p>
          )}
        </section>
        {isOwn && (
          <section>
            <h3>{t('Changes of the data')}</h3>
            <dl className="facts">
              {CHANGES_OF_OWN.map(({ version, words }) => (
                <Fact key={version} name={version} value={t(words)} />
              ))}
            </dl>
          </section>
        )}
      </div>
    </PlainDialog>
  )
}

interface FactProps {
  name: string
  value: string
  /** Of the value. */
  language?: string | undefined
}

function Fact({ name, value, language }: FactProps) {
  return (
    <>
      <dt>{name}</dt>
      {value === '' ? <dd>{t('Not stated')}</dd> : <dd lang={language}>{value}</dd>}
    </>
  )
}

interface MeaningsProps {
  title: string
  rows: readonly (readonly [name: string, meaning: string])[]
  /** Of the title and the meanings. */
  language?: string | undefined
}

function Meanings({ title, rows, language }: MeaningsProps) {
  return (
    <>
      <h4 lang={language}>{title}</h4>
      <dl className="facts">
        {rows.map(([name, meaning]) => (
          <div key={name} className="about-row">
            <dt>{name}</dt>
            <dd lang={language}>{meaning}</dd>
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
      <h3>{t('How to cite')}</h3>
      <p lang={dataLanguage()}>{citation}</p>
      <div className="about-copy">
        <Button className="button" onPress={async () => setCopied((await copyText(citation)) ? 'yes' : 'refused')}>
          {t('Copy the citation')}
        </Button>
        <span role="status">
          {copied === 'yes' && t('Copied.')}
          {copied === 'refused' &&
            t('This browser does not let the page copy: select the words and copy them yourself.')}
        </span>
      </div>
    </section>
  )
}
