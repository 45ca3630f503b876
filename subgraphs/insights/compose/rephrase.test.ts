import { expect, test } from 'vitest';
import { assembleKnowledge, read } from '../answer/knowledge.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { loadMetricDefinitions } from '../metrics/load-metrics.ts';
import { testModel, testProfile } from '../model.testkit.ts';

const company = bicycleSeller();
const knowledge = await assembleKnowledge(testModel(company), loadMetricDefinitions(), testProfile(company));
const plan = (question: string) => {
  const reading = read(knowledge, question, '2022-04-15');
  return reading.kind === 'understood' ? reading.interpretation.plan : null;
};
const measures = (question: string) => plan(question)?.measures;

test('an adjective behind its noun restricts to the same records as in front of it', () => {
  const filters = plan('how many open deals')?.sources[0]?.filters;
  expect(filters).toHaveLength(1);
  expect(plan('how many deals are open')?.sources[0]?.filters).toEqual(filters);
});

test('the average of a column is not a metric and the column beside it', () => {
  expect(measures('average deal amount')).toMatchObject([{ metric: null, expression: { function: 'average' } }]);
});

test('the total of a metric is the metric, whatever a column calls itself', () => {
  expect(measures('total revenue')).toMatchObject([{ metric: 'revenue' }]);
});
