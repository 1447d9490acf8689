import { dataLanguage } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import type { InitiativeOutline, InitiativeTexts, Texts } from '../../model/outline.ts'
import { stageInWords, type Life } from '../../network/profile.ts'
import { StageMark } from './Marks.tsx'
import { SourceNumbers } from './SourceList.tsx'

interface MilestonesProps {
  initiative: InitiativeOutline
  life: Life
  own: InitiativeTexts | undefined
  numbered: string[]
  sources: Texts['sources'] | undefined
}

/** The milestones of a life in order: date, stage, what happened and who says so. */
export function Milestones({ initiative, life, own, numbered, sources }: MilestonesProps) {
  return (
    <ol className="milestones">
      {life.marks.map(({ milestone, stage }) => {
        const text = own?.milestones[milestone]
        return (
          <li key={milestone}>
            <svg width="12" height="12" aria-hidden="true">
              <StageMark stage={stage} />
            </svg>
            <div>
              <p className="milestone-head">
                <span className="stage">{stageInWords(stage)}</span>
                <span className="muted">{dateInWords(initiative.milestones[milestone]!.date)}</span>
              </p>
              {text && sources && (
                <p>
                  <span lang={dataLanguage()}>{text.note}</span>{' '}
                  <SourceNumbers cited={text.sources} numbered={numbered} sources={sources} />
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
