import { z } from 'zod'
import { STAGES } from './outcome.ts'
import { VIEW_LIMITS } from './view.ts'

/**
 * What a dataset is. Written once here: TypeScript types, the check of `data/` and the published JSON Schema are made
 * from it. What each field means is defined for coders in `data/CODEBOOK.md`.
 *
 * Browser code imports types only, so that zod is not sent to readers who only look.
 *
 * It is as wide as other people's data needs; what Dyad's own `data/` is held to beyond that stands in
 * `src/formats/folderFiles.ts` and `src/formats/dataChecks.ts`.
 */

// Without it zod would make functions of text, which the page's Content-Security-Policy forbids. It is read when a schema is made.
z.config({ jitless: true })

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .describe('kebab-case, stable for ever')
const actorId = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,11}$/)
  .describe('an actor: ISO 3166 alpha-3 for states, an acronym for organisations')
const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe('YYYY, YYYY-MM or YYYY-MM-DD: no more precise than the source')
export const text = z.string().min(1)
/** How many characters a text may have. Far beyond what anyone reads on a screen; it bounds what a hostile file can bring. */
export const TEXT_LIMITS = { title: 300, note: 20_000, name: 200 } as const
export const url = z
  .string()
  .regex(/^https?:\/\/[^\s/]+/)
  .describe('http or https')
const colour = z.string().regex(/^#[0-9a-f]{6}$/i)
const sources = z.array(id).min(1).describe('ids of the sources that support it')

/** The units of Dyad's own data, in the words that its charts know. Other datasets may have others. */
export const UNITS = [
  'USD bn',
  'USD m',
  'EUR bn',
  'RUB bn',
  'CNY bn',
  'INR bn',
  'JPY bn',
  'Mt',
  'Mt/yr',
  'bcm',
  'bcm/yr',
  'bbl/d',
  'EJ',
  'GW',
  'MW',
  'TWh/yr',
  'units',
  'TIV m',
  'km',
  '%',
  'years',
  'troops',
  'members',
] as const
export const NATURES = ['output', 'process'] as const
export const VALENCES = ['cooperation', 'conflict'] as const
/** `unstated`: for data of others that do not grade their evidence. */
export const CONFIDENCES = ['high', 'medium', 'low', 'unstated'] as const
export const SOURCE_KINDS = [
  'official',
  'database',
  'academic',
  'think-tank',
  'company',
  'news',
  'reference',
  'unstated',
] as const

export const placeSchema = z.strictObject({
  name: text.describe('the city, in English'),
  latitude: z.number().min(-90).max(90).describe('degrees north'),
  longitude: z.number().min(-180).max(180).describe('degrees east'),
})

export const actorSchema = z.strictObject({
  id: actorId,
  kind: z.enum(['state', 'organisation']),
  tier: z
    .enum(['core', 'surrounding', 'context'])
    .describe('core: what the dataset is about; surrounding: drawn around it; context: only in series and memberships'),
  names: z.strictObject({
    en: text.max(TEXT_LIMITS.name),
    ru: text.max(TEXT_LIMITS.name).optional(),
    native: z.strictObject({ language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z]+)*$/), text }).optional(),
  }),
  fullName: text.optional().describe('an organisation that is known by its acronym: its full English name'),
  iso2: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('ISO 3166 alpha-2; states only'),
  isoNumeric: z
    .string()
    .regex(/^\d{3}$/)
    .optional()
    .describe('ISO 3166 numeric; states only'),
  seat: placeSchema.optional().describe('capital of a state, seat of an organisation'),
  flag: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)?$/)
    .optional()
    .describe('its flag in flag-icons'),
})

export const subtypeSchema = z.strictObject({
  id,
  label: text,
  nature: z.enum(NATURES).describe('output: something that lasts; process: a meeting, visit, exercise, declaration'),
})

export const relationTypeSchema = z.strictObject({
  id,
  label: text,
  letter: z
    .string()
    .regex(/^\p{Lu}$/u)
    .describe('one capital letter that tells it apart without colour'),
  colour: z.strictObject({ light: colour, dark: colour }),
  subtypes: z.array(subtypeSchema).min(1),
})

export const milestoneSchema = z.strictObject({
  date,
  stage: z.enum(STAGES),
  note: z.string().max(TEXT_LIMITS.note),
  sources,
})

export const magnitudeSchema = z.strictObject({
  kind: text.describe('what is measured, in words'),
  value: z.number(),
  unit: text.max(TEXT_LIMITS.name),
  date: date.optional(),
  sources,
})

export const initiativeSchema = z.strictObject({
  id,
  from: z.array(actorId).min(1),
  to: z.array(actorId).min(1).describe('the dyads are from each in `from` to each in `to`'),
  directed: z.boolean().describe('true: something flows from -> to; false: mutual'),
  type: id,
  subtype: id,
  title: text.max(TEXT_LIMITS.title),
  summary: z.string().max(TEXT_LIMITS.note),
  parties: z.array(text).describe('the companies or bodies concerned'),
  milestones: z.array(milestoneSchema).min(1).describe('in order'),
  magnitudes: z.array(magnitudeSchema).optional(),
  tags: z.array(text),
  valence: z.enum(VALENCES).optional().describe('conflict where the tie is adversarial; absent means cooperation'),
  confidence: z.enum(CONFIDENCES),
})

export const sourceSchema = z.strictObject({
  id,
  title: text,
  publisher: text,
  date: date.optional(),
  url: url.optional(),
  kind: z.enum(SOURCE_KINDS),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .describe('ISO 639; und: not known'),
  supports: text.optional().describe('what was read in it, for checking; not for display'),
})

export const observationSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  year: z.number().int(),
  untilYear: z.number().int().optional().describe('last year of a window of several years'),
  value: z.number(),
  unit: text.max(TEXT_LIMITS.name),
  facets: z.record(z.string(), z.string()).optional().describe('commodity, flow, basis, rank, ... as the series has'),
  sources,
  note: z.string().optional(),
})

export const seriesSchema = z.strictObject({
  id,
  title: text,
  measure: text.describe('what is measured'),
  type: id.optional().describe('the relation type it belongs to'),
  directed: z.boolean().describe('true: a flow from -> to; false: a property of the pair'),
  absence: z.enum(['unknown', 'zero']).describe('what a missing row means'),
  method: text,
  codes: z
    .record(z.string(), text)
    .optional()
    .describe('codes in `from` or `to` that stand for no actor, with their labels: OTHER, UNKNOWN'),
  observations: z.array(observationSchema),
})

export const membershipSchema = z.strictObject({
  organisation: actorId,
  member: actorId,
  role: z.enum(['member', 'observer', 'dialogue-partner', 'partner']),
  from: date.optional(),
  to: date.optional().describe('absent: still in force, or not known'),
  sources,
})

export const viewSchema = z.strictObject({
  name: text.max(VIEW_LIMITS.name),
  sentence: text.max(VIEW_LIMITS.sentence).describe('what to look at'),
  hash: z.string().max(VIEW_LIMITS.hash).describe('the part of an address after the #, as "Share" gives it'),
})

export const datasetSchema = z.strictObject({
  format: z.literal('dyad/1'),
  title: text,
  description: text,
  version: text,
  asOf: date.describe('the day up to which the evidence was collected: the default as-of date'),
  focus: actorId.describe('the actor in the middle when the dataset opens'),
  licence: text,
  citation: text,
  markedDates: z.array(z.strictObject({ date, label: text })),
  views: z.array(viewSchema).optional().describe('a briefing: views to be walked through in this order'),
  actors: z.array(actorSchema).min(1),
  relationTypes: z.array(relationTypeSchema).min(1),
  initiatives: z.array(initiativeSchema),
  sources: z.array(sourceSchema),
  series: z.array(seriesSchema),
  memberships: z.array(membershipSchema),
})

export type Actor = z.infer<typeof actorSchema>
export type RelationType = z.infer<typeof relationTypeSchema>
export type Subtype = z.infer<typeof subtypeSchema>
export type Nature = (typeof NATURES)[number]
export type Valence = (typeof VALENCES)[number]
export type Confidence = (typeof CONFIDENCES)[number]
export type SourceKind = (typeof SOURCE_KINDS)[number]
export type Milestone = z.infer<typeof milestoneSchema>
export type Magnitude = z.infer<typeof magnitudeSchema>
export type Initiative = z.infer<typeof initiativeSchema>
export type Source = z.infer<typeof sourceSchema>
export type Observation = z.infer<typeof observationSchema>
export type Series = z.infer<typeof seriesSchema>
export type Membership = z.infer<typeof membershipSchema>
export type Dataset = z.infer<typeof datasetSchema>
