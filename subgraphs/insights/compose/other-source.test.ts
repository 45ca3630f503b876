import { expect, test } from 'vitest';
import { assembleKnowledge, read } from '../answer/knowledge.ts';
import { bicycleSeller } from '../companies.testkit.ts';
import { loadMetricDefinitions } from '../metrics/load-metrics.ts';
import { testEntity, testModel, testProfile } from '../model.testkit.ts';

const order = testEntity({
  name: 'Order',
  plural: 'Orders',
  canonical: true,
  title: 'externalId',
  attributes: [
    ['externalId', 'Order ID', 'TEXT', 'IDENTIFIER'],
    ['orderDate', 'Order date', 'DATE', 'DATE'],
    ['amount', 'Amount', 'MONEY', 'AMOUNT'],
  ],
  records: [{ externalId: 'O1', orderDate: '2023-05-01', amount: 10 }],
});
const company = [...bicycleSeller(), order];
const knowledge = await assembleKnowledge(testModel(company), loadMetricDefinitions(), testProfile(company));

function reading(question: string): { entity: string | undefined; notes: string } | null {
  const found = read(knowledge, question, '2023-06-01');
  if (found.kind === 'refused') return null;
  const { plan, attempt } = found.interpretation;
  return { entity: plan.sources[0]?.entity, notes: attempt.notes.map((note) => note.text).join('; ') };
}

test('a metric is taken from its first source wherever that has data', () => {
  expect(reading('revenue in 2023')).toMatchObject({ entity: 'Order' });
  expect(reading('total revenue')).toMatchObject({ entity: 'Order' });
});

test('where the first source has no data the next answers, and the answer says so', () => {
  expect(reading('revenue in 2021')).toEqual({ entity: 'Opportunity', notes: expect.stringContaining('taken from Opportunities') });
});

test('where no source has data the question is declined', () => {
  expect(reading('revenue in 2010')).toBeNull();
});
