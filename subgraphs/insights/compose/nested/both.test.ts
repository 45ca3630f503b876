import { expect, test } from 'vitest';
import { barePlan } from '../../plan/bare-plan.ts';
import type { Filter } from '../../plan/query-plan.ts';
import { withBoth } from './both.ts';

const having = (values: string[]): Filter => ({
  kind: 'nested',
  field: { path: [], attribute: 'id' },
  operator: 'in',
  negated: false,
  set: {
    entity: 'Contract',
    field: { path: ['account'], attribute: 'id' },
    function: null,
    filters: [{ kind: 'equals', field: { path: [], attribute: 'product' }, values, negated: false }],
    counted: null,
  },
});

test('who has both has one of each, and who has either one of them', () => {
  const plan = barePlan('list', [{ entity: 'Account', filters: [having(['A', 'B'])], timeField: null, keys: [] }]);
  expect(withBoth('accounts that have both A and B', plan).sources[0]?.filters).toEqual([having(['A']), having(['B'])]);
  expect(withBoth('accounts that have A or B', plan)).toBe(plan);
});
