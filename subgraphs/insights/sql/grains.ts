import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Grain, Shift } from '../plan/query-plan.ts';
import { fiscalMonths, SHIPPED_SETTINGS } from '../settings/fiscal-settings.ts';
import type { SemanticSettings } from '../settings/fiscal-settings.ts';

/** Days from the start of a week as PostgreSQL counts it (Monday) to the tenant's. */
const WEEK_OFFSET = { MONDAY: 0, SUNDAY: 1, SATURDAY: 2 } as const;

const months = (count: number): RawBuilder<unknown> => sql`interval '${sql.raw(String(Math.trunc(count)))} months'`;

/** The moment that much later. */
export function later(moment: RawBuilder<unknown>, shift: Shift | undefined): RawBuilder<unknown> {
  if (shift === undefined || shift.count === 0) return moment;
  const unit = shift.unit === 'quarter' ? 'month' : shift.unit;
  const count = shift.unit === 'quarter' ? shift.count * 3 : shift.count;
  return sql`(${moment} + interval '${sql.raw(`${Math.trunc(count)} ${unit}`)}')`;
}

const startOfWeek = (moment: RawBuilder<unknown>, { weekStart }: SemanticSettings): RawBuilder<unknown> => {
  const days = WEEK_OFFSET[weekStart];
  if (days === 0) return sql`date_trunc('week', ${moment})`;
  const by = sql`interval '${sql.raw(String(days))} days'`;
  return sql`(date_trunc('week', ${moment} + ${by}) - ${by})`;
};

/** The value a moment falls under; text that sorts like time for calendar periods, a number for recurring parts. */
export function compileGrain(
  grain: Grain,
  moment: RawBuilder<unknown>,
  settings: SemanticSettings = SHIPPED_SETTINGS,
): RawBuilder<unknown> {
  switch (grain) {
    case 'year':
      return sql`to_char(${moment}, 'YYYY')`;
    case 'quarter':
      return sql`to_char(${moment}, 'YYYY-"Q"Q')`;
    case 'fiscalYear':
      return sql`to_char(${moment} + ${months(fiscalMonths(settings))}, '"FY"YYYY')`;
    case 'fiscalQuarter':
      return sql`to_char(${moment} + ${months(fiscalMonths(settings))}, '"FY"YYYY-"Q"Q')`;
    case 'month':
      return sql`to_char(${moment}, 'YYYY-MM')`;
    case 'week':
      return sql`to_char(${startOfWeek(moment, settings)}, 'YYYY-MM-DD')`;
    case 'day':
      return sql`to_char(${moment}, 'YYYY-MM-DD')`;
    case 'weekday':
      return sql`extract(isodow from ${moment})::int`;
    case 'monthOfYear':
      return sql`extract(month from ${moment})::int`;
    case 'hour':
      return sql`extract(hour from ${moment})::int`;
  }
}

/** Grains whose buckets follow one another, with how long each is. */
const STEPS: Partial<Record<Grain, string>> = {
  year: '1 year',
  fiscalYear: '1 year',
  quarter: '3 months',
  fiscalQuarter: '3 months',
  month: '1 month',
  week: '1 week',
  day: '1 day',
};

/** The first day of a moment's bucket and how long buckets are; null for parts that recur. */
export function bucketOf(
  grain: Grain,
  moment: RawBuilder<unknown>,
  settings: SemanticSettings = SHIPPED_SETTINGS,
): { start: RawBuilder<unknown>; step: RawBuilder<unknown> } | null {
  const step = STEPS[grain];
  if (step === undefined) return null;
  const length = sql`interval '${sql.raw(step)}'`;
  if (grain === 'week') return { start: startOfWeek(moment, settings), step: length };
  const unit = grain === 'fiscalYear' ? 'year' : grain === 'fiscalQuarter' ? 'quarter' : grain;
  const fiscal = grain === 'fiscalYear' || grain === 'fiscalQuarter' ? fiscalMonths(settings) : 0;
  const start = sql`date_trunc(${sql.lit(unit)}, ${moment} + ${months(fiscal)}) - ${months(fiscal)}`;
  return { start: sql`(${start})`, step: length };
}
