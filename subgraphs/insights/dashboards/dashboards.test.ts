import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { bicycleSeller, teaShop } from '../companies.testkit.ts';
import { insightsEntities } from '../entities.ts';
import { createInsights } from '../index.ts';
import { publishCompany } from '../publish.testkit.ts';

type Json = ReturnType<typeof JSON.parse>;

const DASHBOARD = `id title sentence persona saved version text createdBy { id } updatedAt
  widgets { id title kind question layout { x y w h } operation { query variables operationName }
    result { __typename ... on Answer { value rows text confidence { tier } sql } ... on Declined { text } } }`;
const GENERATE = `query ($sentence: String!, $persona: Persona) { generateDashboard(sentence: $sentence, persona: $persona) { __typename
  ... on Dashboard { ${DASHBOARD} } ... on Declined { reason text missing wouldHelp suggestions } } }`;
const SAVE = `mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { __typename
  ... on DashboardSaved { dashboard { ${DASHBOARD} } } ... on DashboardConflict { current { id title version } } ... on InputRefused { problems { code field } } } }`;

let t: TestSystem;
let seller: UserViewer;
let shop: UserViewer;

async function run(viewer: UserViewer, query: string, variables: Record<string, unknown> = {}): Promise<Json> {
  const result = await t.graph('insights', query, variables, viewer);
  expect(result.errors, JSON.stringify(result.errors)).toBeUndefined();
  return result.data as Json;
}
const generate = async (viewer: UserViewer, sentence: string, persona: string | null = null): Promise<Json> =>
  (await run(viewer, GENERATE, { sentence, persona })).generateDashboard;

beforeAll(async () => {
  t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
  [seller, shop] = [await t.newTenant(), await t.newTenant()];
  await publishCompany(t, seller, bicycleSeller());
  await publishCompany(t, shop, teaShop());
});
afterAll(() => t[Symbol.asyncDispose]());

test('an overview of a year becomes 8 to 14 different widgets, all of that year, that have something to show', async () => {
  const made = await generate(seller, '2021 results');
  expect(made).toMatchObject({ __typename: 'Dashboard', title: '2021 results', saved: false, version: 0, createdBy: null });
  expect(made.widgets.length).toBeGreaterThanOrEqual(8);
  expect(made.widgets.length).toBeLessThanOrEqual(14);
  expect(new Set(made.widgets.map((widget: Json) => widget.question)).size).toBe(made.widgets.length);
  expect(new Set(made.widgets.map((widget: Json) => widget.kind))).toEqual(new Set(['KPI', 'LINE', 'BAR']));
  for (const { title, question, result } of made.widgets) {
    expect(result.__typename, question).toBe('Answer');
    expect(result.rows.length, title).toBeGreaterThan(0);
  }
  const revenue = made.widgets.find((widget: Json) => widget.kind === 'KPI');
  expect(revenue).toMatchObject({ title: 'Revenue', question: 'revenue in 2021', result: { value: 49_000.5 } });
  expect(made.text).toContain('Revenue in 2021 was 49,000.50');
});

test('the operation of a widget, run as it is, gives its numbers', async () => {
  const { widgets } = await generate(seller, 'sales overview');
  for (const { operation, result } of widgets) {
    const answer = await run(seller, operation.query, operation.variables);
    expect(answer.ask).toMatchObject({ __typename: 'Answer', value: result.value, rows: result.rows });
  }
});

test('asked as a question, an overview is a dashboard and a question an answer', async () => {
  const kind = async (question: string): Promise<string> =>
    (await run(seller, 'query ($q: String!) { ask(question: $q) { __typename } }', { q: question })).ask.__typename;
  for (const question of ['2021 results', 'how did we do in 2021?', 'CRO dashboard', 'show me an overview of win rate by sector'])
    expect(await kind(question), question).toBe('Dashboard');
  for (const question of ['revenue in 2021', 'what is our win rate', 'how many deals did we win in 2021'])
    expect(await kind(question), question).toBe('Answer');
  expect(await kind('support overview')).toBe('Declined');
});

test('data without metrics makes a dashboard of its own numbers', async () => {
  const made = await generate(shop, 'overview');
  expect(made.__typename, made.text).toBe('Dashboard');
  expect(made.widgets.map((widget: Json) => widget.question)).toEqual(
    expect.arrayContaining(['revenue', 'revenue by week', 'revenue by kind']),
  );
});

test('what the data lacks for a persona is named, and nothing is invented', async () => {
  const finance = await generate(seller, 'dashboard', 'CFO');
  expect(finance).toMatchObject({ __typename: 'Dashboard', title: 'CFO dashboard', persona: 'CFO' });
  for (const topic of ['cost', 'margin', 'cash']) expect(finance.text).toContain(topic);
  const technology = await generate(seller, 'CTO dashboard');
  expect(technology).toMatchObject({ __typename: 'Declined', reason: 'NOT_AVAILABLE' });
  expect(technology.missing).toContain('security');
});

test('a period outside the data is declined with one that is inside', async () => {
  const declined = await generate(seller, '2019 results');
  expect(declined).toMatchObject({ __typename: 'Declined', reason: 'NO_DATA', suggestions: ['2022 results'] });
});

test('an unsaved dashboard is found again by its id, and each of its widgets', async () => {
  const made = await generate(seller, '2021 results');
  const { dashboard } = await run(seller, `query ($id: ID!) { dashboard(id: $id) { ${DASHBOARD} } }`, { id: made.id });
  expect(dashboard).toEqual(Object.fromEntries(Object.entries(made).filter(([name]) => name !== '__typename')));
  const [widget] = made.widgets;
  const { _entities: found } = await run(
    seller,
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Widget { title question } } }',
    {
      r: [{ __typename: 'Widget', id: widget.id }],
    },
  );
  expect(found).toEqual([{ title: widget.title, question: widget.question }]);
  expect((await run(seller, '{ dashboard(id: "nonsense") { id } }')).dashboard).toBeNull();
});

const widget = (over: object = {}): object => ({
  title: 'Revenue',
  kind: 'KPI',
  question: 'revenue',
  layout: { x: 0, y: 0, w: 3, h: 2 },
  ...over,
});
const board = (over: object = {}): object => ({ title: 'Ours', sentence: 'sales overview', widgets: [widget()], ...over });
const save = async (viewer: UserViewer, input: object): Promise<Json> => (await run(viewer, SAVE, { input })).saveDashboard;

test('a dashboard is saved, read again, changed and deleted', async () => {
  const { dashboard: first } = await save(
    seller,
    board({ widgets: [widget(), widget({ question: 'win rate', layout: { x: 3, y: 0, w: 3, h: 2 } })] }),
  );
  expect(first).toMatchObject({ saved: true, version: 1, title: 'Ours', createdBy: { id: seller.userId } });
  expect(first.widgets[0].result).toMatchObject({ value: 61_000.5 });
  const kept = first.widgets.map(({ id, title, kind, question, layout }: Json) => ({ id, title, kind, question, layout }));
  const { dashboard: second } = await save(seller, {
    id: first.id,
    title: 'Ours, tidied',
    sentence: '',
    version: 1,
    widgets: kept.slice(0, 1),
  });
  expect(second).toMatchObject({ id: first.id, version: 2, title: 'Ours, tidied', widgets: [{ id: kept[0].id }] });
  const { dashboards } = await run(seller, '{ dashboards(first: 1) { nodes { id version } } }');
  expect(dashboards.nodes).toEqual([{ id: first.id, version: 2 }]);
  const DELETE =
    'mutation ($id: ID!) { deleteDashboard(id: $id) { __typename ... on DashboardDeleted { id } ... on InputRefused { problems { code } } } }';
  expect((await run(seller, DELETE, { id: first.id })).deleteDashboard).toEqual({ __typename: 'DashboardDeleted', id: first.id });
  expect((await run(seller, DELETE, { id: first.id })).deleteDashboard).toMatchObject({ problems: [{ code: 'DASHBOARD_NOT_FOUND' }] });
  expect(await save(seller, board({ id: first.id, version: 2 }))).toMatchObject({
    problems: [{ code: 'DASHBOARD_NOT_FOUND', field: 'id' }],
  });
});

test('of people who save over the same version at once, one wins and the others are shown what is there now', async () => {
  const { dashboard } = await save(seller, board());
  const results = await Promise.all(
    Array.from({ length: 6 }, (_, index) => save(seller, board({ id: dashboard.id, version: 1, title: `Edition ${index}` }))),
  );
  const [winner, ...more] = results.filter((result) => result.__typename === 'DashboardSaved');
  expect(more).toEqual([]);
  const conflicts = results.filter((result) => result.__typename === 'DashboardConflict');
  expect(conflicts).toHaveLength(5);
  for (const conflict of conflicts) expect(conflict.current).toEqual({ id: dashboard.id, title: winner.dashboard.title, version: 2 });
});

test('a save is told on the event log, in its transaction', async () => {
  const { dashboard } = await save(shop, board());
  const { rows } = await t.system.database.unitOfWork(shop.tenantId, (unit) =>
    sql<{
      payload: Json;
    }>`select payload from outbox_entry where tenant_id = ${shop.tenantId} and topic = 'insights.dashboard-saved'`.execute(unit.sql),
  );
  expect(rows.map((row) => row.payload)).toEqual([{ dashboardId: dashboard.id, title: 'Ours', version: 1, savedBy: shop.userId }]);
});

test.each<[string, object, string]>([
  ['no title', { title: ' ' }, 'title'],
  ['a title of 121 characters', { title: 'x'.repeat(121) }, 'title'],
  ['no widgets', { widgets: [] }, 'widgets'],
  ['501 widgets', { widgets: Array.from({ length: 501 }, () => widget()) }, 'widgets'],
  ['a question of 1 001 characters', { widgets: [widget({ question: 'x'.repeat(1_001) })] }, 'widgets[0].question'],
  ['a widget beyond column 12', { widgets: [widget({ layout: { x: 10, y: 0, w: 3, h: 2 } })] }, 'widgets[0].layout'],
  ['a negative place', { widgets: [widget(), widget({ layout: { x: 0, y: -1, w: 3, h: 2 } })] }, 'widgets[1].layout'],
  ['a negative version', { version: -1 }, 'version'],
])('%s is refused, and which part', async (_, over, field) => {
  expect(await save(seller, board(over))).toEqual({ __typename: 'InputRefused', problems: [{ code: 'DASHBOARD_INVALID', field }] });
});

test('saved dashboards are their tenant’s, and saving is not for viewers', async () => {
  const { dashboard } = await save(seller, board());
  expect((await run(shop, 'query ($id: ID!) { dashboard(id: $id) { id } }', { id: dashboard.id })).dashboard).toBeNull();
  expect(await save(shop, board({ id: dashboard.id, version: 1 }))).toMatchObject({ problems: [{ code: 'DASHBOARD_NOT_FOUND' }] });
  const viewer = await t.newTenant('VIEWER');
  const refused = await t.graph('insights', SAVE, { input: board() }, viewer);
  expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
});

test('a widget whose question asks for a dashboard is declined, not answered with dashboards within dashboards', async () => {
  const { dashboard } = await save(seller, board({ widgets: [widget({ question: '2021 results' })] }));
  expect(dashboard.widgets[0].result.__typename).toBe('Declined');
});

test('the answers of many dashboards at once are refused, their titles are not', async () => {
  const viewer = await t.newTenant();
  const many = (from: number): object[] => Array.from({ length: 40 }, (_, index) => widget({ question: `question ${from + index}` }));
  for (let from = 0; from < 240; from += 40) await save(viewer, board({ widgets: many(from) }));
  const answers = await t.graph('insights', '{ dashboards { nodes { widgets { result { __typename } } } } }', {}, viewer);
  expect(answers.errors?.[0]?.extensions?.['code']).toBe('QUERY_TOO_EXPENSIVE');
  expect((await run(viewer, '{ dashboards { totalCount nodes { title widgets { title } } } }')).dashboards.totalCount).toBe(6);
});
