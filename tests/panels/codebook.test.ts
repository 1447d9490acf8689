import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  CHANGES_OF_OWN,
  CONFIDENCE_MEANINGS,
  NATURE_MEANINGS,
  NOT_IN_OWN,
  STAGE_MEANINGS,
} from '../../src/panels/about/codebook.ts'
import { root } from '../house/sources.ts'

const codebook = readFileSync(`${root}/data/CODEBOOK.md`, 'utf8').replace(/\s+/g, ' ')

it('says of every stage and grade what the codebook says', () => {
  for (const [stage, words] of Object.entries(STAGE_MEANINGS)) expect(codebook).toContain(`| \`${stage}\` | ${words} |`)
  for (const [grade, words] of Object.entries(CONFIDENCE_MEANINGS)) expect(codebook).toContain(`\`${grade}\`: ${words}`)
})

it('says of what is not in the data nothing that the codebook does not say', () => {
  for (const words of [
    'plans of one firm without a counterpart',
    'it is not a census',
    'has probably failed quietly',
  ]) {
    expect(codebook).toContain(words)
    expect(NOT_IN_OWN.join(' ').replace('It is', 'it is')).toContain(words)
  }
})

it('tells of the version that the data has', () => {
  expect(readFileSync(`${root}/data/dataset.yaml`, 'utf8')).toContain(`\nversion: ${CHANGES_OF_OWN[0]!.version}\n`)
})

it('says of outputs and processes what the codebook says', () => {
  expect(codebook).toContain('Results are counted among outputs; processes stand beside them.')
  expect(NATURE_MEANINGS.process).toContain('results are not counted among these')
  for (const words of ['lasts or flows', 'deliveries, a treaty']) {
    expect(NATURE_MEANINGS.output).toContain(words)
  }
  for (const words of ['a meeting', 'exercise', 'declaration', 'takes place and is over']) {
    expect(codebook).toContain(words)
    expect(NATURE_MEANINGS.process).toContain(words)
  }
})
