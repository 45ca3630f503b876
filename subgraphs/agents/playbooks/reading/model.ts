import { z } from 'zod';
import type { Need } from '../report.ts';
import type { AskGraph } from './look.ts';

/** Entity types that a tenant has at most, as far as pilots look. */
const MAX_ENTITIES = 100;

const entitySchema = z.object({
  name: z.string(),
  label: z.string(),
  pluralLabel: z.string(),
  recordCount: z.number(),
  attributes: z.array(z.object({ name: z.string(), label: z.string(), type: z.string() })),
  relations: z.array(z.object({ name: z.string(), label: z.string(), to: z.object({ name: z.string() }), resolvedCount: z.number(), unresolvedCount: z.number() })),
}); // prettier-ignore
export type Entity = z.infer<typeof entitySchema>;
const replySchema = z.object({ entityTypes: z.object({ nodes: z.array(entitySchema) }) });

const DOCUMENT = `query ($first: Int!) { entityTypes(first: $first) { nodes { name label pluralLabel recordCount
  attributes { name label type } relations { name label to { name } resolvedCount unresolvedCount } } } }`;

/** The tenant's business model, as far as pilots need it. */
export interface Model {
  entities: readonly Entity[];
  find(name: string): Entity | null;
  /** Whether `attribute` or `relation.attribute` exists. */
  has(entity: string, field: string): boolean;
  /** What is missing of these; empty when all is there. */
  lacks(entity: string, fields: readonly string[]): Need[];
}

export async function readModel(ask: AskGraph): Promise<Model> {
  const { entityTypes } = replySchema.parse(await ask(DOCUMENT, { first: MAX_ENTITIES }));
  return modelOf(entityTypes.nodes);
}

/** A model of these entity types. */
export function modelOf(entities: readonly Entity[]): Model {
  const byName = new Map(entities.map((each) => [each.name, each]));
  const has = (entity: string, field: string): boolean => {
    const [attribute = '', ...relations] = field.split('.').toReversed();
    let at = byName.get(entity);
    for (const name of relations.toReversed()) at = byName.get(at?.relations.find((each) => each.name === name)?.to.name ?? '');
    return at !== undefined && (attribute === 'id' || at.attributes.some((each) => each.name === attribute));
  };
  return {
    entities,
    find: (name) => byName.get(name) ?? null,
    has,
    lacks: (entity, fields) => {
      const known = byName.get(entity);
      if (known === undefined || known.recordCount === 0)
        return [{ what: `Records of ${entity}`, todo: `Connect a source that holds them, and accept its mapping to ${entity}.` }];
      return fields
        .filter((field) => !has(entity, field))
        .map((field) => ({ what: `${field} of ${known.pluralLabel}`, todo: `Map a column to ${entity}.${field}.` }));
    },
  };
}
