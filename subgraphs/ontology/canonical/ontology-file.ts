import { z } from 'zod';
import { columnTypeSchema } from '../../../schema/events/discovered-schema.ts';
import { semanticSchema } from '../../../schema/events/semantic-model.ts';

const camelCase = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'camelCase expected');
const pascalCase = z.string().regex(/^[A-Z][A-Za-z0-9]*$/, 'PascalCase expected');
const phrases = z.array(z.string().min(1)).default([]);

const attributeSchema = z.strictObject({
  name: camelCase,
  label: z.string().min(1),
  type: columnTypeSchema,
  semantic: semanticSchema,
  /** Distinctive of this entity: a table that has it is more likely to be one. */
  core: z.boolean().default(false),
  synonyms: phrases,
  /** Words that the values of such a column typically are. */
  values: phrases,
  /** What its values are counted in (`hours`, `kg`); left out where they have none, or the source says it. */
  unit: z.string().min(1).optional(),
  description: z.string().min(1),
});

const relationSchema = z.strictObject({
  name: camelCase,
  label: z.string().min(1),
  target: pascalCase,
  synonyms: phrases,
  description: z.string().min(1),
});

/** An attribute that no column carries: told from the words of another one, case by case, first match wins. */
const valueMapSchema = z.strictObject({
  name: camelCase,
  label: z.string().min(1),
  type: z.literal('TEXT'),
  semantic: semanticSchema,
  description: z.string().min(1),
  synonyms: phrases,
  fromValues: camelCase,
  cases: z.array(z.strictObject({ value: z.string().min(1), words: z.array(z.string().regex(/^[a-z0-9 ]+$/)).min(1) })).min(1),
  otherwise: z.string().min(1),
});

/** An attribute that is worked out of others of the same record, of which so many must be there. */
const expressionSchema = z.strictObject({
  name: camelCase,
  label: z.string().min(1),
  type: columnTypeSchema,
  semantic: semanticSchema,
  description: z.string().min(1),
  synonyms: phrases,
  fromExpression: z.string().min(1),
  atLeast: z.int().positive().default(1),
});

/** A declared attribute that is put together from others when no column carries it. */
const concatSchema = z.strictObject({ name: camelCase, fromConcat: z.array(camelCase).min(2) });

export const canonicalEntitySchema = z
  .strictObject({
    name: pascalCase,
    label: z.string().min(1),
    plural: z.string().min(1),
    description: z.string().min(1),
    synonyms: phrases,
    /** Names that other things also go by: they count for a table that has one of these attributes. */
    sharedNames: z.strictObject({ names: z.array(z.string().min(1)).min(1), where: z.array(camelCase).min(1) }).optional(),
    /** A table whose name holds one of these words is something else, unless its whole name is the entity's. */
    excludes: phrases,
    /** A table with such values in one of its columns is something else. */
    notWhenValues: phrases,
    /** Of every list at least one attribute must be mapped, or the table is not of this entity. */
    requires: z.array(z.array(camelCase).min(1)).default([]),
    /** Its records are things outside the sources: once several tables have them, those that are the same become one. */
    resolve: z.boolean().default(false),
    attributes: z.array(attributeSchema).min(1),
    relations: z.array(relationSchema).default([]),
    derived: z.array(z.union([valueMapSchema, expressionSchema, concatSchema])).default([]),
  })
  .superRefine((entity, context) => {
    const names = [
      ...entity.attributes.map((a) => a.name),
      ...entity.relations.map((r) => r.name),
      ...entity.derived.filter((d) => !('fromConcat' in d)).map((d) => d.name),
    ];
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    if (twice.length > 0) context.addIssue({ code: 'custom', message: `${entity.name}: named twice: ${twice.join(', ')}` });
    const attributes = new Set(entity.attributes.map((a) => a.name));
    const referred = [
      ...entity.requires.flat(),
      ...(entity.sharedNames?.where ?? []),
      ...entity.derived.flatMap((d) => ('fromValues' in d ? [d.fromValues] : 'fromConcat' in d ? [d.name, ...d.fromConcat] : [])),
    ];
    for (const name of referred)
      if (!attributes.has(name)) context.addIssue({ code: 'custom', message: `${entity.name}: no attribute ${name}` });
  });

export type CanonicalEntity = z.infer<typeof canonicalEntitySchema>;
export type CanonicalAttribute = CanonicalEntity['attributes'][number];
export type CanonicalRelation = CanonicalEntity['relations'][number];
export type ValueMap = z.infer<typeof valueMapSchema>;
export type ConcatRule = z.infer<typeof concatSchema>;

/** The shipped ontology, entities in the order of their files. */
export interface CanonicalOntology {
  entities: readonly CanonicalEntity[];
  byName: ReadonlyMap<string, CanonicalEntity>;
}
