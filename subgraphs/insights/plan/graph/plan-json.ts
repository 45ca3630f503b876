import type { Expression, Filter, MeasureExpression, QueryPlan } from '../query-plan.ts';
import {
  PlanComparison, PlanDatePart, PlanDirection, PlanFunction, PlanGrain, PlanOperator, PlanOrderBy, PlanOverTime, PlanShape, PlanShiftUnit,
  PlanTextMatch,
} from './plan-enums.ts'; // prettier-ignore

type Json = Record<string, unknown>;

/** The graph's name of an enum's value. */
function nameOf<Value extends string>(names: Readonly<Record<string, Value>>, value: Value): string {
  const found = Object.entries(names).find(([, each]) => each === value);
  if (found === undefined) throw new Error(`the graph has no name for ${value}`);
  return found[0];
}

function expressionJson(expression: Expression): Json {
  switch (expression.kind) {
    case 'field':
      return { field: expression.field };
    case 'number':
      return { number: expression.value };
    case 'days':
      return { days: { from: expression.from, to: expression.to } };
    case 'grain':
      return { calendarPart: { field: expression.field, grain: nameOf(PlanGrain, expression.grain) } };
    case 'arithmetic':
      return {
        arithmetic: {
          operator: nameOf(PlanOperator, expression.operator),
          left: expressionJson(expression.left),
          right: expressionJson(expression.right),
        },
      };
  }
}

function filterJson(filter: Filter): Json {
  switch (filter.kind) {
    case 'equals':
      return { equals: { field: filter.field, values: filter.values, negated: filter.negated } };
    case 'compare':
      return { compare: { of: expressionJson(filter.of), operator: nameOf(PlanComparison, filter.operator), value: filter.value } };
    case 'text':
      return { text: { field: filter.field, match: nameOf(PlanTextMatch, filter.match), text: filter.text, negated: filter.negated } };
    case 'blank':
      return { blank: { field: filter.field, negated: filter.negated } };
    case 'time':
      return { time: { field: filter.field, from: filter.from, to: filter.to } };
    case 'datePart':
      return { calendarParts: { field: filter.field, part: nameOf(PlanDatePart, filter.part), parts: filter.values } };
    case 'related': {
      const { entity, relation, filters, negated } = filter;
      return { related: { entity, relation, filters: filters.map(filterJson), negated } };
    }
    case 'nested': {
      const { field, operator, negated, set } = filter;
      const { counted } = set;
      return {
        nested: {
          field,
          comparison: operator === 'in' ? null : nameOf(PlanComparison, operator),
          negated,
          set: {
            entity: set.entity,
            field: set.field,
            function: set.function === null ? null : nameOf(PlanFunction, set.function),
            filters: set.filters.map(filterJson),
            counted:
              counted === null
                ? null
                : {
                    ...counted,
                    filters: counted.filters.map(filterJson),
                    direction: counted.direction === null ? null : nameOf(PlanDirection, counted.direction),
                    operator: counted.operator === null ? null : nameOf(PlanComparison, counted.operator),
                  },
          },
        },
      };
    }
    case 'any':
      return { any: { filters: filter.filters.map(filterJson) } };
  }
}

function formulaJson(expression: MeasureExpression): Json {
  switch (expression.kind) {
    case 'aggregate': {
      const { source, of, with: other, overTime, filters } = expression;
      return {
        aggregate: {
          source,
          function: nameOf(PlanFunction, expression.function),
          of: of === null ? null : expressionJson(of),
          ...(other === undefined ? {} : { with: expressionJson(other) }),
          ...(overTime === undefined ? {} : { overTime: nameOf(PlanOverTime, overTime) }),
          filters: filters.map(filterJson),
        },
      };
    }
    case 'constant':
      return { constant: expression.value };
    case 'combine':
      return {
        combine: {
          operator: nameOf(PlanOperator, expression.operator),
          left: formulaJson(expression.left),
          right: formulaJson(expression.right),
        },
      };
  }
}

/** A plan in the form that the graph takes it in: of what can be several things, exactly one is given. */
export function planJson(plan: QueryPlan): Json {
  const { measures, groupBy, columns, distinct, having, period, compare, order, limit, share } = plan;
  return {
    shape: nameOf(PlanShape, plan.shape),
    sources: plan.sources.map(({ shift, span, ...source }) => ({
      ...source,
      filters: source.filters.map(filterJson),
      ...(span === undefined ? {} : { span }),
      ...(shift === undefined ? {} : { shift: { unit: nameOf(PlanShiftUnit, shift.unit), count: shift.count } }),
    })),
    measures: measures.map((measure) => ({ ...measure, expression: formulaJson(measure.expression) })),
    groupBy: groupBy.map((dimension) => ({ ...dimension, grain: dimension.grain === null ? null : nameOf(PlanGrain, dimension.grain) })),
    columns,
    distinct,
    having: having.map((each) => ({ ...each, operator: nameOf(PlanComparison, each.operator) })),
    period,
    compare,
    order: order.map(({ by, index, direction }) => ({ by: nameOf(PlanOrderBy, by), index, direction: nameOf(PlanDirection, direction) })),
    limit,
    ...(plan.offset === undefined ? {} : { offset: plan.offset }),
    share,
  };
}
