import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import type { CompiledQuery, RawBuilder } from 'kysely';
import type { ModelIndex } from '../model/model-index.ts';
import { MAX_ROWS } from '../plan/query-plan.ts';
import type { QueryPlan, Source } from '../plan/query-plan.ts';
import { compileAggregate, compileMeasure, periodDays } from './aggregates.ts';
import { comparison, literalNumber, whereClause } from './conditions.ts';
import { gapColumns, rateColumns } from './money.ts';
import type { Foreign } from './money.ts';
import { compileSource, dimensionNames, groupClause, partByTime } from './over-time.ts';
import { SourceParts } from './source-parts.ts';

/** Compiles only: it owns no connection, so nothing can run by mistake. */
const dialect = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

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
  if (plan.shape === 'value') return sql``;
  const offset = plan.offset === undefined ? sql`` : sql` offset ${sql.lit(plan.offset)}`;
  return sql`\nlimit ${sql.lit(plan.limit === MAX_ROWS ? MAX_ROWS + 1 : plan.limit)}${offset}`;
}

function havingConditions(plan: QueryPlan, measures: RawBuilder<unknown>[]): RawBuilder<unknown>[] {
  return plan.having.map((each) => sql`${measures[each.measure] ?? sql`null`} ${comparison(each.operator)} ${literalNumber(each.value)}`);
}

function oneSource(plan: QueryPlan, source: Source, model: ModelIndex): RawBuilder<unknown> {
  const parts = new SourceParts(plan, source, model, 't');
  const { columns: dimensions, places } = parts.groups();
  const days = periodDays(plan);
  const measures = plan.measures.map((measure) => compileMeasure(measure.expression, (leaf) => compileAggregate(leaf, parts.book), days));
  const columns = [...dimensions, ...measures.map((measure, index) => sql`${measure} as ${sql.id(`m${index}`)}`)];
  const where = whereClause(parts.conditions(plan.period));
  const having = havingConditions(plan, measures);
  const havingClause = having.length === 0 ? sql`` : sql`\nhaving ${sql.join(having, sql` and `)}`;
  return sql`select ${sql.join(columns)}${parts.book.from()}${where}${groupClause(places)}${havingClause}${orderClause(plan)}${limitClause(plan)}`;
}

/** Several sources: each aggregated on its own, then joined on the dimensions, so that no source multiplies another. */
function manySources(plan: QueryPlan, modes: ReturnType<typeof partByTime>['modes'], model: ModelIndex): RawBuilder<unknown> {
  const leaves = new Map<unknown, { source: number; name: string }>();
  const parts = plan.sources.map((_, index) => {
    const compiled = compileSource(plan, index, modes[index] ?? null, model);
    for (const [leaf, name] of compiled.leaves) leaves.set(leaf, { source: index, name });
    return sql`${sql.id(`s${index}`)} as (${compiled.body})`;
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
  const days = periodDays(plan);
  const measures = plan.measures.map((measure) =>
    compileMeasure(
      measure.expression,
      (leaf) => {
        const at = leaves.get(leaf);
        if (at === undefined) throw new Error('A measure without a source');
        return sql`${sql.id(`s${at.source}`, at.name)}`;
      },
      days,
    ),
  );
  const columns = [
    ...names.map((name) => sql`${sql.id('k', name)}`),
    ...measures.map((measure, index) => sql`${measure} as ${sql.id(`m${index}`)}`),
  ];
  const having = havingConditions(plan, measures);
  return sql`with ${sql.join(parts, sql`,\n`)}\nselect ${sql.join(columns)}${from}${whereClause(having)}${orderClause(plan)}${limitClause(plan)}`;
}

function list(plan: QueryPlan, source: Source, model: ModelIndex): RawBuilder<unknown> {
  const parts = new SourceParts(plan, source, model, 't');
  const { book } = parts;
  const columns = plan.columns.map(
    (field, index) => sql`${field.attribute === 'id' ? book.title(field.path) : book.column(field)} as ${sql.id(`c${index}`)}`,
  );
  const where = whereClause(parts.conditions(plan.period));
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
  const parted = partByTime(plan);
  const [only, ...others] = parted.modes;
  const alone = others.length === 0 && only === null;
  return (alone ? oneSource(parted.plan, first, model) : manySources(parted.plan, parted.modes, model)).compile(dialect);
}

/** Which currencies of an amount cannot be told in the reporting one (without one: which there are): `code`, `records`, `first`. */
export function currencyGaps(plan: QueryPlan, model: ModelIndex, amount: Foreign): CompiledQuery {
  const [source] = plan.sources;
  if (source === undefined) throw new Error('A plan without a source');
  const parts = new SourceParts(plan, source, model, 't');
  const { columns, where } = gapColumns(amount, parts.book, source.timeField === null ? null : parts.day());
  const conditions = whereClause([...parts.conditions(plan.period), where]);
  return sql`select ${columns}${parts.book.from()}${conditions} group by 1 order by 2 desc, 1 limit 10`.compile(dialect);
}

/** The rates that amounts of a plan's first source are converted by: `code`, `days`, `first`, `last`, `rate`, `sources`, of five currencies. */
export function ratesUsed(plan: QueryPlan, model: ModelIndex, amount: Foreign, to: string): CompiledQuery {
  const [source] = plan.sources;
  if (source === undefined) throw new Error('A plan without a source');
  const parts = new SourceParts(plan, source, model, 't');
  const { columns, where } = rateColumns(amount, to, parts.book);
  const conditions = whereClause([...parts.conditions(plan.period), where]);
  return sql`select ${columns}${parts.book.from()}${conditions} group by 1 order by count(*) desc, 1 limit 5`.compile(dialect);
}
