import type { Knowledge } from '../../answer/knowledge.ts';
import { parseFormula, type Formula } from '../../metrics/formula.ts';
import type { MeasureExpression } from '../../plan/query-plan.ts';
import { MAX_PARTS } from './shapley.ts';

/** A metric that another is computed of, as it stands in the plan. */
export interface Component {
  name: string;
  label: string;
  expression: MeasureExpression;
}

/**
 * The metrics that a metric's formula is made of, with what computes each of them in the plan; empty where it has no formula, or the plan
 * computes it in another way.
 */
export function componentsOf(
  knowledge: Pick<Knowledge, 'metrics'>,
  metric: string | null,
  expression: MeasureExpression,
): { formula: Formula; components: Component[] } | null {
  const definition = metric === null ? undefined : knowledge.metrics.get(metric)?.definition;
  const formulas = [definition?.formula ?? [], definition?.otherwise ?? []].flat();
  for (const text of formulas) {
    const formula = parseFormula(text);
    const components = partsOf(knowledge, formula, expression);
    // A formula that the data has no parts for is not the one that was computed.
    if (components?.every(({ name }) => knowledge.metrics.get(name)?.computation != null) === true) return { formula, components };
  }
  return null;
}

function partsOf(knowledge: Pick<Knowledge, 'metrics'>, formula: Formula, expression: MeasureExpression): Component[] | null {
  const found = new Map<string, Component>();
  const walk = (part: Formula, computed: MeasureExpression): boolean => {
    if (part.kind === 'name') {
      const label = knowledge.metrics.get(part.name)?.definition.label ?? part.name;
      found.set(part.name, { name: part.name, label, expression: computed });
      return true;
    }
    if (part.kind === 'number') return computed.kind === 'constant';
    if (part.kind !== 'combine' || computed.kind !== 'combine' || part.operator !== computed.operator) return false;
    return walk(part.left, computed.left) && walk(part.right, computed.right);
  };
  return walk(formula, expression) && found.size > 1 && found.size <= MAX_PARTS ? [...found.values()] : null;
}

/** What a formula comes to for these values; null where it divides by nought or lacks one. */
export function valueOf(formula: Formula, value: (name: string) => number | null): number | null {
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'periodDays':
      // The same length before and after: it takes no part in what moves.
      return 1;
    case 'name':
      return value(formula.name);
    case 'combine': {
      const left = valueOf(formula.left, value);
      const right = valueOf(formula.right, value);
      if (left === null || right === null) return null;
      if (formula.operator === '+') return left + right;
      if (formula.operator === '-') return left - right;
      if (formula.operator === '*') return left * right;
      return right === 0 ? null : left / right;
    }
    default:
      return null;
  }
}
