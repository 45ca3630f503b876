import type { FieldRef, Filter, MeasureExpression } from '../plan/query-plan.ts';
import type { MetricDefinition } from './metric-definition.ts';

/** The records a metric reads: entity, conditions that always hold, and the date that places them in time. */
export interface MetricSource {
  entity: string;
  filters: Filter[];
  timeField: FieldRef | null;
}

/** A metric as this tenant's model can compute it. Leaves of the expression index `sources`. */
export interface MetricComputation {
  sources: MetricSource[];
  expression: MeasureExpression;
  currency: string | null;
  /** Why it is computed this way, when that is not the definition's first choice. */
  note: string | null;
  /** When computed from an attribute that only looks right, how sure that is, 0…1. */
  certainty: number;
}

export interface BoundMetric {
  definition: MetricDefinition;
  computation: MetricComputation | null;
  /** Other ways, for questions the first cannot be grouped or filtered for. */
  alternatives: MetricComputation[];
  /** What is not there, in people's words; empty when available. */
  missing: string[];
}
