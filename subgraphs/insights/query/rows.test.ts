import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { insightsEntities } from '../entities.ts';
import { createInsights } from '../index.ts';
import { publishCompany } from '../publish.testkit.ts';

const ROWS = `query ($measures: [QueryMeasureInput!]!, $by: [QueryDimensionInput!]! = [], $where: [QueryConditionInput!]! = [], $period: PlanPeriodInput,
    $compare: PlanPeriodInput, $orderBy: [QueryOrderInput!]! = [], $first: Int! = 100, $after: String) {
  query(measures: $measures, by: $by, where: $where, period: $period, compare: $compare, orderBy: $orderBy, first: $first, after: $after) { __typename
    ... on QueryRows { columns { name label unit type } nodes { cells } edges { cursor } pageInfo { hasNextPage endCursor } sql plan { shape json } limitedBy }
    ... on Declined { reason text } ... on InputRefused { problems { code field message } } } }`;

/** A result as JSON gives it: tests look into it freely. */
type Json = ReturnType<typeof JSON.parse>;

let t: TestSystem;
let seller: UserViewer;

beforeAll(async () => {
  t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
  seller = await t.newTenant();
  await publishCompany(t, seller, bicycleSeller());
});
afterAll(() => t[Symbol.asyncDispose]());

async function rows(variables: Json): Promise<Json> {
  const result = await t.graph('insights', ROWS, variables, seller);
  expect(result.errors).toBeUndefined();
  return (result.data as Json).query;
}

const ask = async (question: string): Promise<Json> => {
  const query = 'query ($question: String!) { ask(question: $question) { ... on Answer { value rows metric { name } } } }';
  return ((await t.graph('insights', query, { question }, seller)).data as Json).ask;
};

test('a metric by its name is what the question about it gives', async () => {
  const { value, metric } = await ask('total won revenue');
  const { nodes, columns } = await rows({ measures: [{ metric: metric.name }] });
  expect(nodes).toEqual([{ cells: [value] }]);
  expect(columns[0].unit).toBe('MONEY');
});

test('pages follow one another without gaps or doubles, and each is its own plan', async () => {
  const asked = { measures: [{ entity: 'Account' }], by: [{ entity: 'Account' }] };
  const whole = await rows(asked);
  expect(whole.__typename).toBe('QueryRows');
  const seen: Json[] = [];
  for (let after: string | null = null; ;) {
    const page: Json = await rows({ ...asked, first: 2, after });
    seen.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(seen).toEqual(whole.nodes);
  expect(whole.plan.shape).toBe('GROUPS');
});

test.each<[string, Json, string]>([
  ['a metric nobody has', { measures: [{ metric: 'nonsense' }] }, 'measures[0].metric'],
  ['an entity type nobody has', { measures: [{ entity: 'pg_user' }] }, 'measures[0].entity'],
  ['no measure', { measures: [] }, 'measures'],
  ['a metric with more than its name', { measures: [{ metric: 'x', entity: 'Account' }] }, 'measures[0]'],
  ['a dimension of nothing', { measures: [{ entity: 'Account' }], by: [{}] }, 'by[0]'],
  ['a dimension that leads nowhere', { measures: [{ entity: 'Account' }], by: [{ entity: 'Opportunity' }] }, 'by[0].entity'],
  ['a condition of nothing', { measures: [{ entity: 'Account' }], where: [{ entity: 'Account', filter: {} }] }, 'where[0].filter'],
  ['an order by both', { measures: [{ entity: 'Account' }], orderBy: [{ measure: 0, dimension: 0 }] }, 'orderBy[0]'],
])('%s is refused, and it is said where', async (_name, variables, field) => {
  const refused = await rows(variables);
  expect(refused).toMatchObject({ __typename: 'InputRefused', problems: [{ code: 'PLAN_INVALID', field }] });
});
