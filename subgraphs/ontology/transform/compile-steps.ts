import { sql, type RawBuilder } from 'kysely';
import { assertNever } from '../../kernel/assert-never.ts';
import { wordsPattern } from './words-pattern.ts';
import { coerced } from './coerce-sql.ts';
import type { StepOf, Transform, TransformStep } from './steps.ts';
import { conversion } from './units.ts';

const NUMBER = '^[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)(e[-+]?[0-9]{1,2})?$';
/** A rate of so many days before still holds: weekends and holidays have none of their own. */
export const MAX_RATE_AGE_DAYS = 31;

/** A landed value after all steps, as text: null when a step could make nothing of it, empty when one meant to leave nothing. */
export function compileSteps(source: string, steps: Transform): RawBuilder<unknown> {
  return steps.reduce<RawBuilder<unknown>>(
    // Each step reads the one before by a name: what it says twice is not worked out twice.
    (before, step) => sql`(select ${compileStep(step)} from (select ${before} as v offset 0) as step)`,
    sql`(data ->> ${source})`,
  );
}

function compileStep(step: TransformStep): RawBuilder<unknown> {
  switch (step.kind) {
    case 'COERCE':
      return coerced(step);
    case 'VALUES':
      return mapped(step);
    case 'WORDS':
      return byWords(step);
    case 'UNIT':
      return converted(step);
    case 'CURRENCY':
      return exchanged(step);
    case 'SPLIT':
      return piece(step);
    case 'CONCAT':
      return sql`concat_ws(${step.separator}, nullif(v, ''), ${sql.join(step.columns.map((column) => sql`nullif(data ->> ${column}, '')`))})`;
    default:
      return assertNever(step);
  }
}

/** A value without case, punctuation and needless spaces, as it is compared. */
export function folded(value: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`btrim(lower(regexp_replace(${value}, '[^[:alnum:]]+', ' ', 'g')))`;
}

function mapped({ cases, otherwise }: StepOf<'VALUES'>): RawBuilder<unknown> {
  const map = Object.fromEntries(cases.flatMap(({ from, to }) => from.map((value) => [foldText(value), to])));
  const rest = otherwise === 'KEEP' ? sql`v` : otherwise === 'BLANK' ? sql`''` : sql`null`;
  return sql`case when v is null or v = '' then v else coalesce(${JSON.stringify(map)}::jsonb ->> ${folded(sql`v`)}, ${rest}) end`;
}

/** What PostgreSQL's `folded` does. */
export function foldText(value: string): string {
  return value
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .trim();
}

/** Case by case, whole words only; what no case names is the default, blanks stay blank. */
function byWords({ cases, otherwise }: StepOf<'WORDS'>): RawBuilder<unknown> {
  const whens = cases.map(({ value, words }) => sql`when ${folded(sql`v`)} ~ ${wordsPattern(words)} then ${value}`);
  return sql`case when v is null then null ${sql.join(whens, sql` `)} else ${otherwise} end`;
}

function converted({ from, to }: StepOf<'UNIT'>): RawBuilder<unknown> {
  const scale = conversion(from, to);
  if (scale === null) return sql`null`;
  return sql`case when v = '' then v when lower(btrim(v)) ~ ${sql.lit(NUMBER)} then
    trim_scale(${inUnit(sql`btrim(v)::numeric`, scale)})::text end`;
}

/** A number in another unit; what changes nothing is left out. */
export function inUnit(
  value: RawBuilder<unknown>,
  { multiply, add, divide }: NonNullable<ReturnType<typeof conversion>>,
): RawBuilder<unknown> {
  const product = multiply === 1 ? value : sql`${value} * ${sql.lit(multiply)}`;
  const sum = add === 0 ? product : sql`(${product} + ${sql.lit(add)})`;
  return divide === 1 ? sum : sql`${sum} / ${sql.lit(divide)}`;
}

/** At the newest rate of the day or shortly before it, either way round; without one nothing is made up. */
function exchanged({ from, fromColumn, to, onColumn }: StepOf<'CURRENCY'>): RawBuilder<unknown> {
  const own = from === null ? sql`null` : sql`${from}::text`;
  const code = fromColumn === null ? own : sql`coalesce(nullif(upper(btrim(data ->> ${fromColumn})), ''), ${own})`;
  const day = sql`case when data ->> ${onColumn} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' then left(data ->> ${onColumn}, 10)::date end`;
  return sql`case when v = '' then v when lower(btrim(v)) ~ ${sql.lit(NUMBER)} then trim_scale(round(btrim(v)::numeric *
    case when ${code} = ${to} then 1 else (
      select case when r.base = ${to} then 1 / r.rate else r.rate end from exchange_rate as r
      where ((r.base = ${code} and r.quote = ${to}) or (r.base = ${to} and r.quote = ${code}))
        and r.day <= ${day} and r.day >= ${day} - ${sql.lit(MAX_RATE_AGE_DAYS)}
      order by r.day desc, r.base = ${code} desc limit 1
    ) end, 6))::text end`;
}

function piece({ separator, part, rest }: StepOf<'SPLIT'>): RawBuilder<unknown> {
  const pieces = sql`string_to_array(v, ${separator})`;
  const at = part > 0 ? sql`${sql.lit(part)}` : sql`cardinality(${pieces}) + ${sql.lit(part + 1)}`;
  // Fewer pieces than asked for leave nothing: that is how such values are written.
  return rest
    ? sql`case when v is not null then coalesce(btrim(array_to_string((${pieces})[greatest(${at}, 1):], ${separator})), '') end`
    : sql`case when v is not null then coalesce(btrim((${pieces})[${at}]), '') end`;
}
