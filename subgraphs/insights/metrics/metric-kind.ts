import { parseFormula } from './formula.ts';
import type { Formula } from './formula.ts';
import type { MetricDefinition, MetricKindName } from './metric-definition.ts';

function steps(formula: Formula): boolean {
  if (formula.kind === 'combine') return steps(formula.left) || steps(formula.right);
  return formula.kind === 'before';
}

function kindOfFormula(formula: Formula): MetricKindName {
  if (steps(formula)) return 'PERIOD_OVER_PERIOD';
  if (formula.kind === 'running') return 'CUMULATIVE';
  // `1 - lost / all` is a ratio as well: what is left of a whole.
  const left = formula.kind === 'combine' && formula.operator === '-' && formula.left.kind === 'number' ? formula.right : formula;
  return left.kind === 'combine' && left.operator === '/' ? 'RATIO' : 'DERIVED';
}

/** What sort of number a metric is, told from its definition. */
export function kindOf(definition: MetricDefinition): MetricKindName {
  if (definition.kind !== undefined) return definition.kind;
  if (definition.ratio !== undefined) return 'RATIO';
  if (definition.formula !== undefined) return kindOfFormula(parseFormula(definition.formula));
  if (definition.sheet !== undefined && definition.bindings.length === 0)
    return ({ FLOW: 'SUM', BALANCE: 'POINT_IN_TIME', RATE: 'AVERAGE' } as const)[definition.sheet];
  const [binding] = definition.bindings;
  if (binding === undefined) return 'COUNT';
  if (binding.overTime === 'running') return 'CUMULATIVE';
  if (definition.asOf === true || binding.span !== undefined || binding.overTime === 'last') return 'POINT_IN_TIME';
  if (binding.aggregate === 'countDistinct') return 'DISTINCT';
  if (binding.aggregate === 'count') return 'COUNT';
  return binding.aggregate === 'sum' ? 'SUM' : 'AVERAGE';
}
