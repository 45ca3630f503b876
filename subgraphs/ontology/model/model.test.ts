import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import { Modeller } from './model.testkit.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

test('renaming and relabelling keeps ids, columns and values; the version says who changed what', async () => {
  const me = await Modeller.begin(t);
  const before = await me.model();
  const account = before.entities.find(({ name }) => name === 'Account');
  await me.change(
    { kind: 'CHANGE_ENTITY_TYPE', entityType: 'Account', name: 'Client', label: 'Client', pluralLabel: 'Clients' },
    { kind: 'CHANGE_ATTRIBUTE', entityType: 'Client', attribute: 'industry', name: 'branch', label: 'Branch' },
  );
  const client = (await me.model()).entities.find(({ name }) => name === 'Client');
  expect(client).toMatchObject({ id: account?.id, table: account?.table, canonical: 'Account', formerNames: ['Account'] });
  const [was, is] = [account?.attributes.find(({ name }) => name === 'industry'), client?.attributes.find(({ name }) => name === 'branch')];
  expect(is).toMatchObject({ id: was?.id, column: was?.column, label: 'Branch' });
  expect((await me.values('Client')).map(({ branch }) => branch)).toEqual(['food', 'trade', 'food']);
  const { ontologyVersions } = await me.ask<{ ontologyVersions: { nodes: object[] } }>(
    '{ ontologyVersions(first: 2) { nodes { version kind publishedBy { id } changes { action subject name property before after } } } }',
  );
  expect(ontologyVersions.nodes).toMatchObject([
    { version: 2, kind: 'EDIT', publishedBy: { id: me.viewer.userId } },
    { version: 1, kind: 'MAPPING' },
  ]);
});

test('an own type, an attribute and one that is computed: worked out for records there are and for those that come', async () => {
  const me = await Modeller.begin(t);
  await me.change(
    { kind: 'ADD_ENTITY_TYPE', name: 'Partner', label: 'Partner', pluralLabel: 'Partners', description: 'Who sells with us.' },
    { kind: 'ADD_ATTRIBUTE', entityType: 'Partner', name: 'code', type: 'TEXT' },
    {
      kind: 'ADD_ATTRIBUTE',
      entityType: 'Account',
      name: 'perHead',
      type: 'MONEY',
      unit: 'EUR',
      expression: 'annualRevenue / employeeCount',
    },
    { kind: 'ADD_ATTRIBUTE', entityType: 'Account', name: 'size', expression: "if(perHead > 5, 'rich', 'other')" },
  );
  expect((await me.values('Account')).map(({ name, size }) => [name, size])).toEqual([
    ['Harbour Café', 'rich'], ['North Mill', 'other'], ['Old Oven Ltd', 'other'],
  ]); // prettier-ignore
  await me.connect('another source', [
    { name: 'clients', columns: ['customer', 'revenue', 'employees'], key: 'customer', rows: [['Zenith Optics', '100', '4']] },
  ]);
  expect((await me.values('Account')).find(({ name }) => name === 'Zenith Optics')).toMatchObject({ perHead: 25, size: 'rich' });
  const { entityType } = await me.ask<{ entityType: object }>(
    '{ entityType(name: "Partner") { origin description recordCount attributes { name type } } }',
  );
  expect(entityType).toMatchObject({ origin: 'CUSTOM', description: 'Who sells with us.', recordCount: 0, attributes: [{ name: 'code' }] });
});

test('a type that values do not fit is refused with how many and which; one that they fit is taken, and back again', async () => {
  const me = await Modeller.begin(t);
  const industry = { kind: 'CHANGE_ATTRIBUTE', entityType: 'Account', attribute: 'industry', type: 'INTEGER' };
  expect(await me.edit([industry])).toMatchObject({ __typename: 'OntologyEdited' });
  const refused = await me.publish();
  expect(refused.problems).toMatchObject([{ code: 'ONTOLOGY_WOULD_LOSE_DATA' }]);
  expect(refused.problems?.[0]?.message).toContain('3 values');
  await me.ask('mutation { discardOntologyDraft }');
  const before = await me.values('Account');
  await me.change({ kind: 'CHANGE_ATTRIBUTE', entityType: 'Account', attribute: 'employeeCount', type: 'TEXT' });
  expect((await me.values('Account')).map(({ employeeCount }) => employeeCount)).toEqual(['12', '40', '7']);
  await me.change({ kind: 'CHANGE_ATTRIBUTE', entityType: 'Account', attribute: 'employeeCount', type: 'INTEGER' });
  expect(await me.values('Account')).toEqual(before);
});

test('merged types: records go along, and come back when it is rolled back', async () => {
  const me = await Modeller.begin(t, [
    { name: 'boats', columns: ['boat', 'berth', 'length_m'], key: 'boat', rows: [['Anna', 'A1', '9'], ['Beke', 'A2', '11']] },
    { name: 'ferries', columns: ['ferry', 'berth', 'cars'], key: 'ferry', rows: [['Holm', 'B1', '40']] },
  ]); // prettier-ignore
  const names = (await me.model()).entities.map(({ name }) => name).toSorted();
  expect(names).toHaveLength(2);
  const [boat = '', ferry = ''] = names;
  const before = [await me.values(boat), await me.values(ferry)];
  await me.change({ kind: 'MERGE_ENTITY_TYPES', entityType: ferry, target: boat });
  expect((await me.model()).entities.map(({ name }) => name)).toEqual([boat]);
  expect(await me.values(boat)).toHaveLength(3);
  expect(await me.rollBack(1)).toMatchObject({ __typename: 'OntologyPublished', version: { version: 3 } });
  expect([await me.values(boat), await me.values(ferry)]).toEqual(before);
});

test('circles, names that are taken and types in use are refused with what to do', async () => {
  const me = await Modeller.begin(t);
  const codes = async (...changes: object[]): Promise<(string | undefined)[]> =>
    ((await me.edit(changes)).problems ?? []).map(({ code }) => code);
  expect(await codes({ kind: 'ADD_ENTITY_TYPE', name: 'Account' })).toEqual(['ONTOLOGY_NAME_TAKEN']);
  expect(await codes({ kind: 'ADD_ENTITY_TYPE', name: 'Ticket' })).toEqual(['ONTOLOGY_NAME_TAKEN']);
  expect(await codes({ kind: 'REMOVE_ENTITY_TYPE', entityType: 'Account' })).toEqual(['ONTOLOGY_IN_USE']);
  expect(await codes({ kind: 'REMOVE_ATTRIBUTE', entityType: 'Account', attribute: 'industry' })).toEqual(['ONTOLOGY_IN_USE']);
  expect(await codes({ kind: 'ADD_ATTRIBUTE', entityType: 'Account', name: 'x', expression: 'nothing + 1' })).toEqual([
    'ONTOLOGY_EXPRESSION_INVALID',
  ]);
  expect(
    await codes(
      { kind: 'ADD_ATTRIBUTE', entityType: 'Account', name: 'a', expression: 'employeeCount + 1' },
      { kind: 'ADD_ATTRIBUTE', entityType: 'Account', name: 'b', expression: 'a * 2' },
      { kind: 'CHANGE_ATTRIBUTE', entityType: 'Account', attribute: 'a', expression: 'b + 1' },
    ),
  ).toEqual(['ONTOLOGY_COMPUTED_CYCLE']);
  expect(
    await codes(
      { kind: 'ADD_ENTITY_TYPE', name: 'Region' },
      { kind: 'ADD_RELATION', entityType: 'Account', name: 'area', target: 'Region' },
      { kind: 'ADD_RELATION', entityType: 'Region', name: 'headquarter', target: 'Account' },
    ),
  ).toEqual(['ONTOLOGY_RELATION_CYCLE']);
});

test('two people: what does not touch is put together, what does is a conflict that says how to go on', async () => {
  const me = await Modeller.begin(t);
  const other = new Modeller(t, { ...me.viewer, userId: crypto.randomUUID() });
  await me.edit([{ kind: 'CHANGE_ATTRIBUTE', entityType: 'Account', attribute: 'industry', label: 'Branch' }]);
  await other.edit([
    { kind: 'CHANGE_ATTRIBUTE', entityType: 'Account', attribute: 'industry', label: 'Trade' },
    { kind: 'CHANGE_ENTITY_TYPE', entityType: 'Account', label: 'Client' },
  ]);
  expect(await me.edit([{ kind: 'CHANGE_ENTITY_TYPE', entityType: 'Account', pluralLabel: 'Clients' }], 7)).toMatchObject({
    problems: [{ code: 'ONTOLOGY_DRAFT_MOVED' }],
  });
  expect(await me.publish('mine')).toMatchObject({ __typename: 'OntologyPublished' });
  expect(await other.publish()).toMatchObject({ problems: [{ code: 'ONTOLOGY_DRAFT_CONFLICT' }] });
  await other.ask('mutation { rebaseOntologyDraft(keep: THEIRS) { __typename } }');
  expect(await other.publish()).toMatchObject({ __typename: 'OntologyPublished' });
  const account = (await me.model()).entities.find(({ name }) => name === 'Account');
  expect(account).toMatchObject({ label: 'Client' });
  expect(account?.attributes.find(({ name }) => name === 'industry')).toMatchObject({ label: 'Branch' });
});

test('of two who publish at once one is first; the other is told, and can go on', async () => {
  const me = await Modeller.begin(t);
  const other = new Modeller(t, { ...me.viewer, userId: crypto.randomUUID() });
  await me.edit([{ kind: 'CHANGE_ENTITY_TYPE', entityType: 'Account', label: 'Client' }]);
  await other.edit([{ kind: 'CHANGE_ENTITY_TYPE', entityType: 'Account', pluralLabel: 'Clients' }]);
  const answers = await Promise.all([me.publish(), other.publish()]);
  for (const [i, { problems }] of answers.entries()) {
    if (problems === undefined) continue;
    expect(problems).toMatchObject([{ code: 'ONTOLOGY_PUBLISHING' }]);
    expect(await [me, other][i]?.publish()).toMatchObject({ __typename: 'OntologyPublished' });
  }
  const { entities, version } = await me.model();
  expect(entities.find(({ name }) => name === 'Account')).toMatchObject({ label: 'Client', pluralLabel: 'Clients' });
  expect(version).toBe(3);
});

test('a mapping accepted later keeps edits, and is told by the new names', async () => {
  const me = await Modeller.begin(t);
  await me.change({ kind: 'CHANGE_ATTRIBUTE', entityType: 'Account', attribute: 'industry', name: 'branch', label: 'Branch' });
  await me.connect('another source', [
    { name: 'clients', columns: ['customer', 'industry'], key: 'customer', rows: [['Zenith Optics', 'sea']] },
  ]);
  const account = (await me.model()).entities.find(({ name }) => name === 'Account');
  expect(account?.attributes.filter(({ canonical }) => canonical === 'industry').map(({ name }) => name)).toEqual(['branch']);
  expect(new Set((await me.values('Account')).map(({ branch }) => branch))).toEqual(new Set(['food', 'sea', 'trade']));
});
