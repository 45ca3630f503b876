import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { bicycleSeller } from '../../companies.testkit.ts';
import { startDashboardsTest, type DashboardsTest, type Json } from '../dashboards.testkit.ts';

const WIDGETS = 'widgets { id title kind question result { ... on Answer { chart columns { name label } encoding { x series values } } } }';
const REFINE = `query ($input: RefineDashboardInput!) { refineDashboard(input: $input) { __typename
  ... on RefinedDashboard { done problems { code message } dashboard { id ${WIDGETS} } } ... on InputRefused { problems { code message } } } }`;
const ASK =
  'query ($question: String!) { ask(question: $question) { ... on Answer { chart columns { name } encoding { x series values } } ... on Declined { text } } }';

let d: DashboardsTest;
let seller: UserViewer;
let id: string;
beforeAll(async () => {
  d = await startDashboardsTest();
  seller = await d.company(bicycleSeller());
  ({ id } = (await d.run(seller, 'query { generateDashboard(sentence: "2021 results") { ... on Dashboard { id } } }')).generateDashboard);
});
afterAll(() => d[Symbol.asyncDispose]());

const refine = async (text: string): Promise<Json> => (await d.run(seller, REFINE, { input: { dashboardId: id, text } })).refineDashboard;

test.each([
  ['show revenue by industry as a donut', 'DONUT', 'a donut'],
  ['make revenue by industry a pie chart', 'DONUT', 'a donut'],
  ['show revenue by industry as a waterfall', 'WATERFALL', 'a waterfall'],
  ['make revenue by industry a funnel', 'FUNNEL', 'a funnel'],
  ['show revenue by month as an area chart', 'AREA', 'an area chart'],
  ['add revenue by month and industry as a stacked bar chart', 'STACKED', 'a stacked chart'],
  ['add revenue by industry and country as a heat map', 'HEAT_MAP', 'a heat map'],
  ['make win rate a gauge', 'GAUGE', 'a gauge'],
  ['make revenue a heat map', 'HEAT_MAP', 'a heat map'],
])('“%s”', async (text, kind, called) => {
  const refined = await refine(text);
  expect(refined.__typename, JSON.stringify(refined)).toBe('RefinedDashboard');
  expect(refined.done).toContain(called);
  const widget = refined.dashboard.widgets.find((each: Json) => each.kind === kind);
  const { encoding, columns } = widget.result;
  if (kind === 'STACKED' || kind === 'HEAT_MAP') expect(new Set([encoding.x, encoding.series])).toEqual(new Set([0, 1]));
  for (const value of encoding.values) expect(columns[value].name).toMatch(/^m|revenue|win_rate|:/);
});

test.each([
  ['make revenue a gauge', /share/],
  ['make revenue by industry a scatter plot', /two numbers/],
  ['show revenue by industry as a gauge', /share/],
])('“%s” cannot be, and why', async (text, reason) => {
  const { __typename, problems } = await refine(text);
  expect(__typename).toBe('InputRefused');
  expect(problems[0].message).toMatch(reason);
});

test.each<[string, string, object]>([
  ['revenue by month and industry', 'STACKED', { x: 0, series: 1, values: [2] }],
  ['revenue by industry and month', 'STACKED', { x: 1, series: 0, values: [2] }],
  ['revenue by industry and country', 'HEAT_MAP', { x: 0, series: 1, values: [2] }],
  ['revenue by month', 'LINE', { x: 0, series: null, values: [1] }],
  ['revenue by industry as a waterfall', 'WATERFALL', { x: 0, series: null, values: [1] }],
  ['revenue by industry as a heat map', 'BAR', { x: 0, series: null, values: [1] }],
  ['revenue in 2021', 'NUMBER', { x: null, series: null, values: [0] }],
])('“%s” is shown as %s', async (question, chart, encoding) => {
  expect((await d.run(seller, ASK, { question })).ask).toMatchObject({ chart, encoding });
});
