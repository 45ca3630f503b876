import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { bicycleSeller } from '../../companies.testkit.ts';
import { startDashboardsTest, type DashboardsTest, type Json } from '../dashboards.testkit.ts';

const FROM = `query ($input: DashboardFromOperationInput!) { dashboardFromOperation(input: $input) { __typename
  ... on Dashboard { id title widgets { id title kind question layout { x y w h } view { path label series aggregate values { path label unit } } operation { query variables operationName }
    result { __typename } } } ... on InputRefused { problems { code field } } } }`;

let d: DashboardsTest;
let seller: UserViewer;
beforeAll(async () => {
  d = await startDashboardsTest();
  seller = await d.company(bicycleSeller());
});
afterAll(() => d[Symbol.asyncDispose]());

const from = async (document: string, result: unknown, over: object = {}): Promise<Json> => {
  const text = typeof result === 'string' ? result : JSON.stringify(result);
  return (await d.run(seller, FROM, { input: { document, result: text, ...over } })).dashboardFromOperation;
};
const kinds = ({ widgets }: Json): string[] => widgets.map(({ kind, title }: Json) => `${kind} ${title}`);

test('an answer becomes its number, its course and its bars, run as an analyst wrote it', async () => {
  const document = `query Deals($q: String!) { ask(question: $q) { ... on Answer { label value unit columns { name label unit type } rows series { start value } } } }`;
  const variables = { q: 'revenue by country' };
  const data = await d.run(seller, document, variables);
  const board = await from(document, { data }, { variables });
  expect(board.title).toBe('Deals');
  expect(board.widgets[0].operation).toEqual({ query: document, variables, operationName: 'Deals' });
  const bars = board.widgets.find(({ kind }: Json) => kind === 'BAR');
  expect(bars.view).toMatchObject({ path: ['ask', 'rows'], label: ['0'], values: [{ path: ['1'], unit: 'MONEY' }], aggregate: 'NONE' });
  const line = board.widgets.find(({ kind }: Json) => kind === 'LINE');
  expect(line.view).toMatchObject({ path: ['ask', 'series'], label: ['start'], values: [{ path: ['value'] }] });
  expect(board.widgets.every(({ result }: Json) => result.__typename === 'Declined')).toBe(true);
});

test('lists of things become counts, comparisons by their categories and tables; keys and pages are left out', async () => {
  const nodes = Array.from({ length: 40 }, (_, at) => ({
    id: `c0ffee00-0000-4000-8000-${String(at).padStart(12, '0')}`,
    name: `Thing ${at}`,
    status: at % 3 === 0 ? 'OPEN' : 'DONE',
    health: { score: at / 40 },
    startedAt: `2024-01-${String((at % 28) + 1).padStart(2, '0')}T00:00:00Z`,
    parts: { nodes: [{ id: 'x' }] },
  }));
  const board = await from(
    '{ things(first: 40) { totalCount pageInfo { endCursor } nodes { id name status health { score } startedAt parts { nodes { id } } } } }',
    {
      things: { totalCount: 400, pageInfo: { endCursor: 'abc' }, nodes },
    },
  );
  expect(kinds(board)).toEqual(expect.arrayContaining(['KPI Things', 'DONUT Things by status', 'TABLE Things']));
  expect(kinds(board).join()).toMatch(/LINE Score by started at/);
  expect(board.widgets.find(({ kind }: Json) => kind === 'LINE').view.aggregate).toBe('AVERAGE');
  expect(JSON.stringify(board.widgets.map(({ view }: Json) => view))).not.toMatch(/pageInfo|"id"/);
});

test('rows of two kinds are drawn as two kinds: stacked over time, as a heat map, as stages, as points', async () => {
  const nodes = Array.from({ length: 48 }, (_, at) => ({
    region: ['North', 'South', 'East'][at % 3],
    team: at % 2 === 0 ? 'One' : 'Two',
    month: `2024-${String((at % 12) + 1).padStart(2, '0')}-01`,
    amount: 100 + at,
  }));
  const stages = ['Asked', 'Offered', 'Won'].map((stage, at) => ({ stage, amount: 300 - at * 100 }));
  const people = Array.from({ length: 10 }, (_, at) => ({ name: `Person ${at}`, calls: at * 3 + 1, price: at + 0.5 }));
  const board = await from('{ deals { region team month amount } stages { stage amount } people { name calls price } done }', {
    deals: nodes,
    stages,
    people,
    shares: { done: 0.4, doneRate: 0.4 },
  });
  const of = (wanted: string): Json => board.widgets.find(({ kind }: Json) => kind === wanted);
  expect(of('STACKED').view).toMatchObject({
    path: ['deals'],
    label: ['month'],
    aggregate: 'SUM',
    values: [{ path: ['amount'], unit: 'MONEY' }],
  });
  expect(of('STACKED').view.series).not.toBeNull();
  expect(of('HEAT_MAP').view).toMatchObject({ label: ['region'], series: ['team'], aggregate: 'SUM' });
  expect(of('FUNNEL').view).toMatchObject({ path: ['stages'], label: ['stage'], series: null, aggregate: 'NONE' });
  expect(of('SCATTER').view).toMatchObject({ path: ['people'], label: ['name'], values: [{ path: ['calls'] }, { path: ['price'] }] });
  expect(of('GAUGE').view).toMatchObject({ values: [{ unit: 'PERCENT' }] });
});

test('such a dashboard is kept, opened, renamed and moved like any other', async () => {
  const document = '{ tenant { members { nodes { role } } seats { used limit } } }';
  const board = await from(document, {
    tenant: { members: { nodes: [{ role: 'OWNER' }, { role: 'VIEWER' }, { role: 'VIEWER' }] }, seats: { used: 3, limit: 10 } },
  });
  const widgets = board.widgets.map(({ title, kind, question, layout, operation, view }: Json) => ({
    title,
    kind,
    question,
    layout,
    view: { document: operation.query, variables: operation.variables, ...view },
  }));
  const SAVE = `mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { ... on DashboardSaved { dashboard { id widgets { title view { path aggregate } operation { query } } } } ... on InputRefused { problems { code field } } } }`;
  const { saveDashboard } = await d.run(seller, SAVE, { input: { title: 'Seats', sentence: '', widgets } });
  expect(saveDashboard.dashboard.widgets.map(({ view }: Json) => view.path)).toEqual(board.widgets.map(({ view }: Json) => view.path));
  expect(saveDashboard.dashboard.widgets[0].operation.query).toBe(document);
  const REFINE = `query ($input: RefineDashboardInput!) { refineDashboard(input: $input) { ... on RefinedDashboard { done dashboard { widgets { title view { path } } } } ... on InputRefused { problems { code message } } } }`;
  const refine = async (text: string): Promise<Json> =>
    (await d.run(seller, REFINE, { input: { dashboardId: saveDashboard.dashboard.id, text } })).refineDashboard;
  expect((await refine('rename used to "Taken"')).dashboard.widgets).toEqual(
    expect.arrayContaining([{ title: 'Taken', view: { path: ['tenant', 'seats', 'used'] } }]),
  );
  expect(await refine('only EMEA')).toMatchObject({ problems: [{ code: 'REFINEMENT_IMPOSSIBLE' }] });
  const bad = widgets.map((each: Json) => ({ ...each, view: { ...each.view, document: 'mutation { logOut { __typename } }' } }));
  expect((await d.run(seller, SAVE, { input: { title: 'Seats', sentence: '', widgets: bad } })).saveDashboard.problems[0]).toEqual({
    code: 'DASHBOARD_INVALID',
    field: 'widgets[0].view.document',
  });
});

test('results that are handed in are kept in snapshots and go with exports; without them it is said why not', async () => {
  const document = '{ tenant { seats { used limit } } }';
  const data = { tenant: { seats: { used: 3, limit: 10 } } };
  const board = await from(document, data);
  const EXPORT = `query ($id: ID!, $results: [OperationResultInput!]! = []) { exportDashboard(dashboardId: $id, results: $results) { content } }`;
  const ids = board.widgets.map(({ id }: Json) => id);
  const contentOf = async (results: object[]): Promise<Json> =>
    JSON.parse((await d.run(seller, EXPORT, { id: board.id, results })).exportDashboard.content);
  const [bare] = (await contentOf([])).widgets;
  expect([bare.answer, bare.declined]).toEqual([null, expect.stringContaining('run and hand in')]);
  const full = await contentOf([{ widgets: ids, result: JSON.stringify({ data }) }]);
  expect(full.widgets.map(({ answer }: Json) => answer.value)).toEqual(expect.arrayContaining([3, 10]));
  const SAVE =
    'mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { ... on DashboardSaved { dashboard { id widgets { id } } } } }';
  const widgets = board.widgets.map(({ title, kind, question, layout, operation, view }: Json) => ({
    title,
    kind,
    question,
    layout,
    view: { document: operation.query, variables: operation.variables, ...view },
  }));
  const saved = (await d.run(seller, SAVE, { input: { title: 'Seats', sentence: '', widgets } })).saveDashboard.dashboard;
  const TAKE = `mutation ($id: ID!, $results: [OperationResultInput!]! = []) { takeDashboardSnapshot(dashboardId: $id, results: $results) { __typename
    ... on SnapshotTaken { snapshot { widgets { answered value text } } } ... on InputRefused { problems { code field } } } }`;
  const results = [{ widgets: saved.widgets.map(({ id }: Json) => id), result: JSON.stringify(data) }];
  const taken = (await d.run(seller, TAKE, { id: saved.id, results })).takeDashboardSnapshot;
  expect(
    taken.snapshot.widgets.every(({ answered }: Json) => answered),
    JSON.stringify(taken),
  ).toBe(true);
  expect((await d.run(seller, TAKE, { id: saved.id, results: [{ widgets: [], result: 'no' }] })).takeDashboardSnapshot.problems).toEqual([
    { code: 'RESULT_INVALID', field: 'results[0].result' },
  ]);
});

test.each<[string, string, unknown, object]>([
  ['a mutation', 'mutation { logOut { __typename } }', {}, { code: 'OPERATION_INVALID', field: 'document' }],
  ['no document', 'drop table students', {}, { code: 'OPERATION_INVALID', field: 'document' }],
  ['two queries and no name', 'query A { a } query B { b }', {}, { code: 'OPERATION_INVALID', field: 'document' }],
  ['no JSON', '{ a }', 'nonsense', { code: 'RESULT_INVALID', field: 'result' }],
  ['too much of it', '{ a }', ' '.repeat(200_001), { code: 'RESULT_INVALID', field: 'result' }],
  ['nothing to show', '{ a }', { a: null, b: [] }, { code: 'NOTHING_TO_SHOW', field: 'result' }],
])('%s is refused', async (_, document, result, problem) => {
  expect(await from(document, result)).toEqual({ __typename: 'InputRefused', problems: [problem] });
});
