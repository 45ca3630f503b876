import { z } from 'zod';
import { columnTypeSchema } from './discovered-schema.ts';

/** What an attribute means, beyond its type; drives metrics, resolution and language. */
export const semanticSchema = z.enum([
  'IDENTIFIER', // tells one record from another; never summed
  'NAME', // what people call the record
  'CATEGORY', // few values; a dimension
  'STATUS', // a category that changes over a record's life
  'AMOUNT', // money that may be summed
  'PRICE', // money per unit: averaged, never summed
  'QUANTITY', // a count that may be summed
  'RATE', // a ratio or score: averaged, never summed
  'DATE', // when something happened; a time axis
  'EMAIL',
  'PHONE',
  'URL',
  'PLACE', // city, country, region: a dimension
  'PERSON', // a person's name: a dimension
  'TEXT', // free text
  'FLAG',
]);
export type Semantic = z.infer<typeof semanticSchema>;

export const modelAttributeSchema = z.object({
  id: z.uuid(),
  /** camelCase, unique in its entity type. */
  name: z.string(),
  label: z.string(),
  type: columnTypeSchema,
  semantic: semanticSchema,
  /** The canonical attribute of schema/ontology this is, or null when it is the tenant's own. */
  canonical: z.string().nullable(),
  /** Column of the typed canonical table. */
  column: z.string(),
  synonyms: z.array(z.string()),
  description: z.string().nullable(),
  /** ISO 4217 code of a money attribute whose source says it. */
  currency: z.string().nullable(),
  /** What its values are counted in (`kg`, `hours`), where somebody said so; money has `currency`. */
  unit: z.string().nullable().optional(),
  /** The name mappings know it by, where people call it otherwise; left out: its name. */
  key: z.string().optional(),
  /** Names it had before: rules that were made for them hold. */
  formerNames: z.array(z.string()).optional(),
  /** Worked out of other attributes of the same record; nothing feeds it. */
  computed: z
    .object({ expression: z.string(), inputs: z.array(z.string()) })
    .nullable()
    .optional(),
});
export type ModelAttribute = z.infer<typeof modelAttributeSchema>;

/** A many-to-one link: each record of the owner points to at most one record of `target`. */
export const modelRelationSchema = z.object({
  name: z.string(),
  label: z.string(),
  synonyms: z.array(z.string()),
  /** Name of the target entity type. */
  target: z.string(),
  /** uuid column of the owner's table that holds the target's `id`. */
  column: z.string(),
  /** Text column of the owner's table that keeps the value as the source wrote it. */
  sourceColumn: z.string(),
  description: z.string().nullable().optional(),
  /** The name mappings know it by, where people call it otherwise; left out: its name. */
  key: z.string().optional(),
  formerNames: z.array(z.string()).optional(),
});
export type ModelRelation = z.infer<typeof modelRelationSchema>;

export const modelSourceSchema = z.object({
  connectionId: z.uuid(),
  connectionName: z.string(),
  objectId: z.uuid(),
  objectName: z.string(),
  path: z.string(),
  fields: z.array(z.object({ column: z.string(), attribute: z.string(), confidence: z.number() })),
});

export const modelEntitySchema = z.object({
  id: z.uuid(),
  /** PascalCase: `Account`, `SalesTeam`. */
  name: z.string(),
  label: z.string(),
  pluralLabel: z.string(),
  synonyms: z.array(z.string()),
  /** The canonical entity of schema/ontology this is, or null when the tenant's own table was adopted. */
  canonical: z.string().nullable(),
  /** Typed table in the tenant's schema. Every table has `id uuid` and `updated_at timestamptz`. */
  table: z.string(),
  /**
   * Where records that are resolved have their golden records in `table`, the table with one row for each record of a source; left out or null:
   * nothing is resolved, and the records of the sources are what `table` holds.
   */
  sourceTable: z.string().nullish(),
  attributes: z.array(modelAttributeSchema),
  relations: z.array(modelRelationSchema),
  sources: z.array(modelSourceSchema),
  /** Attribute that best names a record to people. */
  titleAttribute: z.string().nullable(),
  /** What somebody said it is; left out or null: what the shipped ontology says. */
  description: z.string().nullable().optional(),
  /** The name mappings know it by, where people call it otherwise; left out: its name. */
  key: z.string().optional(),
  /** Names it had before, and those of types merged into it: rules that were made for them hold. */
  formerNames: z.array(z.string()).optional(),
  /** Somebody made it, not a table that was adopted. */
  custom: z.boolean().optional(),
});
export type ModelEntity = z.infer<typeof modelEntitySchema>;

/** Everything a tenant has published: what questions, metrics and agents may speak about. */
export const semanticModelSchema = z.object({ version: z.int().positive(), entities: z.array(modelEntitySchema) });
export type SemanticModel = z.infer<typeof semanticModelSchema>;
