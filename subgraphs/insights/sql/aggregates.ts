import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { MeasureExpression } from '../plan/query-plan.ts';
import { compileExpression, compileFilter } from './conditions.ts';
import type { JoinBook } from './joins.ts';

type Leaf = Extract<MeasureExpression, { kind: 'aggregate' }>;

function call(leaf: Leaf, book: JoinBook): RawBuilder<unknown> {
  if (leaf.of === null) return sql`count(*)`;
  const of = compileExpression(leaf.of, book);
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

/** One aggregate with its own conditions as a FILTER clause. */
export function compileAggregate(leaf: Leaf, book: JoinBook): RawBuilder<unknown> {
  const aggregate = call(leaf, book);
  if (leaf.filters.length === 0) return aggregate;
  return sql`${aggregate} filter (where ${sql.join(
    leaf.filters.map((filter) => compileFilter(filter, book)),
    sql` and `,
  )})`;
}

/** A measure over its leaves; a ratio whose denominator is nought is null. */
export function compileMeasure(expression: MeasureExpression, leaf: (aggregate: Leaf) => RawBuilder<unknown>): RawBuilder<unknown> {
  switch (expression.kind) {
    case 'aggregate':
      return leaf(expression);
    case 'constant':
      return sql`${expression.value}::numeric`;
    case 'combine': {
      const left = compileMeasure(expression.left, leaf);
      const right = compileMeasure(expression.right, leaf);
      if (expression.operator === '/') return sql`(${left})::numeric / nullif(${right}, 0)`;
      if (expression.operator === '*') return sql`(${left}) * (${right})`;
      return expression.operator === '+' ? sql`(${left} + ${right})` : sql`(${left} - ${right})`;
    }
  }
}
