import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Comparison, CountedRelated, Expression, FieldRef, Filter, RecordSet } from '../plan/query-plan.ts';
import { compileGrain } from './grains.ts';
import type { JoinBook } from './joins.ts';
import { amountOf } from './money.ts';
import type { FieldReader } from './money.ts';

const COMPARISON: Record<Comparison, RawBuilder<unknown>> = {
  '<': sql`<`,
  '<=': sql`<=`,
  '>': sql`>`,
  '>=': sql`>=`,
  '=': sql`=`,
  '<>': sql`<>`,
};
/** The largest number of PostgreSQL’s `integer`. */
const MOST_SMALL = 2_147_483_647;
const ARITHMETIC = { '+': sql`+`, '-': sql`-`, '*': sql`*` } as const;

/** A date or instant as the wall clock of UTC, whatever the session's time zone. */
export function utc(book: JoinBook, field: FieldRef): RawBuilder<unknown> {
  const column = book.column(field);
  return book.type(field) === 'DATETIME' ? sql`(${column} at time zone 'UTC')` : column;
}

/** The comparison operator as SQL. */
export function comparison(operator: Comparison): RawBuilder<unknown> {
  return COMPARISON[operator];
}

/** A number to compare with. Where it is none of a small whole column, it says so: else it would be taken for one, and refused. */
export function literalNumber(value: number): RawBuilder<unknown> {
  return Number.isInteger(value) && Math.abs(value) <= MOST_SMALL ? sql`${value}` : sql`${value}::numeric`;
}

/** A number of one record. Division by nought is null; whole numbers divide as decimals. */
export function compileExpression(expression: Expression, book: JoinBook, read: FieldReader = amountOf): RawBuilder<unknown> {
  switch (expression.kind) {
    case 'field':
      return read(expression.field, book);
    case 'number':
      return sql`${expression.value}::numeric`;
    case 'grain':
      return compileGrain(expression.grain, utc(book, expression.field), book.model.calendar);
    case 'days':
      return sql`(${utc(book, expression.to)}::date - ${utc(book, expression.from)}::date)`;
    case 'arithmetic': {
      const left = compileExpression(expression.left, book, read);
      const right = compileExpression(expression.right, book, read);
      if (expression.operator === '/') return sql`(${left}::numeric / nullif(${right}, 0))`;
      return sql`(${left} ${ARITHMETIC[expression.operator]} ${right})`;
    }
  }
}

function timeRange(filter: { field: FieldRef; from: string | null; to: string | null }, book: JoinBook): RawBuilder<unknown> {
  const column = book.column(filter.field);
  const instant = book.type(filter.field) === 'DATETIME';
  const bound = (day: string) => (instant ? sql`${`${day}T00:00:00Z`}::timestamptz` : sql`${day}::date`);
  const parts: RawBuilder<unknown>[] = [];
  if (filter.from !== null) parts.push(sql`${column} >= ${bound(filter.from)}`);
  if (filter.to !== null) parts.push(sql`${column} < ${bound(filter.to)}`);
  return parts.length === 0 ? sql`${column} is not null` : sql.join(parts, sql` and `);
}

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

function likePattern(match: 'contains' | 'starts' | 'ends', text: string): string {
  const escaped = escapeLike(text);
  if (match === 'contains') return `%${escaped}%`;
  return match === 'starts' ? `${escaped}%` : `%${escaped}`;
}

const PART = { month: sql`month`, weekday: sql`isodow`, hour: sql`hour` } as const;

/** A condition on one record as SQL; every literal is a bound parameter. Nested sub-queries get aliases of their own depth. */
export function compileFilter(filter: Filter, book: JoinBook): RawBuilder<unknown> {
  switch (filter.kind) {
    case 'equals': {
      const column = book.column(filter.field);
      const list = sql.join(filter.values.map((value) => sql`${value}`));
      if (filter.values.length === 1) return filter.negated ? sql`${column} <> ${list}` : sql`${column} = ${list}`;
      return filter.negated ? sql`${column} not in (${list})` : sql`${column} in (${list})`;
    }
    case 'compare':
      return sql`${compileExpression(filter.of, book)} ${comparison(filter.operator)} ${literalNumber(filter.value)}`;
    case 'text': {
      const matches = sql`${book.column(filter.field)}::text ilike ${likePattern(filter.match, filter.text)}`;
      return filter.negated ? sql`not (${matches})` : matches;
    }
    case 'blank':
      return filter.negated ? sql`${book.column(filter.field)} is not null` : sql`${book.column(filter.field)} is null`;
    case 'time':
      return timeRange(filter, book);
    case 'datePart':
      return sql`extract(${PART[filter.part]} from ${utc(book, filter.field)}) in (${sql.join(filter.values.map((value) => sql`${value}`))})`;
    case 'any':
      return sql`(${sql.join(
        filter.filters.map((inner) => compileFilter(inner, book)),
        sql` or `,
      )})`;
    case 'nested': {
      const column = book.column(filter.field);
      const set = compileSet(filter.set, book);
      if (filter.operator !== 'in') return sql`${column} ${comparison(filter.operator)} ${set}`;
      return filter.negated ? sql`(${column} is null or ${column} not in ${set})` : sql`${column} in ${set}`;
    }
    case 'related': {
      const inner = book.child(filter.entity, `${book.root}_r`);
      const back = inner.column({ path: filter.relation, attribute: 'id' });
      const conditions = [sql`${back} = ${sql.id(book.root, 'id')}`, ...filter.filters.map((each) => compileFilter(each, inner))];
      const exists = sql`exists (select 1${inner.from()} where ${sql.join(conditions, sql` and `)})`;
      return filter.negated ? sql`not ${exists}` : exists;
    }
  }
}

const FUNCTION = { min: sql`min`, max: sql`max`, average: sql`avg`, sum: sql`sum` } as const;

/** A set of records as a sub-query, in brackets: values that are there, or the one number made of them. */
function compileSet(set: RecordSet, outer: JoinBook): RawBuilder<unknown> {
  const book = outer.child(set.entity, `${outer.root}_n`);
  const value = book.column(set.field);
  const conditions = [...set.filters.map((each) => compileFilter(each, book)), sql`${value} is not null`];
  const { counted } = set;
  const number = counted === null ? null : compileCounted(counted, book);
  if (number !== null && counted?.operator != null)
    conditions.push(sql`${number} ${comparison(counted.operator)} ${literalNumber(counted.value ?? 0)}`);
  const selected = set.function === null ? value : sql`${FUNCTION[set.function]}(${value})`;
  const direction = counted?.direction === 'asc' ? sql`asc` : sql`desc`;
  const first = number === null || counted?.direction == null ? sql`` : sql` order by ${number} ${direction} fetch first 1 rows with ties`;
  return sql`(select ${selected}${book.from()}${whereClause(conditions)}${first})`;
}

/** How many records lead to the set's record. */
function compileCounted(counted: CountedRelated, book: JoinBook): RawBuilder<unknown> {
  const inner = book.child(counted.entity, `${book.root}_c`);
  const back = inner.column({ path: counted.relation, attribute: 'id' });
  const conditions = [sql`${back} = ${sql.id(book.root, 'id')}`, ...counted.filters.map((each) => compileFilter(each, inner))];
  return sql`(select count(*)${inner.from()} where ${sql.join(conditions, sql` and `)})`;
}

/** ` where a and b`, or nothing. */
export function whereClause(conditions: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`\nwhere ${sql.join(conditions, sql` and `)}`;
}
