import { sql, type RawBuilder } from 'kysely';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import { compileSteps, inUnit } from './compile-steps.ts';
import { transformOf } from './steps.ts';
import { conversion } from './units.ts';

/** A column of a typed table, and how a landed value comes there. */
export interface TypedField {
  readonly type: ColumnType;
  readonly source: string;
  /** Steps, as stored by any version. */
  readonly transform: unknown;
}

const WHOLE = '^[-+]?[0-9]{1,18}([.]0+)?$';
const NUMBER = '^[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)(e[-+]?[0-9]{1,2})?$';
/** A day that there is, in a form that a cast bears. */
const DAY = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';
const INSTANT = `${DAY}[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?(Z|[-+][0-9]{2}(:?[0-9]{2})?)?$`;

/** A landed value in the attribute's type; null when the value is not of that kind, never an error. */
export function typedValue(field: TypedField): RawBuilder<unknown> {
  const steps = transformOf(field.transform);
  const only = steps.length === 1 ? steps[0] : undefined;
  if (steps.length === 0) return plainValue(field.source, field.type);
  // The everyday case needs no text between: numbers in another unit.
  if (only?.kind === 'UNIT' && NUMERIC.has(field.type)) {
    const scale = conversion(only.from, only.to);
    if (scale !== null)
      return sql`case when jsonb_typeof(data -> ${field.source}) = 'number' then ${inUnit(sql`(data ->> ${field.source})::numeric`, scale)} end`;
  }
  return castText(compileSteps(field.source, steps), field.type);
}

/** Whether a landed value says something that the attribute cannot keep: it is set aside, the record stays. */
export function violates(field: TypedField): RawBuilder<unknown> {
  const steps = transformOf(field.transform);
  const said = sql`coalesce(btrim(data ->> ${field.source}), '') <> ''`;
  if (steps.length === 0) return field.type === 'TEXT' ? sql`false` : sql`(${said} and ${plainValue(field.source, field.type)} is null)`;
  // A step that means to leave nothing leaves an empty text; null is what it could not make anything of.
  return sql`(${said} and (select v is null or (v <> '' and ${castText(sql`v`, field.type)} is null) from (select ${compileSteps(field.source, steps)} as v offset 0) as step))`;
}

const NUMERIC: ReadonlySet<ColumnType> = new Set(['DECIMAL', 'MONEY', 'PERCENT']);

function plainValue(source: string, type: ColumnType): RawBuilder<unknown> {
  const is = (kind: string): RawBuilder<unknown> => sql`jsonb_typeof(data -> ${source}) = ${sql.lit(kind)}`;
  const text = sql`(data ->> ${source})`;
  const number = sql`(data ->> ${source})::numeric`;
  // A column of texts whose attribute somebody gave another type.
  const written = sql`when ${is('string')} then ${castText(text, type)}`;
  switch (type) {
    case 'TEXT':
      return text;
    case 'INTEGER':
      return sql`case when ${is('number')} then case when abs(${number}) < 9e18 then ${number}::bigint end ${written} end`;
    case 'DECIMAL':
    case 'MONEY':
    case 'PERCENT':
      return sql`case when ${is('number')} then ${number} ${written} end`;
    case 'BOOLEAN':
      return sql`case when ${is('boolean')} then (data ->> ${source})::boolean when ${is('number')} then ${number} <> 0 ${written} end`;
    case 'DATE':
      return sql`case when ${text} ~ '^\\d{4}-\\d\\d-\\d\\d' then left(${text}, 10)::date end`;
    case 'DATETIME':
      return sql`case when ${text} ~ '^\\d{4}-\\d\\d-\\d\\d$' then (${text} || 'T00:00:00Z')::timestamptz
        when ${text} ~ '^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:' then (${text})::timestamptz end`;
  }
}

/** A text in a type, null when it is not written as one. */
export function castText(text: RawBuilder<unknown>, type: ColumnType): RawBuilder<unknown> {
  return sql`(select ${castOf(type)} from (select btrim(${text}) as w offset 0) as cast_of)`;
}

function castOf(type: ColumnType): RawBuilder<unknown> {
  switch (type) {
    case 'TEXT':
      return sql`nullif(w, '')`;
    case 'INTEGER':
      return sql`case when w ~ ${sql.lit(WHOLE)} then w::numeric::bigint end`;
    case 'DECIMAL':
    case 'MONEY':
    case 'PERCENT':
      return sql`case when lower(w) ~ ${sql.lit(NUMBER)} then w::numeric end`;
    case 'BOOLEAN':
      return sql`case when lower(w) in ('true', 't', 'yes', 'y', '1') then true when lower(w) in ('false', 'f', 'no', 'n', '0') then false end`;
    case 'DATE':
      return sql`case when ${isDay(sql`w`)} then left(w, 10)::date end`;
    case 'DATETIME':
      return sql`case when w ~ ${sql.lit(`${DAY}$`)} then case when ${isDay(sql`w`)} then (w || 'T00:00:00Z')::timestamptz end
        when w ~ ${sql.lit(INSTANT)} then case when ${isDay(sql`w`)} then (case when w ~ '(Z|[-+][0-9]{2}(:?[0-9]{2})?)$' and length(w) > 16 then w else w || 'Z' end)::timestamptz end end`;
  }
}

/** Whether a text begins with a day of the calendar, YYYY-MM-DD: a cast of 31 February would be an error. */
export function isDay(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${text} ~ ${sql.lit(DAY)} and ${text} !~ '^0000' then
    substr(${text}, 9, 2)::int <= extract(day from (left(${text}, 7) || '-01')::date + interval '1 month' - interval '1 day')::int else false end`;
}
