import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bicycleSeller } from '../companies.testkit.ts';
import { indexModel } from '../model/model-index.ts';
import { testModel } from '../model.testkit.ts';
import type { Filter, QueryPlan } from '../plan/query-plan.ts';
import { validatePlan } from '../plan/validate-plan.ts';
import { compilePlan } from './compile-plan.ts';
import { readableSql } from './readable-sql.ts';

const model = indexModel(testModel(bicycleSeller()));

function counting(filters: Filter[]): QueryPlan {
  return {
    version: 1,
    shape: 'value',
    groupBy: [],
    columns: [],
    distinct: false,
    having: [],
    period: null,
    compare: null,
    order: [],
    limit: 500,
    share: false,
    sources: [{ entity: 'Opportunity', filters, timeField: { path: [], attribute: 'closeDate' }, keys: [] }],
    measures: [
      {
        id: 'n',
        label: 'n',
        unit: 'COUNT',
        currency: null,
        metric: null,
        expression: { kind: 'aggregate', source: 0, function: 'count', of: null, filters: [] },
      },
    ],
  };
}

test('no value ever becomes part of the statement: it is always a bound parameter', () => {
  const plain = compilePlan(
    counting([{ kind: 'equals', field: { path: ['account'], attribute: 'name' }, values: ['x'], negated: false }]),
    model,
  ).sql;
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (value) => {
      const compiled = compilePlan(
        counting([{ kind: 'equals', field: { path: ['account'], attribute: 'name' }, values: [value], negated: false }]),
        model,
      );
      expect(compiled.sql).toBe(plain);
      expect(compiled.parameters).toEqual([value]);
      const text = compilePlan(
        counting([{ kind: 'text', field: { path: [], attribute: 'stage' }, match: 'contains', text: value, negated: false }]),
        model,
      );
      expect(text.sql).toContain('ilike $1');
    }),
  );
});

test('what is shown has its literals quoted', () => {
  const compiled = compilePlan(
    counting([{ kind: 'equals', field: { path: [], attribute: 'stage' }, values: ["it's; drop table x"], negated: false }]),
    model,
  );
  expect(readableSql(compiled)).toContain("'it''s; drop table x'");
});

test('periods are half-open ranges of days', () => {
  const compiled = compilePlan(
    { ...counting([]), period: { from: '2021-10-01', to: '2022-01-01', label: 'Q4 2021', relative: false } },
    model,
  );
  expect(readableSql(compiled)).toContain(`"t"."close_date" >= '2021-10-01'::date and "t"."close_date" < '2022-01-01'::date`);
});

test.each<[string, (plan: QueryPlan) => unknown]>([
  ['an unknown entity', (plan) => ({ ...plan, sources: [{ ...plan.sources[0], entity: 'Nobody' }] })],
  ['an unknown attribute', () => counting([{ kind: 'blank', field: { path: [], attribute: 'nothing' }, negated: false }])],
  [
    'a relation the wrong way round',
    () => counting([{ kind: 'related', entity: 'Account', relation: ['account'], filters: [], negated: false }]),
  ],
  [
    'a sum of text',
    (plan) => ({
      ...plan,
      measures: [
        {
          ...plan.measures[0],
          expression: {
            kind: 'aggregate',
            source: 0,
            function: 'sum',
            of: { kind: 'field', field: { path: [], attribute: 'stage' } },
            filters: [],
          },
        },
      ],
    }),
  ],
  ['more rows than an answer carries', (plan) => ({ ...plan, limit: 501 })],
  ['nothing at all', () => null],
])('a plan with %s is refused before any SQL', (_, spoil) => {
  expect(validatePlan(spoil(counting([])), model).plan).toBeNull();
});
