import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import type { CompiledQuery, RawBuilder } from 'kysely';
import type { ModelIndex } from '../model/model-index.ts';
import { MAX_ROWS } from '../plan/query-plan.ts';
import type { Filter, Period, QueryPlan, Source } from '../plan/query-plan.ts';
import { compileAggregate, compileMeasure } from './aggregates.ts';
import { comparison, compileFilter, utc, whereClause } from './conditions.ts';
import { compileGrain } from './grains.ts';
import { JoinBook } from './joins.ts';

/** Compiles only: it owns no connection, so nothing can run by mistake. */
const dialect = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

function periodFilter(source: Source, period: Period | null): Filter[] {
  if (period === null || source.timeField === null) return [];
  return [{ kind: 'time', field: source.timeField, from: period.from, to: period.to }];
}

function conditionsOf(plan: QueryPlan, source: Source, book: JoinBook): RawBuilder<unknown>[] {
  const filters = [...source.filters, ...periodFilter(source, plan.period)];
  plan.groupBy.forEach((dimension, index) => {
    const key = source.keys[index];
    if (!dimension.keepBlank && key !== undefined) filters.push({ kind: 'blank', field: key, negated: true });
  });
  return filters.map((filter) => compileFilter(filter, book));
}

/** Dimension columns `d0`, and for entities `d0_id`, so that two records of one name stay two. */
function dimensionColumns(plan: QueryPlan, source: Source, book: JoinBook): RawBuilder<unknown>[] {
  return plan.groupBy.flatMap((dimension, index) => {
    const key = source.keys[index];
    if (key === undefined) throw new Error('A dimension without a key');
    const name = `d${index}`;
    if (dimension.entity !== null)
      return [sql`${book.title(key.path)} as ${sql.id(name)}`, sql`${book.column(key)} as ${sql.id(`${name}_id`)}`];
    const value = dimension.grain === null ? book.column(key) : compileGrain(dimension.grain, utc(book, key));
    return [sql`${value} as ${sql.id(name)}`];
  });
}

function dimensionNames(plan: QueryPlan): string[] {
  return plan.groupBy.flatMap((dimension, index) => (dimension.entity === null ? [`d${index}`] : [`d${index}`, `d${index}_id`]));
}

/** The plan's order; where it leaves a tie, names decide, so that the same data gives the same rows. */
function orderClause(plan: QueryPlan): RawBuilder<unknown> {
  if (plan.order.length === 0) return sql``;
  const prefix = { measure: 'm', dimension: 'd', column: 'c' };
  const parts = plan.order.map(({ by, index, direction }) => ({ name: `${prefix[by]}${index}`, direction }));
  const names = plan.shape === 'list' ? ['c0'] : dimensionNames(plan);
  const ties = names.filter((name) => !parts.some((part) => part.name === name)).map((name) => ({ name, direction: 'asc' as const }));
  const all = [...parts, ...ties].map(
    ({ name, direction }) => sql`${sql.id(name)} ${direction === 'asc' ? sql`asc` : sql`desc`} nulls last`,
  );
  return sql`\norder by ${sql.join(all)}`;
}

function limitClause(plan: QueryPlan): RawBuilder<unknown> {
  return plan.shape === 'value' ? sql`` : sql`\nlimit ${sql.lit(plan.limit === MAX_ROWS ? MAX_ROWS + 1 : plan.limit)}`;
}

function groupClause(columns: number): RawBuilder<unknown> {
  return columns === 0 ? sql`` : sql`\ngroup by ${sql.join(Array.from({ length: columns }, (_, index) => sql.lit(index + 1)))}`;
}

function oneSource(plan: QueryPlan, source: Source, model: ModelIndex): RawBuilder<unknown> {
  const book = new JoinBook(model, source.entity, 't');
  const dimensions = dimensionColumns(plan, source, book);
  const measures = plan.measures.map((measure) => compileMeasure(measure.expression, (leaf) => compileAggregate(leaf, book)));
  const columns = [...dimensions, ...measures.map((measure, index) => sql`${measure} as ${sql.id(`m${index}`)}`)];
  const where = whereClause(conditionsOf(plan, source, book));
  const having = plan.having.map((each) => sql`${measures[each.measure] ?? sql`null`} ${comparison(each.operator)} ${each.value}`);
  const havingClause = having.length === 0 ? sql`` : sql`\nhaving ${sql.join(having, sql` and `)}`;
  return sql`select ${sql.join(columns)}${book.from()}${where}${groupClause(dimensions.length)}${havingClause}${orderClause(plan)}${limitClause(plan)}`;
}

/** Several sources: each aggregated on its own, then joined on the dimensions, so that no source multiplies another. */
function manySources(plan: QueryPlan, model: ModelIndex): RawBuilder<unknown> {
  const leaves = new Map<unknown, { source: number; name: string }>();
  const parts = plan.sources.map((source, sourceIndex) => {
    const book = new JoinBook(model, source.entity, `t${sourceIndex}`);
    const dimensions = dimensionColumns(plan, source, book);
    const aggregates: RawBuilder<unknown>[] = [];
    for (const measure of plan.measures) {
      compileMeasure(measure.expression, (leaf) => {
        if (leaf.source === sourceIndex) {
          const name = `a${aggregates.length}`;
          aggregates.push(sql`${compileAggregate(leaf, book)} as ${sql.id(name)}`);
          leaves.set(leaf, { source: sourceIndex, name });
        }
        return sql``;
      });
    }
    const where = whereClause(conditionsOf(plan, source, book));
    return sql`${sql.id(`s${sourceIndex}`)} as (select ${sql.join([...dimensions, ...aggregates])}${book.from()}${where}${groupClause(dimensions.length)})`;
  });
  const names = dimensionNames(plan);
  const sources = plan.sources.map((_, index) => `s${index}`);
  const keyed = sql`(${sql.join(
    sources.map((source) => sql`select ${sql.join(names.map((name) => sql.id(name)))} from ${sql.id(source)}`),
    sql` union `,
  )}) as k`;
  const joined = sources.map(
    (source) =>
      sql`\nleft join ${sql.id(source)} on ${sql.join(
        names.map((name) => sql`${sql.id(source, name)} is not distinct from ${sql.id('k', name)}`),
        sql` and `,
      )}`,
  );
  const from =
    names.length === 0
      ? sql`\nfrom ${sql.join(
          sources.map((source) => sql.id(source)),
          sql` cross join `,
        )}`
      : sql`\nfrom ${keyed}${sql.join(joined, sql``)}`;
  const measures = plan.measures.map((measure) =>
    compileMeasure(measure.expression, (leaf) => {
      const at = leaves.get(leaf);
      if (at === undefined) throw new Error('A measure without a source');
      return sql`${sql.id(`s${at.source}`, at.name)}`;
    }),
  );
  const columns = [
    ...names.map((name) => sql`${sql.id('k', name)}`),
    ...measures.map((measure, index) => sql`${measure} as ${sql.id(`m${index}`)}`),
  ];
  const having = plan.having.map((each) => sql`${measures[each.measure] ?? sql`null`} ${comparison(each.operator)} ${each.value}`);
  return sql`with ${sql.join(parts, sql`,\n`)}\nselect ${sql.join(columns)}${from}${whereClause(having)}${orderClause(plan)}${limitClause(plan)}`;
}

function list(plan: QueryPlan, source: Source, model: ModelIndex): RawBuilder<unknown> {
  const book = new JoinBook(model, source.entity, 't');
  const columns = plan.columns.map(
    (field, index) => sql`${field.attribute === 'id' ? book.title(field.path) : book.column(field)} as ${sql.id(`c${index}`)}`,
  );
  const where = whereClause(conditionsOf(plan, source, book));
  return sql`select ${plan.distinct ? sql`distinct ` : sql``}${sql.join(columns)}${book.from()}${where}${orderClause(plan)}${limitClause(plan)}`;
}

/**
 * Compiles a validated plan to one parameterised PostgreSQL statement on the tenant's canonical tables (unqualified names: the tenant's
 * search_path decides). Result columns are d0…, d0_id…, m0… for values and groups, c0… for lists.
 */
export function compilePlan(plan: QueryPlan, model: ModelIndex): CompiledQuery {
  const first = plan.sources[0];
  if (first === undefined) throw new Error('A plan without a source');
  if (plan.shape === 'list') return list(plan, first, model).compile(dialect);
  return (plan.sources.length === 1 ? oneSource(plan, first, model) : manySources(plan, model)).compile(dialect);
}
