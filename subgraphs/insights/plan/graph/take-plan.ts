import type { PlanExpressionInput, PlanFieldInput } from './plan-expression.input.ts';
import type { PlanFilterInput } from './plan-filter.input.ts';
import type { PlanFormulaInput } from './plan-formula.input.ts';
import { type Filter, filterSchema, type Period } from '../query-plan.ts';
import type { PlanPeriodInput, QueryPlanInput } from './query-plan.input.ts';

/** Something in a plan that the caller can correct: where it stands, and what is wrong. */
export interface PlanFault {
  /** Such as `measures[0].expression`; empty for the plan as a whole. */
  at: string;
  text: string;
}
type Report = (fault: PlanFault) => void;
/** A part of a plan that is not looked at yet. */
type Raw = Record<string, unknown>;

const day = (date: Date | null | undefined): string | null => (date == null ? null : date.toISOString().slice(0, 10));
const field = ({ path, attribute }: PlanFieldInput): Raw => ({ path: [...path], attribute });

/** The one thing that is given of those that can be; what is wrong is reported where it is none or several. */
function only<Input extends object>(
  input: Input,
  at: string,
  report: Report,
): [keyof Input & string, NonNullable<Input[keyof Input]>] | null {
  const given = Object.entries(input).filter(([, value]) => value != null) as [keyof Input & string, NonNullable<Input[keyof Input]>][];
  if (given.length === 1 && given[0] !== undefined) return given[0];
  report({
    at,
    text: given.length === 0 ? 'One of its forms has to be given.' : `Only one of ${given.map(([name]) => name).join(', ')} can be given.`,
  });
  return null;
}

function expression(input: PlanExpressionInput, at: string, report: Report): Raw | null {
  if (only(input, at, report) === null) return null;
  if (input.field != null) return { kind: 'field', field: field(input.field) };
  if (input.number != null) return { kind: 'number', value: input.number };
  if (input.days != null) return { kind: 'days', from: field(input.days.from), to: field(input.days.to) };
  if (input.calendarPart != null) return { kind: 'grain', field: field(input.calendarPart.field), grain: input.calendarPart.grain };
  if (input.arithmetic == null) return null;
  const { operator, left, right } = input.arithmetic;
  return { kind: 'arithmetic', operator, left: expression(left, `${at}.left`, report), right: expression(right, `${at}.right`, report) };
}

const filters = (inputs: readonly PlanFilterInput[], at: string, report: Report): (Raw | null)[] =>
  inputs.map((input, index) => filter(input, `${at}[${index}]`, report));

function filter(input: PlanFilterInput, at: string, report: Report): Raw | null {
  if (only(input, at, report) === null) return null;
  const { equals, compare, text, blank, time, calendarParts: parts, related, nested, any } = input;
  if (equals != null) return { kind: 'equals', field: field(equals.field), values: equals.values, negated: equals.negated };
  if (compare != null)
    return { kind: 'compare', of: expression(compare.of, `${at}.compare.of`, report), operator: compare.operator, value: compare.value };
  if (text != null) return { kind: 'text', field: field(text.field), match: text.match, text: text.text, negated: text.negated };
  if (blank != null) return { kind: 'blank', field: field(blank.field), negated: blank.negated };
  if (time != null) return { kind: 'time', field: field(time.field), from: day(time.from), to: day(time.to) };
  if (parts != null) return { kind: 'datePart', field: field(parts.field), part: parts.part, values: [...parts.parts] };
  if (related != null) {
    const inner = filters(related.filters, `${at}.related.filters`, report);
    return { kind: 'related', entity: related.entity, relation: [...related.relation], filters: inner, negated: related.negated };
  }
  if (nested != null) {
    const { set } = nested;
    const { counted } = set;
    const inside = `${at}.nested.set`;
    return {
      kind: 'nested',
      field: field(nested.field),
      operator: nested.comparison ?? 'in',
      negated: nested.negated,
      set: {
        entity: set.entity,
        field: field(set.field),
        function: set.function ?? null,
        filters: filters(set.filters, `${inside}.filters`, report),
        counted:
          counted == null
            ? null
            : {
                entity: counted.entity,
                relation: [...counted.relation],
                filters: filters(counted.filters, `${inside}.counted.filters`, report),
                direction: counted.direction ?? null,
                operator: counted.operator ?? null,
                value: counted.value ?? null,
              },
      },
    };
  }
  return any == null ? null : { kind: 'any', filters: filters(any.filters, `${at}.any.filters`, report) };
}

function formula(input: PlanFormulaInput, at: string, report: Report): Raw | null {
  if (only(input, at, report) === null) return null;
  const { aggregate, constant, combine } = input;
  if (constant != null) return { kind: 'constant', value: constant };
  if (aggregate != null) {
    const { source, of, with: other, overTime } = aggregate;
    return {
      kind: 'aggregate',
      source,
      function: aggregate.function,
      of: of == null ? null : expression(of, `${at}.aggregate.of`, report),
      ...(other == null ? {} : { with: expression(other, `${at}.aggregate.with`, report) }),
      ...(overTime == null ? {} : { overTime }),
      filters: filters(aggregate.filters, `${at}.aggregate.filters`, report),
    };
  }
  if (combine == null) return null;
  const { operator, left, right } = combine;
  return {
    kind: 'combine',
    operator,
    left: formula(left, `${at}.combine.left`, report),
    right: formula(right, `${at}.combine.right`, report),
  };
}

/** A period as the graph takes it. */
export function takePeriod(input: PlanPeriodInput | null | undefined): Period | null {
  if (input == null) return null;
  const [from, to] = [day(input.from), day(input.to)];
  return { from, to, label: input.label ?? `${from ?? 'the beginning'} to ${to ?? 'today'}`, relative: input.relative };
}

/** A condition as the graph takes it; null, and what is wrong reported, where it is none. Nothing of it is looked up here. */
export function takeFilter(input: PlanFilterInput, at: string, report: (fault: PlanFault) => void): Filter | null {
  const parsed = filterSchema.safeParse(filter(input, at, report));
  if (parsed.success) return parsed.data;
  report({ at, text: parsed.error.issues[0]?.message ?? 'It is no condition.' });
  return null;
}

/** A plan as the graph takes it, in the form it is validated in, and what could not be taken. Nothing of it is looked up here. */
export function takePlan(input: QueryPlanInput): { candidate: Raw; faults: PlanFault[] } {
  const faults: PlanFault[] = [];
  const report: Report = (fault) => void faults.push(fault);
  const candidate = {
    version: 1,
    shape: input.shape,
    sources: input.sources.map(({ entity, timeField, keys, span, shift, filters: conditions }, index) => ({
      entity,
      filters: filters(conditions, `sources[${index}].filters`, report),
      timeField: timeField == null ? null : field(timeField),
      keys: keys.map(field),
      ...(span == null ? {} : { span: { start: field(span.start), end: span.end == null ? null : field(span.end), asOf: day(span.asOf) } }),
      ...(shift == null ? {} : { shift: { unit: shift.unit, count: shift.count } }),
    })),
    measures: input.measures.map(({ id, label, unit, currency, metric, expression: computed }, index) => ({
      id,
      label,
      unit,
      currency: currency ?? null,
      metric: metric ?? null,
      expression: formula(computed, `measures[${index}].expression`, report),
    })),
    groupBy: input.groupBy.map(({ label, grain, entity, keepBlank }) => ({
      label,
      grain: grain ?? null,
      entity: entity ?? null,
      keepBlank,
    })),
    columns: input.columns.map(field),
    distinct: input.distinct,
    having: input.having.map(({ measure, operator, value }) => ({ measure, operator, value })),
    period: takePeriod(input.period),
    compare: takePeriod(input.compare),
    order: input.order.map(({ by, index, direction }) => ({ by, index, direction })),
    limit: input.limit,
    ...(input.offset === 0 ? {} : { offset: input.offset }),
    share: input.share,
  };
  return { candidate, faults };
}
