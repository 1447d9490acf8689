import './trusted.ts'
import { createDatasets } from './datasets.ts'
import { loadContextFlags, loadFlags, loadOutline, loadTexts, loadWorldFlags } from './load.ts'
import { speakFirst } from './language.ts'
import { startOn } from './start.ts'

/** The page in one file: it has everything in itself, and does without a server. */
const datasets = createDatasets({ loadOutline, loadTexts, loadFlags, loadContextFlags, loadWorldFlags })
void speakFirst()
  .then(datasets.first)
  .then((origin) => startOn(origin, datasets))
