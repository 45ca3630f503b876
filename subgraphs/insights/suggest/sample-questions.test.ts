import { expect, test } from 'vitest';
import { assembleKnowledge, read } from '../answer/knowledge.ts';
import { bicycleSeller, teaShop } from '../companies.testkit.ts';
import { loadMetricDefinitions } from '../metrics/load-metrics.ts';
import { testModel, testProfile } from '../model.testkit.ts';
import { sampleQuestions } from './sample-questions.ts';

const TODAY = '2023-06-01';
const knowledgeOf = async (company: ReturnType<typeof bicycleSeller>) =>
  assembleKnowledge(testModel(company), loadMetricDefinitions(), testProfile(company));
const seller = await knowledgeOf(bicycleSeller());
const shop = await knowledgeOf(teaShop());

test('samples start from the money and are varied', () => {
  const samples = sampleQuestions(seller, null, 6, TODAY);
  expect(samples.slice(0, 4)).toEqual([
    'what is our revenue?',
    'revenue by month',
    'top 5 accounts by revenue',
    expect.stringMatching(/^revenue by (?!month)/),
  ]);
  expect(samples).toContain('what is our win rate?');
});

test('no sample asks when standing records came to be', () => {
  for (const question of [...sampleQuestions(seller, null, 24, TODAY), ...sampleQuestions(shop, null, 24, TODAY)])
    expect(question).not.toMatch(/^(?:accounts|customers|employees|products) in /);
});

test('every sample is understood', () => {
  for (const knowledge of [seller, shop])
    for (const question of sampleQuestions(knowledge, null, 24, TODAY))
      expect(read(knowledge, question, TODAY).kind, question).toBe('understood');
});
