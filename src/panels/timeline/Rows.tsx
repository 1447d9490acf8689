import { known, t } from '../../language/messages.ts'
import { useMemo } from 'react'
import { namesOf } from '../../model/actorNames.ts'
import { tallyInWords } from '../../network/links.ts'
import { initiativeTitle, subtypeLabel } from '../../network/profile.ts'
import { partnersInWords, WITHOUT, type TimelineGroup } from '../../network/timeline.ts'
import { initiativesInWords } from '../../network/words.ts'
import { relationColour } from '../../scene/palette.ts'
import { rowsBetween, type RowStack } from '../../scene/timelineRows.ts'
import { useChoice, useDerived, useScheme, useSession, useTexts } from '../useSession.ts'
import { HeadRow, StripRow, type RowFrame } from './Strips.tsx'
import { rowId } from './tree.ts'

interface RowsProps {
  groups: readonly TimelineGroup[]
  folded: ReadonlySet<string>
  stack: RowStack
  frames: { head: RowFrame; strip: RowFrame }
  top: number
  bottom: number
  active: string | null
}

/** The rows in sight and the active one, each group in a box of its own, at whose top its head stays in sight. */
export function Rows({ groups, folded, stack, frames, top, bottom, active }: RowsProps) {
  const { columns } = useSession()
  const { selection, comparison } = useDerived()
  const texts = useTexts()
  const scheme = useScheme()
  const grouping = useChoice((choices) => choices.grouping)
  const focus = useChoice((choices) => choices.focus)
  const inspected = useChoice((choices) => choices.inspected)
  const called = useMemo(() => namesOf(columns.outline.actors), [columns])
  const { rows, heads } = stack
  const [from, to] = rowsBetween(rows, top, bottom)
  const most = Math.max(...groups.map(({ initiatives }) => initiatives.length))
  const wanted = Array.from({ length: to - from }, (_, i) => rows.at(from + i)!)
  const missing = active === null ? -1 : rows.indexOf(active)
  if (missing >= 0 && (missing < from || missing >= to)) wanted.push(rows.at(missing)!)
  const shown = new Map<number, typeof wanted>()
  for (const row of wanted) shown.set(row.group, [...(shown.get(row.group) ?? []), row])
  const saysPartner = ({ id }: TimelineGroup) => grouping === 'partner' && id !== WITHOUT
  return [...shown].map(([index, own]) => {
    const group = groups[index]!
    const head = rows.at(heads[index]!)!
    const end = index + 1 < heads.length ? rows.at(heads[index + 1]!)!.top : stack.height
    return (
      <div
        key={group.id}
        role="presentation"
        className="timeline-group"
        style={{ top: head.top, height: end - head.top }}
      >
        <HeadRow
          id={rowId(head.key)}
          height={head.height}
          isActive={active === head.key}
          size={groups.length}
          number={index + 1}
          frame={frames.head}
          group={group}
          words={groupInWords(group)}
          isFolded={folded.has(group.id)}
          most={most}
        />
        {own.map(({ key, initiative: position, place, top: rowTop, height }) => {
          if (position === null) return null
          const initiative = columns.outline.initiatives.at(position)!
          const type = columns.outline.relationTypes.find(({ id }) => id === initiative.type)
          return (
            <StripRow
              key={key}
              id={rowId(key)}
              top={rowTop - head.top}
              height={height}
              isActive={active === key}
              size={group.initiatives.length}
              number={place + 1}
              frame={frames.strip}
              initiative={initiative}
              title={initiativeTitle(columns, texts, position)}
              kind={[known(type?.label ?? initiative.type), subtypeLabel(columns, initiative)].join(t(', '))}
              colour={relationColour(type, scheme)}
              change={comparison?.changes[position] ?? null}
              isSilent={selection.isSilent(position)}
              isInspected={inspected?.kind === 'initiative' && inspected.id === initiative.id}
              partners={saysPartner(group) ? null : partnersInWords(initiative, focus, called)}
            />
          )
        })}
      </div>
    )
  })
}

function groupInWords({ label, initiatives, shared, tally }: TimelineGroup): string {
  const words = t('{group}: {initiatives}, {outcomes}', {
    group: label,
    initiatives: initiativesInWords(initiatives.length),
    outcomes: tallyInWords(tally).join(t(', ')),
  })
  if (shared === 0) return words
  const also = t(
    '{shared, plural, one {# of them stands in other groups too} other {# of them stand in other groups too}}',
    { shared },
  )
  return [words, also].join(t('; '))
}
