import { expect, test } from 'vitest';
import { bicycleSeller } from '../companies.testkit.ts';
import { loadMetricDefinitions } from '../metrics/load-metrics.ts';
import { testEntity, testModel, testProfile } from '../model.testkit.ts';
import { confidenceOf } from './confidence.ts';
import type { EntityHealth } from './confidence-data.ts';
import { assembleKnowledge, read } from './knowledge.ts';

/** Orders of another connection than the deals, and tickets that are open as long as they have no date of solution. Invented. */
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
const ticket = testEntity({
  name: 'Ticket',
  plural: 'Tickets',
  canonical: true,
  title: 'externalId',
  attributes: [
    ['externalId', 'Ticket ID', 'TEXT', 'IDENTIFIER'],
    ['openedAt', 'Opened', 'DATE', 'DATE'],
    ['resolvedAt', 'Resolved', 'DATE', 'DATE', ['closed']],
  ],
  records: [
    { externalId: 'K1', openedAt: '2022-05-01', resolvedAt: '2022-05-02' },
    { externalId: 'K2', openedAt: '2022-06-01', resolvedAt: null },
  ],
});
const company = [...bicycleSeller(), order, ticket];
const knowledge = await assembleKnowledge(testModel(company), loadMetricDefinitions(), testProfile(company));

function reasons(question: string, quarantined = 0): string {
  const found = read(knowledge, question, '2023-06-01');
  if (found.kind === 'refused') return found.refusal.text;
  const objectId = knowledge.model.entity('Ticket').sources[0]?.objectId ?? '';
  const health = { objects: new Map([[objectId, { quarantined, records: 2, syncedAt: null }]]), entities: new Map() };
  return confidenceOf(knowledge, found.interpretation, health, '2023-06-01')
    .reasons.map((reason) => reason.text)
    .join('; ');
}

test('a metric fed by two unrelated kinds of records says what is not in it', () => {
  expect(reasons('total revenue')).toContain('Revenue is that of Orders; that of Opportunities is not in it');
  expect(reasons('number of orders')).not.toContain('not in it');
});

test('what is wrong with the records of an entity type lowers the confidence of answers on it, and says why', () => {
  const found = read(knowledge, 'number of orders', '2023-06-01');
  if (found.kind === 'refused') throw new Error(found.refusal.text);
  const score = (entities: Map<string, EntityHealth>): ReturnType<typeof confidenceOf> =>
    confidenceOf(knowledge, found.interpretation, { objects: new Map(), entities }, '2023-06-01');
  const sound = score(new Map([['Order', { score: 1, reasons: [] }]]));
  const doubtful = score(new Map([['Order', { score: 0.8, reasons: ['“amount” should be there; 4 of 9 records have none', 'another'] }]]));
  const elsewhere = score(new Map([['Ticket', { score: 0.2, reasons: ['something'] }]]));
  expect(doubtful.score).toBeCloseTo(sound.score - 0.2, 3);
  expect(doubtful.reasons.map(({ text }) => text)).toContain(
    'Orders are not complete: “amount” should be there; 4 of 9 records have none, and 1 more',
  );
  expect(elsewhere.score).toBe(sound.score);
});

test('tickets are open that have no date of solution, as of the end of the data', () => {
  const found = read(knowledge, 'how many tickets are open', '2023-06-01');
  expect(found.kind === 'understood' && found.interpretation.plan.sources[0]?.filters).toEqual([
    { kind: 'blank', field: { path: [], attribute: 'resolvedAt' }, negated: false },
  ]);
  expect(found.kind === 'understood' && found.interpretation.plan.measures[0]?.label).toBe('Open tickets');
  expect(reasons('how many tickets are open')).toContain('as of 2022-06-01');
});

test('quarantine is told of the records asked about only, one in the singular', () => {
  expect(reasons('how many tickets', 1)).toContain('1 record is in quarantine');
  expect(reasons('how many tickets', 2)).toContain('2 records are in quarantine');
  expect(reasons('total revenue', 2)).not.toContain('quarantine');
});
