import { afterEach, describe, expect, it } from 'vitest'
import { dateInWords } from '../../src/language/dates.ts'
import { packed } from '../../src/language/key.ts'
import { languageFor, languageWith, type LanguageId } from '../../src/language/languages.ts'
import { dataLanguage, inParts, known, msg, speak, t } from '../../src/language/messages.ts'
import { inOrder, listInWords, lowerFirst, numberInWords } from '../../src/language/numbers.ts'
import { nameOf, withName } from '../../src/model/actorNames.ts'

const use = (id: LanguageId, messages: Record<string, string> = {}) => speak(languageWith(id)!, packed(messages))
afterEach(() => speak(languageWith('en')!, null))

const INITIATIVES = msg('{count, plural, one {# initiative} other {# initiatives}}')

describe('plurals', () => {
  it('are one and many in English', () => {
    expect([0, 1, 2, 1200].map((count) => t(INITIATIVES, { count }))).toEqual([
      '0 initiatives',
      '1 initiative',
      '2 initiatives',
      '1,200 initiatives',
    ])
  })

  it('are one, few and many in Russian, by the last digits', () => {
    use('ru', {
      '{count, plural, one {# initiative} other {# initiatives}}':
        '{count, plural, one {# инициатива} few {# инициативы} many {# инициатив} other {# инициативы}}',
    })
    expect([0, 1, 2, 5, 11, 21, 24, 112].map((count) => t(INITIATIVES, { count }))).toEqual([
      '0 инициатив',
      '1 инициатива',
      '2 инициативы',
      '5 инициатив',
      '11 инициатив',
      '21 инициатива',
      '24 инициативы',
      '112 инициатив',
    ])
  })

  it('are one form in Japanese', () => {
    use('ja', { '{count, plural, one {# initiative} other {# initiatives}}': '{count, plural, other {取り組み#件}}' })
    expect([0, 1, 2000].map((count) => t(INITIATIVES, { count }))).toEqual([
      '取り組み0件',
      '取り組み1件',
      '取り組み2,000件',
    ])
  })

  it('count none and nought as the message says', () => {
    expect([0, 1].map((count) => t('{count, plural, =0 {none} one {one} other {#}}', { count }))).toEqual([
      'none',
      'one',
    ])
  })
})

describe('a message', () => {
  it('stands in English where the catalogue has it not', () => {
    use('ru')
    expect(t('Filters')).toBe('Filters')
  })

  it('keeps years as they are and groups the digits of counts', () => {
    expect(t('{year}: {count, number}', { year: 2015, count: 29056 })).toBe('2015: 29,056')
    use('hi')
    expect(t('{year}: {count, number}', { year: 2015, count: 1234567 })).toBe('2015: 12,34,567')
  })

  it('chooses by a word, with a sentence within', () => {
    const own = (kind: string, count: number) =>
      t('{kind, select, tie {{count, plural, one {# tie} other {# ties}}} other {nothing}}', { kind, count })
    expect([own('tie', 1), own('tie', 3), own('else', 3)]).toEqual(['1 tie', '3 ties', 'nothing'])
  })

  it('comes apart at its tags', () => {
    expect(inParts('<b>{n, number}</b> of {all, number} realised', { n: 3, all: 1000 })).toEqual([
      { tag: 'b', within: ['3'] },
      ' of 1,000 realised',
    ])
  })

  it('leaves what a value says alone: braces, tags and signs in it are no message', () => {
    expect(t('“{title}”', { title: "<b>{count}</b> # it's" })).toBe("“<b>{count}</b> # it's”")
  })

  it.each(['{count', '{count, plural, one {#}}', '{count, plural, other {#}', '<b>bold', '{count, sum}'])(
    'that is none is refused: %s',
    (message) => {
      expect(() => t(msg(message as 'x'))).toThrow(SyntaxError)
    },
  )

  it('is put in brackets, whole, in the pseudo-locale', () => {
    speak(languageWith('xb')!, null)
    expect(t(INITIATIVES, { count: 2 })).toBe('⟦2 initiatives⟧')
  })
})

describe('dates, numbers and lists', () => {
  const dates = ['2015', '2015-03', '2015-03-09', '2024-02-29']

  it.each<[LanguageId, string[]]>([
    ['en', ['2015', 'March 2015', '9 March 2015', '29 February 2024']],
    ['ru', ['2015', 'март 2015', '9 марта 2015', '29 февраля 2024']],
    ['zh', ['2015年', '2015年3月', '2015年3月9日', '2024年2月29日']],
    ['ja', ['2015年', '2015年3月', '2015年3月9日', '2024年2月29日']],
    ['ko', ['2015년', '2015년 3월', '2015년 3월 9일', '2024년 2월 29일']],
    ['hi', ['2015', 'मार्च 2015', '9 मार्च 2015', '29 फ़रवरी 2024']],
  ])('are no more precise than the evidence, in %s', (id, expected) => {
    use(id)
    expect(dates.map(dateInWords)).toEqual(expected)
  })

  it('follow the language', () => {
    use('ru')
    expect(numberInWords(29056)).toBe('29\u00a0056')
    expect(listInWords(['оружие', 'энергия', 'дипломатия'])).toBe('оружие, энергия и дипломатия')
    expect(['я', 'а', 'ё', 'ж'].toSorted(inOrder)).toEqual(['а', 'ё', 'ж', 'я'])
    expect(lowerFirst('Энергия')).toBe('энергия')
  })

  it('of acronyms keep their capitals', () => {
    expect([lowerFirst('TIV'), lowerFirst('Arms')]).toEqual(['TIV', 'arms'])
  })
})

describe('names of actors', () => {
  const china = { names: { en: 'China', ru: 'Китай', native: { language: 'zh', text: '中国' } }, iso2: 'CN' }
  const asean = { names: { en: 'ASEAN' } }

  it.each<[LanguageId, string]>([
    ['en', 'China'],
    ['ru', 'Китай'],
    ['zh', '中国'],
    ['ja', '中国'],
    ['ko', '중국'],
    ['vi', 'Trung Quốc'],
    ['hi', 'चीन'],
  ])('are in %s what the data, or else CLDR, call them', (id, name) => {
    use(id)
    expect(nameOf(china)).toBe(name)
  })

  it('of organisations come from the catalogue, and else stay', () => {
    use('ru', { ASEAN: 'АСЕАН' })
    expect(nameOf(asean)).toBe('АСЕАН')
    use('ja')
    expect(nameOf(asean)).toBe('ASEAN')
  })

  it('that someone chose stay whatever the language', () => {
    const own = withName(china, 'Peking')
    use('ru')
    expect(nameOf(own)).toBe('Peking')
  })
})

it('labels of the data are said where the catalogue knows them, and marked as English where not', () => {
  use('ru', { Arms: 'Вооружения' })
  expect([known('Arms'), known('Pipelines of Utopia')]).toEqual(['Вооружения', 'Pipelines of Utopia'])
  expect(dataLanguage()).toBe('en')
  use('en')
  expect(dataLanguage()).toBeUndefined()
})

it('speaks the first language that a browser asks for and the interface has', () => {
  expect(languageFor(['fr-FR', 'zh-TW', 'en'])?.id).toBe('zh')
  expect(languageFor(['de', 'fr'])).toBeNull()
  expect(languageWith('klingon')).toBeNull()
})
