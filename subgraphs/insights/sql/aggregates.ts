import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Expression, Grain, MeasureExpression } from '../plan/query-plan.ts';
import { compileExpression, compileFilter } from './conditions.ts';
import type { JoinBook } from './joins.ts';
import { oneCurrency } from './money.ts';

export type Leaf = Extract<MeasureExpression, { kind: 'aggregate' }>;

function call(leaf: Leaf, expression: Expression, book: JoinBook): RawBuilder<unknown> {
  const of = compileExpression(expression, book);
  switch (leaf.function) {
    case 'count':
      return sql`count(${of})`;
    case 'countDistinct':
      return sql`count(distinct ${of})`;
    case 'sum':
      return sql`sum(${of})`;
    case 'average':
      return sql`avg(${of})`;
    case 'min':
      return sql`min(${of})`;
    case 'max':
      return sql`max(${of})`;
    case 'correlation':
      return sql`corr(${of}, ${leaf.with === undefined ? of : compileExpression(leaf.with, book)})`;
    case 'median':
      return sql`percentile_cont(0.5) within group (order by ${of})`;
  }
}

/**
 * One aggregate with its own conditions as a FILTER clause. Amounts are taken together in one currency only: a group in which one has no
 * rate, or that mixes currencies nobody converts, comes out as null and never as a sum of unlike things.
 */
export function compileAggregate(leaf: Leaf, book: JoinBook): RawBuilder<unknown> {
  const conditions = leaf.filters.map((filter) => compileFilter(filter, book));
  const where = conditions.length === 0 ? sql`` : sql` filter (where ${sql.join(conditions, sql` and `)})`;
  const { of } = leaf;
  if (of === null) return sql`count(*)${where}`;
  const aggregate = sql`${call(leaf, of, book)}${where}`;
  if (leaf.function === 'count' || leaf.function === 'countDistinct') return aggregate;
  const sound = oneCurrency(of, book, (reader) => compileExpression(of, book, reader), where);
  return sound === null ? aggregate : sql`case when ${sound} then ${aggregate} end`;
}

const DAYS_OF: Partial<Record<Grain, number>> = {
  year: 365,
  fiscalYear: 365,
  quarter: 91.25,
  fiscalQuarter: 91.25,
  month: 365 / 12,
  week: 7,
  day: 1,
};

/** How many days a number of a plan is about: those of its buckets, else of its period; null when it has neither. */
export function periodDays(plan: {
  groupBy: readonly { grain: Grain | null }[];
  period: { from: string | null; to: string | null } | null;
}): number | null {
  const grain = plan.groupBy.find((dimension) => dimension.grain !== null)?.grain ?? null;
  if (grain !== null) return DAYS_OF[grain] ?? null;
  const { from = null, to = null } = plan.period ?? {};
  return from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** A measure over its leaves; a ratio whose denominator is nought is null. `days`: how long the period is, where that is known. */
export function compileMeasure(
  expression: MeasureExpression,
  leaf: (aggregate: Leaf) => RawBuilder<unknown>,
  days: number | null = null,
): RawBuilder<unknown> {
  switch (expression.kind) {
    case 'aggregate':
      return leaf(expression);
    case 'constant':
      return sql`${expression.perPeriod === true && days !== null ? days : expression.value}::numeric`;
    case 'combine': {
      const left = compileMeasure(expression.left, leaf, days);
      const right = compileMeasure(expression.right, leaf, days);
      if (expression.operator === '/') return sql`(${left})::numeric / nullif(${right}, 0)`;
      if (expression.operator === '*') return sql`(${left}) * (${right})`;
      return expression.operator === '+' ? sql`(${left} + ${right})` : sql`(${left} - ${right})`;
    }
  }
}
