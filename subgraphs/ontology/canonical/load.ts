import { packagePath } from '../../kernel/config/package-folder.ts';
import { readYaml, yamlFiles } from '../schema-files.ts';
import { checked, kindOf } from '../model/expression/check.ts';
import { parsed } from '../model/expression/parse.ts';
import { type CanonicalEntity, type CanonicalOntology, canonicalEntitySchema } from './ontology-file.ts';

/**
 * Loads `schema/ontology/*.yaml`. Throws when a file is invalid, an entity is named twice or a relation points nowhere:
 * all of them faults of the release, not of a tenant.
 */
export function loadCanonicalOntology(folder = packagePath('schema', 'ontology')): CanonicalOntology {
  return ontologyOf(yamlFiles(folder).map((file) => readYaml(file, canonicalEntitySchema)));
}

/** Puts entities together into an ontology and checks what no single file can tell. */
export function ontologyOf(entities: readonly CanonicalEntity[]): CanonicalOntology {
  const byName = new Map(entities.map((entity) => [entity.name, entity]));
  if (byName.size !== entities.length) throw new Error('schema/ontology names an entity twice');
  for (const entity of entities)
    for (const relation of entity.relations)
      if (!byName.has(relation.target)) throw new Error(`${entity.name}.${relation.name} points to ${relation.target}, which is no entity`);
  for (const entity of entities) checkExpressions(entity);
  return { entities, byName };
}

function checkExpressions({ name: entity, attributes, derived }: CanonicalEntity): void {
  const typeOf = (name: string) => attributes.find((attribute) => attribute.name === name)?.type;
  for (const rule of derived) {
    if (!('fromExpression' in rule)) continue;
    const kind = checked(parsed(rule.fromExpression), typeOf);
    if (kind !== kindOf(rule.type)) throw new Error(`${entity}.${rule.name} comes to ${kind}, which is no ${rule.type}`);
  }
}
