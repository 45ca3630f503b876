import { expect, test } from 'vitest';
import { bicycleSeller } from '../companies.testkit.ts';
import { automaticMetrics } from '../metrics/automatic-metrics.ts';
import { loadMetricDefinitions } from '../metrics/load-metrics.ts';
import { testModel, testProfile } from '../model.testkit.ts';
import type { ConfidenceFacts } from './answer-types.ts';
import { confidenceOf } from './confidence.ts';
import { assembleKnowledge, read } from './knowledge.ts';
import { resultFacts, type ResultFacts } from './result-facts.ts';

const company = bicycleSeller();
const knowledge = await assembleKnowledge(testModel(company), loadMetricDefinitions(), testProfile(company));
const TODAY = '2022-03-10';
const HEALTHY = { objects: new Map(), entities: new Map() };

function confidence(question: string, result?: ResultFacts): ConfidenceFacts {
  const found = read(knowledge, question, TODAY);
  if (found.kind === 'refused') throw new Error(found.refusal.text);
  return confidenceOf(knowledge, found.interpretation, HEALTHY, TODAY, result);
}

function label(question: string): string {
  const found = read(knowledge, question, TODAY);
  return found.kind === 'refused'
    ? found.refusal.reason
    : JSON.stringify([found.interpretation.plan.measures, found.interpretation.plan.groupBy]);
}

test('a plain question about what the product knows is told as sure, and its reasons sum to the score', () => {
  for (const question of ['revenue in 2021', 'how many accounts are in Norway', 'revnue in 2021', 'revenue by industry']) {
    const told = confidence(question);
    expect(told.reasons.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(told.score, 2);
    expect(told.signals.map(({ name }) => name)).toContain('IDLE');
  }
  expect(confidence('revenue in 2021').tier).toBe('HIGH');
});

test('a slip, nothing found and a ranking of what is all alike lower it', () => {
  const plain = confidence('revenue by industry').score;
  expect(confidence('revnue by industry').score).toBeLessThan(plain);
  expect(confidence('revenue by industry', { empty: true, flat: false }).score).toBeLessThan(plain);
  expect(confidence('revenue by industry', { empty: false, flat: true }).tier).not.toBe('HIGH');
});

test('what a result tells of its reading', () => {
  const found = read(knowledge, 'which account has the most opportunities', TODAY);
  if (found.kind === 'refused') throw new Error(found.refusal.text);
  const { plan } = found.interpretation;
  expect(resultFacts(plan, [])).toEqual({ empty: true, flat: false });
  expect(resultFacts(plan, [{ m0: 1 }])).toEqual({ empty: false, flat: true });
  expect(resultFacts(plan, [{ m0: 7 }])).toEqual({ empty: false, flat: false });
});

test('who sold the most is the seller of most revenue', () => {
  expect(label('who sold the most')).toContain('Revenue');
  expect(label('who sold the most')).toContain('Owner');
});

test('strange words are never passed over about records that the product knows', () => {
  expect(label('accounts of zzyx')).toBe('NOT_UNDERSTOOD');
});

test('every entity type is counted and what adds up is added, by metrics that nobody defined', () => {
  const found = automaticMetrics(knowledge.model, new Set());
  expect(found.map(({ definition }) => definition.label)).toEqual(
    expect.arrayContaining([
      'Number of accounts',
      'Number of opportunities',
      'Total amount of opportunities',
      'Total employees of accounts',
    ]),
  );
  expect(found.every(({ definition, computation }) => definition.origin === 'AUTOMATIC' && computation !== null)).toBe(true);
});
