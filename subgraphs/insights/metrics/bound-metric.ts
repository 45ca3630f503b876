import type { FieldRef, Filter, MeasureExpression, Shift, Span } from '../plan/query-plan.ts';
import type { MetricDefinition, ScenarioName } from './metric-definition.ts';

/** The records a metric reads: entity, conditions that always hold, and the date that places them in time. */
export interface MetricSource {
  entity: string;
  filters: Filter[];
  timeField: FieldRef | null;
  /** Conditions that hold unless the question says otherwise of the same field: what happened, not what was planned. */
  defaults?: Filter[];
  span?: Span;
  shift?: Shift;
}

/** Where the records of a metric say whether they are actual, forecast or budget, and how they write it. */
export interface ScenarioField {
  field: FieldRef;
  /** The values that mean it, as they are written. */
  values: Partial<Record<ScenarioName, string[]>>;
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
  /** What is known beside what happened; absent: nothing else is. */
  scenarios?: readonly ScenarioName[] | undefined;
  scenario?: ScenarioField | undefined;
  /** Where scenarios stand in columns beside one another: the same number in each. */
  byScenario?: Partial<Record<ScenarioName, MeasureExpression>> | undefined;
}

export interface BoundMetric {
  definition: MetricDefinition;
  computation: MetricComputation | null;
  /** Other ways, for questions the first cannot be grouped or filtered for. */
  alternatives: MetricComputation[];
  /** What is not there, in people's words; empty when available. */
  missing: string[];
}
