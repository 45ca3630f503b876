import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Grain } from '../plan/query-plan.ts';

/** The value a moment falls under; text that sorts like time for calendar periods, a number for recurring parts. */
export function compileGrain(grain: Grain, moment: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (grain) {
    case 'year':
      return sql`to_char(${moment}, 'YYYY')`;
    case 'quarter':
      return sql`to_char(${moment}, 'YYYY-"Q"Q')`;
    case 'month':
      return sql`to_char(${moment}, 'YYYY-MM')`;
    case 'week':
      return sql`to_char(date_trunc('week', ${moment}), 'YYYY-MM-DD')`;
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
