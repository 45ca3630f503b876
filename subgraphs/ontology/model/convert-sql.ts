import { sql, type RawBuilder } from 'kysely';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import { castText } from '../transform/typed-value.ts';

type Sql = RawBuilder<unknown>;

/** A typed value in another type; null where it is none of that type, never an error. What fits is the same value afterwards. */
export function converted(value: Sql, from: ColumnType, to: ColumnType): Sql {
  if (from === 'TEXT' && to !== 'TEXT') return castText(value, to);
  switch (to) {
    case 'TEXT':
      return asText(value, from);
    case 'INTEGER':
      return wholeNumber(value, from);
    case 'DECIMAL':
    case 'MONEY':
    case 'PERCENT':
      return number(value, from);
    case 'BOOLEAN':
      return flag(value, from);
    case 'DATE':
      return day(value, from);
    case 'DATETIME':
      return moment(value, from);
  }
}

function asText(value: Sql, from: ColumnType): Sql {
  return from === 'DATETIME' ? sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` : sql`${value}::text`;
}

function wholeNumber(value: Sql, from: ColumnType): Sql {
  switch (from) {
    case 'INTEGER':
      return value;
    case 'DECIMAL':
    case 'MONEY':
    case 'PERCENT':
      return sql`case when ${value} = trunc(${value}) and abs(${value}) < 9e18 then ${value}::bigint end`;
    case 'BOOLEAN':
      return sql`${value}::int::bigint`;
    default:
      return sql`null::bigint`;
  }
}

function number(value: Sql, from: ColumnType): Sql {
  switch (from) {
    case 'INTEGER':
    case 'DECIMAL':
    case 'MONEY':
    case 'PERCENT':
      return sql`${value}::numeric`;
    case 'BOOLEAN':
      return sql`${value}::int::numeric`;
    default:
      return sql`null::numeric`;
  }
}

function flag(value: Sql, from: ColumnType): Sql {
  switch (from) {
    case 'BOOLEAN':
      return value;
    case 'INTEGER':
    case 'DECIMAL':
    case 'MONEY':
    case 'PERCENT':
      return sql`case when ${value} in (0, 1) then ${value} = 1 end`;
    default:
      return sql`null::boolean`;
  }
}

function day(value: Sql, from: ColumnType): Sql {
  if (from === 'DATE') return value;
  if (from !== 'DATETIME') return sql`null::date`;
  return sql`case when ${value} = date_trunc('day', ${value}, 'UTC') then (${value} at time zone 'UTC')::date end`;
}

function moment(value: Sql, from: ColumnType): Sql {
  if (from === 'DATETIME') return value;
  return from === 'DATE' ? sql`${value}::timestamp at time zone 'UTC'` : sql`null::timestamptz`;
}
