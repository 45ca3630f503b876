import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { Bakery, customers, deals, products, teams } from '../bakery.testkit.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import { until } from '../ontology.testkit.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const books = new Bakery(() => t);

test('a proposal says for every column what it becomes and why; tables that fit nothing are adopted', async () => {
  const { viewer } = await books.connected();
  const proposal = await books.latest(viewer);
  expect(proposal?.tables.map((table) => [table.entityName, table.adopted])).toEqual([
    ['Account', false],
    ['Product', false],
    ['SalesTeam', true],
    ['Opportunity', false],
  ]);
  const deal = proposal?.tables[3]?.fields ?? [];
  expect(deal.map((field) => [field.column, field.attribute, field.relatesTo])).toEqual([
    ['deal_id', 'externalId', null],
    ['customer', 'account', 'Account'],
    ['product', 'product', 'Product'],
    ['sales_agent', 'salesAgent', 'SalesTeam'],
    ['deal_stage', 'stage', null],
    ['close_date', 'closeDate', null],
    ['close_value', 'amount', null],
    ['note', 'description', null],
  ]);
  for (const field of deal) expect(field.evidence.length).toBeGreaterThan(0);
});

test('a changed schema is proposed anew with what was decided before, while the published one stays in force', async () => {
  const { viewer, source } = await books.connected();
  const proposal = await books.latest(viewer);
  const team = proposal?.tables[2];
  const manager = team?.fields.find((field) => field.column === 'manager');
  expect(
    (
      await books.accept(viewer, [
        { tableId: team?.id, entityName: 'SalesAgent' },
        { tableId: team?.id, fieldId: manager?.id, attribute: 'teamLead' },
      ])
    ).__typename,
  ).toBe('MappingAccepted');
  await until(
    () => books.latest(viewer),
    (found) => found?.status === 'PUBLISHED',
  );
  expect((await books.records(viewer, 'SalesAgent')).map((record) => record.values['teamLead'])).toEqual(['Per Lind', 'Per Lind']);
  await source.sync([
    customers,
    products,
    teams,
    { ...deals, columns: [...deals.columns, 'discount_code'], rows: deals.rows.map((row) => [...row, 'X']) },
  ]);
  const next = await books.latest(viewer);
  expect(next?.status).toBe('PROPOSED');
  expect(next?.tables[2]?.entityName).toBe('SalesAgent');
  expect(next?.tables[2]?.fields.map((field) => field.attribute)).toContain('teamLead');
  expect(await books.records(viewer, 'Opportunity')).toHaveLength(5);
  await books.publish(viewer);
  expect((await books.records(viewer, 'Opportunity'))[0]?.values['discountCode']).toBe('X');
});

test('changes that cannot be followed are refused with their place, and nothing is published', async () => {
  const { viewer } = await books.connected();
  const proposal = await books.latest(viewer);
  const table = proposal?.tables[3];
  const stage = table?.fields.find((field) => field.column === 'deal_stage');
  expect((await books.accept(viewer, [{ tableId: table?.id, fieldId: stage?.id, attribute: 'closeDate' }])).problems?.[0]?.code).toBe(
    'MAPPING_TARGET_UNFIT',
  );
  expect((await books.accept(viewer, [{ tableId: table?.id, entityName: 'drop table' }])).problems).toEqual([
    { code: 'MAPPING_NAME_INVALID', field: 'changes.0.entityName' },
  ]);
  expect((await books.accept(viewer, [{ tableId: viewer.tenantId, entityName: 'Deal' }])).problems?.[0]?.code).toBe(
    'MAPPING_CHANGE_UNKNOWN',
  );
  expect((await books.latest(viewer))?.status).toBe('PROPOSED');
});

test('a viewer may read mappings but not accept them', async () => {
  const { viewer } = await books.connected();
  const reader: UserViewer = { ...viewer, role: 'VIEWER' };
  const proposal = await books.latest(reader);
  const { errors } = await t.graph(
    'ontology',
    'mutation ($p: ID!) { acceptMapping(input: { proposalId: $p }) { __typename } }',
    { p: proposal?.id },
    reader,
  );
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
});

test('what a dead process left publishing is finished at the next start', async () => {
  const { viewer } = await books.connected();
  const proposal = await books.latest(viewer);
  await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    sql`update mapping_proposal set status = 'PUBLISHING', decided_at = now() where id = ${proposal?.id}::uuid`.execute(unit.sql),
  );
  await createOntology(t.system).start?.();
  expect(
    (
      await until(
        () => books.latest(viewer),
        (found) => found?.status === 'PUBLISHED',
      )
    )?.recordsUnified,
  ).toBe(13);
});
