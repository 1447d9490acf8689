import type { SheetCell } from '../model/sheet.ts'
import type { Dataset } from '../model/schema.ts'

/** The tables of a data package: what a dataset consists of, a file each. */

/** A column, in the terms of Table Schema (Frictionless Data, version 1). */
export interface Field {
  name: string
  type: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'year'
  description?: string
  /** A list of ids, joined by "; " in its cell. */
  isList?: true
  constraints?: { required?: true; pattern?: string; enum?: readonly string[] }
}

export interface Table {
  /** As `datapackage.json` calls it; its file is the same with `.csv`. */
  name: string
  title: string
  fields: readonly Field[]
  primaryKey?: readonly string[]
  foreignKeys?: readonly { fields: readonly string[]; resource: string; reference: readonly string[] }[]
  /** Its rows in a dataset, cells in the order of the fields; `null` where the dataset leaves the whole table out. */
  rows: (dataset: Dataset) => SheetCell[][] | null
}

const DATE = '^\\d{4}(-\\d{2}(-\\d{2})?)?$'

const text = (name: string, description?: string): Field => ({
  name,
  type: 'string',
  ...(description !== undefined && { description }),
})
const needed = (name: string, description?: string): Field => ({
  ...text(name, description),
  constraints: { required: true },
})
const date = (name: string): Field => ({
  ...text(name, 'YYYY, YYYY-MM or YYYY-MM-DD: no more precise than the source'),
  constraints: { pattern: DATE },
})
const number = (name: string, description?: string): Field => ({ ...text(name, description), type: 'number' })
const ids = (name: string, what: string): Field => ({ ...needed(name, `ids of ${what}, joined by "; "`), isList: true })
const position: Field = {
  name: 'position',
  type: 'integer',
  description: 'its place in the initiative, from 1',
  constraints: { required: true },
}

const list = (values: readonly string[]): string => values.join('; ')
const json = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value))
const or = <T extends string | number>(value: T | undefined): T | null => value ?? null

/** In the order in which they lie in the archive. */
export const TABLES: readonly Table[] = [
  {
    name: 'actors',
    title: 'States and organisations',
    fields: [
      needed('id', 'ISO 3166 alpha-3 for states, an acronym for organisations'),
      needed('kind', 'state or organisation'),
      needed('tier', 'core, surrounding or context'),
      needed('name', 'in English'),
      text('name_ru', 'in Russian'),
      text('name_native', 'in its own language'),
      text('native_language', 'BCP 47'),
      text('full_name'),
      text('iso2', 'ISO 3166 alpha-2'),
      text('iso_numeric', 'ISO 3166 numeric: three digits'),
      text('seat', 'capital of a state, seat of an organisation'),
      number('latitude', 'of the seat, degrees north'),
      number('longitude', 'of the seat, degrees east'),
      text('flag', 'its flag in flag-icons'),
    ],
    primaryKey: ['id'],
    rows: ({ actors }) =>
      actors.map(({ id, kind, tier, names, fullName, iso2, isoNumeric, seat, flag }) => [
        id,
        kind,
        tier,
        names.en,
        or(names.ru),
        or(names.native?.text),
        or(names.native?.language),
        or(fullName),
        or(iso2),
        or(isoNumeric),
        or(seat?.name),
        or(seat?.latitude),
        or(seat?.longitude),
        or(flag),
      ]),
  },
  {
    name: 'relation_types',
    title: 'Relation types',
    fields: [
      needed('id'),
      needed('label'),
      needed('letter', 'one capital letter that tells it apart without colour'),
      needed('colour_light', 'on a light ground, #rrggbb'),
      needed('colour_dark', 'on a dark ground, #rrggbb'),
    ],
    primaryKey: ['id'],
    rows: ({ relationTypes }) =>
      relationTypes.map(({ id, label, letter, colour }) => [id, label, letter, colour.light, colour.dark]),
  },
  {
    name: 'subtypes',
    title: 'Subtypes of the relation types',
    fields: [needed('type'), needed('id'), needed('label'), needed('nature', 'output or process')],
    primaryKey: ['type', 'id'],
    foreignKeys: [{ fields: ['type'], resource: 'relation_types', reference: ['id'] }],
    rows: ({ relationTypes }) =>
      relationTypes.flatMap((type) => type.subtypes.map(({ id, label, nature }) => [type.id, id, label, nature])),
  },
  {
    name: 'initiatives',
    title: 'Initiatives',
    fields: [
      needed('id'),
      ids('from', 'actors'),
      ids('to', 'actors'),
      {
        name: 'directed',
        type: 'boolean',
        description: 'true: something flows from -> to; false: mutual',
        constraints: { required: true },
      },
      needed('type'),
      needed('subtype'),
      needed('title'),
      text('summary'),
      { name: 'parties', type: 'array', description: 'the companies or bodies concerned, as a JSON list' },
      { name: 'tags', type: 'array', description: 'as a JSON list' },
      text('valence', 'conflict where the tie is adversarial; empty means cooperation'),
      needed('confidence', 'high, medium, low or unstated'),
    ],
    primaryKey: ['id'],
    foreignKeys: [{ fields: ['type', 'subtype'], resource: 'subtypes', reference: ['type', 'id'] }],
    rows: ({ initiatives }) =>
      initiatives.map((own) => [
        own.id,
        list(own.from),
        list(own.to),
        String(own.directed),
        own.type,
        own.subtype,
        own.title,
        own.summary,
        json(own.parties),
        json(own.tags),
        or(own.valence),
        own.confidence,
      ]),
  },
  {
    name: 'milestones',
    title: 'Milestones of the initiatives',
    fields: [
      needed('initiative'),
      position,
      { ...date('date'), constraints: { required: true, pattern: DATE } },
      needed('stage'),
      text('note'),
      ids('sources', 'sources'),
    ],
    primaryKey: ['initiative', 'position'],
    foreignKeys: [{ fields: ['initiative'], resource: 'initiatives', reference: ['id'] }],
    rows: ({ initiatives }) =>
      initiatives.flatMap(({ id, milestones }) =>
        milestones.map((own, i) => [id, i + 1, own.date, own.stage, own.note, list(own.sources)]),
      ),
  },
  {
    name: 'magnitudes',
    title: 'Figures of the initiatives',
    fields: [
      needed('initiative'),
      position,
      needed('kind'),
      { ...number('value'), constraints: { required: true } },
      needed('unit'),
      date('date'),
      ids('sources', 'sources'),
    ],
    primaryKey: ['initiative', 'position'],
    foreignKeys: [{ fields: ['initiative'], resource: 'initiatives', reference: ['id'] }],
    rows: ({ initiatives }) =>
      initiatives.flatMap(({ id, magnitudes = [] }) =>
        magnitudes.map((own, i) => [id, i + 1, own.kind, own.value, own.unit, or(own.date), list(own.sources)]),
      ),
  },
  {
    name: 'sources',
    title: 'Sources',
    fields: [
      needed('id'),
      needed('title'),
      needed('publisher'),
      date('date'),
      text('url'),
      needed('kind'),
      needed('language', 'ISO 639; und: not known'),
      text('supports', 'what was read in it, for checking'),
    ],
    primaryKey: ['id'],
    rows: ({ sources }) =>
      sources.map((own) => [
        own.id,
        own.title,
        own.publisher,
        or(own.date),
        or(own.url),
        own.kind,
        own.language,
        or(own.supports),
      ]),
  },
  {
    name: 'series',
    title: 'Yearly series',
    fields: [
      needed('id'),
      needed('title'),
      needed('measure'),
      text('type'),
      { name: 'directed', type: 'boolean', constraints: { required: true } },
      needed('absence', 'what a missing row means: unknown or zero'),
      needed('method'),
      { name: 'codes', type: 'object', description: 'codes that stand for no actor, with their labels, as JSON' },
    ],
    primaryKey: ['id'],
    foreignKeys: [{ fields: ['type'], resource: 'relation_types', reference: ['id'] }],
    rows: ({ series }) =>
      series.map((own) => [
        own.id,
        own.title,
        own.measure,
        or(own.type),
        String(own.directed),
        own.absence,
        own.method,
        json(own.codes),
      ]),
  },
  {
    name: 'observations',
    title: 'Values of the yearly series',
    fields: [
      needed('series'),
      needed('from'),
      needed('to'),
      { name: 'year', type: 'integer', constraints: { required: true } },
      { name: 'until_year', type: 'integer', description: 'last year of a window of several years' },
      { ...number('value'), constraints: { required: true } },
      needed('unit'),
      { name: 'facets', type: 'object', description: 'what else is said of the value, as JSON' },
      ids('sources', 'sources'),
      text('note'),
    ],
    foreignKeys: [{ fields: ['series'], resource: 'series', reference: ['id'] }],
    rows: ({ series }) =>
      series.flatMap(({ id, observations }) =>
        observations.map((own) => [
          id,
          own.from,
          own.to,
          own.year,
          or(own.untilYear),
          own.value,
          own.unit,
          json(own.facets),
          list(own.sources),
          or(own.note),
        ]),
      ),
  },
  {
    name: 'memberships',
    title: 'Memberships in organisations',
    fields: [
      needed('organisation'),
      needed('member'),
      needed('role'),
      date('from'),
      date('to'),
      ids('sources', 'sources'),
    ],
    foreignKeys: [
      { fields: ['organisation'], resource: 'actors', reference: ['id'] },
      { fields: ['member'], resource: 'actors', reference: ['id'] },
    ],
    rows: ({ memberships }) =>
      memberships.map((own) => [own.organisation, own.member, own.role, or(own.from), or(own.to), list(own.sources)]),
  },
  {
    name: 'views',
    title: 'Views to be walked through',
    fields: [needed('name'), needed('sentence'), text('hash', 'the part of an address after the #')],
    rows: ({ views }) => views?.map((own) => [own.name, own.sentence, own.hash]) ?? null,
  },
  {
    name: 'marked_dates',
    title: 'Marked dates',
    fields: [{ ...date('date'), constraints: { required: true, pattern: DATE } }, needed('label')],
    rows: ({ markedDates }) => markedDates.map((own) => [own.date, own.label]),
  },
]
