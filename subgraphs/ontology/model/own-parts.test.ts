import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import { FakeConnection } from '../ontology.testkit.ts';
import { Modeller } from './model.testkit.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const BOATS = { name: 'boats', columns: ['boat', 'berth_label', 'length_m'], key: 'boat', rows: [['Anna', 'A1', '9'], ['Beke', 'A2', '11'], ['Cleo', 'none', '7']] }; // prettier-ignore
const BERTHS = { name: 'berths', columns: ['berth_code', 'harbour', 'depth_m'], key: 'berth_code', rows: [['A1', 'North', '3'], ['A2', 'South', '4']] }; // prettier-ignore

test('a relation that somebody adds links records of equal values, those there are and those that come', async () => {
  const me = await Modeller.begin(t, [BOATS, BERTHS]);
  const { entities } = await me.model();
  const [boat, berth] = [entities.find(({ name }) => /boat/i.test(name)), entities.find(({ name }) => /^berth/i.test(name))];
  const label = boat?.attributes.find(({ column }) => column.includes('label'))?.name;
  const code = berth?.attributes.find(({ column }) => column.includes('code'))?.name;
  await me.change({
    kind: 'ADD_RELATION',
    entityType: boat?.name,
    name: 'moorage',
    label: 'Moorage',
    target: berth?.name,
    attribute: label,
    targetAttribute: code,
  });
  const counted = `{ entityType(name: "${boat?.name ?? ''}") { relations { name to { name } resolvedCount unresolvedCount } } }`;
  const relation = { name: 'moorage', to: { name: berth?.name }, resolvedCount: 2, unresolvedCount: 1 };
  expect(await me.ask(counted)).toMatchObject({ entityType: { relations: expect.arrayContaining([relation]) as unknown } });
  const removal = await me.edit([{ kind: 'REMOVE_ATTRIBUTE', entityType: berth?.name, attribute: code }]);
  expect(removal.problems).toMatchObject([{ code: 'ONTOLOGY_IN_USE' }]);
});

test('a table that is mapped to an own type later feeds it, in the types that were said', async () => {
  const me = await Modeller.begin(t);
  await me.change(
    { kind: 'ADD_ENTITY_TYPE', name: 'Berth', label: 'Berth', pluralLabel: 'Berths', description: 'Where ships lie.' },
    { kind: 'ADD_ATTRIBUTE', entityType: 'Berth', name: 'depth', label: 'Depth', type: 'TEXT' },
  );
  await new FakeConnection(t, me.viewer, 'harbour').sync([BERTHS]);
  const { mappingProposals } = await me.ask<{
    mappingProposals: { nodes: { tables: { id: string; fields: { id: string; column: string }[] }[] }[] };
  }>('{ mappingProposals(first: 1) { nodes { tables { id fields { id column } } } } }');
  const table = mappingProposals.nodes[0]?.tables[0];
  const field = table?.fields.find(({ column }) => column === 'depth_m');
  await me.acceptLatest([{ tableId: table?.id, entityName: 'Berth', fieldId: field?.id, attribute: 'depth' }]);
  const berth = (await me.model()).entities.find(({ name }) => name === 'Berth');
  expect(berth).toMatchObject({ custom: true, description: 'Where ships lie.', label: 'Berth' });
  expect((await me.values('Berth')).map(({ depth }) => depth)).toEqual(['3', '4']);
  expect((await me.edit([{ kind: 'REMOVE_ENTITY_TYPE', entityType: 'Berth' }])).problems).toMatchObject([{ code: 'ONTOLOGY_IN_USE' }]);
});

test('nothing is dropped: a type that was taken out, and an attribute, are there with their values when they come back', async () => {
  const me = await Modeller.begin(t);
  await me.change(
    { kind: 'ADD_ATTRIBUTE', entityType: 'Account', name: 'double', type: 'INTEGER', expression: 'employeeCount * 2' },
    { kind: 'ADD_ENTITY_TYPE', name: 'Depot' },
  );
  const before = await me.values('Account');
  const { table } = (await me.model()).entities.find(({ name }) => name === 'Account') ?? { table: '' };
  const columns = await me.columns(table);
  await me.change(
    { kind: 'REMOVE_ATTRIBUTE', entityType: 'Account', attribute: 'double' },
    { kind: 'REMOVE_ENTITY_TYPE', entityType: 'Depot' },
  );
  expect(await me.columns(table)).toEqual(columns);
  expect(await me.rollBack(2)).toMatchObject({ __typename: 'OntologyPublished' });
  expect(await me.values('Account')).toEqual(before);
  expect((await me.model()).entities.map(({ name }) => name)).toContain('Depot');
});
