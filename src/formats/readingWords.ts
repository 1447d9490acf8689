import { msg, t } from '../language/messages.ts'
import { MOST_FAULTS } from './entryChecks.ts'

/** What is said of a dataset in Dyad's own terms as it is read. */

/** The lists of a dataset whose entries may be rejected. */
export const LISTS = {
  actors: msg('actors'),
  types: msg('relation types'),
  sources: msg('sources'),
  initiatives: msg('initiatives'),
  series: msg('series'),
  memberships: msg('memberships'),
}
export type ListName = keyof typeof LISTS | 'observations' | 'views'

/** What is said of things that were mended, once for all that are alike; `count` is how many. */
export const MENDED = {
  field: msg(
    'The field {field} of {list, select, actors {actors} types {relation types} sources {sources} initiatives {initiatives} series {series} observations {observations} memberships {memberships} other {views}} is not known to Dyad and was left out{count, plural, =1 {} other { (# times)}}.',
  ),
  address: msg(
    'An address that does not begin with http:// or https:// was left out{count, plural, =1 {} other { (# times)}}.',
  ),
  text: msg('A text longer than {most, number} characters was cut{count, plural, =1 {} other { (# times)}}.'),
  date: msg('A source has a date that does not exist, which was left out{count, plural, =1 {} other { (# times)}}.'),
  cited: msg(
    'A source is cited that the file does not give: it stands there by its id alone{count, plural, =1 {} other { (# times)}}.',
  ),
  id: msg('The id {id} is given twice: the later initiative is now {own}{count, plural, =1 {} other { (# times)}}.'),
  side: msg(
    'An actor named twice on one side of an initiative is named once{count, plural, =1 {} other { (# times)}}.',
  ),
  order: msg(
    'The milestones of an initiative were not in order of date and have been put in order{count, plural, =1 {} other { (# times)}}.',
  ),
  context: msg(
    '{actor} takes part in an initiative and is shown, though the file has it as context only{count, plural, =1 {} other { (# times)}}.',
  ),
  series: msg(
    'The series {series} names a relation type that is not declared, which was left out{count, plural, =1 {} other { (# times)}}.',
  ),
  view: msg('A view was left out{count, plural, =1 {} other { (# times)}}: {faults}'),
  marked: msg(
    'A marked date without a date that exists and a label was left out{count, plural, =1 {} other { (# times)}}.',
  ),
}

/** Why a dataset cannot be read that has none of its actors, or none of its relation types, left. */
export function nothingToBuildOn(list: 'actors' | 'types', faults: readonly string[]): string {
  if (faults.length === 0) {
    return list === 'actors'
      ? t('The dataset has no actor: give at least one in "actors".')
      : t('The dataset has no relation type: give at least one in "relationTypes".')
  }
  const more = faults.length - MOST_FAULTS
  const first = faults.slice(0, MOST_FAULTS).join(' ')
  const told = more > 0 ? t('{faults} And {more, number} more.', { faults: first, more }) : first
  return list === 'actors'
    ? t('The dataset has no actor that can be read. {faults}', { faults: told })
    : t('The dataset has no relation type that can be read. {faults}', { faults: told })
}
