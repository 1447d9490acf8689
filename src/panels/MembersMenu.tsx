import { t } from '../language/messages.ts'
import { nameOf } from '../model/actorNames.ts'
import { countInWords } from '../network/words.ts'
import { Button, Checkbox, CheckboxGroup, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import type { Texts } from '../model/outline.ts'
import type { Membership } from '../model/schema.ts'
import { membersOf } from '../network/membership.ts'
import { Icon } from './icons.tsx'
import { useChoice, useDerivedPart, useSession, useTexts } from './useSession.ts'
import './membersMenu.css'

/** Chooses the organisations whose members are shown; nothing where the dataset knows of no memberships. */
export function MembersMenu() {
  const texts = useTexts()
  const unfolded = useChoice((present) => present.unfolded)
  if (!texts || texts.memberships.length === 0) return null
  return (
    <DialogTrigger>
      <Button className="button small-button">
        {unfolded.length > 0 ? t('Members: {organisations}', { organisations: unfolded.join(t(', ')) }) : t('Members')}{' '}
        <Icon name="chevron" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="members-dialog">
          <Heading slot="title" className="members-title">
            {t('Show the members of')}
          </Heading>
          <Organisations texts={texts} />
          <p className="muted small">
            {t(
              'Lines lead to who belonged on the as-of date: solid to members, dashed to observers and partners. They are no ties and count nowhere.',
            )}
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Organisations({ texts }: { texts: Texts }) {
  const { choices, columns } = useSession()
  const unfolded = useChoice((present) => present.unfolded)
  const asOf = useDerivedPart((derived) => derived.asOf)
  const granting = new Set(texts.memberships.map(({ organisation }) => organisation))
  const organisations = columns.outline.actors.filter(({ id }) => granting.has(id))
  return (
    <CheckboxGroup
      className="members-options"
      aria-label={t('Organisations')}
      value={[...unfolded]}
      onChange={(chosen) =>
        choices.setState({ unfolded: organisations.map(({ id }) => id).filter((id) => chosen.includes(id)) })
      }
    >
      {organisations.map((actor) => (
        <Checkbox key={actor.id} value={actor.id} className="checkbox members-option">
          <span className="box" aria-hidden="true" />
          <span>{nameOf(actor)}</span>
          <span className="muted figures">{rolesInWords(membersOf(texts, [actor.id], asOf))}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

/** "10 members, 17 partners", observers among the latter. */
function rolesInWords(memberships: readonly Membership[]): string {
  const members = memberships.filter(({ role }) => role === 'member').length
  const others = memberships.length - members
  const words = t('{count, plural, one {# member} other {# members}}', { count: members })
  return others === 0 ? words : [words, countInWords(others, 'partner')].join(t(', '))
}
