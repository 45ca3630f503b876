import { daysBetween } from '../../language/calendar.ts';
import type { Grain } from '../../plan/query-plan.ts';
import type { WidgetKind } from '../widget.type.ts';
import type { Wording } from './apply-asking.ts';
import type { Read } from './pieces.ts';

/** More groups than these are read as a table. */
const MANY_GROUPS = 12;
/** Ways to split that are tried for a chart. */
const MAX_DIMENSIONS = 4;
const RECURRING: readonly (Grain | null)[] = ['weekday', 'monthOfYear', 'hour'];

/** A question that fits the way it is shown. */
export interface Fit {
  kind: WidgetKind;
  read: Read;
}

const isDated = ({ plan }: Read): boolean => {
  const [by] = plan.groupBy;
  return by !== undefined && by.grain !== null && !RECURRING.includes(by.grain);
};

/** The grain in which a period is drawn as a line. */
function grainFor({ plan: { period } }: Read): Grain {
  if (period?.from == null || period.to === null) return 'month';
  const days = daysBetween(period.from, period.to);
  return days <= 31 ? 'day' : days <= 190 ? 'week' : days <= 1_100 ? 'month' : 'quarter';
}

async function splitBy(read: Read, by: string | null, { reader, rewriter }: Wording): Promise<Read | null> {
  const rewritten = await rewriter.split(read.question, by);
  const after = 'question' in rewritten ? await reader.read(rewritten.question) : null;
  return after !== null && 'plan' in after ? after : null;
}

async function overTime(read: Read, wording: Wording): Promise<Read | null> {
  return (await splitBy(read, grainFor(read), wording)) ?? (await splitBy(read, 'year', wording));
}

async function byTelling(read: Read, wording: Wording): Promise<Read | null> {
  for (const by of wording.reader.dimensions(read.plan).slice(0, MAX_DIMENSIONS)) {
    const after = await splitBy(read, by, wording);
    if (after !== null) return after;
  }
  return null;
}

/** What a question is best shown as, as it is. */
function natural(read: Read, { reader }: Wording): WidgetKind {
  if (read.plan.shape === 'list') return 'TABLE';
  if (read.plan.groupBy.length === 0) return 'KPI';
  if (isDated(read) && read.plan.groupBy.length === 1) return 'LINE';
  const ranked = read.plan.groupBy.length > 1 || (reader.many(read.plan) && read.plan.limit > MANY_GROUPS);
  return ranked ? 'TABLE' : 'BAR';
}

/** The question as it fits a kind: a line needs time, bars something to split by, a number no split. CHART: whichever chart suits it. */
export async function fitted(read: Read, kind: WidgetKind | 'CHART' | 'ANY', wording: Wording): Promise<Fit | { reason: string }> {
  const now = natural(read, wording);
  if (kind === 'ANY') return { kind: now, read };
  if (kind === 'TEXT') return { kind, read };
  if (kind === 'CHART') {
    if (now === 'LINE' || now === 'BAR') return { kind: now, read };
    if (now === 'TABLE') return read.plan.shape === 'list' ? { reason: 'a list of records is no chart.' } : { kind: 'BAR', read };
    const line = await overTime(read, wording);
    if (line !== null) return { kind: 'LINE', read: line };
    const bars = await byTelling(read, wording);
    return bars === null ? { reason: 'there is nothing to split it by.' } : { kind: 'BAR', read: bars };
  }
  if (kind === 'TABLE') {
    const rows = now === 'KPI' ? ((await byTelling(read, wording)) ?? (await overTime(read, wording))) : read;
    return { kind, read: rows ?? read };
  }
  if (now === 'TABLE' && read.plan.shape === 'list') return { reason: 'a list of records has no number to show so.' };
  if (kind === 'LINE') {
    if (isDated(read)) return { kind, read };
    if (read.plan.groupBy.length > 0) return { reason: 'a line needs time; say “split it by month”.' };
    const line = await overTime(read, wording);
    return line === null ? { reason: 'its records carry no date.' } : { kind, read: line };
  }
  if (kind === 'BAR') {
    const bars = now === 'KPI' ? ((await byTelling(read, wording)) ?? (await overTime(read, wording))) : read;
    return bars === null ? { reason: 'there is nothing to split it by.' } : { kind, read: bars };
  }
  const total = now === 'KPI' ? read : await splitBy(read, null, wording);
  return total === null ? { reason: 'it is no single number.' } : { kind, read: total };
}
