import type { MeasureExpression } from '../../plan/query-plan.ts';

/**
 * How a number hangs together with the groups it is made of. SUM: groups add up to it. RATIO: one sum over another, so that groups differ in
 * weight and in rate. WHOLE: groups do not add up to it (different things counted, medians).
 */
export type MeasureParts = { kind: 'SUM' } | { kind: 'RATIO'; above: MeasureExpression; below: MeasureExpression } | { kind: 'WHOLE' };

/** Whether groups of an expression add up to the whole. */
export function addsUp(expression: MeasureExpression): boolean {
  switch (expression.kind) {
    case 'constant':
      return expression.value === 0;
    case 'aggregate':
      return expression.function === 'sum' || expression.function === 'count';
    case 'combine': {
      const { operator, left, right } = expression;
      if (operator === '+' || operator === '-') return addsUp(left) && addsUp(right);
      if (operator === '*') return (addsUp(left) && right.kind === 'constant') || (left.kind === 'constant' && addsUp(right));
      return addsUp(left) && right.kind === 'constant';
    }
  }
}

/** The same division with nothing but sums above and below; null when there is none. */
function asRatio(expression: MeasureExpression): { above: MeasureExpression; below: MeasureExpression } | null {
  if (expression.kind === 'aggregate') {
    if (expression.function !== 'average' || expression.of === null) return null;
    return { above: { ...expression, function: 'sum' }, below: { ...expression, function: 'count' } };
  }
  if (expression.kind !== 'combine') return null;
  const { operator, left, right } = expression;
  if (operator === '/' && addsUp(left) && addsUp(right)) return { above: left, below: right };
  // A ratio times or over a number, and one less a ratio, are ratios, too.
  const inner = right.kind === 'constant' ? asRatio(left) : null;
  if (inner !== null && (operator === '*' || operator === '/')) return { above: { ...expression, left: inner.above }, below: inner.below };
  if (inner !== null)
    return { above: { kind: 'combine', operator, left: inner.above, right: times(inner.below, right) }, below: inner.below };
  const behind = left.kind === 'constant' ? asRatio(right) : null;
  if (behind === null) return null;
  if (operator === '*') return { above: { ...expression, right: behind.above }, below: behind.below };
  if (operator === '+' || operator === '-')
    return { above: { kind: 'combine', operator, left: times(behind.below, left), right: behind.above }, below: behind.below };
  return null;
}

const times = (left: MeasureExpression, right: MeasureExpression): MeasureExpression => ({ kind: 'combine', operator: '*', left, right });

/** What a measure is made of. */
export function partsOf(expression: MeasureExpression): MeasureParts {
  if (addsUp(expression)) return { kind: 'SUM' };
  const ratio = asRatio(expression);
  return ratio === null ? { kind: 'WHOLE' } : { kind: 'RATIO', ...ratio };
}
