import { msg, t } from '../language/messages.ts'
import { upperFirst } from '../language/numbers.ts'
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  filterGrayscale,
  parse,
  type Color,
} from 'culori'

/** A colour that means something in a picture. */
export interface MeaningfulColour {
  label: string
  /** As CSS writes it. */
  colour: string
}

/** Things of one kind that a picture tells apart by their colours. */
export interface ColourSet {
  /** What they are, in the plural: "relation types". */
  of: string
  /** Only those that are drawn. */
  colours: readonly MeaningfulColour[]
  /** What tells them apart as well, as a clause: "the letters on the badges tell them apart as well"; `null` for nothing. */
  besides: string | null
  /** True where that holds for some of them only: the others rest on colour. */
  isPartly?: boolean
  /** What a person could do where nothing else tells them apart: "switch names on". */
  remedy: string
}

/** How a picture may be seen, with what is to be said of colours that then look alike. */
export const SIGHTS = {
  grey: msg('In shades of grey'),
  protan: msg('Without red cones (protanopia)'),
  deutan: msg('Without green cones (deuteranopia)'),
  tritan: msg('Without blue cones (tritanopia)'),
} as const
export type Sight = keyof typeof SIGHTS

/** Machado, Oliveira and Fernandes 2009, doi 10.1109/TVCG.2009.113, at full strength; and luminance for grey. */
const FILTERS: Record<Sight, (colour: Color) => Color> = {
  grey: filterGrayscale(1),
  protan: filterDeficiencyProt(1),
  deutan: filterDeficiencyDeuter(1),
  tritan: filterDeficiencyTrit(1),
}

/** The least difference at which two thin lines are told apart, as CIEDE2000: 2.3 is just noticed on large areas. */
export const LEAST_DIFFERENCE = 10

const difference = differenceCiede2000()

/** How the colours of a picture look to some eyes. */
export interface ColourVerdict {
  sight: Sight
  /** Pairs that look alike, the most alike first. */
  alike: { labels: [string, string]; difference: number }[]
}

/** Checks colours for each way of seeing; a colour that is none is left out. */
export function checkColours(colours: readonly MeaningfulColour[]): ColourVerdict[] {
  const parsedOnes = colours.flatMap(({ label, colour }) => {
    const parsed = parse(colour)
    return parsed ? [{ label, parsed }] : []
  })
  return (Object.keys(SIGHTS) as Sight[]).map((sight) => {
    const seen = parsedOnes.map(({ label, parsed }) => ({ label, colour: FILTERS[sight](parsed) }))
    const alike = seen.flatMap((one, i) =>
      seen.slice(i + 1).flatMap((other): ColourVerdict['alike'] => {
        const own = difference(one.colour, other.colour)
        return own < LEAST_DIFFERENCE ? [{ labels: [one.label, other.label], difference: own }] : []
      }),
    )
    return { sight, alike: alike.sort((a, b) => a.difference - b.difference) }
  })
}

/** As {@link checkColours} for all that a picture tells apart: colours are compared with those of their own kind. */
export function checkSets(sets: readonly ColourSet[]): ColourVerdict[] {
  const verdicts = sets.map(({ colours }) => checkColours(colours))
  return (Object.keys(SIGHTS) as Sight[]).map((sight, i) => ({
    sight,
    alike: verdicts.flatMap((own) => own[i]!.alike).sort((a, b) => a.difference - b.difference),
  }))
}

/** What rests on colour in a picture, in sentences; the first one says so where nothing does. */
export function colourUseInWords(sets: readonly ColourSet[]): string[] {
  const telling = sets.filter(({ colours }) => colours.length > 1)
  if (telling.length === 0) return [t('No two things in this picture are told apart by colour.')]
  const sentences = telling.map((set) => {
    const what = upperFirst(set.of)
    if (set.besides !== null) return t('{what}: {besides}.', { what, besides: set.besides })
    const isClear = checkSets([set]).every(({ alike }) => alike.length === 0)
    return isClear
      ? t('{what}: only colour tells them apart.', { what })
      : t('{what}: only colour tells them apart; {remedy}.', { what, remedy: set.remedy })
  })
  const isAlone = telling.some(({ besides, isPartly }) => besides === null || isPartly)
  return [...(isAlone ? [] : [t('Nothing is told apart by colour alone.')]), ...new Set(sentences)]
}
