import { daysBetween } from '../../language/calendar.ts';
import type { Grain } from '../../plan/query-plan.ts';
import type { Wording } from './apply-asking.ts';
import type { Read } from './pieces.ts';

/** Ways to split that are tried for a chart. */
const MAX_DIMENSIONS = 4;
const RECURRING: readonly (Grain | null)[] = ['weekday', 'monthOfYear', 'hour'];

/** Whether the first thing a question is split by is time as it passes. */
export function isDated({ plan }: Pick<Read, 'plan'>): boolean {
  const [by] = plan.groupBy;
  return by !== undefined && by.grain !== null && !RECURRING.includes(by.grain);
}

/** The grain in which a period is drawn as a line. */
function grainFor({ plan: { period } }: Read): Grain {
  if (period?.from == null || period.to === null) return 'month';
  const days = daysBetween(period.from, period.to);
  return days <= 31 ? 'day' : days <= 190 ? 'week' : days <= 1_100 ? 'month' : 'quarter';
}

/** The question split by something else (null: by nothing); null when it is not read so. */
export async function splitBy(read: Read, by: string | null, { reader, rewriter }: Wording): Promise<Read | null> {
  const rewritten = await rewriter.split(read.question, by);
  const after = 'question' in rewritten ? await reader.read(rewritten.question) : null;
  return after !== null && 'plan' in after ? after : null;
}

/** The question over time. */
export async function overTime(read: Read, wording: Wording): Promise<Read | null> {
  return (await splitBy(read, grainFor(read), wording)) ?? (await splitBy(read, 'year', wording));
}

/** The question by what tells most about it. */
export async function byTelling(read: Read, wording: Wording): Promise<Read | null> {
  for (const by of wording.reader.dimensions(read.plan).slice(0, MAX_DIMENSIONS)) {
    const after = await splitBy(read, by, wording);
    if (after !== null) return after;
  }
  return null;
}

/** The question by two things: what it is split by already, and time where that may be, else another. */
export async function byTwo(read: Read, overTimeFirst: boolean, wording: Wording): Promise<Read | null> {
  if (read.plan.groupBy.length === 2) return read;
  if (read.plan.groupBy.length > 2) return null;
  const [own] = read.plan.groupBy;
  const time = own === undefined || own.grain === null ? [grainFor(read)] : [];
  const held = own === undefined ? null : (own.grain ?? own.label.toLowerCase());
  const others = wording.reader.dimensions(read.plan).filter((each) => each !== held);
  const beside = held === null ? [] : [held];
  const pairs = [
    ...(held === null ? others.flatMap((other) => time.map((when) => [when, other])) : time.map((when) => [when, ...beside])),
    ...(held === null ? others.slice(1).map((other) => [others[0] ?? '', other]) : others.map((other) => [...beside, other])),
  ];
  const timed = (pair: readonly string[]): number => (time.some((when) => pair.includes(when)) ? 0 : 1);
  const ordered = overTimeFirst ? pairs : pairs.toSorted((a, b) => timed(b) - timed(a));
  for (const pair of ordered.slice(0, MAX_DIMENSIONS)) {
    const after = await splitBy(read, pair.join(' and '), wording);
    if (after !== null && after.plan.groupBy.length === 2) return after;
  }
  return null;
}
