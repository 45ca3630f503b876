import type { BoundMetric, MetricComputation } from './bound-metric.ts';
import { barePlan } from '../plan/bare-plan.ts';
import type { Period, QueryPlan } from '../plan/query-plan.ts';

/** A plan for one metric as one number; the period holds where every record has a date. */
export function metricPlan(bound: BoundMetric, computation: MetricComputation, period: Period | null): QueryPlan {
  const { name, label, unit } = bound.definition;
  const sources = computation.sources.map(({ entity, filters, defaults = [], timeField, span, shift }) => ({
    entity,
    filters: [...filters, ...defaults],
    timeField,
    keys: [],
    ...(span === undefined ? {} : { span }),
    ...(shift === undefined ? {} : { shift }),
  }));
  return {
    ...barePlan('value', sources),
    measures: [{ id: name, label, unit, currency: computation.currency, metric: name, expression: computation.expression }],
    period: sources.every(({ timeField }) => timeField !== null) ? period : null,
  };
}
