import { sql, type RawBuilder } from 'kysely';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { AppliedRowRule } from './access.ts';

/** No row meets it: what a rule that cannot be applied leaves. */
export const NOTHING: RawBuilder<unknown> = sql`false`;

const NUMBERS: ReadonlySet<ColumnType> = new Set(['INTEGER', 'DECIMAL', 'MONEY', 'PERCENT']);
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Whether a column's value is (or is not) one of a rule's values; text without regard to case and blanks around it. Rows without a value
 * are hidden either way, and so is everything when no value fits the column's type.
 */
export function matches(
  column: RawBuilder<unknown>,
  type: ColumnType,
  { operator, values }: Pick<AppliedRowRule, 'operator' | 'values'>,
): RawBuilder<unknown> {
  const { compared, literals } = comparable(column, type, values);
  if (literals.length === 0) return NOTHING;
  return operator === 'IN' ? sql`${compared} in (${sql.join(literals)})` : sql`${compared} not in (${sql.join(literals)})`;
}

interface Comparable {
  compared: RawBuilder<unknown>;
  literals: RawBuilder<unknown>[];
}

function comparable(column: RawBuilder<unknown>, type: ColumnType, values: readonly string[]): Comparable {
  const trimmed = values.map((value) => value.trim().toLowerCase());
  if (NUMBERS.has(type)) {
    const literals = trimmed.filter((value) => NUMBER.test(value)).map((value) => sql`${value}::numeric`);
    return { compared: column, literals };
  }
  if (type === 'BOOLEAN') {
    const literals = trimmed.filter((value) => value === 'true' || value === 'false').map((value) => sql`${value}::boolean`);
    return { compared: column, literals };
  }
  const literals = trimmed.map((value) => sql`${value}::text`);
  if (type === 'DATE') return { compared: sql`to_char(${column}, 'YYYY-MM-DD')`, literals };
  if (type === 'DATETIME') return { compared: sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD')`, literals };
  return { compared: sql`lower(btrim(${column}))`, literals: trimmed.map((value) => sql`lower(${value}::text)`) };
}
