import { coverage } from '../compose/times.ts';
import type { Context } from '../compose/context.ts';
import { addDays, daysBetween, labelOf, previousRange } from '../language/calendar.ts';
import { isNumeric } from '../model/model-index.ts';
import type { FieldRef, Grain, Period, QueryPlan } from '../plan/query-plan.ts';

/** Points of a series beyond which it is shown in a coarser grain. */
const DAILY_UP_TO_DAYS = 31;
const MONTHLY_UP_TO_DAYS = 1_100;
const QUARTERLY_UP_TO_DAYS = 3_000;
const MAX_POINTS = 60;
const A_YEAR = 365;
const MAX_SLICES = 8;
const SLICE_RANK: Record<string, number> = { CATEGORY: 0, PLACE: 0.3, STATUS: 0.5, FLAG: 0.8 };

/** The plan without its groups: the total behind a table. */
export function totalPlan(plan: QueryPlan): QueryPlan {
  return {
    ...plan,
    shape: 'value',
    groupBy: [],
    sources: plan.sources.map((source) => ({ ...source, keys: [] })),
    having: [],
    order: [],
    share: false,
  };
}

/** The day behind the last that a period has come to: its end, or where today or the data are; figures of months stand for the whole month. */
function reached(context: Context, to: string, max: string | null): string {
  const today = addDays(context.today, 1);
  if (today >= to || max === null || max.endsWith('-01')) return to;
  const data = addDays(max, 1);
  return data < today ? data : today;
}

/** The first part of a period, as long as the one that it is compared with has lasted: an unfinished month is held against as many days. */
function asFar(whole: { from: string; to: string }, from: string, until: string): { from: string; to: string } {
  const to = addDays(whole.from, Math.max(1, daysBetween(from, until)));
  return { from: whole.from, to: to < whole.to ? to : whole.to };
}

/** The period an answer is compared with when the question names none: the one just before. Null when the data does not reach there. */
export function comparedPeriod(context: Context, plan: QueryPlan): Period | null {
  if (plan.compare !== null) return plan.compare;
  const { period } = plan;
  if (period === null || period.from === null || period.to === null) return null;
  const whole = previousRange(period.from, period.to);
  const source = plan.sources[0];
  const { min, max } = source === undefined ? { min: null, max: null } : coverage(context, source.entity, source.timeField);
  const until = reached(context, period.to, max);
  const previous = until === period.to ? whole : asFar(whole, period.from, until);
  if (min !== null && previous.to <= min) return null;
  // A year whose greater part lies before the data begins is no year to compare with.
  const length = daysBetween(previous.from, previous.to);
  if (min !== null && length >= A_YEAR && daysBetween(min, previous.to) < length / 2) return null;
  return { ...previous, label: labelOf(previous.from, previous.to), relative: false };
}

function effectiveRange(context: Context, plan: QueryPlan): { from: string; to: string } | null {
  const source = plan.sources[0];
  const { min, max } = source === undefined ? { min: null, max: null } : coverage(context, source.entity, source.timeField);
  const from = [plan.period?.from ?? null, min]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  const to = [plan.period?.to ?? null, max === null ? null : addDays(max, 1)].filter((day) => day !== null).toSorted()[0];
  return from === undefined || to === undefined || from >= to ? null : { from, to };
}

/** The measure over time, in a grain that reads; null when the records carry no date. */
export function seriesPlan(context: Context, plan: QueryPlan): QueryPlan | null {
  if (plan.measures.length === 0 || plan.sources.some((source) => source.timeField === null)) return null;
  const range = effectiveRange(context, plan);
  if (range === null) return null;
  const days = daysBetween(range.from, range.to);
  const grain: Grain =
    days <= DAILY_UP_TO_DAYS ? 'day' : days <= MONTHLY_UP_TO_DAYS ? 'month' : days <= QUARTERLY_UP_TO_DAYS ? 'quarter' : 'year';
  return {
    ...plan,
    shape: 'groups',
    measures: plan.measures.slice(0, 1),
    groupBy: [{ label: grain, grain, entity: null, keepBlank: false }],
    sources: plan.sources.map((source) => ({ ...source, keys: [source.timeField ?? { path: [], attribute: 'id' }] })),
    having: [],
    order: [{ by: 'dimension', index: 0, direction: 'desc' }],
    limit: MAX_POINTS,
    share: false,
  };
}

interface SliceField {
  field: FieldRef;
  label: string;
}

/** Attributes the records of an entity can be split by, best first: few values, near, and not what the question already fixed. */
export function sliceFields(context: Context, plan: QueryPlan): SliceField[] {
  const source = plan.sources[0];
  if (source === undefined || plan.sources.length > 1) return [];
  const fixed = new Set(
    source.filters.flatMap((filter) => (filter.kind === 'equals' || filter.kind === 'blank' ? [JSON.stringify(filter.field)] : [])),
  );
  const ranked: (SliceField & { rank: number })[] = [];
  const constant = new Set(['outcome', 'state', 'settlement']);
  for (const path of context.model.paths(source.entity)) {
    if (path.relations.length > 2) break;
    const entity = context.model.entity(path.target);
    for (const attribute of entity.attributes) {
      const facts = context.profile.entities[entity.name]?.attributes[attribute.name];
      const field = { path: path.relations, attribute: attribute.name };
      const many = facts?.values?.length ?? 0;
      if (isNumeric(attribute) || many < 2 || many > 30 || fixed.has(JSON.stringify(field)) || constant.has(attribute.canonical ?? ''))
        continue;
      if (!['CATEGORY', 'PLACE', 'STATUS', 'FLAG'].includes(attribute.semantic)) continue;
      if (attribute.semantic === 'STATUS' && source.filters.some((filter) => filter.kind === 'equals' && filter.field.path.length === 0))
        continue;
      ranked.push({
        field,
        label: attribute.label,
        rank: path.relations.length * 0.6 + (SLICE_RANK[attribute.semantic] ?? 1) + (many > 12 ? 0.5 : 0),
      });
    }
  }
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .filter((each, index, all) => all.findIndex((other) => other.label === each.label) === index);
}

/** The measure split by one attribute, largest first. */
export function slicePlan(plan: QueryPlan, slice: SliceField): QueryPlan {
  return {
    ...plan,
    shape: 'groups',
    measures: plan.measures.slice(0, 1),
    groupBy: [{ label: slice.label, grain: null, entity: null, keepBlank: true }],
    sources: plan.sources.map((source) => ({ ...source, keys: [slice.field] })),
    having: [],
    order: [{ by: 'measure', index: 0, direction: 'desc' }],
    limit: MAX_SLICES,
    share: false,
  };
}
