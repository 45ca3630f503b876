import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bicycleSeller, teaShop } from '../companies.testkit.ts';
import { indexModel } from '../model/model-index.ts';
import { testModel, testProfile } from '../model.testkit.ts';
import { bindMetrics } from './bind-metrics.ts';
import { namesOf, parseFormula } from './formula.ts';
import { loadMetricDefinitions } from './load-metrics.ts';

const definitions = loadMetricDefinitions();

test('the shipped sheets are whole: names are unique, relations and formulas lead somewhere', () => {
  expect(definitions.length).toBeGreaterThanOrEqual(25);
});

test('a formula keeps the precedence of arithmetic', () => {
  expect(parseFormula('a - b / (c + 2)')).toEqual({
    kind: 'combine',
    operator: '-',
    left: { kind: 'name', name: 'a' },
    right: {
      kind: 'combine',
      operator: '/',
      left: { kind: 'name', name: 'b' },
      right: { kind: 'combine', operator: '+', left: { kind: 'name', name: 'c' }, right: { kind: 'number', value: 2 } },
    },
  });
  expect(namesOf(parseFormula('days(opened, closed)'))).toEqual(['opened', 'closed']);
});

test('a broken formula is an error of the sheet, never a wrong number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ab+*/()-]{1,8}$/), (text) => {
      try {
        expect(namesOf(parseFormula(text)).every((name) => /^[ab]+$/.test(name))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }),
  );
});

test('a metric is available when its attributes are mapped, and says what is missing when not', () => {
  const bound = new Map(
    bindMetrics(definitions, indexModel(testModel(bicycleSeller())), testProfile(bicycleSeller())).map((metric) => [
      metric.definition.name,
      metric,
    ]),
  );
  for (const name of ['revenue', 'won_revenue', 'win_rate', 'pipeline', 'sales_cycle', 'customers'])
    expect(bound.get(name)?.computation, name).not.toBeNull();
  expect(bound.get('churn')).toMatchObject({ computation: null, missing: expect.arrayContaining([expect.stringContaining('churned')]) });
  expect(bound.get('mrr')?.missing).toEqual(['subscription records']);
});

test("revenue of a shop's own tables is quantity times the price of what was sold", () => {
  const revenue = bindMetrics(definitions, indexModel(testModel(teaShop())), testProfile(teaShop())).find(
    (metric) => metric.definition.name === 'revenue',
  );
  expect(revenue?.computation?.expression).toMatchObject({ function: 'sum', of: { kind: 'arithmetic', operator: '*' } });
});
