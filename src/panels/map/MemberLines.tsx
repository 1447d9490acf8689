import { t } from '../../language/messages.ts'
import { dateInWords } from '../../language/dates.ts'
import { memo } from 'react'
import type { Membership } from '../../model/schema.ts'
import type { Members } from '../../scene/mapMembers.ts'
import { ROLES } from '../../network/membership.ts'
import { standing } from './standing.ts'

/** Lines from organisations to their members, which are no ties; members that are no actors are dots with names. */
export const MemberLines = memo(function MemberLines({ members: { lines, dots } }: { members: Members }) {
  return (
    <g aria-hidden="true">
      {lines.map(({ membership, from, to }, i) => {
        const path = `M${from.x} ${from.y}L${to.x} ${to.y}`
        const { organisation, member, role } = membership
        return (
          <g key={`${organisation}/${member}/${role}`} data-member={i}>
            <path className={role === 'member' ? 'map-member' : 'map-member dashed'} d={path} />
            <path className="map-hit" d={path} strokeWidth={10} />
          </g>
        )
      })}
      {dots.map(({ id, at, text, name }) => (
        <g key={id} className="map-dot" transform={standing(at)}>
          <circle r="3" />
          {name && (
            <text className="map-name" x={name.x - at.x} y={name.y - at.y} fontSize={10.5} textAnchor={name.anchor}>
              {text}
            </text>
          )}
        </g>
      ))}
    </g>
  )
})

/** A membership in words, as {@link Tooltip} reads them: "ASEAN and Vietnam: member since 28 July 1995". */
export function membershipInWords(
  { organisation, member, role, from }: Membership,
  nameOf: (id: string) => string,
): string {
  const names = { organisation: nameOf(organisation), member: nameOf(member), role: t(ROLES[role]) }
  return from
    ? t('{organisation} and {member}: {role} since {date}', { ...names, date: dateInWords(from) })
    : t('{organisation} and {member}: {role}', names)
}
