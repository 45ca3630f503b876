import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import { until } from '../ontology.testkit.ts';
import { ask } from '../resolution/resolution.testkit.ts';
import { accountsOf, crmTables, decide, recordOf, said, setValue, twoSystems } from './golden.testkit.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

/** The bakery of both systems, made one by a person. */
async function merged(viewer: UserViewer): Promise<{ id: string; old: string; debtor: string }> {
  const before = await accountsOf(t, viewer);
  const ids = ['A-1', 'D-7'].map((key) => before.get(key)?.id ?? '');
  await decide(t, viewer, { merge: ids });
  const id = (await accountsOf(t, viewer)).get('A-1')?.id ?? '';
  return { id, old: ids.find((each) => each !== id) ?? '', debtor: before.get('D-7')?.members.nodes[0]?.id ?? '' };
}

const dealsByAccount = async (viewer: UserViewer): Promise<unknown> =>
  t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    unit.asTenant(async (db) => {
      const { rows } = await sql<{
        key: string;
        account: string | null;
      }>`select source_key as key, account_id as account from e_opportunity order by 1`.execute(db);
      return Object.fromEntries(rows.map(({ key, account }) => [key, account]));
    }),
  );

test('until somebody says otherwise records that differ stay apart, each made of itself', async () => {
  const viewer = await t.newTenant();
  await twoSystems(t, viewer);
  const accounts = await accountsOf(t, viewer);
  expect([...accounts.keys()].toSorted()).toEqual(['A-1', 'A-2', 'D-7', 'D-8']);
  expect(new Set([...accounts.values()].map(({ id, members }) => `${members.totalCount} ${members.nodes[0]?.id === id}`))).toEqual(
    new Set(['1 true']),
  );
  expect(said(accounts.get('A-1'), 'name')).toMatchObject({
    value: 'Quillfeather Bakery',
    member: { key: 'A-1' },
    fields: ['account_name'],
    others: [],
  });
});

test('what becomes one has one record, links that lead to it, and the old id leads there too', async () => {
  const viewer = await t.newTenant();
  await twoSystems(t, viewer);
  const { id, old, debtor } = await merged(viewer);
  const one = await recordOf(t, viewer, id);
  expect(one?.members.nodes.map(({ key }) => key).toSorted()).toEqual(['A-1', 'D-7']);
  expect(one?.values).toMatchObject({ city: 'Porto' });
  expect(await recordOf(t, viewer, old)).toMatchObject({ id, redirectedFrom: old });
  expect(await recordOf(t, viewer, debtor)).toMatchObject({ id });
  expect(await dealsByAccount(viewer)).toMatchObject({ 'D-1': id });
  expect((await accountsOf(t, viewer)).size).toBe(4);
  const counts = await ask<{ entityType: { recordCount: number } }>(t, viewer, '{ entityType(name: "Account") { recordCount } }');
  expect(counts.entityType.recordCount).toBe(3);

  await decide(t, viewer, { split: id, members: [debtor] });
  const apart = await accountsOf(t, viewer);
  expect(apart.get('A-1')?.members.totalCount).toBe(1);
  expect(apart.get('D-7')?.members.totalCount).toBe(1);
  expect(await dealsByAccount(viewer)).toMatchObject({ 'D-1': apart.get('A-1')?.id });
});

test('each value says which record and field it is from, by which rule, and what the others say', async () => {
  const viewer = await t.newTenant();
  const { crm, billing } = await twoSystems(t, viewer);
  const { id } = await merged(viewer);
  const employees = said(await recordOf(t, viewer, id), 'employeeCount');
  expect(employees).toMatchObject({
    rule: 'RECENT',
    value: '44',
    fields: ['employees'],
    member: { key: 'D-7', connection: { id: billing.id } },
  });
  expect(employees?.others).toMatchObject([{ value: '40', member: { key: 'A-1' } }]);

  const set = `mutation ($input: SurvivorshipInput!) { setSurvivorship(input: $input) { ... on SurvivorshipSet { policy { trust { id } trustByDefault
    rules { attribute rule byDefault } updatedBy { id } } } ... on InputRefused { problems { code field } } } }`;
  const input = {
    entityType: 'Account',
    trust: [crm.id],
    rules: [
      { attribute: 'employeeCount', rule: 'TRUST' },
      { attribute: 'name', rule: 'LONGEST' },
    ],
  };
  const done = await ask<{ setSurvivorship: object }>(t, viewer, set, { input });
  expect(done.setSurvivorship).toMatchObject({
    policy: { trust: [{ id: crm.id }, { id: billing.id }], trustByDefault: false, updatedBy: { id: viewer.userId } },
  });
  const after = await until(
    () => recordOf(t, viewer, id),
    (record) => record?.values['employeeCount'] === 40,
  );
  expect(after?.values).toMatchObject({ employeeCount: 40, name: 'QF Foods Holding Limited' });
  expect(said(after, 'employeeCount')).toMatchObject({
    rule: 'TRUST',
    member: { key: 'A-1' },
    reason: expect.stringContaining('crm is trusted most'),
  });

  const refused = await ask<{ setSurvivorship: { problems: unknown } }>(t, viewer, set, {
    input: { entityType: 'Account', trust: [viewer.userId], rules: [{ attribute: 'shoeSize', rule: 'TRUST' }] },
  });
  expect(refused.setSurvivorship.problems).toMatchObject([
    { code: 'TRUST_UNKNOWN', field: 'trust.0' },
    { code: 'GOLDEN_ATTRIBUTE_UNKNOWN', field: 'rules.0.attribute' },
  ]);
});

test('what a person sets stays through syncs, merges and splits until it is taken back', async () => {
  const viewer = await t.newTenant();
  const { crm } = await twoSystems(t, viewer);
  const first = (await accountsOf(t, viewer)).get('A-1')?.id ?? '';
  const { record } = await setValue(t, viewer, first, 'employeeCount', '41');
  expect(record?.values).toMatchObject({ employeeCount: 41 });
  expect(said(record, 'employeeCount')).toMatchObject({
    overridden: { by: { id: viewer.userId } },
    others: [{ value: '40', member: { key: 'A-1' } }],
  });

  await crm.sync(crmTables({ employees: '55', city: 'Lisbon' }));
  expect((await recordOf(t, viewer, first))?.values).toMatchObject({ employeeCount: 41, city: 'Lisbon' });
  const { id, debtor } = await merged(viewer);
  expect((await recordOf(t, viewer, id))?.values).toMatchObject({ employeeCount: 41 });
  await decide(t, viewer, { split: id, members: [debtor] });
  const apart = await accountsOf(t, viewer);
  expect([apart.get('A-1')?.values['employeeCount'], apart.get('D-7')?.values['employeeCount']]).toContain(41);
  const kept = [...apart.values()].find(({ values }) => values['employeeCount'] === 41)?.id ?? '';
  const cleared = await setValue(t, viewer, kept, 'employeeCount');
  expect([44, 55]).toContain(cleared.record?.values['employeeCount']);
  expect(await setValue(t, viewer, kept, 'employeeCount')).toMatchObject({ problems: [{ code: 'OVERRIDE_NOT_FOUND' }] });
});

test('a value of another type, of no attribute, or of a record that is none is refused with a way out', async () => {
  const viewer = await t.newTenant();
  await twoSystems(t, viewer);
  const id = (await accountsOf(t, viewer)).get('A-1')?.id ?? '';
  expect(await setValue(t, viewer, id, 'employeeCount', 'many')).toMatchObject({
    problems: [{ code: 'VALUE_OF_WRONG_TYPE', field: 'value' }],
  });
  expect(await setValue(t, viewer, id, 'shoeSize', '43')).toMatchObject({ problems: [{ code: 'GOLDEN_ATTRIBUTE_UNKNOWN' }] });
  expect(await setValue(t, viewer, viewer.userId, 'name', 'x')).toMatchObject({ problems: [{ code: 'RECORD_NOT_FOUND' }] });
  expect((await setValue(t, viewer, id, 'city', null)).record?.values).toMatchObject({ city: null });
  const deal = await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    unit.asTenant(async (db) => (await sql<{ id: string }>`select id from e_opportunity limit 1`.execute(db)).rows[0]?.id ?? ''),
  );
  expect(await setValue(t, viewer, deal, 'stage', 'Lost')).toMatchObject({ problems: [{ code: 'RECORD_NOT_GOLDEN' }] });
  const stranger = await t.newTenant();
  expect(await setValue(t, stranger, id, 'name', 'Mine now')).toMatchObject({ problems: [{ code: 'RECORD_NOT_FOUND' }] });
});

test('a type that nothing resolves has golden records from the moment a person wants it', async () => {
  const viewer = await t.newTenant();
  await twoSystems(t, viewer);
  const query = '{ entityType(name: "Opportunity") { recordCount records(first: 10) { nodes { id } } } }';
  const read = async (): Promise<{ recordCount: number; records: { nodes: { id: string }[] } }> =>
    (await ask<{ entityType: { recordCount: number; records: { nodes: { id: string }[] } } }>(t, viewer, query)).entityType;
  const before = await read();
  const set = 'mutation ($input: ResolutionPolicyInput!) { setResolutionPolicy(input: $input) { __typename } }';
  await ask(t, viewer, set, { input: { entityType: 'Opportunity', enabled: true } });
  await t.settled();
  expect(await read()).toEqual(before);
  const [deal] = before.records.nodes;
  expect((await setValue(t, viewer, deal?.id ?? '', 'stage', 'Lost')).record?.values).toMatchObject({ stage: 'Lost' });
});
