import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { bakery } from '../analysis/planted.testkit.ts';
import { startDashboardsTest, type DashboardsTest, type Json } from '../dashboards/dashboards.testkit.ts';
import { correlationOf } from './correlation.ts';

const GALAXY = `query ($question: String!, $first: Int! = 11) { ask(question: $question) { ... on Answer { value galaxy(first: $first) {
  nodes { id label question orbit value period sameConditions goodDirection sparkline delta { absolute versus previousValue } trend { change } }
  edges { from to relation explanation correlation { r changes } } } } ... on Declined { text } } }`;
const ASK = 'query ($question: String!) { ask(question: $question) { ... on Answer { value } ... on Declined { text } } }';

let d: DashboardsTest;
let baker: UserViewer;
beforeAll(async () => {
  d = await startDashboardsTest();
  baker = await d.company(bakery());
});
afterAll(() => d[Symbol.asyncDispose]());

const galaxyOf = async (question: string, over: object = {}): Promise<Json> =>
  (await d.run(baker, GALAXY, { question, ...over })).ask.galaxy;

test('planets are told for the answer’s own time and conditions, beside the whole that it is a part of', async () => {
  const { nodes, edges } = await galaxyOf('revenue for East in 2023');
  expect(nodes.length).toBeGreaterThanOrEqual(6);
  for (const { id, question, value, period, sameConditions } of nodes.slice(1)) {
    expect((await d.run(baker, ASK, { question })).ask.value, question).toBeCloseTo(value, 6);
    if (sameConditions) expect([question, period]).toEqual([expect.stringMatching(/East.*2023/), '2023']);
    else expect([id, question]).not.toContain('East');
  }
  expect(nodes.filter(({ sameConditions }: Json) => sameConditions).length).toBeGreaterThan(nodes.length / 2);
  expect(nodes.find(({ id }: Json) => id === 'whole')).toMatchObject({ sameConditions: false, question: 'revenue in 2023' });
  expect(edges.find(({ to }: Json) => to === 'whole').relation).toBe('COMPONENT');
});

test('each has its course, what it was before, and which way is good', async () => {
  const { nodes } = await galaxyOf('revenue in 2023');
  for (const { label, sparkline, delta } of nodes) {
    expect(sparkline.length, label).toBeGreaterThanOrEqual(3);
    expect(sparkline.length).toBeLessThanOrEqual(24);
    expect(delta?.versus, label).toBe('2022');
  }
  expect(nodes[0].goodDirection).toBe('UP');
  expect(nodes.find(({ label }: Json) => label === 'Costs')?.goodDirection ?? 'DOWN').toBe('DOWN');
});

test('ties say what they are by definition, and what moves along was measured', async () => {
  const relations = async (question: string): Promise<Record<string, string>> =>
    Object.fromEntries((await galaxyOf(question, { first: 60 })).edges.map(({ to, relation }: Json) => [to, relation]));
  expect(await relations('average order value in 2023')).toMatchObject({ 'metric:revenue': 'DRIVER', 'metric:orders': 'CORRELATE' });
  expect(await relations('revenue in 2023')).toMatchObject({ 'metric:revenue_growth': 'DRIVER' });
  const { edges: around } = await galaxyOf('revenue in 2023');
  const measured = around.filter(({ correlation }: Json) => correlation !== null);
  expect(measured.length).toBeGreaterThan(0);
  for (const { relation, explanation, correlation } of measured) {
    expect(['DRIVER', 'CORRELATE']).toContain(relation);
    expect(correlation.changes).toBeGreaterThanOrEqual(6);
    expect(Math.abs(correlation.r)).toBeLessThanOrEqual(1);
    expect(explanation).toContain(`r = ${correlation.r.toFixed(2)}`);
  }
});

test('there are as many as were asked for, the nearest first, and no more than sixty', async () => {
  const order = ['CENTRE', 'EXACT', 'LIKELY', 'HYPOTHESIS'];
  const { nodes } = await galaxyOf('revenue in 2023', { first: 4 });
  expect(nodes.length).toBe(5);
  const ranks = (await galaxyOf('revenue in 2023', { first: 60 })).nodes.map(({ orbit }: Json) => order.indexOf(orbit));
  expect(ranks).toEqual(ranks.toSorted((a: number, b: number) => a - b));
  const result = await d.t.graph('insights', GALAXY, { question: 'revenue', first: 61 }, baker);
  expect(result.errors?.[0]?.extensions['code']).toBe('BAD_PAGE_SIZE');
});

test('two numbers that only both grow are no pair; those whose changes go together are', () => {
  const points = (values: number[]): { period: string; start: string; value: number }[] =>
    values.map((value, at) => ({ period: '', start: `2024-${String(at + 1).padStart(2, '0')}-01`, value }));
  const growing = points([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(correlationOf(growing, points([2, 4, 6, 8, 10, 12, 14, 16, 18]))).toBeNull();
  const up = points([1, 3, 2, 5, 4, 7, 6, 9, 8]);
  expect(correlationOf(up, up)).toEqual({ r: 1, changes: 8 });
  expect(correlationOf(up, points([9, 7, 8, 5, 6, 3, 4, 1, 2]))).toEqual({ r: -1, changes: 8 });
  expect(correlationOf(up.slice(0, 5), up)).toBeNull();
});
