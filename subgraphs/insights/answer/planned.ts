import type { Context } from '../compose/context.ts';
import { inScenario } from '../metrics/in-scenario.ts';
import type { Filter, QueryPlan } from '../plan/query-plan.ts';

/** Columns that say what was planned beside what was. */
const PLANNED = /^(?:budget|planned|plan|target)$/i;

/**
 * The first measure of a plan as it was planned, over the same records and the same time; null where nobody planned it. Where records carry
 * a budget of their own, `actual` is what those that have one came to: what nobody planned is not held against a plan.
 */
export function plannedPlan(context: Context, plan: QueryPlan): { planned: QueryPlan; actual: QueryPlan } | null {
  return inItsScenario(context, plan) ?? byItsRecords(context, plan);
}

const sameField = (filter: Filter, field: unknown): boolean =>
  filter.kind === 'equals' && JSON.stringify(filter.field) === JSON.stringify(field);

function inItsScenario(context: Context, plan: QueryPlan): { planned: QueryPlan; actual: QueryPlan } | null {
  const [measure] = plan.measures;
  const bound = measure?.metric == null ? undefined : context.metrics.get(measure.metric);
  const computation = bound?.computation?.scenarios?.includes('BUDGET') === true ? inScenario(context.metrics, bound, 'BUDGET') : null;
  if (measure === undefined || bound?.computation == null || computation === null || computation.sources.length !== plan.sources.length)
    return null;
  const field = bound.computation.scenario?.field;
  const sources = plan.sources.map((source, at) => ({
    ...source,
    filters: [
      ...source.filters.filter((filter) => field === undefined || !sameField(filter, field)),
      ...(computation.sources[at]?.filters ?? []).filter((filter) => field !== undefined && sameField(filter, field)),
    ],
  }));
  const planned = { ...measure, id: `planned:${measure.id}`, metric: null, expression: computation.expression };
  return { actual: { ...plan, measures: [measure] }, planned: { ...plan, sources, measures: [planned] } };
}

function byItsRecords(context: Context, plan: QueryPlan): { planned: QueryPlan; actual: QueryPlan } | null {
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
    actual: { ...plan, measures: [{ ...measure, expression: actual }] },
    planned: {
      ...plan,
      measures: [{ ...measure, id: `planned:${measure.id}`, metric: null, expression: { ...actual, of: { kind: 'field', field } } }],
    },
  };
}
