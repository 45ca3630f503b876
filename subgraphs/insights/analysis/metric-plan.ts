import type { Context } from '../compose/context.ts';
import { barePlan } from '../plan/bare-plan.ts';
import type { Period, QueryPlan } from '../plan/query-plan.ts';
import { settleDays } from '../plan/relative-days.ts';
import { validatePlan } from '../plan/validate-plan.ts';
import { settleMoney } from '../sql/money.ts';

/** The plan that asks for a metric alone, in a period where its records have dates; null when the connected data cannot compute it. */
export function metricPlan(context: Context, name: string, period: Period | null): QueryPlan | null {
  const bound = context.metrics.get(name);
  if (bound?.computation == null) return null;
  const { definition, computation } = bound;
  const dated = computation.sources.every((source) => source.timeField !== null);
  const plan: QueryPlan = {
    ...barePlan(
      'value',
      computation.sources.map(({ defaults = [], filters, ...source }) => ({ ...source, filters: [...filters, ...defaults], keys: [] })),
    ),
    measures: [
      {
        id: 'm0',
        label: definition.label,
        unit: definition.unit,
        currency: computation.currency,
        metric: name,
        expression: computation.expression,
      },
    ],
    period: dated ? period : null,
  };
  return validatePlan(settleMoney(settleDays(plan, context.today), context.model), context.model).plan;
}
