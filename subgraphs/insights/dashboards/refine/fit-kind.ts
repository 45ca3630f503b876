import { familyOf } from '../kind-family.ts';
import type { WidgetKind } from '../widget.type.ts';
import type { Wording } from './apply-asking.ts';
import { byTelling, byTwo, isDated, overTime, splitBy } from './fit-split.ts';
import type { Read } from './pieces.ts';

/** More groups than these are read as a table. */
const MANY_GROUPS = 12;

/** A question that fits the way it is shown. */
export interface Fit {
  kind: WidgetKind;
  read: Read;
}
type Fitting = Promise<Fit | { reason: string }>;

const NOTHING_TO_SPLIT = { reason: 'there is nothing to split it by.' };

/** What a question is best shown as, as it is. */
function natural({ plan }: Read, { reader }: Wording): WidgetKind {
  if (plan.shape === 'list') return 'TABLE';
  if (plan.groupBy.length === 0) return 'KPI';
  if (isDated({ plan }) && plan.groupBy.length === 1) return 'LINE';
  const ranked = plan.groupBy.length > 1 || (reader.many(plan) && plan.limit > MANY_GROUPS);
  return ranked ? 'TABLE' : 'BAR';
}

/** The question as it fits a kind: a line needs time, bars something to split by, a number no split. CHART: whichever chart suits it. */
export async function fitted(read: Read, kind: WidgetKind | 'CHART' | 'ANY', wording: Wording): Fitting {
  const now = natural(read, wording);
  if (kind === 'ANY') return { kind: now, read };
  if (kind === 'TEXT') return { kind, read };
  if (kind === 'CHART') return asChart(read, now, wording);
  if (kind === 'TABLE') {
    const rows = now === 'KPI' ? ((await byTelling(read, wording)) ?? (await overTime(read, wording))) : read;
    return { kind, read: rows ?? read };
  }
  if (read.plan.shape === 'list') return { reason: 'a list of records has no number to show so.' };
  switch (kind) {
    case 'STACKED':
    case 'HEAT_MAP': {
      const two = await byTwo(read, kind === 'STACKED', wording);
      return two === null ? { reason: 'it needs two things to split it by, as “by month and region”.' } : { kind, read: two };
    }
    case 'SCATTER':
      return read.plan.measures.length >= 2 && read.plan.groupBy.length === 1
        ? { kind, read }
        : { reason: 'points need two numbers of each thing: ask for both, as “revenue and orders by customer”.' };
    default:
  }
  switch (familyOf(kind)) {
    case 'COURSE':
      return asCourse(read, kind, wording);
    case 'PARTS': {
      const parts = now === 'KPI' ? ((await byTelling(read, wording)) ?? (await overTime(read, wording))) : read;
      if (parts === null) return NOTHING_TO_SPLIT;
      return kind !== 'BAR' && parts.plan.groupBy.length > 1 ? { reason: 'it is split by two things at once.' } : { kind, read: parts };
    }
    default: {
      const total = now === 'KPI' ? read : await splitBy(read, null, wording);
      if (total === null) return { reason: 'it is no single number.' };
      const share = total.plan.measures[0]?.unit === 'PERCENT' || total.plan.compare !== null;
      return kind === 'GAUGE' && !share
        ? { reason: 'a gauge needs a share, or something to be measured against, as “compare it to the plan”.' }
        : { kind, read: total };
    }
  }
}

async function asChart(read: Read, now: WidgetKind, wording: Wording): Fitting {
  if (now === 'LINE' || now === 'BAR') return { kind: now, read };
  if (now === 'TABLE') return read.plan.shape === 'list' ? { reason: 'a list of records is no chart.' } : { kind: 'BAR', read };
  const line = await overTime(read, wording);
  if (line !== null) return { kind: 'LINE', read: line };
  const bars = await byTelling(read, wording);
  return bars === null ? NOTHING_TO_SPLIT : { kind: 'BAR', read: bars };
}

async function asCourse(read: Read, kind: WidgetKind, wording: Wording): Fitting {
  if (isDated(read)) return { kind, read };
  if (read.plan.groupBy.length > 0) return { reason: 'a line needs time; say “split it by month”.' };
  const line = await overTime(read, wording);
  return line === null ? { reason: 'its records carry no date.' } : { kind, read: line };
}
