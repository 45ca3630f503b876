import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { startTestSystem, type TestSystem } from '../../tests/testkit/test-system.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';
import { ontologyEntities } from './entities.ts';
import { createOntology } from './index.ts';
import type { TestTable } from './matching/discovered.testkit.ts';
import { FakeConnection, until } from './ontology.testkit.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

/** A bakery supplier's books, all invented: `RyeBread 5` means `Rye Bread 5`, `RyeBread 7` exists in its own right. */
const customers: TestTable = {
  name: 'customers',
  columns: ['customer', 'sector', 'revenue', 'employees'],
  key: 'customer',
  rows: [
    ['Harbour Café', 'food', '120.5', '12'],
    ['North Mill', 'trade', '88', '40'],
    ['Old Oven Ltd', 'food', '', '7'],
  ],
};
const products: TestTable = {
  name: 'products',
  columns: ['product', 'series', 'sales_price'],
  key: 'product',
  rows: [
    ['Rye Bread 5', 'Rye', '4.5'],
    ['Rye Bread 7', 'Rye', '6'],
    ['Seed Roll', 'Rolls', '1.2'],
  ],
};
const teams: TestTable = {
  name: 'sales_teams',
  columns: ['sales_agent', 'manager', 'office'],
  key: 'sales_agent',
  rows: [
    ['Ida Holm', 'Per Lind', 'North'],
    ['Tom Berg', 'Per Lind', 'South'],
  ],
};
const deals: TestTable = {
  name: 'deals',
  columns: ['deal_id', 'customer', 'product', 'sales_agent', 'deal_stage', 'close_date', 'close_value', 'note'],
  key: 'deal_id',
  references: { customer: 'customers.customer', product: 'products.product', sales_agent: 'sales_teams.sales_agent' },
  rows: [
    ['D1', 'Harbour Café', 'RyeBread 5', 'Ida Holm', 'Won', '2024-01-05', '100', 'a'],
    ['D2', 'North Mill', 'Rye Bread 5', 'Ida Holm', 'Closed - Lost', '2024-02-05', '0', 'b'],
    ['D3', 'North Mill', 'Rye Bread 7', 'Tom Berg', 'Talking', '', '', 'c'],
    ['D4', 'Old Oven', 'Seed Roll', 'Tom Berg', 'Won', '2024-03-05', '50', ''],
    ['D5', 'Nobody known', 'Seed Roll', 'Tom Berg', 'Won', '2024-03-06', '20', ''],
  ],
};
const bakery = [customers, products, teams, deals];

const PROPOSAL =
  'id status recordsUnified problem { code } tables { id entityName adopted confidence evidence object { id } fields { id column attribute canonical relatesTo confidence evidence alternatives { attribute } } }';

interface Proposal {
  id: string;
  status: string;
  recordsUnified: number;
  tables: {
    id: string;
    entityName: string;
    adopted: boolean;
    fields: {
      id: string;
      column: string;
      attribute: string;
      canonical: boolean;
      relatesTo: string | null;
      confidence: number;
      evidence: string[];
    }[];
  }[];
}

async function query<T>(viewer: UserViewer, text: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await t.graph('ontology', text, variables, viewer);
  expect(errors).toBeUndefined();
  return data as T;
}

const latest = async (viewer: UserViewer): Promise<Proposal | undefined> =>
  (await query<{ mappingProposals: { nodes: Proposal[] } }>(viewer, `{ mappingProposals(first: 1) { nodes { ${PROPOSAL} } } }`))
    .mappingProposals.nodes[0];

async function accept(
  viewer: UserViewer,
  changes: unknown[] = [],
): Promise<{ __typename: string; problems?: { code: string; field: string }[] }> {
  const proposal = await latest(viewer);
  const { acceptMapping } = await query<{ acceptMapping: { __typename: string } }>(
    viewer,
    'mutation ($input: AcceptMappingInput!) { acceptMapping(input: $input) { __typename ... on InputRefused { problems { code field } } } }',
    { input: { proposalId: proposal?.id, changes } },
  );
  return acceptMapping;
}

async function publish(viewer: UserViewer): Promise<Proposal> {
  expect((await accept(viewer)).__typename).toBe('MappingAccepted');
  const proposal = await until(
    () => latest(viewer),
    (found) => found?.status === 'PUBLISHED' || found?.status === 'FAILED',
  );
  expect(proposal?.status).toBe('PUBLISHED');
  await t.settled();
  return proposal as Proposal;
}

interface RecordNode {
  id: string;
  title: string;
  values: Record<string, unknown>;
  lineage: { sourceKey: string };
}

const records = async (viewer: UserViewer, name: string): Promise<RecordNode[]> => {
  const { entityType } = await query<{ entityType: { records: { nodes: RecordNode[] } } | null }>(
    viewer,
    'query ($n: String!) { entityType(name: $n) { records(first: 500) { nodes { id title values lineage { sourceKey } } } } }',
    { n: name },
  );
  return (entityType?.records.nodes ?? []).toSorted((a, b) => a.lineage.sourceKey.localeCompare(b.lineage.sourceKey));
};

const stamps = (viewer: UserViewer, table: string): Promise<string> =>
  t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    unit.asTenant(async (db) =>
      JSON.stringify((await sql`select source_key, updated_at from ${sql.id(table)} order by source_key`.execute(db)).rows),
    ),
  );

async function connected(tables: readonly TestTable[] = bakery, name = 'bakery'): Promise<{ viewer: UserViewer; source: FakeConnection }> {
  const viewer = await t.newTenant();
  const source = new FakeConnection(t, viewer, name);
  await source.sync(tables);
  return { viewer, source };
}

test('a proposal says for every column what it becomes and why; tables that fit nothing are adopted', async () => {
  const { viewer } = await connected();
  const proposal = await latest(viewer);
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

test('accepting publishes typed tables with relations, derived outcomes and near-equal references resolved', async () => {
  const { viewer, source } = await connected();
  const proposal = await publish(viewer);
  expect(proposal.recordsUnified).toBe(13);
  const deal = await records(viewer, 'Opportunity');
  expect(deal.map((record) => [record.title, record.values['outcome'], record.values['amount'], record.values['product']])).toEqual([
    ['D1', 'WON', 100, 'RyeBread 5'],
    ['D2', 'LOST', 0, 'Rye Bread 5'],
    ['D3', 'OPEN', null, 'Rye Bread 7'],
    ['D4', 'WON', 50, 'Seed Roll'],
    ['D5', 'WON', 20, 'Seed Roll'],
  ]);
  const { entityType } = await query<{
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
  const { viewer } = await connected();
  await publish(viewer);
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
  const { viewer, source } = await connected();
  const first = await publish(viewer);
  const before = await stamps(viewer, 'e_opportunity');
  await source.sync(bakery);
  expect((await latest(viewer))?.id).toBe(first.id);
  expect(await stamps(viewer, 'e_opportunity')).toBe(before);
});

test('a sync updates what changed, links what appeared and deletes what is gone', async () => {
  const { viewer, source } = await connected();
  await publish(viewer);
  const before = await stamps(viewer, 'e_product');
  const rows = deals.rows.filter(([id]) => id !== 'D2').map((row) => (row[0] === 'D1' ? row.with(6, '150') : row));
  const known = { ...customers, rows: [...customers.rows, ['Nobody known', 'food', '1', '1']] };
  await source.sync([known, products, teams, { ...deals, rows }]);
  expect((await records(viewer, 'Opportunity')).map((record) => [record.title, record.values['amount']])).toEqual([
    ['D1', 150],
    ['D3', null],
    ['D4', 50],
    ['D5', 20],
  ]);
  expect(await stamps(viewer, 'e_product')).toBe(before);
  const { entityType } = await query<{ entityType: { relations: { unresolvedCount: number }[] } }>(
    viewer,
    '{ entityType(name: "Opportunity") { relations { unresolvedCount } } }',
  );
  expect(entityType.relations[0]?.unresolvedCount).toBe(0);
});

test('a changed schema is proposed anew with what was decided before, while the published one stays in force', async () => {
  const { viewer, source } = await connected();
  const proposal = await latest(viewer);
  const team = proposal?.tables[2];
  const manager = team?.fields.find((field) => field.column === 'manager');
  expect(
    (
      await accept(viewer, [
        { tableId: team?.id, entityName: 'SalesAgent' },
        { tableId: team?.id, fieldId: manager?.id, attribute: 'teamLead' },
      ])
    ).__typename,
  ).toBe('MappingAccepted');
  await until(
    () => latest(viewer),
    (found) => found?.status === 'PUBLISHED',
  );
  expect((await records(viewer, 'SalesAgent')).map((record) => record.values['teamLead'])).toEqual(['Per Lind', 'Per Lind']);
  await source.sync([
    customers,
    products,
    teams,
    { ...deals, columns: [...deals.columns, 'discount_code'], rows: deals.rows.map((row) => [...row, 'X']) },
  ]);
  const next = await latest(viewer);
  expect(next?.status).toBe('PROPOSED');
  expect(next?.tables[2]?.entityName).toBe('SalesAgent');
  expect(next?.tables[2]?.fields.map((field) => field.attribute)).toContain('teamLead');
  expect(await records(viewer, 'Opportunity')).toHaveLength(5);
  await publish(viewer);
  expect((await records(viewer, 'Opportunity'))[0]?.values['discountCode']).toBe('X');
});

test('changes that cannot be followed are refused with their place, and nothing is published', async () => {
  const { viewer } = await connected();
  const proposal = await latest(viewer);
  const table = proposal?.tables[3];
  const stage = table?.fields.find((field) => field.column === 'deal_stage');
  expect((await accept(viewer, [{ tableId: table?.id, fieldId: stage?.id, attribute: 'closeDate' }])).problems?.[0]?.code).toBe(
    'MAPPING_TARGET_UNFIT',
  );
  expect((await accept(viewer, [{ tableId: table?.id, entityName: 'drop table' }])).problems).toEqual([
    { code: 'MAPPING_NAME_INVALID', field: 'changes.0.entityName' },
  ]);
  expect((await accept(viewer, [{ tableId: viewer.tenantId, entityName: 'Deal' }])).problems?.[0]?.code).toBe('MAPPING_CHANGE_UNKNOWN');
  expect((await latest(viewer))?.status).toBe('PROPOSED');
});

test('two connections feed one canonical entity; removing one takes only its records', async () => {
  const { viewer } = await connected();
  await publish(viewer);
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
  await publish(viewer);
  expect(await records(viewer, 'Account')).toHaveLength(5);
  await other.remove();
  expect((await records(viewer, 'Account')).map((record) => record.title)).toEqual(['Harbour Café', 'North Mill', 'Old Oven Ltd']);
  expect(
    (await query<{ entityType: { connections: unknown[] } }>(viewer, '{ entityType(name: "Account") { connections { id } } }')).entityType
      .connections,
  ).toHaveLength(1);
});

test('records are paged by keyset: every record once, in order', async () => {
  const { viewer } = await connected();
  await publish(viewer);
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const {
      entityType,
    }: { entityType: { records: { nodes: RecordNode[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } } } } =
      await query(
        viewer,
        'query ($a: String) { entityType(name: "Opportunity") { records(first: 2, after: $a) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }',
        { a: after },
      );
    seen.push(...entityType.records.nodes.map((node) => node.id));
    expect(entityType.records.totalCount).toBe(5);
    after = entityType.records.pageInfo.endCursor;
    more = entityType.records.pageInfo.hasNextPage;
  }
  expect(seen).toEqual([...new Set(seen)].toSorted());
  expect(seen).toHaveLength(5);
});

test('another tenant sees nothing of it, by id or by list', async () => {
  const { viewer } = await connected();
  const proposal = await publish(viewer);
  const [record] = await records(viewer, 'Account');
  const stranger = await t.newTenant();
  const seen = await query<Record<string, unknown>>(
    stranger,
    'query ($p: ID!, $r: ID!) { mappingProposal(id: $p) { id } record(id: $r) { id } entityTypes { totalCount } entityType(name: "Account") { id } mappingProposals { totalCount } }',
    { p: proposal.id, r: record?.id },
  );
  expect(seen).toEqual({
    mappingProposal: null,
    record: null,
    entityTypes: { totalCount: 0 },
    entityType: null,
    mappingProposals: { totalCount: 0 },
  });
  const refused = await query<{ acceptMapping: { problems: { code: string }[] } }>(
    stranger,
    'mutation ($p: ID!) { acceptMapping(input: { proposalId: $p }) { ... on InputRefused { problems { code } } } }',
    { p: proposal.id },
  );
  expect(refused.acceptMapping.problems[0]?.code).toBe('MAPPING_NOT_FOUND');
  expect((await t.graph('ontology', '{ entityTypes { totalCount } }')).errors?.[0]).toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
});

test('a viewer may read mappings but not accept them', async () => {
  const { viewer } = await connected();
  const reader: UserViewer = { ...viewer, role: 'VIEWER' };
  const proposal = await latest(reader);
  const { errors } = await t.graph(
    'ontology',
    'mutation ($p: ID!) { acceptMapping(input: { proposalId: $p }) { __typename } }',
    { p: proposal?.id },
    reader,
  );
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
});

test('what a dead process left publishing is finished at the next start', async () => {
  const { viewer } = await connected();
  const proposal = await latest(viewer);
  await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    sql`update mapping_proposal set status = 'PUBLISHING', decided_at = now() where id = ${proposal?.id}::uuid`.execute(unit.sql),
  );
  await createOntology(t.system).start?.();
  expect(
    (
      await until(
        () => latest(viewer),
        (found) => found?.status === 'PUBLISHED',
      )
    )?.recordsUnified,
  ).toBe(13);
});
