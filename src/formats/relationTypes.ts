import type { RelationType } from '../model/schema.ts'

/** The relation types of data that others publish, as in `data/relation-types.yaml`, with the subtypes that they need. */

export const ARMS: RelationType = {
  id: 'arms',
  label: 'Arms',
  letter: 'A',
  colour: { light: '#A3195B', dark: '#F27AA6' },
  subtypes: [
    { id: 'transfer', label: 'Arms transfer', nature: 'output' },
    { id: 'licence', label: 'Licensed production', nature: 'output' },
  ],
}

export const ECONOMY: RelationType = {
  id: 'economy',
  label: 'Economy',
  letter: 'M',
  colour: { light: '#00806A', dark: '#45C9AC' },
  subtypes: [{ id: 'trade', label: 'Trade', nature: 'output' }],
}

export const DIPLOMACY: RelationType = {
  id: 'diplomacy',
  label: 'Diplomacy',
  letter: 'D',
  colour: { light: '#2563B0', dark: '#7AB2F5' },
  subtypes: [{ id: 'representation', label: 'Diplomatic representation', nature: 'output' }],
}
