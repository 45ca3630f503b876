import { formatBucket, toNumber } from '../../answer/format.ts';
import type { RunQuery } from '../../answer/answer-types.ts';
import { contextOf } from '../../answer/knowledge.ts';
import type { Knowledge } from '../../answer/knowledge.ts';
import { totalPlan } from '../../answer/variations.ts';
import type { MeasureExpression, Period, QueryPlan, Unit } from '../../plan/query-plan.ts';
import { MAX_MEASURES, MAX_ROWS } from '../../plan/query-plan.ts';
import { compilePlan } from '../../sql/compile-plan.ts';
import { componentsOf, valueOf, type Component } from './components.ts';
import { contributionsToRatio, contributionsToSum, largestOf, tellingOf, type Contribution, type GroupChange } from './contributions.ts';
import { partsOf, type MeasureParts } from './measure-parts.ts';
import { movementOf } from './movement.ts';
import { shapleyOf } from './shapley.ts';
import { isValid, splitPlan, splitsOf, type Split } from './splits.ts';

/** Groups that are named of each split. */
const NAMED_GROUPS = 8;
/** Ways of splitting that are told, the most telling first. */
const TOLD_SPLITS = 4;
const OTHERS = 'everything else';

export interface WhySplit {
  dimension: string;
  /** 0…1: how much the split tells of the change. */
  telling: number;
  contributions: Contribution[];
}
/** What a number moved by, and what made it move. */
export interface WhyFacts {
  label: string;
  unit: Unit;
  currency: string | null;
  kind: MeasureParts['kind'];
  after: number;
  before: number;
  change: number;
  period: Period;
  versus: Period;
  /** The most telling first. */
  splits: WhySplit[];
  /** The metrics it is computed of. */
  components: Contribution[];
}

type Row = Record<string, unknown>;
interface Both<T> {
  before: T;
  after: T;
}

/** What is read of each group: the sum, or what stands above and below. */
const readOf = (expression: MeasureExpression, parts: MeasureParts): MeasureExpression[] =>
  parts.kind === 'RATIO' ? [parts.above, parts.below] : [expression];

function withMeasures(plan: QueryPlan, expressions: readonly MeasureExpression[]): QueryPlan {
  const [measure] = plan.measures;
  if (measure === undefined) return plan;
  return { ...plan, measures: expressions.slice(0, MAX_MEASURES).map((expression, at) => ({ ...measure, id: `m${at}`, expression })) };
}

const at = (row: Row | undefined, index: number): number => toNumber(row?.[`m${index}`]) ?? 0;

/** The groups of a split in both periods, and what of the whole lies in none of them. */
function groupsOf(rows: Both<Row[]>, whole: Both<{ above: number; below: number }>, ratio: boolean): GroupChange[] {
  const groups = new Map<string, GroupChange>();
  const none = (): { above: number; below: number } => ({ above: 0, below: 0 });
  for (const when of ['before', 'after'] as const)
    for (const row of rows[when]) {
      const key = JSON.stringify(row['d0_id'] ?? row['d0'] ?? null);
      const group = groups.get(key) ?? { label: formatBucket(row['d0'], null), before: none(), after: none() };
      group[when] = { above: at(row, 0), below: ratio ? at(row, 1) : 0 };
      groups.set(key, group);
    }
  const found = [...groups.values()];
  const rest = (when: 'before' | 'after', part: 'above' | 'below'): number =>
    found.reduce((left, group) => left - group[when][part], whole[when][part]);
  const left: GroupChange = {
    label: OTHERS,
    before: { above: rest('before', 'above'), below: rest('before', 'below') },
    after: { above: rest('after', 'above'), below: rest('after', 'below') },
  };
  const scale = Math.max(...[whole.before, whole.after].flatMap(({ above, below }) => [Math.abs(above), Math.abs(below)]), 1);
  const something = [left.before, left.after].some(({ above, below }) => Math.abs(above) + Math.abs(below) > scale * 1e-9);
  return something ? [...found, left] : found;
}

function splitTold(split: Split, groups: readonly GroupChange[], kind: MeasureParts['kind'], change: number): WhySplit {
  const all = kind === 'RATIO' ? contributionsToRatio(groups, change) : contributionsToSum(groups, change);
  const weights = groups.map(({ before, after }) => (kind === 'RATIO' ? before.below + after.below : before.above));
  return { dimension: split.label, telling: tellingOf(all, weights, change), contributions: largestOf(all, NAMED_GROUPS, OTHERS) };
}

function componentsTold(
  rows: Both<Row[]>,
  first: number,
  found: { formula: Parameters<typeof valueOf>[0]; components: Component[] } | null,
  change: number,
): Contribution[] {
  if (found === null) return [];
  const { components, formula } = found;
  const values = (when: 'before' | 'after'): number[] => components.map((_, index) => at(rows[when][0], first + index));
  const [before, after] = [values('before'), values('after')];
  const effects = shapleyOf(before, after, (parts) =>
    valueOf(formula, (name) => parts[components.findIndex((each) => each.name === name)] ?? null),
  );
  const sum = effects?.reduce((all, each) => all + each, 0) ?? 0;
  // What is computed otherwise than the formula says of its parts is not told by them.
  if (effects === null || Math.abs(sum - change) > Math.max(Math.abs(change), 1e-9) * 1e-6) return [];
  return components
    .map(({ label }, index) => ({
      label,
      before: before[index] ?? null,
      after: after[index] ?? null,
      change: effects[index] ?? 0,
      rate: null,
      mix: null,
      share: change === 0 ? null : (effects[index] ?? 0) / change,
    }))
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

/**
 * Why a number moved between two periods: what the groups of every sensible split and the parts of its formula added to the change. Two
 * statements for the whole and two for each split, at most fourteen. Null where nothing is compared, or there is no number.
 */
export async function whyMoved(knowledge: Knowledge, run: RunQuery, plan: QueryPlan, today: string): Promise<WhyFacts | null> {
  const context = contextOf(knowledge, today);
  const movement = movementOf(context, plan);
  const [measure] = plan.measures;
  if (movement === null || measure === undefined) return null;
  const parts = partsOf(measure.expression);
  const components = componentsOf(knowledge, measure.metric, measure.expression);
  const read = readOf(measure.expression, parts);
  const both = async (wanted: QueryPlan): Promise<Both<Row[]>> => ({
    before: await run(compilePlan({ ...wanted, period: movement.before, compare: null }, context.model)),
    after: await run(compilePlan({ ...wanted, period: movement.after, compare: null }, context.model)),
  });
  const expressions = [measure.expression, ...read, ...(components?.components ?? []).map(({ expression }) => expression)];
  const totals = await both(withMeasures(totalPlan(plan), expressions));
  const [after, before] = [toNumber(totals.after[0]?.['m0']), toNumber(totals.before[0]?.['m0'])];
  if (after === null || before === null) return null;
  const change = after - before;
  const ratio = parts.kind === 'RATIO';
  const wholeOf = (row: Row | undefined): { above: number; below: number } => ({ above: at(row, 1), below: ratio ? at(row, 2) : 0 });
  const whole = { before: wholeOf(totals.before[0]), after: wholeOf(totals.after[0]) };
  const splits: WhySplit[] = [];
  for (const split of parts.kind === 'WHOLE' ? [] : splitsOf(context, knowledge, plan)) {
    const wanted = withMeasures(splitPlan(plan, split), read);
    if (!isValid(context, wanted)) continue;
    const rows = await both(wanted);
    const [most] = [Math.max(rows.before.length, rows.after.length)];
    const groups = groupsOf(rows, whole, ratio);
    // Of more groups than are read, what one of the periods lacks is not known; and one group tells nothing.
    if (most > MAX_ROWS || groups.length < 2) continue;
    splits.push(splitTold(split, groups, parts.kind, change));
  }
  return {
    label: measure.label,
    unit: measure.unit,
    currency: measure.currency,
    kind: parts.kind,
    after,
    before,
    change,
    period: movement.after,
    versus: movement.before,
    splits: splits.toSorted((a, b) => b.telling - a.telling).slice(0, TOLD_SPLITS),
    components: componentsTold(totals, 1 + read.length, components, change),
  };
}
