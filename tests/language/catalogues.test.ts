import { readFileSync } from 'node:fs'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textOf } from '../../src/language/icu.ts'
import { INFLECTIONS } from '../../src/language/inflections.ts'
import { packed } from '../../src/language/key.ts'
import { LANGUAGES, languageWith } from '../../src/language/languages.ts'
import { inflectBy, msg, speak, t } from '../../src/language/messages.ts'
import { labelsOfData, wordsOfCode } from '../house/messages.ts'
import { root } from '../house/sources.ts'

const english = [...wordsOfCode().messages, ...labelsOfData()]
const others = LANGUAGES.filter(({ id }) => id !== 'en')

/** The names and tags in a message, in an order of their own, and the plurals with their cases. */
function shapeOf(message: string) {
  const names = new Set<string>()
  const plurals: { name: string; cases: string[] }[] = []
  const look = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value)
      if (element.type === TYPE.tag) look(element.children)
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        if (element.type === TYPE.plural) plurals.push({ name: element.value, cases: Object.keys(element.options) })
        Object.values(element.options).forEach(({ value }) => look(value))
      }
    }
  }
  look(parse(message))
  return { names: [...names].sort(), plurals }
}

describe.each(others)('the catalogue of $name', ({ id, locale }) => {
  const messages = JSON.parse(readFileSync(`${root}/src/language/catalogues/${id}.json`, 'utf8')) as Record<
    string,
    string
  >
  const known = english.filter((message) => messages[message] !== undefined)

  it('has each message, and none that is said nowhere', () => {
    expect({
      missing: english.filter((message) => !messages[message]),
      stale: Object.keys(messages).filter((message) => !english.includes(message)),
    }).toEqual({ missing: [], stale: [] })
  })

  it('has the same names and tags in each as the English', () => {
    const different = known.filter((message) => {
      const [own, other] = [shapeOf(messages[message]!), shapeOf(message)]
      return JSON.stringify(own.names) !== JSON.stringify(other.names)
    })
    expect(different).toEqual([])
  })

  it('has the plural forms of the language, and none that it has not', () => {
    const forms = new Set<string>(new Intl.PluralRules(locale).resolvedOptions().pluralCategories)
    const wrong = known.flatMap((message) =>
      shapeOf(messages[message]!).plurals.flatMap(({ cases }) => {
        const words = cases.filter((own) => !own.startsWith('='))
        const isWhole = [...forms].every((own) => words.includes(own)) && words.every((own) => forms.has(own))
        return isWhole ? [] : [`${message}: ${words.join(', ')}`]
      }),
    )
    expect(wrong).toEqual([])
  })
})

describe('messages as Dyad reads them', () => {
  const values = (message: string, count: number) =>
    Object.fromEntries(
      shapeOf(message).names.map((name) => {
        const isTag = name.startsWith('<')
        return isTag ? [name.slice(1, -1), (own: string[]) => own.join('')] : [name, count]
      }),
    )

  beforeAll(() => inflectBy(INFLECTIONS))
  afterAll(() => {
    speak(languageWith('en')!, null)
    inflectBy({})
  })

  it.each(LANGUAGES)('say in $name what FormatJS makes of them', ({ id, locale }) => {
    const own =
      id === 'en'
        ? null
        : (JSON.parse(readFileSync(`${root}/src/language/catalogues/${id}.json`, 'utf8')) as Record<string, string>)
    speak(languageWith(id)!, own && packed(own))
    for (const message of english) {
      const said = own?.[message] ?? message
      const theirs = new IntlMessageFormat(said, locale)
      for (const count of [0, 1, 2, 5, 21]) {
        const given = values(said, count)
        const plain = String(theirs.format(given))
        const expected = textOf(INFLECTIONS[id]?.([plain]) ?? [plain])
        expect(t(msg(message as 'x'), given as Record<string, number>)).toBe(expected)
      }
    }
  })
})
