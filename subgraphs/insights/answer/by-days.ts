import type { Context } from '../compose/context.ts';
import { aggregatesOf } from '../plan/plan-walk.ts';
import type { Grain, Measure, MeasureExpression, Period, QueryPlan } from '../plan/query-plan.ts';
import { MAX_ROWS } from '../plan/query-plan.ts';
import type { Leaf } from '../sql/aggregates.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import { foreignAmounts } from '../sql/money.ts';
import type { RunQuery } from './answer-types.ts';
import { combined, decimalOf, textOf, type Decimal } from './decimal.ts';

type Row = Record<string, unknown>;
/** Runs a plan and returns its rows, as its statement would give them. */
export type RunPlan = (plan: QueryPlan) => Promise<Row[]>;

/** Records from which on days are read once for every number around an answer, and beyond which one narrow statement is cheaper. */
const MANY = { from: 50_000, to: 5_000_000 };
const MAX_DAYS = 20_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What a day falls under: the same text as the database's. */
const BUCKETS: Partial<Record<Grain, (day: string) => string>> = {
  day: (day) => day,
  month: (day) => day.slice(0, 7),
  quarter: (day) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
  year: (day) => day.slice(0, 4),
};

/** What of a leaf adds up from day to day; null when nothing does. */
function partsOf(leaf: Leaf): Leaf[] | null {
  if (leaf.overTime !== undefined) return null;
  if (leaf.function === 'average')
    return [
      { ...leaf, function: 'sum' },
      { ...leaf, function: 'count' },
    ];
  return leaf.function === 'sum' || leaf.function === 'count' ? [leaf] : null;
}

const keyOf = (leaf: Leaf): string => JSON.stringify(leaf);

function isSteady(expression: MeasureExpression): boolean {
  if (expression.kind === 'combine') return isSteady(expression.left) && isSteady(expression.right);
  return expression.kind === 'aggregate' ? partsOf(expression) !== null : expression.perPeriod !== true;
}

/** Whether the numbers of a plan follow from those of its days, and its groups, if any, from the days themselves. */
function followsFromDays({ model }: Context, plan: QueryPlan): boolean {
  const [source, ...others] = plan.sources;
  const field = source?.timeField ?? null;
  if (source === undefined || others.length > 0 || field === null || field.path.length > 0 || source.span !== undefined) return false;
  if (source.shift !== undefined || plan.having.length > 0 || plan.offset !== undefined || plan.measures.length === 0) return false;
  if (!plan.measures.every(({ expression }) => isSteady(expression)) || foreignAmounts(plan, model).length > 0) return false;
  if (plan.shape === 'value') return plan.groupBy.length === 0;
  const [group, ...more] = plan.groupBy;
  const [order, ...further] = plan.order;
  return (
    plan.shape === 'groups' &&
    more.length + further.length === 0 &&
    order?.by === 'dimension' &&
    group?.grain != null &&
    BUCKETS[group.grain] !== undefined &&
    JSON.stringify(source.keys[0]) === JSON.stringify(field)
  );
}

/** The plan that tells every day apart. */
function daysPlan({ model }: Context, plan: QueryPlan): { plan: QueryPlan; names: Map<string, string> } | null {
  const [source] = plan.sources;
  const field = source?.timeField ?? null;
  const type = source === undefined || field === null ? null : model.attribute(source.entity, field.attribute)?.type;
  if (source === undefined || field === null || (type !== 'DATE' && type !== 'DATETIME')) return null;
  const leaves = new Map<string, Leaf>();
  for (const { expression } of plan.measures)
    for (const leaf of aggregatesOf(expression)) for (const part of partsOf(leaf) ?? []) leaves.set(keyOf(part), part);
  const measures = [...leaves.values()].map((expression, index): Measure => ({
    id: `p${index}`,
    label: '',
    unit: 'NUMBER',
    currency: null,
    metric: null,
    expression,
  }));
  const names = new Map([...leaves.keys()].map((key, index) => [key, `m${index}`]));
  return {
    names,
    plan: {
      ...plan,
      shape: 'groups',
      measures,
      // A date is its own day: naming it would take longer than adding up.
      groupBy: [{ label: 'Day', grain: type === 'DATE' ? null : 'day', entity: null, keepBlank: true }],
      sources: [{ ...source, keys: [field] }],
      period: null,
      compare: null,
      order: [],
      limit: MAX_DAYS + 1,
      share: false,
    },
  };
}

const within = (day: string | null, period: Period | null): boolean =>
  period === null || (day !== null && (period.from === null || day >= period.from) && (period.to === null || day < period.to));

function evaluated(expression: MeasureExpression, sum: (leaf: Leaf) => Decimal | null): Decimal | null {
  if (expression.kind === 'constant') return decimalOf(expression.value);
  if (expression.kind === 'combine') {
    const [left, right] = [evaluated(expression.left, sum), evaluated(expression.right, sum)];
    return left === null || right === null ? null : combined(left, expression.operator, right);
  }
  const [first, second] = (partsOf(expression) ?? []).map(sum);
  if (second === undefined) return first ?? null;
  return first == null || second === null ? null : combined(first, '/', second);
}

/** The sum of a column; null where it has no value, undefined where one is no plain number. */
function total(rows: readonly Row[], name: string): Decimal | null | undefined {
  let found: Decimal | null = null;
  for (const { [name]: value } of rows) {
    if (value === null) continue;
    const number = decimalOf(value);
    if (number === null) return undefined;
    found = found === null ? number : combined(found, '+', number);
  }
  return found;
}

/** The rows of a plan out of those of its days; null when a value cannot be added here. */
function folded(plan: QueryPlan, days: readonly Row[], names: ReadonlyMap<string, string>): Row[] | null {
  const grain = plan.groupBy[0]?.grain ?? null;
  const bucket = grain === null ? () => '' : BUCKETS[grain];
  const groups = new Map<string | null, Row[]>(grain === null ? [['', []]] : []);
  for (const row of days) {
    const day = row['d0'] ?? null;
    if (bucket === undefined || (day !== null && (typeof day !== 'string' || !DAY.test(day)))) return null;
    if (!within(day, plan.period) || (day === null && grain !== null && plan.groupBy[0]?.keepBlank !== true)) continue;
    const key = grain === null ? '' : day === null ? null : bucket(day);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const rows: { key: string | null; row: Row }[] = [];
  for (const [key, group] of groups) {
    const sums = new Map([...names].map(([leaf, name]) => [leaf, total(group, name)]));
    if ([...sums.values()].includes(undefined)) return null;
    const sum = (leaf: Leaf): Decimal | null =>
      sums.get(keyOf(leaf)) ?? (leaf.function === 'count' && group.length === 0 ? { digits: 0n, scale: 0 } : null);
    const numbers = plan.measures.map(({ expression }, index): [string, string | null] => {
      const value = evaluated(expression, sum);
      return [`m${index}`, value === null ? null : textOf(value)];
    });
    rows.push({ key, row: Object.fromEntries<unknown>([...(grain === null ? [] : [['d0', key] as const]), ...numbers]) });
  }
  const sign = plan.order[0]?.direction === 'asc' ? 1 : -1;
  const ranked = rows.toSorted(({ key: a }, { key: b }) => (a === null ? 1 : b === null ? -1 : a < b ? -sign : sign)).map(({ row }) => row);
  return grain === null ? ranked : ranked.slice(0, plan.limit === MAX_ROWS ? MAX_ROWS + 1 : plan.limit);
}

/**
 * Runs the plans of one answer. Of many records, numbers that add up are read once for all days, and every total, period and course is made of
 * those: the statement is the same whatever period is asked for. Everything else runs as it is.
 */
export function byDays(context: Context, run: RunQuery, many = MANY): RunPlan {
  const known = new Map<string, Promise<Row[]>>();
  return async (plan) => {
    const direct = (): Promise<Row[]> => run(compilePlan(plan, context.model));
    const records = context.profile.entities[plan.sources[0]?.entity ?? '']?.rows ?? 0;
    const wanted = records < many.from || records > many.to || !followsFromDays(context, plan) ? null : daysPlan(context, plan);
    if (wanted === null) return direct();
    const query = compilePlan(wanted.plan, context.model);
    const key = JSON.stringify([query.sql, query.parameters]);
    const days = await (known.get(key) ?? known.set(key, run(query)).get(key) ?? []);
    return (days.length > MAX_DAYS ? null : folded(plan, days, wanted.names)) ?? direct();
  };
}
