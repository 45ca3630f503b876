import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAnswersTest, type AnswersTest, type Json } from './answers.testkit.ts';
import { as } from './rules.testkit.ts';

const HIDDEN = /Peru|Kenya|Cedar|Dogwood|Elm|20000|61000/;
const RESULT = 'result { ... on Answer { text value rows limitedBy } ... on Declined { reason text } }';

let a: AnswersTest;
beforeAll(async () => {
  a = await startAnswersTest();
});
afterAll(() => a[Symbol.asyncDispose]());

test('a dashboard that somebody saved shows whoever opens it what they see: whole, by widget, by reference', async () => {
  const layout = { x: 0, y: 0, w: 3, h: 2 };
  const widgets = ['total won revenue', 'revenue by account', 'how many accounts do we have'].map((question, index) => ({
    title: `Widget ${index}`,
    kind: 'KPI',
    question,
    layout: { ...layout, x: index * 3 },
  }));
  const { saveDashboard } = await a.run(
    a.owner,
    'mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { ... on DashboardSaved { dashboard { id widgets { id } } } } }',
    { input: { title: 'Sales', sentence: '', widgets } },
  );
  const { id } = saveDashboard.dashboard;
  const open = `query ($id: ID!) { dashboard(id: $id) { widgets { id title ${RESULT} } } }`;
  const results = async (role: 'OWNER' | 'VIEWER' | 'ANALYST'): Promise<Json[]> =>
    (await a.run(as(a.owner, role), open, { id })).dashboard.widgets.map((widget: Json) => widget.result);
  expect((await results('OWNER')).map(({ value }) => value)).toEqual([61_000.5, 61_000.5, 5]);
  const north = await results('VIEWER');
  expect(north.map(({ value }) => value)).toEqual([41_000.5, 41_000.5, 2]);
  expect(north.map(({ limitedBy }) => limitedBy)).toEqual(Array.from({ length: 3 }, () => ['Northern accounts']));
  expect(JSON.stringify(north)).not.toMatch(HIDDEN);
  expect((await results('ANALYST')).map(({ reason }) => reason)).toEqual(['NOT_PERMITTED', 'NOT_PERMITTED', undefined]);
  const widget = saveDashboard.dashboard.widgets[0].id;
  const reference = `query ($id: ID!) { referred: _entities(representations: [{ __typename: "Widget", id: $id }]) { ... on Widget { ${RESULT} } } }`;
  expect((await a.run(as(a.owner, 'VIEWER'), reference, { id: widget })).referred[0].result.value).toBe(41_000.5);
});

test('a snapshot is shown to those who see the same of the data as whoever took it, or everything', async () => {
  const widgets = [{ title: 'Revenue', kind: 'TABLE', question: 'revenue by account', layout: { x: 0, y: 0, w: 6, h: 5 } }];
  const SAVE = 'mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { ... on DashboardSaved { dashboard { id } } } }';
  const { saveDashboard } = await a.run(a.owner, SAVE, { input: { title: 'Kept', sentence: '', widgets } });
  const { id } = saveDashboard.dashboard;
  const TAKE = 'mutation ($id: ID!) { takeDashboardSnapshot(dashboardId: $id) { ... on SnapshotTaken { snapshot { id } } } }';
  const { takeDashboardSnapshot } = await a.run(a.owner, TAKE, { id });
  const snapshot = takeDashboardSnapshot.snapshot.id;
  const READ = `query ($id: ID!, $snapshot: ID!) { dashboardSnapshots(dashboardId: $id) { totalCount nodes { widgets { rows } } } dashboardSnapshot(id: $snapshot) { id } }`;
  const owner = await a.run(a.owner, READ, { id, snapshot });
  expect(JSON.stringify(owner)).toMatch(HIDDEN);
  expect(await a.run(as(a.owner, 'VIEWER'), READ, { id, snapshot })).toEqual({
    dashboardSnapshots: { totalCount: 0, nodes: [] },
    dashboardSnapshot: null,
  });
  // An export is made anew, of what its reader sees.
  const EXPORT = 'query ($id: ID!) { exportDashboard(dashboardId: $id, format: CSV) { content } }';
  expect(JSON.stringify(await a.run(as(a.owner, 'VIEWER'), EXPORT, { id }))).not.toMatch(HIDDEN);
});

test('dashboards made from a sentence are made of what the asker sees, also by the id of somebody else’s', async () => {
  const MAKE = `query ($sentence: String!) { generateDashboard(sentence: $sentence) { ... on Dashboard { id title text widgets { title question ${RESULT} } } } }`;
  const { generateDashboard } = await a.run(a.owner, MAKE, { sentence: 'overview of our sales' });
  expect(JSON.stringify(generateDashboard)).toMatch(HIDDEN);
  const mine = await a.run(as(a.owner, 'VIEWER'), MAKE, { sentence: 'overview of our sales' });
  expect(mine.generateDashboard.widgets.length).toBeGreaterThan(3);
  expect(JSON.stringify(mine)).not.toMatch(HIDDEN);
  const open = `query ($id: ID!) { dashboard(id: $id) { text widgets { title question ${RESULT} } } }`;
  expect(JSON.stringify(await a.run(as(a.owner, 'VIEWER'), open, { id: generateDashboard.id }))).not.toMatch(HIDDEN);
  // Nothing that analysts do not see is among what is made for them.
  const analyst = await a.run(as(a.owner, 'ANALYST'), MAKE, { sentence: 'overview of our sales' });
  expect(JSON.stringify(analyst)).not.toMatch(/NOT_PERMITTED|4000\.5|"value":(?:10000|20000|6000|9000|12000)\b/);
});

test('metrics say what they are available for, to each by what they see', async () => {
  const METRICS = '{ metrics(first: 200) { nodes { name available attributes { id } } } }';
  const available = async (role: 'OWNER' | 'ANALYST'): Promise<string[]> =>
    (await a.run(as(a.owner, role), METRICS)).metrics.nodes.filter((each: Json) => each.available).map((each: Json) => each.name);
  expect(await available('OWNER')).toContain('revenue');
  expect(await available('ANALYST')).not.toContain('revenue');
  expect(await available('ANALYST')).toContain('win_rate');
});
