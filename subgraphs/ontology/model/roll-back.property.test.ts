import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import { Modeller } from './model.testkit.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const TYPES = ['TEXT', 'INTEGER', 'DECIMAL', 'MONEY', 'BOOLEAN', 'DATE'] as const;
const ATTRIBUTES = ['name', 'industry', 'annualRevenue', 'employeeCount', 'externalId'] as const;
const name = fc.constantFrom('alpha', 'beta', 'gamma', 'industry', 'name');
const attribute = fc.constantFrom(...ATTRIBUTES, 'alpha', 'beta');

/** Any edit, whether it fits or not: those that do not are refused and change nothing. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('CHANGE_ATTRIBUTE'), entityType: fc.constant('Account'), attribute, name }),
  fc.record({ kind: fc.constant('CHANGE_ATTRIBUTE'), entityType: fc.constant('Account'), attribute, type: fc.constantFrom(...TYPES) }),
  fc.record({ kind: fc.constant('CHANGE_ATTRIBUTE'), entityType: fc.constant('Account'), attribute, label: fc.constantFrom('A', 'B'), synonyms: fc.constant(['c']) }),
  fc.record({ kind: fc.constant('ADD_ATTRIBUTE'), entityType: fc.constant('Account'), name, type: fc.constantFrom(...TYPES) }),
  fc.record({ kind: fc.constant('ADD_ATTRIBUTE'), entityType: fc.constant('Account'), name, expression: fc.constantFrom('employeeCount * 2', 'upper(industry)', "concat(name, ' & co')") }),
  fc.record({ kind: fc.constant('REMOVE_ATTRIBUTE'), entityType: fc.constant('Account'), attribute }),
  fc.record({ kind: fc.constant('ADD_ENTITY_TYPE'), name: fc.constantFrom('Depot', 'Region') }),
  fc.record({ kind: fc.constant('MERGE_ENTITY_TYPES'), entityType: fc.constant('Boat'), target: fc.constant('Account') }),
  fc.record({ kind: fc.constant('ADD_RELATION'), entityType: fc.constant('Account'), name, target: fc.constant('Boat') }),
  fc.record({ kind: fc.constant('REVERT'), entityType: fc.constant('Account') }),
); // prettier-ignore

/** What of a model people see: names it had in between are remembered on purpose, and records that were put together stay golden ones. */
function seen({ entities }: SemanticModel): unknown {
  const plain = (part: object): object => ({ ...part, formerNames: null });
  return entities.map((entity) => ({
    ...plain(entity),
    table: null,
    sourceTable: null,
    attributes: entity.attributes.map(plain),
    relations: entity.relations.map(plain),
  }));
}

test('whatever is edited and published, going back gives the model before, and every value is still there', async () => {
  const me = await Modeller.begin(t, [
    { name: 'customers', columns: ['customer', 'sector', 'revenue', 'employees', 'vat_code'], key: 'customer', rows: [['Harbour Café', 'food', '120.5', '12', '0012'], ['North Mill', 'trade', '88', '40', '34'], ['Old Oven Ltd', 'food', '', '7', '56']] },
    { name: 'boats', columns: ['boat', 'berth', 'length_m'], key: 'boat', rows: [['Anna', 'A1', '9'], ['Beke', 'A2', '11']] },
  ]); // prettier-ignore
  const types = (await me.model()).entities.map((entity) => entity.name);
  const valuesOf = async (): Promise<unknown> =>
    Object.fromEntries(await Promise.all(types.map(async (type) => [type, await me.values(type)])));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), async (drafts) => {
      const before = { model: seen(await me.model()), values: await valuesOf(), version: (await me.model()).version };
      for (const changes of drafts) {
        for (const one of changes) await me.edit([one]);
        await me.publish();
        await me.ask('mutation { discardOntologyDraft }');
      }
      const { version } = await me.model();
      if (version > before.version) expect(await me.rollBack(before.version)).toMatchObject({ __typename: 'OntologyPublished' });
      expect(seen(await me.model())).toEqual(before.model);
      expect(await valuesOf()).toEqual(before.values);
    }),
    { numRuns: 15 },
  );
}, 240_000);
