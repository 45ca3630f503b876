import type { Context } from '../compose/context.ts';
import type { QueryPlan } from '../plan/query-plan.ts';

/** Columns that say what was planned beside what was. */
const PLANNED = /^(?:budget|planned|plan|target)$/i;

/**
 * The first measure of a plan beside what was planned of it: records that carry a budget of their own. Null where nothing was planned.
 * Two measures come of it: what was (of what has a plan), and what was planned.
 */
export function plannedPlan(context: Context, plan: QueryPlan): QueryPlan | null {
  const [measure] = plan.measures;
  const [source] = plan.sources;
  if (measure?.expression.kind !== 'aggregate' || measure.expression.function !== 'sum' || source === undefined) return null;
  const budget = context.model
    .entity(source.entity)
    .attributes.find(({ canonical, label }) => canonical === 'budget' || PLANNED.test(label));
  if (budget === undefined) return null;
  const field = { path: [], attribute: budget.name };
  const has = { kind: 'blank' as const, field, negated: true };
  const actual = { ...measure.expression, filters: [...measure.expression.filters, has] };
  return {
    ...plan,
    measures: [
      { ...measure, expression: actual },
      { ...measure, id: `planned:${measure.id}`, metric: null, expression: { ...actual, of: { kind: 'field', field } } },
    ],
  };
}
