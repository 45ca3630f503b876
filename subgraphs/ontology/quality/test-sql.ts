import { sql, type RawBuilder } from 'kysely';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { keyOf } from '../model/names.ts';
import type { DataTestRow } from './quality.entity.ts';

const NUMERIC: ReadonlySet<ColumnType> = new Set(['INTEGER', 'DECIMAL', 'MONEY', 'PERCENT']);
const TEMPORAL: ReadonlySet<ColumnType> = new Set(['DATE', 'DATETIME']);
const DAY = /^\d{4}-\d\d-\d\d$/;
const MS_PER_HOUR = 3_600_000;

export type TestRule = Pick<DataTestRow, 'kind' | 'attribute' | 'minimum' | 'maximum' | 'maxAgeHours' | 'tolerance'>;

/** A test against a model: what one row is asked, and what all of them come to. */
export interface BoundTest {
  /** How many records it looks at, and how many of them fail: aggregates over all rows. */
  readonly checked: RawBuilder<unknown>;
  readonly failing: RawBuilder<unknown>;
  /** Whether a row `r` fails; null when only all of them together can. */
  readonly rowFails: RawBuilder<unknown> | null;
  /** Column whose values have to be different; a row fails when another has the same. */
  readonly distinct: string | null;
}

/** A test's SQL; null when the entity type has no such attribute, or it is of another kind: the model has changed. */
export function bindTest(test: TestRule, entity: ModelEntity, now: Date): BoundTest | null {
  const attribute = entity.attributes.find((each) => keyOf(each) === test.attribute);
  const relation = entity.relations.find((each) => keyOf(each) === test.attribute);
  if (test.kind === 'VOLUME') return volume(test);
  if (test.kind === 'REFERENTIAL') {
    if (relation === undefined) return null;
    return perRow(
      sql`${sql.id(relation.sourceColumn)} is not null`,
      sql`${sql.id(relation.sourceColumn)} is not null and ${sql.id(relation.column)} is null`,
    );
  }
  const column = attribute?.column ?? (test.kind === 'REQUIRED' ? relation?.sourceColumn : undefined);
  if (column === undefined) return null;
  const value = sql.id(column);
  if (test.kind === 'REQUIRED') return perRow(sql`true`, sql`(${value} is null or btrim(${value}::text) = '')`);
  if (test.kind === 'UNIQUE')
    return { checked: sql`count(${value})`, failing: sql`count(${value}) - count(distinct ${value})`, rowFails: null, distinct: column };
  if (attribute === undefined) return null;
  if (test.kind === 'FRESHNESS') return TEMPORAL.has(attribute.type) ? freshness(test, value, now) : null;
  return range(test, value, attribute.type);
}

const perRow = (looked: RawBuilder<unknown>, fails: RawBuilder<unknown>): BoundTest => ({
  checked: sql`count(*) filter (where ${looked})`,
  failing: sql`count(*) filter (where ${fails})`,
  rowFails: fails,
  distinct: null,
});

function range({ minimum, maximum }: TestRule, value: RawBuilder<unknown>, type: ColumnType): BoundTest | null {
  const bound = (text: string): RawBuilder<unknown> | null =>
    NUMERIC.has(type) && Number.isFinite(Number(text)) && text.trim() !== ''
      ? sql`${text}::numeric`
      : TEMPORAL.has(type) && DAY.test(text)
        ? sql`${text}::date`
        : TEMPORAL.has(type) && text === 'TODAY'
          ? sql`(now() + interval '1 day')::date`
          : null;
  const [least, most] = [minimum == null ? null : bound(minimum), maximum == null ? null : bound(maximum)];
  if ((minimum != null && least === null) || (maximum != null && most === null) || (least === null && most === null)) return null;
  const faults = [...(least === null ? [] : [sql`${value} < ${least}`]), ...(most === null ? [] : [sql`${value} > ${most}`])];
  return perRow(sql`${value} is not null`, sql`(${sql.join(faults, sql` or `)})`);
}

function freshness({ maxAgeHours }: TestRule, value: RawBuilder<unknown>, now: Date): BoundTest | null {
  if (maxAgeHours == null) return null;
  const since = new Date(now.getTime() - maxAgeHours * MS_PER_HOUR).toISOString();
  return {
    checked: sql`least(count(${value}), 1)`,
    failing: sql`case when max(${value})::timestamptz < ${since}::timestamptz then 1 else 0 end`,
    rowFails: null,
    distinct: null,
  };
}

function volume({ minimum, maximum }: TestRule): BoundTest | null {
  const number = (text: string | null | undefined): number | null => (text == null || !/^\d{1,15}$/.test(text) ? null : Number(text));
  const [least, most] = [number(minimum), number(maximum)];
  if (least === null && most === null) return null;
  // As many as are missing or too many.
  const missing = least === null ? sql`0` : sql`greatest(0, ${sql.lit(least)} - count(*))`;
  const surplus = most === null ? sql`0` : sql`greatest(0, count(*) - ${sql.lit(most)})`;
  return {
    checked: sql`greatest(count(*), ${sql.lit(least ?? 0)})`,
    failing: sql`${missing} + ${surplus}`,
    rowFails: null,
    distinct: null,
  };
}

/** The rows `r` of a table that fail; null when no row does by itself. */
export function failingRows(test: BoundTest, table: RawBuilder<unknown>): RawBuilder<unknown> | null {
  if (test.rowFails !== null) return test.rowFails;
  if (test.distinct === null) return null;
  const value = sql.id(test.distinct);
  return sql`${value} in (select ${value} from ${table} as r group by ${value} having count(*) > 1)`;
}
