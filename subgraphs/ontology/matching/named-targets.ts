import type { CanonicalAttribute } from '../canonical/ontology-file.ts';
import { labelOf, normalWords, pascalCase, words } from './words.ts';
import { type PreparedEntity, prepareEntity } from './prepared-entity.ts';

/** Prepares a model of which nothing but names is known: what its object is called, and what its fields are. */
export function createMatcherOfNames(object: string, fields: readonly string[]): PreparedEntity {
  const label = words(object).join(' ');
  const attributes = fields.map((name): CanonicalAttribute => ({
    name,
    label: labelOf(words(name)),
    type: 'TEXT',
    semantic: 'TEXT',
    core: false,
    synonyms: [],
    values: [],
    description: name,
  }));
  const entity = {
    name: pascalCase(words(object)),
    label,
    plural: label,
    description: label,
    synonyms: [],
    excludes: [],
    notWhenValues: [],
    requires: [],
    resolve: false,
    attributes,
    relations: [],
    derived: [],
  };
  return prepareEntity(entity, new Set([object, ...fields].flatMap(normalWords)), false);
}
