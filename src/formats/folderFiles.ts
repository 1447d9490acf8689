import { z } from 'zod'
import {
  actorSchema,
  CONFIDENCES,
  datasetSchema,
  initiativeSchema,
  magnitudeSchema,
  milestoneSchema,
  observationSchema,
  relationTypeSchema,
  seriesSchema,
  SOURCE_KINDS,
  sourceSchema,
  text,
  UNITS,
  url,
} from '../model/schema.ts'

/**
 * What each YAML file of a data folder holds, in terms of the dataset's own schema. The codebook says what the fields
 * mean; editors get the same as JSON Schema (see {@link folderJsonSchemas}).
 */

const unit = z.enum(UNITS)

/** A row of a series, in a unit that the charts know. */
export const rowSchema = observationSchema.extend({ unit })

const column = z.string().regex(/^[a-z][a-z_]*$/)

/** A series as `dataset.yaml` declares it: where its CSV lies and how its columns are to be read. */
export const seriesEntrySchema = seriesSchema.omit({ observations: true }).extend({
  file: z
    .string()
    .regex(/^series\/[a-z0-9-]+\.csv$/)
    .describe('its rows: a file in series/'),
  unit: unit.optional().describe('the unit of every value, where the file has no column "unit"'),
  facets: z.array(column).optional().describe('further columns of the file'),
  key: z
    .array(column)
    .optional()
    .describe('the columns that, with the pair and the year, tell two rows apart; absent: none'),
})

/** `dataset.yaml`: the dataset without what the other files hold. */
export const datasetFileSchema = datasetSchema
  .omit({ actors: true, relationTypes: true, initiatives: true, sources: true, memberships: true })
  .extend({ series: z.array(seriesEntrySchema) })

export type DatasetFile = z.infer<typeof datasetFileSchema>
export type SeriesEntry = z.infer<typeof seriesEntrySchema>

/**
 * The schema of one entry of each list file: the dataset's own, with nothing left open that Dyad's own evidence states.
 */
export const ENTRY_SCHEMAS = {
  actors: actorSchema.extend({ names: actorSchema.shape.names.extend({ en: text, ru: text }) }),
  'relation-types': relationTypeSchema,
  initiatives: initiativeSchema.extend({
    title: text.max(90),
    summary: text.min(40).max(600),
    milestones: z
      .array(milestoneSchema.extend({ note: text }))
      .min(1)
      .describe('in order'),
    magnitudes: z.array(magnitudeSchema.extend({ unit })).optional(),
    confidence: z.enum(CONFIDENCES).exclude(['unstated']),
  }),
  sources: sourceSchema.extend({ url, kind: z.enum(SOURCE_KINDS).exclude(['unstated']) }),
} as const

/** The kinds of list file; `initiatives` and `sources` are folders of such files. */
export type ListKind = keyof typeof ENTRY_SCHEMAS

/**
 * The JSON Schema of each kind of YAML file, by the name under which `data/schema/` keeps it for editors:
 * `dataset`, `actors`, `relation-types`, `initiatives`, `sources`.
 */
export function folderJsonSchemas(): Record<string, object> {
  const schemas: Record<string, object> = { dataset: z.toJSONSchema(datasetFileSchema) }
  for (const [kind, schema] of Object.entries(ENTRY_SCHEMAS)) schemas[kind] = z.toJSONSchema(z.array(schema))
  return schemas
}

/** The JSON Schema of a whole dataset in one file, as it is published: `schema/dyad-1.schema.json`. */
export function datasetJsonSchema(): object {
  return { title: 'Dyad dataset, format dyad/1', ...z.toJSONSchema(datasetSchema) }
}
