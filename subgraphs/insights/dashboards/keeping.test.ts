import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { ScheduleService } from './schedules/schedule.service.ts';
import { startDashboardsTest, type DashboardsTest, type Json } from './dashboards.testkit.ts';

const SAVE = `mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { __typename
  ... on DashboardSaved { dashboard { id version title widgets { id title question } } } ... on InputRefused { problems { code field } } } }`;
const VERSIONS = `query ($id: ID!, $after: String) { dashboardVersions(dashboardId: $id, first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor }
  nodes { version title note savedBy { id } savedAt dashboard { id title saved widgets { title question } } } } }`;
const RESTORE = `mutation ($id: ID!, $version: Int!, $over: Int!) { restoreDashboardVersion(dashboardId: $id, version: $version, over: $over) { __typename
  ... on DashboardSaved { dashboard { version title widgets { id title } } } ... on DashboardConflict { current { version } } ... on InputRefused { problems { code field } } } }`;

let d: DashboardsTest;
let seller: UserViewer;
beforeAll(async () => {
  d = await startDashboardsTest();
  seller = await d.company(bicycleSeller());
});
afterAll(() => d[Symbol.asyncDispose]());

const widget = (title: string, question: string, x = 0): object => ({ title, kind: 'KPI', question, layout: { x, y: 0, w: 3, h: 2 } });
const save = async (over: object = {}): Promise<Json> => {
  const input = { title: 'Ours', sentence: '', widgets: [widget('Revenue', 'revenue'), widget('Win rate', 'win rate', 3)], ...over };
  return (await d.run(seller, SAVE, { input })).saveDashboard.dashboard;
};

test('every save is kept as a version; an earlier one is brought back over exactly the version that was seen', async () => {
  const first = await save();
  await save({ id: first.id, version: 1, title: 'Ours, renamed', note: 'Renamed it', widgets: [widget('Revenue', 'revenue')] });
  await save({ id: first.id, version: 2, title: 'Third', widgets: [widget('Revenue', 'revenue')] });
  const { dashboardVersions: page } = await d.run(seller, VERSIONS, { id: first.id });
  expect(page).toMatchObject({
    totalCount: 3,
    pageInfo: { hasNextPage: true },
    nodes: [{ version: 3 }, { version: 2, title: 'Ours, renamed', note: 'Renamed it' }],
  });
  const rest = (await d.run(seller, VERSIONS, { id: first.id, after: page.pageInfo.endCursor })).dashboardVersions;
  expect(rest.nodes).toMatchObject([
    {
      version: 1,
      title: 'Ours',
      note: null,
      savedBy: { id: seller.userId },
      dashboard: { saved: false, widgets: [{ title: 'Revenue' }, { title: 'Win rate' }] },
    },
  ]);
  const restore = async (version: number, over: number): Promise<Json> =>
    (await d.run(seller, RESTORE, { id: first.id, version, over })).restoreDashboardVersion;
  expect(await restore(1, 2)).toEqual({ __typename: 'DashboardConflict', current: { version: 3 } });
  expect(await restore(9, 3)).toEqual({
    __typename: 'InputRefused',
    problems: [{ code: 'DASHBOARD_VERSION_NOT_FOUND', field: 'version' }],
  });
  const restored = await restore(1, 3);
  expect(restored.dashboard).toMatchObject({ version: 4, title: 'Ours' });
  // Widgets are themselves again, not copies.
  expect(restored.dashboard.widgets.map(({ id }: Json) => id)).toEqual(first.widgets.map(({ id }: Json) => id));
});

const TEMPLATES = '{ dashboardTemplates(first: 500) { totalCount nodes { id name builtIn widgetCount createdBy { id } } } }';
const USE = `query ($id: ID!, $changes: [String!]!) { useDashboardTemplate(id: $id, changes: $changes) { __typename
  ... on RefinedDashboard { done dashboard { title widgets { title question } } problems { code } } ... on Declined { reason } ... on InputRefused { problems { code field } } } }`;
const SAVE_TEMPLATE = `mutation ($input: SaveDashboardTemplateInput!) { saveDashboardTemplate(input: $input) { __typename
  ... on DashboardTemplateSaved { template { id name builtIn widgetCount } } ... on InputRefused { problems { code field } } } }`;

test('templates are kept beside those of the product, and make dashboards for another time or about something else', async () => {
  const state = { title: 'x', widgets: [widget('Revenue', 'revenue in 2021'), widget('Win rate', 'win rate in 2021', 3)] };
  const { saveDashboardTemplate } = await d.run(seller, SAVE_TEMPLATE, { input: { name: 'Monthly', description: 'For the board', state } });
  expect(saveDashboardTemplate.template).toMatchObject({ name: 'Monthly', builtIn: false, widgetCount: 2 });
  const { id } = saveDashboardTemplate.template;
  const { nodes, totalCount } = (await d.run(seller, TEMPLATES)).dashboardTemplates;
  expect(nodes[0]).toMatchObject({ id, name: 'Monthly', createdBy: { id: seller.userId } });
  expect(nodes).toHaveLength(totalCount);
  expect(nodes.map(({ name }: Json) => name)).toEqual(expect.arrayContaining(['CFO dashboard', 'Business overview', 'Sales overview']));
  const use = async (template: string, changes: string[]): Promise<Json> =>
    (await d.run(seller, USE, { id: template, changes })).useDashboardTemplate;
  expect(await use(id, ['for 2022', 'only Norway'])).toMatchObject({
    dashboard: {
      title: 'Monthly, Norway',
      widgets: [{ question: 'revenue in 2022 for Norway' }, { question: 'win rate in 2022 for Norway' }],
    },
  });
  const sales = nodes.find(({ name }: Json) => name === 'Sales overview');
  expect((await use(sales.id, [])).dashboard.widgets.length).toBeGreaterThanOrEqual(8);
  const people = nodes.find(({ name }: Json) => name === 'Marketing overview');
  expect(await use(people.id, [])).toMatchObject({ __typename: 'Declined' });
  const again = await d.run(seller, SAVE_TEMPLATE, { input: { id, name: 'Quarterly', state } });
  expect(again.saveDashboardTemplate.template).toMatchObject({ id, name: 'Quarterly' });
  const bad = await d.run(seller, SAVE_TEMPLATE, { input: { name: ' ', state } });
  expect(bad.saveDashboardTemplate).toEqual({ __typename: 'InputRefused', problems: [{ code: 'TEMPLATE_INVALID', field: 'name' }] });
  const REMOVE = 'mutation ($id: ID!) { removeDashboardTemplate(id: $id) { __typename } }';
  expect((await d.run(seller, REMOVE, { id })).removeDashboardTemplate.__typename).toBe('DashboardTemplateRemoved');
  expect((await d.run(seller, REMOVE, { id })).removeDashboardTemplate.__typename).toBe('InputRefused');
  expect(await use(id, [])).toMatchObject({ problems: [{ code: 'TEMPLATE_NOT_FOUND', field: 'id' }] });
});

const TAKE = `mutation ($id: ID!) { takeDashboardSnapshot(dashboardId: $id) { __typename ... on SnapshotTaken { snapshot { id scheduled widgets { title value text answered } } } ... on InputRefused { problems { code } } } }`;
const SNAPSHOTS =
  'query ($id: ID!) { dashboardSnapshots(dashboardId: $id) { totalCount nodes { id title version scheduled takenBy { id } widgets { title value } } } }';

test('a snapshot keeps the numbers of its moment; a schedule takes them by itself, with the eyes of whoever set it', async () => {
  const { id } = await save({ title: 'Watched' });
  const { takeDashboardSnapshot } = await d.run(seller, TAKE, { id });
  expect(takeDashboardSnapshot.snapshot.widgets).toMatchObject([
    { title: 'Revenue', value: 61_000.5, answered: true },
    { title: 'Win rate', answered: true },
  ]);
  const SCHEDULE = `mutation ($id: ID!, $schedule: DashboardScheduleInput) { setDashboardSchedule(dashboardId: $id, schedule: $schedule) { __typename
    ... on DashboardScheduled { dashboard { schedule { cron timeZone nextAt lastStartedAt setBy { id } problem { code } } } } ... on InputRefused { problems { code field } } } }`;
  const set = async (schedule: object | null): Promise<Json> => (await d.run(seller, SCHEDULE, { id, schedule })).setDashboardSchedule;
  expect(await set({ cron: '* * * * *' })).toMatchObject({ problems: [{ code: 'DASHBOARD_SCHEDULE_INVALID', field: 'schedule' }] });
  expect(await set({ cron: '0 7 * * 1', timeZone: 'Nowhere/Else' })).toMatchObject({ problems: [{ code: 'DASHBOARD_SCHEDULE_INVALID' }] });
  expect((await set({ cron: '0 7 * * 1', timeZone: 'Europe/Oslo' })).dashboard.schedule).toMatchObject({
    cron: '0 7 * * 1',
    timeZone: 'Europe/Oslo',
    lastStartedAt: null,
    setBy: { id: seller.userId },
    problem: null,
  });
  await d.makeDue(seller, id);
  const schedules = new ScheduleService(d.t.system);
  await schedules.startDue();
  await d.t.settled();
  const { dashboard } = await d.run(seller, 'query ($id: ID!) { dashboard(id: $id) { schedule { problem { code } } } }', { id });
  expect(dashboard.schedule.problem).toEqual({ code: 'SNAPSHOT_TAKER_GONE' });
  await d.join(seller);
  await d.makeDue(seller, id);
  await schedules.startDue();
  await eventually(
    'the schedule has taken one',
    async () => (await d.run(seller, SNAPSHOTS, { id })).dashboardSnapshots.totalCount === 2,
    60_000,
  );
  const { nodes } = (await d.run(seller, SNAPSHOTS, { id })).dashboardSnapshots;
  expect(nodes[0]).toMatchObject({
    title: 'Watched',
    version: 1,
    scheduled: true,
    takenBy: { id: seller.userId },
    widgets: [{ value: 61_000.5 }, {}],
  });
  expect((await set(null)).dashboard.schedule).toBeNull();
  const REMOVE = 'mutation ($id: ID!) { deleteDashboardSnapshot(id: $id) { __typename } }';
  expect((await d.run(seller, REMOVE, { id: nodes[0].id })).deleteDashboardSnapshot.__typename).toBe('SnapshotDeleted');
  expect((await d.run(seller, REMOVE, { id: nodes[0].id })).deleteDashboardSnapshot.__typename).toBe('InputRefused');
  expect((await d.run(seller, 'query ($id: ID!) { dashboardSnapshot(id: $id) { id } }', { id: nodes[0].id })).dashboardSnapshot).toBeNull();
});

test('a dashboard is exported with its layout, operations and numbers, or as tables', async () => {
  const { id } = await save({ title: 'Out, =now', widgets: [widget('=Revenue', 'revenue by country')] });
  const EXPORT =
    'query ($id: ID!, $format: DashboardExportFormat!) { exportDashboard(dashboardId: $id, format: $format) { fileName mediaType content } }';
  const { exportDashboard: json } = await d.run(seller, EXPORT, { id, format: 'JSON' });
  expect(json).toMatchObject({ fileName: 'out-now.json', mediaType: 'application/json' });
  const file: Json = JSON.parse(json.content);
  expect(file).toMatchObject({ format: 'autonomos-dashboard', formatVersion: 1, title: 'Out, =now' });
  expect(file.widgets[0]).toMatchObject({
    layout: { x: 0, y: 0, w: 3, h: 2 },
    operation: { variables: { question: 'revenue by country' } },
  });
  expect(file.widgets[0].answer.rows[0]).toEqual(['Norway', 41_000.5]);
  const { exportDashboard: csv } = await d.run(seller, EXPORT, { id, format: 'CSV' });
  expect(csv.content).toContain("'=Revenue,revenue by country\r\n");
  expect(csv.content).toContain('Norway,41000.5');
  expect((await d.run(seller, EXPORT, { id: 'nobody', format: 'CSV' })).exportDashboard).toBeNull();
});

test('a link opens for everybody of the company, and says so when there is nothing behind it', async () => {
  const OPEN =
    'query ($id: ID!) { openDashboard(id: $id) { __typename ... on Dashboard { id title } ... on InputRefused { problems { code field } } } }';
  const save = 'mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { ... on DashboardSaved { dashboard { id } } } }';
  const widgets = [{ title: 'Revenue', kind: 'KPI', question: 'revenue', layout: { x: 0, y: 0, w: 3, h: 2 } }];
  const { id } = (await d.run(seller, save, { input: { title: 'Linked', sentence: '', widgets } })).saveDashboard.dashboard;
  const open = async (viewer: typeof seller, of = id): Promise<Json> => (await d.run(viewer, OPEN, { id: of })).openDashboard;
  expect(await open({ ...seller, userId: crypto.randomUUID(), role: 'VIEWER' })).toEqual({ __typename: 'Dashboard', id, title: 'Linked' });
  const nothing = { __typename: 'InputRefused', problems: [{ code: 'DASHBOARD_NOT_FOUND', field: 'id' }] };
  expect(await open(await d.company(bicycleSeller()))).toEqual(nothing);
  expect(await open(seller, 'nonsense')).toEqual(nothing);
});
