import { dataLanguage, t } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import { listInWords } from '../../language/numbers.ts'
import { useMemo, useState, type MouseEvent } from 'react'
import { Button } from 'react-aria-components'
import { citeSource } from '../../formats/citations.ts'
import type { Texts } from '../../model/outline.ts'
import type { Columns } from '../../network/columns.ts'
import { findingInWords, findingsOf, type Finding, type Part } from '../../network/findings.ts'
import type { Inspected } from '../../state/choices.ts'
import { writeHash } from '../../state/hash.ts'
import { copyText } from '../copyText.ts'
import { useChoice, useDerived, useSession, useTexts } from '../useSession.ts'
import { DetailsHeading, useActorName, useInspect } from './Inspecting.tsx'

/** What the selection, or one dyad in it, comes to: sentences whose numbers open their initiatives. */
export function FindingsDetails({ dyad }: { dyad?: string }) {
  const { columns } = useSession()
  const { selection, comparison, sentence } = useDerived()
  const silentYears = useChoice((choices) => choices.silentYears)
  const texts = useTexts()
  const nameOf = useActorName()
  const inspect = useInspect()
  const findings = useMemo(
    () => findingsOf({ columns, selection, comparison, texts, dyad, silentYears }),
    [columns, selection, comparison, texts, dyad, silentYears],
  )
  const pair = dyad?.split('-')
  return (
    <>
      {pair && dyad && (
        <p className="trail">
          <Button className="link-button" onPress={() => inspect({ kind: 'dyad', id: dyad })}>
            {listInWords(pair.map(nameOf))}
          </Button>
        </p>
      )}
      <DetailsHeading>
        {pair ? t('Findings: {pair}', { pair: listInWords(pair.map(nameOf)) }) : t('Findings')}
      </DetailsHeading>
      <p className="muted">{sentence}</p>
      <div className="findings figures">
        {findings.map(({ parts, items }, i) => (
          <div key={i}>
            <p>
              <Parts parts={parts} />
            </p>
            {items.length > 0 && (
              <ul className="finding-items">
                {items.map((item, place) => (
                  <li key={place}>
                    <Parts parts={item} />
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
      <CopyFindings findings={findings} texts={texts} />
    </>
  )
}

function Parts({ parts }: { parts: readonly Part[] }) {
  return parts.map((part, i) => <PartLink key={i} part={part} />)
}

function inspectedOf(part: Exclude<Part, string>, columns: Columns): Inspected {
  if ('slice' in part) return { kind: 'slice', slice: part.slice }
  if ('dyad' in part) return { kind: 'dyad', id: part.dyad, type: part.type }
  return { kind: 'initiative', id: columns.outline.initiatives.at(part.initiative)!.id }
}

/** A number or a title as a link of its own, which can be copied and opened elsewhere too. */
function PartLink({ part }: { part: Part }) {
  const { columns, choices } = useSession()
  const inspect = useInspect()
  if (typeof part === 'string') return part
  const inspected = inspectedOf(part, columns)
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    inspect(inspected)
  }
  return (
    <a
      href={`#${writeHash({ ...choices.getState(), inspected }, columns)}`}
      lang={'initiative' in part ? dataLanguage() : undefined}
      onClick={open}
    >
      {part.text}
    </a>
  )
}

/** Copies the sentences with what they rest on: the dataset, the link that reopens this view, and the sources of what is named. */
function CopyFindings({ findings, texts }: { findings: readonly Finding[]; texts: Texts | null }) {
  const { columns, choices } = useSession()
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  const write = () => {
    const named = findings.flatMap(({ items }) =>
      items.flat().filter((part) => typeof part !== 'string' && 'initiative' in part),
    )
    const citations = named.map(({ text, initiative }) => {
      const cited = [...new Set(texts?.initiatives.at(initiative)?.milestones.flatMap(({ sources }) => sources))]
      const sources = cited.flatMap((id) => (texts?.sources[id] ? [`  ${citeSource(texts.sources[id])}`] : []))
      return [`${text} (${columns.outline.initiatives.at(initiative)!.id})`, ...sources].join('\n')
    })
    const ofSeries = [...new Set(findings.flatMap(({ sources }) => sources))].flatMap((id) =>
      texts?.sources[id] ? [citeSource(texts.sources[id])] : [],
    )
    const { asOf } = choices.getState()
    return [
      ...findings.map(findingInWords),
      [
        t('Counted as of {date} in: {citation}', { date: dateInWords(asOf), citation: columns.outline.citation }),
        location.href,
      ].join('\n'),
      ...(ofSeries.length ? [[t('Sources of the series:'), ...ofSeries].join('\n')] : []),
      ...(citations.length ? [t('Sources of what is named:'), ...citations] : []),
    ].join('\n\n')
  }
  const copy = async () => setCopied((await copyText(write())) ? 'yes' : 'refused')
  return (
    <div className="cite">
      <Button className="button" onPress={copy}>
        {t('Copy with citations')}
      </Button>
      <output className="muted">
        {copied === 'yes' && t('Copied')}
        {copied === 'refused' && t('This browser does not let the page copy. Copy it from here:')}
      </output>
      {copied === 'refused' && (
        <textarea className="citation" readOnly rows={8} aria-label={t('Findings with citations')} value={write()} />
      )}
    </div>
  )
}
