import { expect, test } from 'vitest';
import { indexModel } from '../model/model-index.ts';
import { testEntity, testModel, testProfile } from '../model.testkit.ts';
import type { TestEntity } from '../model.testkit.ts';
import { bindMetrics } from './bind-metrics.ts';
import { loadMetricDefinitions } from './load-metrics.ts';

const definitions = loadMetricDefinitions();
const bind = (company: TestEntity[]) =>
  new Map(bindMetrics(definitions, indexModel(testModel(company)), testProfile(company)).map((metric) => [metric.definition.name, metric]));

const dish = testEntity({
  name: 'Dish',
  plural: 'Dishes',
  canonical: false,
  title: 'name',
  attributes: [
    ['name', 'Name', 'TEXT', 'NAME'],
    ['unitCost', 'Unit cost', 'DECIMAL', 'PRICE'],
    ['price', 'Price', 'DECIMAL', 'PRICE'],
  ],
  records: [{ name: 'Soup', unitCost: 2, price: 5 }],
});

function lines(discounts: (number | null)[], quantity: boolean): TestEntity {
  return testEntity({
    name: 'OrderLine',
    plural: 'Order lines',
    canonical: false,
    title: null,
    attributes: [
      ...(quantity ? [['quantity', 'Quantity', 'INTEGER', 'QUANTITY'] as [string, string, 'INTEGER', 'QUANTITY']] : []),
      ['date', 'Date', 'DATE', 'DATE'],
      ['discount', 'Discount', 'DECIMAL', 'RATE'],
    ],
    relations: [['dish', 'Dish', 'Dish']],
    records: discounts.map((discount) => ({ ...(quantity ? { quantity: 2 } : {}), date: '2021-01-01', discount, dish: 'Soup' })),
  });
}

const text = (company: TestEntity[], metric: string): string => JSON.stringify(bind(company).get(metric)?.computation?.expression ?? null);

test('revenue of sold lines takes their discount off, whether it is written as a share or in percent', () => {
  expect(text([dish, lines([0, 0.2], true)], 'revenue')).toContain('"discount"');
  expect(text([dish, lines([0, 0.2], true)], 'revenue')).not.toContain('100');
  expect(text([dish, lines([0, 20], true)], 'revenue')).toContain('100');
});

test('a discount that is sometimes blank is left out: a blank would lose the whole line', () => {
  expect(text([dish, lines([0.1, null], true)], 'revenue')).not.toContain('"discount"');
});

test('a line without any quantity is one unit', () => {
  const revenue = bind([dish, lines([0], false)]).get('revenue');
  expect(revenue?.computation?.note).toContain('one unit');
  expect(revenue?.computation?.sources[0]?.entity).toBe('OrderLine');
});

test('profit and margin come from price and cost where nobody wrote them down', () => {
  const bound = bind([dish, lines([0], true)]);
  expect(bound.get('gross_profit')?.computation?.note).toContain('Unit cost');
  expect(bound.get('gross_margin')?.computation?.expression).toMatchObject({ kind: 'combine', operator: '/' });
});

test('a ratio of two columns divides totals, and needs both on one table', () => {
  const results = (clicks: string): TestEntity =>
    testEntity({
      name: 'Result',
      plural: 'Results',
      canonical: false,
      title: null,
      attributes: [
        ['clicks', clicks, 'INTEGER', 'QUANTITY'],
        ['impressions', 'Impressions', 'INTEGER', 'QUANTITY'],
      ],
      records: [{ clicks: 1, impressions: 100 }],
    });
  expect(bind([results('Clicks')]).get('click_through_rate')?.computation?.expression).toMatchObject({ kind: 'combine', operator: '/' });
  expect(
    bind([{ ...results('Taps'), entity: { ...results('Taps').entity, attributes: results('Taps').entity.attributes.slice(1) } }]).get(
      'click_through_rate',
    ),
  ).toMatchObject({ computation: null, missing: [expect.stringContaining('clicks')] });
});
