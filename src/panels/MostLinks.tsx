import { t } from '../language/messages.ts'
import { LINK_COUNTS, USUAL_LINKS } from '../network/strongest.ts'
import { MenuSelect } from './MenuSelect.tsx'
import { useChoice, useDerivedPart, useSession } from './useSession.ts'

/** How many links are drawn, where there are more than a picture can show; the others are counted all the same. */
export function MostLinks() {
  const { choices } = useSession()
  const most = useChoice((present) => present.mostLinks)
  const all = useDerivedPart(({ linkCount }) => linkCount)
  if (all <= LINK_COUNTS[0] || (all <= USUAL_LINKS && most === USUAL_LINKS)) return null
  const counts = [...new Set([...LINK_COUNTS, most])].sort((one, other) => one - other)
  const inWords = (count: number) =>
    count >= all
      ? t('All {count, number} ties', { count: all })
      : t('The strongest {count, number} of {all, number} ties', { count, all })
  // Above the first that shows all, the others would show the same.
  const enough = counts.find((count) => count >= all) ?? Number.POSITIVE_INFINITY
  return (
    <MenuSelect
      className="most-links"
      label={t('Ties drawn')}
      isLabelHidden
      options={counts.filter((count) => count <= enough).map((count) => ({ id: String(count), label: inWords(count) }))}
      value={String(Math.min(most, enough))}
      shown={inWords(most)}
      onChange={(id) => choices.setState({ mostLinks: Number(id) })}
    />
  )
}
