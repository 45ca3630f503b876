import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { startDashboardsTest, type DashboardsTest, type Json } from './dashboards.testkit.ts';

const STEP = `query ($sentence: String!, $after: String) { dashboardProgress(sentence: $sentence, after: $after) { cursor stage title
  widgets { state widget { id title kind layout { x y w h } } } ready { id result { __typename ... on Answer { value } } }
  dashboard { id title widgets { id } } declined { reason text } } }`;
const WHOLE =
  'query ($sentence: String!) { generateDashboard(sentence: $sentence) { ... on Dashboard { id widgets { id result { ... on Answer { value } } } } } }';
/** More steps than any dashboard takes. */
const MAX_STEPS = 60;

let d: DashboardsTest;
let seller: UserViewer;
beforeAll(async () => {
  d = await startDashboardsTest();
  seller = await d.company(bicycleSeller());
});
afterAll(() => d[Symbol.asyncDispose]());

const step = async (sentence: string, after: string | null, viewer = seller): Promise<Json> =>
  (await d.run(viewer, STEP, { sentence, after })).dashboardProgress;

async function steps(sentence: string, viewer = seller): Promise<Json[]> {
  const told: Json[] = [];
  for (let at = 0; at < MAX_STEPS; at += 1) {
    const next = await step(sentence, told.at(-1)?.cursor ?? null, viewer);
    told.push(next);
    if (next.stage === 'DONE' || next.stage === 'DECLINED') return told;
  }
  throw new Error('it did not end');
}

test('a dashboard is told as it is made: its name, widgets as they are found, then their numbers a few at a time, each once', async () => {
  const told = await steps('2021 results');
  expect(told.map(({ stage }) => stage).at(-1)).toBe('DONE');
  const choosing = told.filter(({ stage }) => stage === 'CHOOSING' || stage === 'READING');
  const counts = told.map(({ widgets }) => widgets.length);
  expect(counts).toEqual(counts.toSorted((a: number, b: number) => a - b));
  for (const { ready, widgets } of choosing) expect([ready, widgets.filter(({ state }: Json) => state === 'READY')]).toEqual([[], []]);
  const { dashboard } = told.at(-1);
  const handed = told.flatMap(({ ready }) => ready);
  expect(handed.map(({ id }: Json) => id)).toEqual(dashboard.widgets.map(({ id }: Json) => id));
  expect(Math.max(...told.map(({ ready }) => ready.length))).toBeLessThanOrEqual(4);
  expect(told.at(-1).widgets.every(({ state }: Json) => state === 'READY')).toBe(true);
  const whole = (await d.run(seller, WHOLE, { sentence: '2021 results' })).generateDashboard;
  expect(dashboard.id).toBe(whole.id);
  expect(handed.map(({ result }: Json) => result.value)).toEqual(whole.widgets.map(({ result }: Json) => result.value));
});

test('an interrupted one goes on where it was, and a cursor of another beginning begins anew', async () => {
  const [first, second] = [await steps('2021 results'), await steps('2021 results')];
  expect(second.at(-1).dashboard).toEqual(first.at(-1).dashboard);
  const answering = second.find(({ stage }) => stage === 'ANSWERING');
  const again = await step('2021 results', answering.cursor);
  expect(again.ready.map(({ id }: Json) => id)).not.toContain(answering.ready[0].id);
  const other = await d.company(bicycleSeller());
  expect((await step('2021 results', first.at(-1).cursor, other)).stage).not.toBe('DONE');
});

test('what cannot be made is declined, and a cursor of something else refused', async () => {
  const [declined] = await steps('1999 results');
  expect(declined).toMatchObject({ stage: 'DECLINED', dashboard: null, declined: { reason: 'NO_DATA' } });
  const result = await d.t.graph('insights', STEP, { sentence: '2022 results', after: declined.cursor }, seller);
  expect(result.errors?.[0]?.extensions['code']).toBe('BAD_CURSOR');
});

test('somebody may wait for two at once', async () => {
  const stranger = await d.company(bicycleSeller());
  const [one, other] = await Promise.all([step('2021 results', null, stranger), step('CRO dashboard', null, stranger)]);
  expect([one.stage, other.stage].every((stage) => stage !== 'DECLINED')).toBe(true);
});
