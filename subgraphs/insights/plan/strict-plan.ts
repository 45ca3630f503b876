import type { ModelAttribute } from '../../../schema/events/semantic-model.ts';
import { isNumeric } from '../model/model-index.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { aggregatesOf } from './plan-walk.ts';
import type { PlanFault } from './graph/take-plan.ts';
import type { Expression, FieldRef, Filter, MeasureExpression, Period, QueryPlan, Scalar } from './query-plan.ts';

/** Parts within parts: further than this nobody means anything, and names in SQL grow with it. */
const MAX_NESTING = 6;
/** Characters of a name, and of a text that is looked for. */
const MAX_NAME = 200;
/** Numbers beyond this are no quantity of anything, and products of them no number of the database. */
const MAX_NUMBER = 1e15;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;
const PARTS = { month: [1, 12], weekday: [1, 7], hour: [0, 23] } as const;

type Report = (at: string, text: string) => void;

/** Whether it is a day of the calendar, YYYY-MM-DD, that a database has. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/u.test(text) && text >= '0001-01-01' && !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
  );
}

/** Whether a value can be one of the attribute's. */
function fits(attribute: ModelAttribute | null, value: Scalar): boolean {
  if (attribute === null) return typeof value === 'string' && UUID.test(value);
  switch (attribute.type) {
    case 'INTEGER':
      return typeof value === 'number' && Number.isSafeInteger(value);
    case 'DECIMAL':
    case 'MONEY':
    case 'PERCENT':
      return typeof value === 'number' && Math.abs(value) <= MAX_NUMBER;
    case 'BOOLEAN':
      return typeof value === 'boolean';
    case 'DATE':
      return typeof value === 'string' && isDay(value);
    case 'DATETIME':
      return typeof value === 'string' && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
    default:
      return typeof value === 'string' && isText(value);
  }
}

/** Whether a database can hold it. */
const isText = (text: string): boolean => text.length <= MAX_NAME && !text.includes('\0') && text.isWellFormed();

/** What validation leaves to whoever makes plans: values that an attribute cannot have, types that do not go together, how large a plan may be. */
class StrictCheck {
  readonly #model: ModelIndex;
  readonly #report: Report;

  constructor(model: ModelIndex, report: Report) {
    this.#model = model;
    this.#report = report;
  }

  name(text: string, at: string): void {
    if (text.length === 0 || !isText(text)) this.#report(at, `A name has 1 to ${MAX_NAME} characters.`);
  }

  number(value: number, at: string): void {
    if (!(Math.abs(value) <= MAX_NUMBER)) this.#report(at, `A number lies between -${MAX_NUMBER} and ${MAX_NUMBER}.`);
  }

  day(day: string | null, at: string): void {
    if (day !== null && !isDay(day)) this.#report(at, `${day} is no day of the calendar.`);
  }

  period(period: Period | null, at: string): void {
    if (period === null) return;
    this.day(period.from, `${at}.from`);
    this.day(period.to, `${at}.to`);
    this.name(period.label, `${at}.label`);
    if (period.from !== null && period.to !== null && period.from >= period.to) this.#report(at, 'The period ends before it begins.');
  }

  /** Hours are told of instants, not of days. */
  grain(entity: string, field: FieldRef, hours: boolean, at: string): void {
    if (hours && this.#model.resolve(entity, field)?.attribute?.type === 'DATE') this.#report(at, 'The date carries no time of day.');
  }

  expression(entity: string, expression: Expression, at: string, depth = 0): void {
    if (depth > MAX_NESTING) return this.#report(at, `Numbers are put together at most ${MAX_NESTING} deep.`);
    if (expression.kind === 'number') this.number(expression.value, at);
    if (expression.kind === 'grain') this.grain(entity, expression.field, expression.grain === 'hour', at);
    if (depth > 0 && (expression.kind === 'grain' || (expression.kind === 'field' && !this.#isNumber(entity, expression.field))))
      return this.#report(at, 'Only numbers can be put together.');
    if (expression.kind !== 'arithmetic') return undefined;
    this.expression(entity, expression.left, `${at}.arithmetic.left`, depth + 1);
    return this.expression(entity, expression.right, `${at}.arithmetic.right`, depth + 1);
  }

  #isNumber(entity: string, field: FieldRef): boolean {
    const attribute = this.#model.resolve(entity, field)?.attribute ?? null;
    return attribute !== null && isNumeric(attribute);
  }

  filters(entity: string, filters: readonly Filter[], at: string, depth = 0): void {
    filters.forEach((filter, index) => this.filter(entity, filter, `${at}[${index}]`, depth));
  }

  filter(entity: string, filter: Filter, at: string, depth: number): void {
    if (depth > MAX_NESTING) return this.#report(at, `Conditions stand at most ${MAX_NESTING} deep in one another.`);
    switch (filter.kind) {
      case 'equals': {
        const attribute = this.#model.resolve(entity, filter.field)?.attribute ?? null;
        const wrong = filter.values.find((value) => !fits(attribute, value));
        if (wrong !== undefined)
          this.#report(
            `${at}.equals.values`,
            `${JSON.stringify(wrong).slice(0, MAX_NAME)} is no value of ${attribute?.label ?? 'a record’s id'}.`,
          );
        return undefined;
      }
      case 'compare':
        this.number(filter.value, `${at}.compare.value`);
        return this.expression(entity, filter.of, `${at}.compare.of`);
      case 'text':
        return isText(filter.text)
          ? undefined
          : this.#report(`${at}.text.text`, `A text that is looked for has at most ${MAX_NAME} characters.`);
      case 'blank':
        return undefined;
      case 'time':
        this.day(filter.from, `${at}.time.from`);
        return this.day(filter.to, `${at}.time.to`);
      case 'datePart': {
        const [lowest, highest] = PARTS[filter.part];
        if (filter.values.some((value) => value < lowest || value > highest))
          this.#report(`${at}.calendarParts.parts`, `They lie between ${lowest} and ${highest}.`);
        return this.grain(entity, filter.field, filter.part === 'hour', `${at}.calendarParts.field`);
      }
      case 'related':
        return this.filters(filter.entity, filter.filters, `${at}.related.filters`, depth + 1);
      case 'nested':
        if (filter.set.counted !== null) {
          this.number(filter.set.counted.value ?? 0, `${at}.nested.set.counted.value`);
          this.filters(filter.set.counted.entity, filter.set.counted.filters, `${at}.nested.set.counted.filters`, depth + 1);
        }
        return this.filters(filter.set.entity, filter.set.filters, `${at}.nested.set.filters`, depth + 1);
      case 'any':
        return this.filters(entity, filter.filters, `${at}.any.filters`, depth + 1);
    }
  }

  /** @returns whether the measure is a number. */
  formula(plan: QueryPlan, expression: MeasureExpression, at: string, depth = 0): boolean {
    if (depth > MAX_NESTING) {
      this.#report(at, `Numbers are put together at most ${MAX_NESTING} deep.`);
      return true;
    }
    if (expression.kind === 'constant') {
      this.number(expression.value, at);
      return true;
    }
    if (expression.kind === 'combine') {
      const sides = (['left', 'right'] as const).map((side) => this.formula(plan, expression[side], `${at}.combine.${side}`, depth + 1));
      if (sides.includes(false)) this.#report(at, 'Only numbers can be put together.');
      return true;
    }
    const entity = plan.sources[expression.source]?.entity ?? '';
    this.filters(entity, expression.filters, `${at}.aggregate.filters`);
    if (expression.overTime !== undefined && (plan.sources[expression.source]?.timeField ?? null) === null)
      this.#report(`${at}.aggregate.overTime`, 'Its records carry no date, so there are no moments.');
    if (expression.of === null) return true;
    this.expression(entity, expression.of, `${at}.aggregate.of`);
    if (expression.with !== undefined) this.expression(entity, expression.with, `${at}.aggregate.with`);
    if ((expression.function !== 'min' && expression.function !== 'max') || expression.of.kind !== 'field') return true;
    const attribute = this.#model.resolve(entity, expression.of.field)?.attribute ?? null;
    if (attribute === null || attribute.type === 'BOOLEAN') this.#report(`${at}.aggregate.of`, 'There is no lowest or highest of it.');
    return attribute === null || isNumeric(attribute);
  }
}

function checkSources(plan: QueryPlan, check: StrictCheck, model: ModelIndex, report: Report): void {
  plan.sources.forEach((source, index) => {
    const at = `sources[${index}]`;
    check.filters(source.entity, source.filters, `${at}.filters`);
    if (source.span !== undefined) check.day(source.span.asOf, `${at}.span.asOf`);
    plan.groupBy.forEach((dimension, position) => {
      const key = source.keys[position];
      if (key === undefined) return;
      const found = model.resolve(source.entity, key);
      check.grain(source.entity, key, dimension.grain === 'hour', `${at}.keys[${position}]`);
      if (dimension.entity !== null && (found?.attribute !== null || found.entity.name !== dimension.entity))
        report(`${at}.keys[${position}]`, `It does not lead to a record of ${dimension.entity}.`);
      if (dimension.grain !== null && dimension.entity !== null) report(`groupBy[${position}]`, 'A record is no part of the calendar.');
      const first = plan.sources[0];
      const other = first === undefined ? null : model.resolve(first.entity, first.keys[position] ?? key);
      if (dimension.grain === null && found?.attribute?.type !== other?.attribute?.type)
        report(`${at}.keys[${position}]`, 'A dimension is of one type in all sources.');
    });
  });
}

/**
 * What is wrong with a validated plan that somebody else made: nothing that passes fails in the database for its values or types, or is so large
 * that compiling it holds anybody up. Ours are made of the data's own values, and need none of it.
 */
export function strictFaults(plan: QueryPlan, model: ModelIndex): PlanFault[] {
  const faults: PlanFault[] = [];
  const report: Report = (at, text) => void faults.push({ at, text });
  const check = new StrictCheck(model, report);
  checkSources(plan, check, model, report);
  const numbers = plan.measures.map((measure, index) => {
    check.name(measure.id, `measures[${index}].id`);
    check.name(measure.label, `measures[${index}].label`);
    return check.formula(plan, measure.expression, `measures[${index}].expression`);
  });
  if (new Set(plan.measures.map(({ id }) => id)).size < plan.measures.length) report('measures', 'Each measure has an id of its own.');
  plan.measures.forEach(({ expression }, index) => {
    if (aggregatesOf(expression).length === 0) report(`measures[${index}].expression`, 'It reads no records.');
  });
  plan.groupBy.forEach((dimension, index) => check.name(dimension.label, `groupBy[${index}].label`));
  plan.having.forEach(({ measure, value }, index) => {
    check.number(value, `having[${index}].value`);
    if (numbers[measure] === false) report(`having[${index}].measure`, 'Only numbers can be compared.');
  });
  check.period(plan.period, 'period');
  check.period(plan.compare, 'compare');
  if (plan.shape === 'list' && plan.order.some(({ by }) => by !== 'column')) report('order', 'A list is ordered by its columns.');
  if (plan.shape !== 'list' && plan.order.some(({ by }) => by === 'column')) report('order', 'Only lists have columns to order by.');
  return faults;
}
