import { expect, test } from 'vitest';
import { loadVendorMappings } from '../vendors/load.ts';
import { loadCanonicalOntology, ontologyOf } from './load.ts';
import { canonicalEntitySchema } from './ontology-file.ts';

test('the shipped ontology and vendor files are valid and hold the entities of the business', () => {
  const ontology = loadCanonicalOntology();
  expect(ontology.entities.map((entity) => entity.name)).toEqual(
    expect.arrayContaining([
      'Account',
      'Contact',
      'Opportunity',
      'Product',
      'Subscription',
      'Revenue',
      'Cost',
      'Usage',
      'Health',
      'Ticket',
      'Employee',
      'Incident',
      'Observation',
      'Refund',
    ]),
  );
  expect(loadVendorMappings(ontology).length).toBeGreaterThanOrEqual(6);
});

const entity = {
  name: 'Thing',
  label: 'Thing',
  plural: 'Things',
  description: 'd',
  attributes: [{ name: 'size', label: 'Size', type: 'TEXT', semantic: 'TEXT', description: 'd' }],
};

test('a file that refers to an attribute it does not have is refused', () => {
  expect(canonicalEntitySchema.safeParse({ ...entity, requires: [['weight']] }).success).toBe(false);
  expect(canonicalEntitySchema.safeParse({ ...entity, attributes: [...entity.attributes, ...entity.attributes] }).success).toBe(false);
});

test('an expression that cannot be worked out is refused', () => {
  const rule = { name: 'loud', label: 'Loud', type: 'TEXT', semantic: 'TEXT', description: 'd' };
  const thing = (fromExpression: string) => canonicalEntitySchema.parse({ ...entity, derived: [{ ...rule, fromExpression }] });
  expect(ontologyOf([thing('upper(size)')]).entities).toHaveLength(1);
  expect(() => ontologyOf([thing('upper(weight)')])).toThrow('weight');
  expect(() => ontologyOf([thing('length(size)')])).toThrow('TEXT');
});

test('a relation to an entity that is not there is refused', () => {
  const thing = canonicalEntitySchema.parse({
    ...entity,
    relations: [{ name: 'owner', label: 'Owner', target: 'Nobody', description: 'd' }],
  });
  expect(() => ontologyOf([thing])).toThrow('Nobody');
});
