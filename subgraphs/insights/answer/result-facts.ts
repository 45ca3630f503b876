import type { QueryPlan } from '../plan/query-plan.ts';
import { MAX_ROWS } from '../plan/query-plan.ts';
import { toNumber } from './format.ts';

/** What a result tells of the reading it came from. */
export interface ResultFacts {
  /** Nothing was found: no rows, or no number. */
  empty: boolean;
  /** A ranking of groups that are all alike: they were counted by what each has one of. */
  flat: boolean;
}

/** Nothing was run. */
export const NOTHING_FOUND_OUT: ResultFacts = { empty: false, flat: false };

/** What the rows of a plan tell of its reading. */
export function resultFacts(plan: QueryPlan, rows: readonly Record<string, unknown>[]): ResultFacts {
  const values = rows.map((row) => toNumber(row['m0']));
  if (plan.shape === 'value') return { empty: values.every((value) => value === null), flat: false };
  const grouped = plan.shape === 'groups' && plan.groupBy.every(({ grain }) => grain === null);
  const ranked = plan.limit < MAX_ROWS;
  const alike = values.every((value) => value === values[0]);
  // The first of a ranking says nothing of the others, but a number of one, where the most were asked for, does.
  const flat = grouped && alike && (values.length > 2 || (ranked && plan.order[0]?.direction === 'desc' && values[0] === 1));
  return { empty: rows.length === 0, flat: rows.length > 0 && flat };
}
