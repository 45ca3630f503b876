import type { ModelAttribute, ModelEntity, ModelRelation, SemanticModel } from '../../../schema/events/semantic-model.ts';
import { modelErrors } from './model.errors.ts';

/** What entity types are called: `SalesTeam`. */
export const ENTITY_NAME = /^[A-Z][A-Za-z0-9]{0,59}$/;
/** What attributes and relations are called: `closeDate`. */
export const PART_NAME = /^[a-z][A-Za-z0-9]{0,59}$/;

/** The name mappings know a part of the model by. */
export const keyOf = ({ key, name }: { key?: string | undefined; name: string }): string => key ?? name;

/** An entity type by name. @throws ONTOLOGY_UNKNOWN */
export function entityNamed({ entities }: SemanticModel, name: string): ModelEntity {
  const found = entities.find((entity) => entity.name === name);
  if (found === undefined) throw modelErrors.ONTOLOGY_UNKNOWN({ what: 'entity type', name });
  return found;
}

/** An attribute by name. @throws ONTOLOGY_UNKNOWN */
export function attributeNamed(entity: ModelEntity, name: string): ModelAttribute {
  const found = entity.attributes.find((attribute) => attribute.name === name);
  if (found === undefined) throw modelErrors.ONTOLOGY_UNKNOWN({ what: `attribute of ${entity.name}`, name });
  return found;
}

/** A relation by name. @throws ONTOLOGY_UNKNOWN */
export function relationNamed(entity: ModelEntity, name: string): ModelRelation {
  const found = entity.relations.find((relation) => relation.name === name);
  if (found === undefined) throw modelErrors.ONTOLOGY_UNKNOWN({ what: `relation of ${entity.name}`, name });
  return found;
}

/** A key that nothing of these has: the name itself, else with a number. */
export function freeKey(name: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? name : `${name}${n}`;
    if (!taken.has(key)) return key;
  }
}
