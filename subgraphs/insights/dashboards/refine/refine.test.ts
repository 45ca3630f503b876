import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { bicycleSeller, teaShop } from '../../companies.testkit.ts';
import { startDashboardsTest, type DashboardsTest, type Json } from '../dashboards.testkit.ts';
import { isValid } from './arrange.ts';

const WIDGETS =
  'widgets { id title kind question layout { x y w h } result { __typename ... on Answer { value rows } ... on Declined { text } } }';
const DASHBOARD = `id title saved version sentence persona ${WIDGETS}`;
const RESULT = `__typename ... on RefinedDashboard { done before removed problems { code message } changes { was kind widget { id title } } dashboard { ${DASHBOARD} } }
  ... on DashboardConflict { current { id version } } ... on InputRefused { problems { code message field } }`;
const REFINE = `query ($input: RefineDashboardInput!) { refineDashboard(input: $input) { ${RESULT} } }`;
const CROSS = `query ($input: CrossFilterInput!) { crossFilterDashboard(input: $input) { ${RESULT} } }`;

let d: DashboardsTest;
let seller: UserViewer;
let made: Json;
beforeAll(async () => {
  d = await startDashboardsTest();
  seller = await d.company(bicycleSeller());
  made = (await d.run(seller, `query { generateDashboard(sentence: "2021 results") { ... on Dashboard { ${DASHBOARD} } } }`))
    .generateDashboard;
});
afterAll(() => d[Symbol.asyncDispose]());

const refine = async (text: string, over: object = { dashboardId: made.id }): Promise<Json> =>
  (await d.run(seller, REFINE, { input: { ...over, text } })).refineDashboard;
const questions = ({ dashboard }: Json): string[] => dashboard.widgets.map(({ question }: Json) => question);
const valid = ({ dashboard }: Json): boolean => isValid(dashboard.widgets.map((each: Json) => ({ ...each, key: each.id })));
const read = async (id: string): Promise<Json> =>
  (await d.run(seller, `query ($id: ID!) { dashboard(id: $id) { ${DASHBOARD} } }`, { id })).dashboard;

test.each<[string, RegExp | string]>([
  ['make revenue bigger', 'Made “Revenue” bigger.'],
  ['remove the win rate card', 'Removed “Win rate”.'],
  ['add a chart of opportunities', /^Added “.*” as a line chart\.$/],
  ['rename revenue to "Top line"', 'Renamed “Revenue” to “Top line”.'],
  ['split revenue by product', 'Split “Revenue” by product.'],
  ['make revenue a bar chart', 'Shows “Revenue” as a bar chart.'],
  ['only Norway', 'Filtered everything to Norway.'],
  ['make it about retail', 'Made everything about retail.'],
  ['exclude Peru', 'Left Peru out of everything.'],
  ['for 2022', /^Set the period of .* to 2022\.$/],
  ['compare to 2020', /^Compared .* to 2020\.$/],
  ['sort "Revenue by industry" ascending', 'Sorted “Revenue by industry” by value.'],
  ['swap win rate and revenue', 'Swapped “Win rate” and “Revenue”.'],
  ['move the first line chart to the top', /^Moved “.*” to the top\.$/],
  ['replace win rate with number of customers', /^Replaced “Win rate” with/],
  ['make the second bar chart full width and remove the first line chart', /as wide as the page\. Removed/],
])('“%s” says what was done, and what it was before comes back to the letter', async (text, said) => {
  const refined = await refine(text);
  expect(refined.__typename, JSON.stringify(refined)).toBe('RefinedDashboard');
  if (typeof said === 'string') expect(refined.done).toBe(said);
  else expect(refined.done).toMatch(said);
  expect(valid(refined)).toBe(true);
  for (const { question, result } of refined.dashboard.widgets) expect(result.__typename, question).toBe('Answer');
  // By its id, by saying undo, and the refined one by its own.
  const undone = await refine('undo', { dashboardId: refined.dashboard.id, before: refined.before });
  for (const former of [await read(refined.before), undone.dashboard]) {
    expect(former.title).toBe(made.title);
    expect(former.widgets.map(({ id: _id, ...each }: Json) => each)).toEqual(made.widgets.map(({ id: _id, ...each }: Json) => each));
  }
  expect(await read(refined.dashboard.id)).toEqual(refined.dashboard);
});

test('a filter takes the place of another on the same thing, holds beside one on something else, and is taken off again', async () => {
  const norway = await refine('make it about Norway');
  expect(norway.dashboard.title).toBe('2021 results, Norway');
  const peru = await refine('make it about Peru', { dashboardId: norway.dashboard.id });
  expect(peru.dashboard.title).toBe('2021 results, Peru');
  expect(questions(peru).join()).not.toContain('Norway');
  const both = await refine('only retail', { dashboardId: norway.dashboard.id });
  expect(questions(both)[0]).toMatch(/Norway.*retail|retail.*Norway/);
  const cleared = await refine('clear all filters', { dashboardId: both.dashboard.id });
  expect(cleared.dashboard.widgets[0].result.value).toBe(made.widgets[0].result.value);
});

test('a value that is picked in one widget is what the others show, a month as their period', async () => {
  const bars = made.widgets.find(({ title }: Json) => title === 'Revenue by industry');
  const cross = async (widget: string, value: string): Promise<Json> =>
    (await d.run(seller, CROSS, { input: { dashboardId: made.id, widget, value } })).crossFilterDashboard;
  const retail = await cross(bars.id, 'retail');
  expect(retail.changes.filter(({ kind }: Json) => kind === 'KEPT').map(({ widget }: Json) => widget.title)).toEqual([
    'Revenue by industry',
  ]);
  expect(retail.dashboard.widgets[0].result.value).toBe(33_000.5);
  const line = made.widgets.find(({ kind }: Json) => kind === 'LINE');
  const month = await cross(line.id, 'May 2021');
  expect(month.dashboard.widgets[0]).toMatchObject({ question: 'revenue in May 2021', result: { value: 4_000.5 } });
  expect(await cross('nobody', 'retail')).toMatchObject({ problems: [{ code: 'WIDGET_NOT_FOUND' }] });
});

test.each<[string, string]>([
  ['flurb the wugs', 'REFINEMENT_NOT_UNDERSTOOD'],
  ['remove the weather', 'WIDGET_NOT_FOUND'],
  ['make the bar chart bigger', 'WIDGET_AMBIGUOUS'],
  ['add churn', 'REFINEMENT_UNANSWERABLE'],
  ['only Atlantis', 'REFINEMENT_IMPOSSIBLE'],
  ['make revenue by industry a line chart', 'REFINEMENT_IMPOSSIBLE'],
  ['remove everything', 'REFINEMENT_IMPOSSIBLE'],
  ['rename revenue to Revenue', 'REFINEMENT_UNCHANGED'],
  ['undo', 'NOTHING_TO_UNDO'],
  ['', 'DASHBOARD_INVALID'],
  ['x'.repeat(501), 'DASHBOARD_INVALID'],
])('“%s” cannot be done: %s', async (text, code) => {
  const { __typename, problems } = await refine(text);
  expect({ __typename, code: problems?.[0]?.code, message: problems?.[0]?.message !== '' }).toEqual({
    __typename: 'InputRefused',
    code,
    message: true,
  });
});

test('a dashboard on the screen is refined with what was not saved; a saved one over the version that was seen', async () => {
  const widgets = [{ id: 'mine', title: 'Revenue', kind: 'KPI', question: 'revenue', layout: { x: 0, y: 0, w: 3, h: 2 } }];
  const state = { title: 'Draft', widgets };
  const refined = await refine('add win rate', { state });
  expect(refined.changes).toMatchObject([
    { was: 'mine', kind: 'KEPT' },
    { was: null, kind: 'ADDED' },
  ]);
  const SAVE =
    'mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { ... on DashboardSaved { dashboard { id version } } } }';
  const { saveDashboard } = await d.run(seller, SAVE, {
    input: { title: 'Ours', sentence: '', widgets: widgets.map((each) => ({ ...each, id: null })) },
  });
  const { id } = saveDashboard.dashboard;
  expect(await refine('make revenue bigger', { dashboardId: id, version: 2 })).toEqual({
    __typename: 'DashboardConflict',
    current: { id, version: 1 },
  });
  expect((await refine('make revenue bigger', { dashboardId: id, version: 1 })).dashboard).toMatchObject({ saved: false, title: 'Ours' });
  expect(await refine('make revenue bigger', {})).toMatchObject({ problems: [{ code: 'DASHBOARD_INVALID' }] });
  expect(await refine('make revenue bigger', { dashboardId: 'nonsense' })).toMatchObject({ problems: [{ code: 'DASHBOARD_NOT_FOUND' }] });
  const shop = await d.company(teaShop());
  const { refineDashboard: foreign } = await d.run(shop, REFINE, { input: { dashboardId: id, text: 'make revenue bigger' } });
  expect(foreign).toMatchObject({ problems: [{ code: 'DASHBOARD_NOT_FOUND' }] });
});
