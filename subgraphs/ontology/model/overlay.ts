import { z } from 'zod';
import { columnTypeSchema } from '../../../schema/events/discovered-schema.ts';
import { semanticSchema } from '../../../schema/events/semantic-model.ts';

const texts = z.array(z.string());

/** What a person said of an attribute; what is left out stays as the mappings give it. */
const attributeEditsSchema = z.object({
  created: z.literal(true).optional(),
  name: z.string().optional(),
  label: z.string().optional(),
  type: columnTypeSchema.optional(),
  semantic: semanticSchema.optional(),
  /** ISO 4217 code of money; of anything else what it is counted in. */
  unit: z.string().optional(),
  synonyms: texts.optional(),
  description: z.string().optional(),
  expression: z.string().optional(),
});
export type AttributeEdits = z.infer<typeof attributeEditsSchema>;

const relationEditsSchema = z.object({
  created: z.literal(true).optional(),
  name: z.string().optional(),
  label: z.string().optional(),
  synonyms: texts.optional(),
  description: z.string().optional(),
  /** Key of the type it leads to; of a relation that somebody made. */
  target: z.string().optional(),
  /** Keys of the attributes whose equal values link two records; of a relation that somebody made. */
  attribute: z.string().optional(),
  targetAttribute: z.string().optional(),
});
export type RelationEdits = z.infer<typeof relationEditsSchema>;

const entityEditsSchema = z.object({
  created: z.literal(true).optional(),
  name: z.string().optional(),
  label: z.string().optional(),
  pluralLabel: z.string().optional(),
  description: z.string().optional(),
  synonyms: texts.optional(),
  /** Key of the type its records belong to now. */
  mergedInto: z.string().optional(),
  attributes: z.record(z.string(), attributeEditsSchema).optional(),
  relations: z.record(z.string(), relationEditsSchema).optional(),
});
export type EntityEdits = z.infer<typeof entityEditsSchema>;

/**
 * People's edits over what the mappings give, by key: the name mappings know a thing by, which no edit changes. That is why a mapping accepted
 * later undoes no edit, and no edit a mapping.
 */
export const overlaySchema = z.object({ entities: z.record(z.string(), entityEditsSchema) });
export type Overlay = z.infer<typeof overlaySchema>;

export const NO_EDITS: Overlay = { entities: {} };

/** Whether nobody has edited anything. */
export function isEmpty({ entities }: Overlay): boolean {
  return Object.keys(entities).length === 0;
}

/** The type that records of this one belong to after all merges. */
export function mergedKey({ entities }: Overlay, key: string): string {
  const seen = new Set<string>();
  let at = key;
  for (let next = entities[at]?.mergedInto; next !== undefined && !seen.has(next); next = entities[at]?.mergedInto) {
    seen.add(at);
    at = next;
  }
  return at;
}
