import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import type { TestTable } from '../matching/discovered.testkit.ts';
import { Mapping } from '../mapping/mapping.testkit.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const customers: TestTable = {
  name: 'customers',
  columns: ['customer_id', 'customer_name', 'industry', 'annual_revenue'],
  key: 'customer_id',
  rows: Array.from({ length: 20 }, (_, i) => [`C${i}`, `Customer ${i}`, i % 2 ? 'food' : 'trade', String(100 + i)]),
};

interface Test {
  id: string;
  kind: string;
  attribute: string | null;
  status: string;
  failing: number;
  finding: string | null;
  failingRecords: { title: string }[];
}

const TEST = 'id kind attribute status checked failing finding proposed failingRecords { title }';
const testsOf = async (mapping: Mapping): Promise<Test[]> =>
  (await mapping.query<{ dataTests: { nodes: Test[] } }>(`{ dataTests(entityType: "Account", first: 50) { nodes { ${TEST} } } }`)).dataTests
    .nodes;

interface Quality {
  score: number;
  failing: number;
  reasons: string[];
}
const qualityOf = async (mapping: Mapping): Promise<Quality | null> =>
  (
    await mapping.query<{ entityType: { quality: Quality | null } | null }>(
      '{ entityType(name: "Account") { quality { score failing reasons } } }',
    )
  ).entityType?.quality ?? null;

test('tests that records pass are proposed by themselves, run after publishing, and fail when a later sync breaks them', async () => {
  const mapping = await Mapping.of(t, [customers]);
  await mapping.publish();
  const proposed = await testsOf(mapping);
  expect(proposed.map(({ kind, attribute }) => `${kind} ${attribute ?? ''}`.trim())).toEqual(
    expect.arrayContaining(['VOLUME', 'UNIQUE externalId', 'REQUIRED externalId', 'REQUIRED name', 'RANGE annualRevenue']),
  );
  expect(new Set(proposed.map(({ status }) => status))).toEqual(new Set(['PASSING']));
  expect(await qualityOf(mapping)).toMatchObject({ score: 1, failing: 0 });
  await mapping.source.sync([{ ...customers, rows: customers.rows.map((row, i) => (i < 3 ? row.with(1, '').with(3, '-5') : row)) }]);
  const failing = (await testsOf(mapping)).filter(({ status }) => status === 'FAILING');
  expect(failing.map(({ kind, attribute, failing: faults }) => [kind, attribute, faults])).toEqual(
    expect.arrayContaining([
      ['REQUIRED', 'name', 3],
      ['RANGE', 'annualRevenue', 3],
    ]),
  );
  expect(failing.find(({ kind }) => kind === 'RANGE')?.failingRecords).toHaveLength(3);
  const quality = await qualityOf(mapping);
  expect(quality?.score).toBeLessThan(1);
  expect(quality?.reasons.join(' ')).toContain('annualRevenue');
});

test('a test of a person’s own is kept, run at once, and refused with a reason when it does not fit', async () => {
  const mapping = await Mapping.of(t, [customers]);
  await mapping.publish();
  const save = (input: object): Promise<{ saveDataTest: { test?: Test; problems?: { code: string; field: string }[] } }> =>
    mapping.query(
      `mutation ($input: SaveDataTestInput!) { saveDataTest(input: $input) { ... on DataTestSaved { test { ${TEST} } } ... on InputRefused { problems { code field } } } }`,
      { input },
    );
  const { saveDataTest } = await save({ entityType: 'Account', kind: 'RANGE', attribute: 'annualRevenue', maximum: '110' });
  expect(saveDataTest.test).toMatchObject({ status: 'FAILING', failing: 9 });
  expect((await save({ entityType: 'Account', kind: 'RANGE', attribute: 'name', maximum: '110' })).saveDataTest.problems).toEqual([
    { code: 'TEST_UNFIT', field: 'minimum' },
  ]);
  expect((await save({ entityType: 'Nothing', kind: 'VOLUME', minimum: '1' })).saveDataTest.problems?.[0]?.code).toBe('TEST_WITHOUT_TYPE');
  expect(await qualityOf(mapping)).toMatchObject({ failing: 1 });
  await mapping.query('mutation ($id: ID!) { removeDataTest(id: $id) }', { id: saveDataTest.test?.id });
  expect(await qualityOf(mapping)).toMatchObject({ failing: 0, score: 1 });
});

test('totals of a sync say what landed, was unified and set aside, and that it adds up', async () => {
  const mapping = await Mapping.of(t, [customers]);
  await mapping.publish();
  await mapping.source.sync([{ ...customers, rows: customers.rows.slice(1) }]);
  const { controlTotals } = await mapping.query<{
    controlTotals: { nodes: { balanced: boolean; landedRecords: number; unifiedRecords: number; columns: object[] }[] };
  }>(
    'query ($id: ID!) { controlTotals(connectionId: $id) { nodes { balanced differences sourceRecords landedRecords unifiedRecords quarantinedRecords columns { attribute source landed unified setAside } } } }',
    { id: mapping.source.id },
  );
  expect(controlTotals.nodes[0]).toMatchObject({ balanced: true, sourceRecords: 19, landedRecords: 19, unifiedRecords: 19 });
  expect(controlTotals.nodes[0]?.columns).toEqual([{ attribute: 'annualRevenue', source: 2090, landed: 2090, unified: 2090, setAside: 0 }]);
  const stranger: UserViewer = await t.newTenant();
  const { data } = await t.graph(
    'ontology',
    'query ($id: ID!) { controlTotals(connectionId: $id) { totalCount } }',
    { id: mapping.source.id },
    stranger,
  );
  expect(data).toEqual({ controlTotals: { totalCount: 0 } });
});
