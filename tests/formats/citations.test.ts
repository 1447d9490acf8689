import { describe, expect, it } from 'vitest'
import { citeInitiative, writeBibtex, writeCslJson, writeRis, type CitedSource } from '../../src/formats/citations.ts'

const loan: CitedSource = {
  id: 'domainb-2009-02-18-loan-for-oil',
  title: 'China, Russia sign $25-billion loan-for-oil deal',
  publisher: 'domain-b.com',
  date: '2009-02-18',
  url: 'https://domain-b.com/industry/oil_gas/20090218_oil_deal.html',
  kind: 'news',
  language: 'en',
}
const undated: CitedSource = {
  id: 'made-up',
  title: '[R&D at 50%: {C:\\temp} ~ #1 x^2]',
  publisher: 'Nga & Co',
  url: 'https://example.org/a{b}?q=50%25&r=1',
  kind: 'think-tank',
  language: 'vi',
}
const ofMonth: CitedSource = { ...loan, id: 'of-month', date: '2013-03', kind: 'official' }

describe('citeInitiative', () => {
  it('names the initiative, the day and the dataset', () => {
    expect(
      citeInitiative({ id: 'rus-chn-espo', title: 'ESPO spur' }, '2015-12-31', 'Dyad dataset. Version 1.0.0.'),
    ).toBe('“ESPO spur” (rus-chn-espo), as of 31 December 2015. In: Dyad dataset. Version 1.0.0.')
  })
})

describe('writeBibtex', () => {
  it('writes a dated source', () => {
    expect(writeBibtex([loan])).toBe(
      [
        '@misc{domainb-2009-02-18-loan-for-oil,',
        '  title = {{China, Russia sign \\$25-billion loan-for-oil deal}},',
        '  publisher = {domain-b.com},',
        '  date = {2009-02-18},',
        '  year = {2009},',
        '  url = {https://domain-b.com/industry/oil_gas/20090218_oil_deal.html},',
        '  language = {en},',
        '}',
        '',
      ].join('\n'),
    )
  })

  it('escapes what TeX would read as a command, and keeps the address whole', () => {
    expect(writeBibtex([undated])).toBe(
      [
        '@misc{made-up,',
        '  title = {{[R\\&D at 50\\%: \\{C:\\textbackslash{}temp\\} \\textasciitilde{} \\#1 x\\textasciicircum{}2]}},',
        '  publisher = {Nga \\& Co},',
        '  url = {https://example.org/a%7Bb%7D?q=50%25&r=1},',
        '  language = {vi},',
        '}',
        '',
      ].join('\n'),
    )
  })

  it('parts entries with an empty line, and writes nothing of nothing', () => {
    expect(writeBibtex([loan, undated])).toContain('\n}\n\n@misc{made-up,\n')
    expect(writeBibtex([])).toBe('')
  })
})

describe('writeRis', () => {
  it('ends lines with CR and LF, and leaves out of a date what is not known', () => {
    expect(writeRis([loan, ofMonth, undated])).toBe(
      [
        'TY  - NEWS',
        'ID  - domainb-2009-02-18-loan-for-oil',
        'TI  - China, Russia sign $25-billion loan-for-oil deal',
        'PB  - domain-b.com',
        'PY  - 2009',
        'DA  - 2009/02/18/',
        'LA  - en',
        'UR  - https://domain-b.com/industry/oil_gas/20090218_oil_deal.html',
        'ER  - ',
        'TY  - GOVDOC',
        'ID  - of-month',
        'TI  - China, Russia sign $25-billion loan-for-oil deal',
        'PB  - domain-b.com',
        'PY  - 2013',
        'DA  - 2013/03//',
        'LA  - en',
        'UR  - https://domain-b.com/industry/oil_gas/20090218_oil_deal.html',
        'ER  - ',
        'TY  - RPRT',
        'ID  - made-up',
        'TI  - [R&D at 50%: {C:\\temp} ~ #1 x^2]',
        'PB  - Nga & Co',
        'LA  - vi',
        'UR  - https://example.org/a{b}?q=50%25&r=1',
        'ER  - ',
        '',
      ].join('\r\n'),
    )
  })

  it('keeps a title with a line break on one line', () => {
    expect(writeRis([{ ...loan, title: 'One\r\nER  - two' }])).toContain('TI  - One ER - two\r\n')
  })
})

describe('writeCslJson', () => {
  it('gives dates as far as they are known', () => {
    expect(JSON.parse(writeCslJson([loan, ofMonth, undated]))).toEqual([
      {
        id: 'domainb-2009-02-18-loan-for-oil',
        type: 'article-newspaper',
        title: 'China, Russia sign $25-billion loan-for-oil deal',
        'container-title': 'domain-b.com',
        issued: { 'date-parts': [[2009, 2, 18]] },
        URL: 'https://domain-b.com/industry/oil_gas/20090218_oil_deal.html',
        language: 'en',
      },
      {
        id: 'of-month',
        type: 'webpage',
        title: 'China, Russia sign $25-billion loan-for-oil deal',
        publisher: 'domain-b.com',
        issued: { 'date-parts': [[2013, 3]] },
        URL: 'https://domain-b.com/industry/oil_gas/20090218_oil_deal.html',
        language: 'en',
      },
      {
        id: 'made-up',
        type: 'report',
        title: '[R&D at 50%: {C:\\temp} ~ #1 x^2]',
        publisher: 'Nga & Co',
        URL: 'https://example.org/a{b}?q=50%25&r=1',
        language: 'vi',
      },
    ])
  })
})
