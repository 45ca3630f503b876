import { expect, test } from 'vitest';
import type { MetricSpecFieldsFragment } from '../../gql/graphql.ts';
import { draftOf, inputOf, isBeyondForm, nameFrom } from './draft-metric.ts';

const CONDITION = { attribute: 'stage', is: ['Won', 'Paid'], not: null, blank: null, above: null, daysAgo: null };
const BINDING = { entity: 'Order', aggregate: 'SUM', of: 'amount', time: 'orderedAt', spanStart: null, spanEnd: null, overTime: null, where: [CONDITION] } as const; // prettier-ignore
const SPEC: MetricSpecFieldsFragment = {
  name: 'paid_orders',
  label: 'Paid orders',
  synonyms: ['takings', 'till'],
  description: 'What was paid.',
  definition: 'Sum of the amounts of paid orders.',
  source: 'Our policy',
  unit: 'MONEY',
  goodDirection: 'UP',
  domain: 'FINANCE',
  personas: ['CFO'],
  formula: null,
  bindings: [{ ...BINDING, where: [CONDITION] }],
};

test('a definition goes through the form unchanged', () => {
  const { where: _where, spanStart: _start, spanEnd: _end, overTime: _over, ...binding } = BINDING;
  expect(inputOf(draftOf(SPEC))).toEqual({ ...SPEC, bindings: [{ ...binding, where: [{ attribute: 'stage', is: ['Won', 'Paid'] }] }] });
});

test('a formula takes the place of records', () => {
  expect(inputOf({ ...draftOf(SPEC), way: 'formula', formula: 'revenue - costs' })).toMatchObject({
    formula: 'revenue - costs',
    bindings: [],
  });
});

test('what the form would lose is told', () => {
  expect(isBeyondForm(SPEC)).toBe(false);
  expect(isBeyondForm({ ...SPEC, bindings: [{ ...BINDING, overTime: 'LAST', where: [] }] })).toBe(true);
});

test('a name is made of what people call it', () => {
  expect(nameFrom('Win rate (new)')).toBe('win_rate_new');
  expect(nameFrom('3-month average')).toBe('metric_3_month_average');
});
