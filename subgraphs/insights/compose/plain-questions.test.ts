import { expect, test } from 'vitest';
import { assembleKnowledge, read } from '../answer/knowledge.ts';
import { loadMetricDefinitions } from '../metrics/load-metrics.ts';
import { testEntity, testModel, testProfile } from '../model.testkit.ts';
import type { QueryPlan } from '../plan/query-plan.ts';

/** A flower shop: lines with a quantity and an order number, stock without a date, orders that are sent and arrive. Invented. */
const flower = testEntity({
  name: 'Flower',
  plural: 'Flowers',
  canonical: false,
  synonyms: ['blossom'],
  title: 'name',
  attributes: [
    ['name', 'Name', 'TEXT', 'NAME'],
    ['family', 'Family', 'TEXT', 'CATEGORY', ['kind']],
    ['unitCost', 'Unit cost', 'DECIMAL', 'PRICE'],
    ['price', 'Price', 'DECIMAL', 'PRICE'],
  ],
  records: [
    { name: 'Rose', family: 'Shrubs', unitCost: 1, price: 3 },
    { name: 'Tulip', family: 'Bulbs', unitCost: 2, price: 2.5 },
  ],
});
const sale = testEntity({
  name: 'Sale',
  plural: 'Sales',
  canonical: false,
  synonyms: ['order'],
  title: 'orderNumber',
  attributes: [
    ['orderNumber', 'Order number', 'INTEGER', 'IDENTIFIER'],
    ['orderDate', 'Order date', 'DATE', 'DATE'],
    ['shipDate', 'Ship date', 'DATE', 'DATE'],
    ['status', 'Status', 'TEXT', 'STATUS'],
    ['quantity', 'Quantity', 'INTEGER', 'QUANTITY'],
    ['returns', 'Returns', 'INTEGER', 'QUANTITY'],
    ['instalments', 'Instalments', 'INTEGER', 'QUANTITY'],
    ['discount', 'Discount', 'DECIMAL', 'RATE'],
  ],
  relations: [['flower', 'Flower', 'Flower', ['sold by']]],
  records: [
    {
      orderNumber: 1,
      orderDate: '2021-01-01',
      shipDate: '2021-01-03',
      status: 'delivered',
      quantity: 2,
      returns: 1,
      instalments: 1,
      discount: 0,
      flower: 'Rose',
    },
    {
      orderNumber: 1,
      orderDate: '2021-01-01',
      shipDate: null,
      status: 'lost',
      quantity: 5,
      returns: 0,
      instalments: 2,
      discount: 0.5,
      flower: 'Tulip',
    },
  ],
});
const stock = testEntity({
  name: 'Inventory',
  plural: 'Inventories',
  canonical: false,
  title: null,
  attributes: [['onHand', 'On hand', 'INTEGER', 'QUANTITY']],
  relations: [['flower', 'Flower', 'Flower']],
  records: [{ onHand: 4, flower: 'Rose' }],
});
const company = [flower, sale, stock];
const knowledge = await assembleKnowledge(testModel(company), loadMetricDefinitions(), testProfile(company));

function plan(question: string): QueryPlan {
  const reading = read(knowledge, question, '2021-06-01');
  if (reading.kind === 'refused') throw new Error(`${question}: ${reading.refusal.text}`);
  return reading.interpretation.plan;
}
const refusal = (question: string): string | null => {
  const reading = read(knowledge, question, '2021-06-01');
  return reading.kind === 'refused' ? reading.refusal.reason : null;
};

test('`sold by` in front of a thing is a verb and a grouping, never silently dropped', () => {
  expect(plan('quantity sold by flower')).toMatchObject({ groupBy: [{ entity: 'Flower' }], sources: [{ entity: 'Sale' }] });
});

test('how many of a named thing were sold is its units, from records that have a date', () => {
  const { measures, sources } = plan('how many Tulip were sold');
  expect(sources).toMatchObject([{ entity: 'Sale', filters: [{ kind: 'equals', values: ['Tulip'] }] }]);
  expect(measures[0]?.expression).toMatchObject({ function: 'sum' });
});

test('what sells the most is judged by units sold, not by how many kinds there are', () => {
  expect(plan('which family sells the most')).toMatchObject({ sources: [{ entity: 'Sale' }], limit: 1 });
});

test('the verb between a superlative and its noun is not the noun', () => {
  expect(plan('what are the most ordered flowers')).toMatchObject({ groupBy: [{ entity: 'Flower' }], sources: [{ entity: 'Sale' }] });
});

test('the most expensive is what is sold for most, not what costs most', () => {
  expect(plan('most expensive flower').columns).toContainEqual({ path: [], attribute: 'price' });
});

test('stock is what is on hand, not how many lines it is written in', () => {
  expect(plan('which flower has the lowest inventory').measures[0]?.expression).toMatchObject({ function: 'sum' });
});

test('orders of a table of lines are counted by their number', () => {
  expect(plan('how many orders in 2021').measures[0]?.expression).toMatchObject({ function: 'countDistinct' });
});

test('what has not been shipped has no ship date', () => {
  expect(plan('how many orders have not been shipped').sources[0]?.filters).toEqual([
    { kind: 'blank', field: { path: [], attribute: 'shipDate' }, negated: false },
  ]);
});

test('a status that is also a verb of selling restricts', () => {
  expect(plan('how many orders were delivered').sources[0]?.filters).toMatchObject([{ kind: 'equals', values: ['delivered'] }]);
});

test('a ratio of two columns divides their totals', () => {
  expect(plan('ratio of returns to quantity').measures[0]).toMatchObject({
    unit: 'NUMBER',
    expression: { kind: 'combine', operator: '/' },
  });
  expect(plan('returns as a percentage of total quantity').measures[0]).toMatchObject({ unit: 'PERCENT' });
});

test('a time between two dates is told where no column holds it', () => {
  expect(plan('average shipping time in days').measures[0]).toMatchObject({
    unit: 'DAYS',
    expression: { function: 'average', of: { kind: 'days', from: { attribute: 'orderDate' }, to: { attribute: 'shipDate' } } },
  });
});

test('the average number of something that is a column averages the column', () => {
  expect(plan('average number of instalments').measures[0]?.expression).toMatchObject({ function: 'average' });
});

test('days have no hours: the question is declined, not failed', () => {
  expect(refusal('number of orders by hour')).toBe('NOT_AVAILABLE');
});

test('a dimension is called as the user called it', () => {
  expect(plan('quantity by kind').groupBy[0]?.label).toBe('Kind');
});

test('who asks with a synonym is answered with that word', () => {
  expect(plan('how many blossoms do we have').measures[0]?.label).toBe('Number of blossoms');
});

test('different things are counted, never their units', () => {
  for (const question of ['how many different flowers were sold', 'how many different flowers are in each status'])
    expect(plan(question).measures[0]?.expression, question).not.toMatchObject({ function: 'sum' });
});

test('a percentage compares with a column of fractions as a fraction', () => {
  expect(plan('how many sales with a discount over 30%').sources[0]?.filters).toMatchObject([
    { kind: 'compare', operator: '>', value: 0.3 },
  ]);
});

test('days to an act are counted from the day the record came to be', () => {
  expect(plan('average number of days to ship an order').measures[0]).toMatchObject({
    unit: 'DAYS',
    expression: { function: 'average', of: { kind: 'days', from: { attribute: 'orderDate' }, to: { attribute: 'shipDate' } } },
  });
});

test('one value held against another is two numbers, whose restrictions are the values', () => {
  const { measures, groupBy } = plan('did Shrubs have a higher quantity than Bulbs');
  expect(groupBy).toEqual([]);
  expect(measures.map(({ label }) => label.replace(/^.*\((.*)\)$/u, '$1'))).toEqual(['Shrubs', 'Bulbs']);
});
