import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { insightsEntities } from '../entities.ts';
import { createInsights } from '../index.ts';
import { bakery, PLANTED } from './planted.testkit.ts';
import { publishCompany } from '../publish.testkit.ts';

const CONTRIBUTION = '{ dimension label before after change share rate mix }';
const ASK = `query ($question: String!) { ask(question: $question) { __typename
  ... on Answer { text value asks label columns { name } rows confidence { score reasons { text effect } }
    why { text kind before after change period versus contributions ${CONTRIBUTION} splits { dimension telling contributions ${CONTRIBUTION} }
      components ${CONTRIBUTION} }
    anomalies { period start value expected low high score good text }
    forecast(periods: 2) { __typename ... on Forecast { text grain points { period start value low high } method backTestError trials { method error } history }
      ... on NoForecast { reason } }
    supposed { text affected { metric { name } original changed change relative } assumptions } }
  ... on Declined { reason text } } }`;
const WHAT_IF = `query ($input: WhatIfInput!) { whatIf(input: $input) { __typename
  ... on WhatIf { text drivers { metric { name } original changed } affected { metric { name } original changed change relative formattedChanged } assumptions }
  ... on InputRefused { problems { code field message } } } }`;

type Json = ReturnType<typeof JSON.parse>;
let t: TestSystem;
let viewer: UserViewer;

async function ask(question: string): Promise<Json> {
  const result = await t.graph('insights', ASK, { question }, viewer);
  expect(result.errors).toBeUndefined();
  return (result.data as Json)['ask'];
}

async function whatIf(input: object): Promise<Json> {
  const result = await t.graph('insights', WHAT_IF, { input }, viewer);
  expect(result.errors).toBeUndefined();
  return (result.data as Json)['whatIf'];
}

beforeAll(async () => {
  t = await startTestSystem([{ create: createInsights, entities: insightsEntities }]);
  viewer = await t.newTenant();
  await publishCompany(t, viewer, bakery());
});
afterAll(() => t[Symbol.asyncDispose]());

test('a planted drop is found as the reason, and the groups of every dimension add up to the change', async () => {
  const answer = await ask('why did revenue fall in May 2024?');
  expect(answer.asks, JSON.stringify(answer)).toBe('WHY');
  const { why } = answer;
  expect(why.kind).toBe('SUM');
  expect([why.period, why.versus]).toEqual(['May 2024', 'April 2024']);
  expect(answer.text).toContain('South');
  expect(why.contributions[0].label).toBe('South');
  expect(why.splits.length).toBeGreaterThan(1);
  for (const { contributions } of why.splits)
    expect(contributions.reduce((sum: number, each: Json) => sum + each.change, 0)).toBeCloseTo(why.change, 6);
});

test('an average is explained by rates and weights that add up', async () => {
  const { why } = await ask('why did average order value change in May 2024');
  expect(why.kind).toBe('RATIO');
  for (const { contributions } of why.splits) {
    expect(contributions.reduce((sum: number, each: Json) => sum + each.change, 0)).toBeCloseTo(why.change, 6);
    for (const each of contributions) expect(each.rate + each.mix).toBeCloseTo(each.change, 6);
  }
});

test('a formula is explained by its parts', async () => {
  const { why } = await ask('why did profit fall in May 2024');
  expect(why.components.length, JSON.stringify(why)).toBeGreaterThan(1);
  expect(why.components.reduce((sum: number, each: Json) => sum + each.change, 0)).toBeCloseTo(why.change, 6);
});

test('who asked why it rose when it fell is told so', async () => {
  expect((await ask('why did revenue rise in May 2024')).text).toContain('other way round');
});

test('the planted spike is what is unusual', async () => {
  const answer = await ask('anything unusual in revenue?');
  expect(answer.asks).toBe('ANOMALIES');
  const spike = answer.anomalies.find((each: Json) => each.start === `${PLANTED.spike}-01`);
  expect(spike.score).toBeGreaterThan(3.5);
  expect(spike.value).toBeGreaterThan(spike.high);
  expect(spike.good).toBe(true);
  expect(answer.text).toContain('September 2023');
});

test('a forecast is marked as one, has limits and its error, and goes on with the season', async () => {
  const answer = await ask('forecast revenue for the next 2 quarters');
  expect(answer.asks, JSON.stringify(answer)).toBe('FORECAST');
  expect(answer.text).toContain('Forecast, not data');
  expect(answer.rows).toHaveLength(2);
  expect(answer.label).toContain('forecast');
  const { forecast } = await ask('revenue by month');
  expect(forecast.__typename).toBe('Forecast');
  expect(forecast.grain).toBe('MONTH');
  expect(forecast.points.map((each: Json) => each.period)).toEqual(['June 2024', 'July 2024']);
  for (const { low, value, high } of forecast.points) expect(low < value && value < high).toBe(true);
  expect(forecast.backTestError).toBeGreaterThan(0);
  expect(forecast.trials.length).toBeGreaterThan(4);
});

test('with too short a history nothing is foretold', async () => {
  const answer = await ask('forecast revenue for the next 2 years');
  expect(answer.__typename === 'Declined' || answer.asks === 'FORECAST', JSON.stringify(answer)).toBe(true);
  const count = await ask('how many costs in 2024');
  expect(['Forecast', 'NoForecast']).toContain(count.forecast.__typename);
});

test('a driver is carried through definitions, beside how it is', async () => {
  const told = await whatIf({ metric: 'average_order_value', changes: [{ metric: 'orders', byPercent: 100 }] });
  expect(told.__typename, JSON.stringify(told)).toBeDefined();
  const costs = await whatIf({ changes: [{ metric: 'costs', byPercent: 10 }] });
  expect(costs.__typename, JSON.stringify(costs)).toBe('WhatIf');
  expect(costs.drivers[0].changed).toBeCloseTo(costs.drivers[0].original * 1.1, 6);
  expect(
    costs.affected.some(({ change }: Json) => change !== 0 && change !== null),
    JSON.stringify(costs),
  ).toBe(true);
});

test('revenue moves with the orders it is made of, the average taken to stay', async () => {
  const told = await whatIf({ metric: 'revenue', changes: [{ metric: 'orders', byPercent: 10 }] });
  expect(told.__typename, JSON.stringify(told)).toBe('WhatIf');
  expect(told.affected[0].relative).toBeCloseTo(0.1, 6);
  expect(told.assumptions.length).toBeGreaterThan(0);
});

test.each([
  [{ metric: 'revenue', changes: [{ metric: 'revenue', byPercent: 10 }] }],
  [{ metric: 'revenue', changes: [{ metric: 'no_such_metric', byPercent: 10 }] }],
  [{ metric: 'costs', changes: [{ metric: 'orders', byPercent: 10 }] }],
  [{ metric: 'revenue', changes: [{ metric: 'orders', byPercent: 10, to: 4 }] }],
  [{ metric: 'revenue', changes: [] }],
])('circular, unknown and unclear suppositions are refused: %j', async (input) => {
  const told = await whatIf(input);
  expect(told.__typename, JSON.stringify(told)).toBe('InputRefused');
  expect(told.problems[0].message).not.toBe('');
});

test('what if, asked in English', async () => {
  const answer = await ask('what if costs rise by 10 %?');
  expect(answer.asks, JSON.stringify(answer)).toBe('WHAT_IF');
  expect(answer.supposed.affected.length).toBeGreaterThan(0);
  expect(answer.text).toContain('instead of');
});
