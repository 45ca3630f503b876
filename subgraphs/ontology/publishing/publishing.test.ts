import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { Bakery, bakery, customers, deals, products, teams } from '../bakery.testkit.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import { FakeConnection } from '../ontology.testkit.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const books = new Bakery(() => t);

test('accepting publishes typed tables with relations, derived outcomes and near-equal references resolved', async () => {
  const { viewer, source } = await books.connected();
  const proposal = await books.publish(viewer);
  expect(proposal.recordsUnified).toBe(13);
  const deal = await books.records(viewer, 'Opportunity');
  expect(deal.map((record) => [record.title, record.values['outcome'], record.values['amount'], record.values['product']])).toEqual([
    ['D1', 'WON', 100, 'RyeBread 5'],
    ['D2', 'LOST', 0, 'Rye Bread 5'],
    ['D3', 'OPEN', null, 'Rye Bread 7'],
    ['D4', 'WON', 50, 'Seed Roll'],
    ['D5', 'WON', 20, 'Seed Roll'],
  ]);
  const { entityType } = await books.query<{
    entityType: {
      recordCount: number;
      connections: { id: string }[];
      relations: {
        name: string;
        to: { name: string };
        resolvedCount: number;
        nearCount: number;
        unresolvedCount: number;
        nearMatches: { value: string; matched: string }[];
      }[];
    };
  }>(
    viewer,
    '{ entityType(name: "Opportunity") { recordCount connections { id } relations { name to { name } resolvedCount nearCount unresolvedCount nearMatches { value matched } } } }',
  );
  expect(entityType.connections).toEqual([{ id: source.id }]);
  expect(entityType.relations).toEqual([
    {
      name: 'account',
      to: { name: 'Account' },
      resolvedCount: 4,
      nearCount: 1,
      unresolvedCount: 1,
      nearMatches: [{ value: 'Old Oven', matched: 'Old Oven Ltd' }],
    },
    {
      name: 'product',
      to: { name: 'Product' },
      resolvedCount: 5,
      nearCount: 1,
      unresolvedCount: 0,
      nearMatches: [{ value: 'RyeBread 5', matched: 'Rye Bread 5' }],
    },
    { name: 'salesAgent', to: { name: 'SalesTeam' }, resolvedCount: 5, nearCount: 0, unresolvedCount: 0, nearMatches: [] },
  ]);
});

test('the model on the event log names tables, columns and synonyms that questions need', async () => {
  const { viewer } = await books.connected();
  await books.publish(viewer);
  const model = await t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
    const { rows } = await sql<{
      payload: {
        model: {
          entities: {
            name: string;
            synonyms: string[];
            titleAttribute: string;
            attributes: { name: string; canonical: string | null; column: string }[];
          }[];
        };
      };
    }>`
      select payload from outbox_entry where topic = 'ontology.published'`.execute(unit.sql);
    return rows.at(-1)?.payload.model;
  });
  const team = model?.entities.find((entity) => entity.name === 'SalesTeam');
  expect(team?.synonyms).toContain('sales agent');
  expect(team?.titleAttribute).toBe('salesAgent');
  const account = model?.entities.find((entity) => entity.name === 'Account');
  expect(account?.attributes.map((attribute) => attribute.canonical)).toContain('annualRevenue');
  expect(model?.entities.find((entity) => entity.name === 'Opportunity')?.attributes.map((attribute) => attribute.canonical)).toContain(
    'outcome',
  );
});

test('a sync that brings nothing new proposes nothing and touches no row', async () => {
  const { viewer, source } = await books.connected();
  const first = await books.publish(viewer);
  const before = await books.stamps(viewer, 'e_opportunity');
  await source.sync(bakery);
  expect((await books.latest(viewer))?.id).toBe(first.id);
  expect(await books.stamps(viewer, 'e_opportunity')).toBe(before);
});

test('a sync updates what changed, links what appeared and deletes what is gone', async () => {
  const { viewer, source } = await books.connected();
  await books.publish(viewer);
  const before = await books.stamps(viewer, 'e_product');
  const rows = deals.rows.filter(([id]) => id !== 'D2').map((row) => (row[0] === 'D1' ? row.with(6, '150') : row));
  const known = { ...customers, rows: [...customers.rows, ['Nobody known', 'food', '1', '1']] };
  await source.sync([known, products, teams, { ...deals, rows }]);
  expect((await books.records(viewer, 'Opportunity')).map((record) => [record.title, record.values['amount']])).toEqual([
    ['D1', 150],
    ['D3', null],
    ['D4', 50],
    ['D5', 20],
  ]);
  expect(await books.stamps(viewer, 'e_product')).toBe(before);
  const { entityType } = await books.query<{ entityType: { relations: { unresolvedCount: number }[] } }>(
    viewer,
    '{ entityType(name: "Opportunity") { relations { unresolvedCount } } }',
  );
  expect(entityType.relations[0]?.unresolvedCount).toBe(0);
});

test('two connections feed one canonical entity; removing one takes only its records', async () => {
  const { viewer } = await books.connected();
  await books.publish(viewer);
  const other = new FakeConnection(t, viewer, 'fair');
  await other.sync([
    {
      name: 'clients',
      columns: ['client_id', 'client_name', 'industry'],
      key: 'client_id',
      rows: [
        ['1', 'Fair Ltd', 'events'],
        ['2', 'Tent Co', 'events'],
      ],
    },
  ]);
  await books.publish(viewer);
  expect(await books.records(viewer, 'Account')).toHaveLength(5);
  await other.remove();
  expect((await books.records(viewer, 'Account')).map((record) => record.title)).toEqual(['Harbour Café', 'North Mill', 'Old Oven Ltd']);
  expect(
    (await books.query<{ entityType: { connections: unknown[] } }>(viewer, '{ entityType(name: "Account") { connections { id } } }'))
      .entityType.connections,
  ).toHaveLength(1);
});
