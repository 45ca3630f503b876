import type { Filter } from '../plan/query-plan.ts';
import type { BoundMetric, MetricComputation } from './bound-metric.ts';
import type { ScenarioName } from './metric-definition.ts';

const sameField = (filter: Filter, field: unknown): boolean =>
  filter.kind === 'equals' && JSON.stringify(filter.field) === JSON.stringify(field);

/** A metric as it happened, was planned or is expected; null when nobody knows. */
export function inScenario(
  metrics: ReadonlyMap<string, BoundMetric>,
  bound: BoundMetric,
  scenario: ScenarioName,
): MetricComputation | null {
  const { computation, definition } = bound;
  const declared =
    definition.plannedBy === undefined || scenario !== 'BUDGET' ? null : (metrics.get(definition.plannedBy)?.computation ?? null);
  if (computation === null) return null;
  const column = computation.byScenario?.[scenario];
  if (column !== undefined) return { ...computation, expression: column };
  const { scenario: said } = computation;
  const values = said?.values[scenario];
  if (said === undefined) return scenario === 'ACTUAL' ? computation : declared;
  if (values === undefined) return scenario === 'ACTUAL' && said.values.ACTUAL === undefined ? computation : declared;
  const only: Filter = { kind: 'equals', field: said.field, values, negated: false };
  return {
    ...computation,
    sources: computation.sources.map((source) => ({
      ...source,
      // Fixed, not taken for granted: the question has said so.
      filters: [...source.filters, only],
      defaults: (source.defaults ?? []).filter((filter) => !sameField(filter, said.field)),
    })),
  };
}
