import type { MeasureExpression } from '../plan/query-plan.ts';
import type { BoundMetric, MetricComputation, MetricSource, ScenarioField } from './bound-metric.ts';
import type { Formula } from './formula.ts';
import { Missing } from './missing.ts';

/** What a rate per period is told of where no period is asked for. */
const DAYS_OF_A_YEAR = 365;

const placeOf = ({ timeField, defaults, span, shift }: MetricSource): string => JSON.stringify([timeField, defaults ?? [], span, shift]);
const sameRecords = (a: MetricSource, b: MetricSource): boolean => a.entity === b.entity && placeOf(a) === placeOf(b);

/** The same expression, all its sums running. */
function running(expression: MeasureExpression): MeasureExpression {
  if (expression.kind === 'aggregate') return { ...expression, overTime: 'running' };
  if (expression.kind === 'constant') return expression;
  return { ...expression, left: running(expression.left), right: running(expression.right) };
}

/** Moves a metric's conditions into its aggregates, so that metrics on the same records share one source. */
function pushDown(expression: MeasureExpression, from: MetricSource[], into: MetricSource[]): MeasureExpression {
  switch (expression.kind) {
    case 'constant':
      return expression;
    case 'combine':
      return { ...expression, left: pushDown(expression.left, from, into), right: pushDown(expression.right, from, into) };
    case 'aggregate': {
      const source = from[expression.source];
      if (source === undefined) throw new Error('A metric without its source');
      let at = into.findIndex((each) => sameRecords(each, source));
      if (at < 0) at = into.push({ ...source, filters: [] }) - 1;
      return { ...expression, source: at, filters: [...source.filters, ...expression.filters] };
    }
  }
}

/** Filters that every leaf on a source carries go back to the source: plainer SQL, the same numbers. */
function hoist(expression: MeasureExpression, sources: MetricSource[]): MeasureExpression {
  if (expression.kind !== 'aggregate') return expression;
  const source = sources[expression.source];
  if (source === undefined || sources.length > 1) return expression;
  source.filters = expression.filters;
  return { ...expression, filters: [] };
}

/** A metric that is arithmetic of others: each on its own records, so that none multiplies another. @throws Missing */
export function computeFormula(formula: Formula, bound: (name: string) => BoundMetric): MetricComputation {
  const sources: MetricSource[] = [];
  const facts = { currency: null as string | null, note: null as string | null, certainty: 1 };
  const spoken: { scenarios?: MetricComputation['scenarios']; scenario?: ScenarioField } = {};
  const build = (part: Formula): MeasureExpression => {
    if (part.kind === 'number') return { kind: 'constant', value: part.value };
    if (part.kind === 'periodDays') return { kind: 'constant', value: DAYS_OF_A_YEAR, perPeriod: true };
    if (part.kind === 'combine') return { kind: 'combine', operator: part.operator, left: build(part.left), right: build(part.right) };
    if (part.kind === 'days') throw new Error('A metric formula works on metrics');
    const metric = bound(part.name);
    if (metric.computation === null) throw new Missing(metric.missing.join(', '));
    facts.currency ??= metric.computation.currency;
    facts.note ??= metric.computation.note;
    facts.certainty = Math.min(facts.certainty, metric.computation.certainty);
    if (metric.computation.scenario !== undefined) {
      spoken.scenario ??= metric.computation.scenario;
      spoken.scenarios ??= metric.computation.scenarios;
    }
    const from =
      part.kind === 'before'
        ? metric.computation.sources.map((source) => ({ ...source, shift: { unit: part.unit, count: 1 } }))
        : metric.computation.sources;
    const pushed = pushDown(metric.computation.expression, from, sources);
    return part.kind === 'running' ? running(pushed) : pushed;
  };
  const expression = hoist(build(formula), sources);
  return { sources, expression, ...facts, ...spoken };
}
