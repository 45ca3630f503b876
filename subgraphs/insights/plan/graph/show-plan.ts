import type { Filter, MeasureExpression, QueryPlan as Plan } from '../query-plan.ts';
import { planJson } from './plan-json.ts';
import { QueryPlan } from './query-plan.type.ts';

/** Conditions as the graph tells them: numbers of the calendar have a name of their own, as unions need. */
function shownFilter(filter: Filter): Filter {
  switch (filter.kind) {
    case 'datePart':
      return Object.assign({}, filter, { parts: filter.values });
    case 'any':
    case 'related':
      return { ...filter, filters: filter.filters.map(shownFilter) };
    case 'nested': {
      const { set } = filter;
      const counted = set.counted === null ? null : { ...set.counted, filters: set.counted.filters.map(shownFilter) };
      return Object.assign({}, filter, {
        comparison: filter.operator === 'in' ? null : filter.operator,
        set: { ...set, filters: set.filters.map(shownFilter), counted },
      });
    }
    case 'equals':
    case 'compare':
    case 'text':
    case 'blank':
    case 'time':
      return filter;
  }
}

function shownFormula(expression: MeasureExpression): MeasureExpression {
  switch (expression.kind) {
    case 'aggregate':
      return { ...expression, filters: expression.filters.map(shownFilter) };
    case 'combine':
      return { ...expression, left: shownFormula(expression.left), right: shownFormula(expression.right) };
    case 'constant':
      return expression;
  }
}

/** A plan as the graph shows it. */
export function showPlan(plan: Plan): QueryPlan {
  return Object.assign(new QueryPlan(), plan, {
    offset: plan.offset ?? 0,
    sources: plan.sources.map((source) => ({ ...source, filters: source.filters.map(shownFilter) })),
    measures: plan.measures.map((measure) => ({ ...measure, expression: shownFormula(measure.expression) })),
    json: planJson(plan),
  });
}
