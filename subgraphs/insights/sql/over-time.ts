import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ModelIndex } from '../model/model-index.ts';
import type { MeasureExpression, OverTime, QueryPlan, Source } from '../plan/query-plan.ts';
import { aggregatesOf } from '../plan/plan-walk.ts';
import { compileAggregate, compileMeasure } from './aggregates.ts';
import type { Leaf } from './aggregates.ts';
import { whereClause } from './conditions.ts';
import { compileGrain } from './grains.ts';
import { SourceParts } from './source-parts.ts';

/** How the numbers of a source are told over time; null: together. */
type Mode = OverTime | null;

const modesOf = (plan: QueryPlan): Map<number, Set<Mode>> => {
  const found = new Map<number, Set<Mode>>();
  for (const measure of plan.measures)
    for (const leaf of aggregatesOf(measure.expression))
      found.set(leaf.source, (found.get(leaf.source) ?? new Set<Mode>()).add(leaf.overTime ?? null));
  return found;
};

function moved(expression: MeasureExpression, to: (leaf: Leaf) => number): MeasureExpression {
  if (expression.kind === 'aggregate') return { ...expression, source: to(expression) };
  if (expression.kind === 'constant') return expression;
  return { ...expression, left: moved(expression.left, to), right: moved(expression.right, to) };
}

/** The plan with one way over time for each source: records that feed a flow and a balance are read once for each. */
export function partByTime(plan: QueryPlan): { plan: QueryPlan; modes: Mode[] } {
  const found = modesOf(plan);
  const sources: Source[] = [];
  const modes: Mode[] = [];
  const place = new Map<string, number>();
  plan.sources.forEach((source, index) => {
    for (const mode of found.get(index) ?? new Set<Mode>([null])) {
      place.set(`${index} ${mode ?? ''}`, sources.length);
      sources.push(source);
      modes.push(mode);
    }
  });
  const measures = plan.measures.map((measure) => ({
    ...measure,
    expression: moved(measure.expression, (leaf) => place.get(`${leaf.source} ${leaf.overTime ?? ''}`) ?? 0),
  }));
  return { plan: { ...plan, sources, measures }, modes };
}

/** Names of the dimension columns. */
export function dimensionNames(plan: QueryPlan): string[] {
  return plan.groupBy.flatMap((dimension, index) => (dimension.entity === null ? [`d${index}`] : [`d${index}`, `d${index}_id`]));
}

const timeNames = (plan: QueryPlan): string[] => plan.groupBy.flatMap(({ grain }, index) => (grain === null ? [] : [`d${index}`]));
const ids = (names: readonly string[]): RawBuilder<unknown>[] => names.map((name) => sql.id(name));
const partition = (names: readonly string[]): RawBuilder<unknown> =>
  names.length === 0 ? sql`` : sql`partition by ${sql.join(ids(names))}`;
/** `group by` the columns at these places of a select. */
export function groupClause(places: readonly number[]): RawBuilder<unknown> {
  return places.length === 0 ? sql`` : sql`\ngroup by ${sql.join(places.map((place) => sql.lit(place)))}`;
}
const first = (columns: number): number[] => Array.from({ length: columns }, (_, index) => index + 1);

/** A balance's moment within a group: its last, its first, or the average of all. */
function ofMoments(plan: QueryPlan, inner: RawBuilder<unknown>, names: readonly string[], mode: 'last' | 'first' | 'average') {
  const dimensions = dimensionNames(plan);
  const end = mode === 'last' ? sql`max` : sql`min`;
  const marks = names.map(
    (name) => sql`${end}("~d") filter (where ${sql.id(name)} is not null) over (${partition(timeNames(plan))}) as ${sql.id(`~${name}`)}`,
  );
  const numbers = names.map((name) =>
    mode === 'average'
      ? sql`avg(${sql.id(name)}) as ${sql.id(name)}`
      : sql`max(${sql.id(name)}) filter (where "~d" = ${sql.id(`~${name}`)}) as ${sql.id(name)}`,
  );
  const marked = mode === 'average' ? inner : sql`select i.*, ${sql.join(marks)} from (${inner}) as i`;
  return sql`select ${sql.join([...ids(dimensions), ...numbers])} from (${marked}) as m${groupClause(first(dimensions.length))}`;
}

/** Everything up to each bucket, shown from the period's first bucket on. */
function ofAllBefore(plan: QueryPlan, inner: RawBuilder<unknown>, names: readonly string[], model: ModelIndex): RawBuilder<unknown> {
  const times = timeNames(plan);
  if (times.length === 0) return inner;
  const dimensions = dimensionNames(plan);
  const others = dimensions.filter((name) => !times.includes(name));
  const window = sql`(${partition(others)} order by ${sql.join(ids(times))})`;
  const numbers = names.map((name) => sql`sum(${sql.id(name)}) over ${window} as ${sql.id(name)}`);
  const all = sql`select ${sql.join([...ids(dimensions), ...numbers])} from (${inner}) as i`;
  const from = plan.period?.from ?? null;
  const shown = plan.groupBy.flatMap(({ grain }, index) =>
    grain === null || from === null ? [] : [sql`${sql.id(`d${index}`)} >= ${compileGrain(grain, sql`${from}::timestamp`, model.calendar)}`],
  );
  return shown.length === 0 ? all : sql`select * from (${all}) as r${whereClause(shown)}`;
}

/** One source aggregated on its own: its dimensions and `a0…` for its leaves, in the way over time that it has. */
export function compileSource(plan: QueryPlan, index: number, mode: Mode, model: ModelIndex) {
  const source = plan.sources[index];
  if (source === undefined) throw new Error('A plan without a source');
  const parts = new SourceParts(plan, source, model, `t${index}`);
  const dimensions = parts.dimensions();
  const leaves = new Map<Leaf, string>();
  const aggregates: RawBuilder<unknown>[] = [];
  for (const measure of plan.measures)
    compileMeasure(measure.expression, (leaf) => {
      if (leaf.source !== index) return sql``;
      const name = `a${aggregates.length}`;
      const value = compileAggregate(leaf, parts.book);
      // A moment at which nothing is counted is no moment of the balance.
      const counted = mode !== null && mode !== 'running' && leaf.function.startsWith('count');
      aggregates.push(sql`${counted ? sql`nullif(${value}, 0)` : value} as ${sql.id(name)}`);
      leaves.set(leaf, name);
      return sql``;
    });
  const names = [...leaves.values()];
  const balance = mode === 'last' || mode === 'first' || mode === 'average';
  const period = mode === 'running' && plan.period !== null ? { ...plan.period, from: null } : plan.period;
  const moment = balance ? [sql`${parts.day()} as "~d"`] : [];
  const where = whereClause(parts.conditions(period));
  const columns = [...dimensions, ...moment, ...aggregates];
  const inner = sql`select ${sql.join(columns)}${parts.book.from()}${where}${groupClause(first(dimensions.length + moment.length))}`;
  const body = balance ? ofMoments(plan, inner, names, mode) : mode === 'running' ? ofAllBefore(plan, inner, names, model) : inner;
  return { body, leaves };
}
