import { expect, it } from 'vitest'
import { textOf, type Formatted } from '../../src/language/icu.ts'
import { INFLECTIONS } from '../../src/language/inflections.ts'

const korean = (parts: Formatted) => textOf(INFLECTIONS.ko!(parts))
const russian = (parts: Formatted) => textOf(INFLECTIONS.ru!(parts))

it.each([
  ['러시아이(가)', '러시아가'],
  ['중국이(가)', '중국이'],
  ['“이행”은(는) 9을(를)', '“이행”은 9를'],
  ['1와(과) 2과(와)', '1과 2와'],
  ['서울(으)로, 중국(으)로, 러시아(으)로', '서울로, 중국으로, 러시아로'],
  ['“사본”(이)라는', '“사본”이라는'],
  ['SCO은(는)', 'SCO은(는)'],
])('takes of the Korean %s the particle that fits', (both, own) => {
  expect(korean([both])).toBe(own)
})

it('sees what stands before a particle in a tag', () => {
  expect(korean([{ tag: 'b', within: ['중국'] }, '은(는) 3', '을(를)'])).toBe('중국은 3을')
})

it.each([
  ['член с март 2015', 'член с марта 2015'],
  ['член с май 2015', 'член с мая 2015'],
  ['член с июль 2015, потом', 'член с июля 2015, потом'],
  ['член с 28 июля 1995', 'член с 28 июля 1995'],
  ['член с 1995', 'член с 1995 года'],
  ['без новостей с 2018 года', 'без новостей с 2018 года'],
  ['с 2015–2020', 'с 2015–2020'],
])('puts the date of the Russian “%s” in its case', (plain, own) => {
  expect(russian([plain])).toBe(own)
})
