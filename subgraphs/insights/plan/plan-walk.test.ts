import { expect, test } from 'vitest';
import { barePlan } from './bare-plan.ts';
import { fieldsOfPlan } from './plan-walk.ts';
import type { Filter } from './query-plan.ts';

test('what a plan reads of other entities is told however deep it stands: masks are held against it', () => {
  const field = { path: [], attribute: 'salary' };
  const related: Filter = {
    kind: 'related',
    entity: 'Person',
    relation: ['employer'],
    filters: [{ kind: 'blank', field, negated: true }],
    negated: false,
  };
  const filters: Filter[] = [{ kind: 'any', filters: [{ kind: 'any', filters: [related] }] }];
  const plan = {
    ...barePlan('list', [{ entity: 'Company', filters, timeField: null, keys: [] }]),
    columns: [{ path: [], attribute: 'name' }],
  };
  expect(fieldsOfPlan(plan)).toContainEqual({ entity: 'Person', field });
});
