import type { QueryPlan } from '../plan/query-plan.ts';

/** Names of the model and of the form: no words of a person. */
const NAMES = new Set([
  'kind',
  'entity',
  'attribute',
  'metric',
  'operator',
  'function',
  'shape',
  'grain',
  'from',
  'to',
  'asOf',
  'match',
  'part',
]);

/** Every text in a plan that a person can have written: values, labels. */
export function textsOf(plan: QueryPlan): string[] {
  const found = new Set<string>();
  const walk = (value: unknown, name: string): void => {
    if (typeof value === 'string') {
      if (!NAMES.has(name) && value !== '') found.add(value);
    } else if (Array.isArray(value)) {
      if (name !== 'path' && name !== 'relation') value.forEach((each) => walk(each, name));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) walk(each, key);
    }
  };
  walk(plan, '');
  return [...found];
}
