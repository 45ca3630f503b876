import { sql, type RawBuilder } from 'kysely';
import type { StepOf } from './steps.ts';

/** Signs that stand beside numbers and say nothing of how much: currencies, their codes, spaces of any kind, groups of thousands. */
const CLUTTER = `[$€£¥₹₽₩[:space:]\u00a0\u202f'’_]|\\m[A-Z]{3}\\M`;
const NUMBER = '^[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)(e[-+]?[0-9]{1,2})?$';
const SCALED = '^([-+]?(?:[0-9]+(?:[.][0-9]*)?|[.][0-9]+))(k|m|mio|mn|mm|bn|b|%)$';

/**
 * The text `v` read as a person wrote it: numbers with signs and groups of thousands, `12.5k`, `(300)`, dates in an order, yes and no; the
 * words for nothing become empty. A text that is none of these stays as it is, for the cast to judge.
 */
export function coerced({ decimal, dates, blanks }: StepOf<'COERCE'>): RawBuilder<unknown> {
  const empty = blanks.length === 0 ? sql`false` : sql`lower(btrim(v)) in (${sql.join(blanks.map((blank) => blank.trim().toLowerCase()))})`;
  return sql`case when v is null or btrim(v) = '' or ${empty} then case when v is null then null else '' end
    else coalesce(${dates === null ? sql`null` : date(dates)}, ${number(decimal)}, ${flag}, v) end`;
}

const flag = sql`case when lower(btrim(v)) in ('yes', 'y', 'true', 't', 'on', 'x', 'ja', 'oui', 'si', 'sí') then 'true'
  when lower(btrim(v)) in ('no', 'n', 'false', 'f', 'off', 'nein', 'non') then 'false' end`;

function number(decimal: '.' | ','): RawBuilder<unknown> {
  const groups = decimal === '.' ? ',' : '.';
  const plain = sql`replace(regexp_replace(replace(btrim(v), ${groups}, ''), ${CLUTTER}, '', 'g'), ${decimal}, '.')`;
  return sql`(select case when n ~ ${sql.lit(NUMBER)} then n
      when n ~ ${sql.lit(SCALED)} then trim_scale((regexp_match(n, ${sql.lit(SCALED)}))[1]::numeric * case (regexp_match(n, ${sql.lit(SCALED)}))[2]
        when 'k' then 1000 when '%' then 0.01 when 'b' then 1000000000 when 'bn' then 1000000000 else 1000000 end)::text end
    from (select case when m ~ '^[(].*[)]$' then '-' || btrim(m, '()') when m ~ '^[^-].*-$' then '-' || rtrim(m, '-') else m end as n
      from (select lower(${plain}) as m offset 0) as written offset 0) as signed)`;
}

/** Year, month and day out of digits in their order; a two-digit year is of the hundred years around 2000 that end in 2069. */
function date(order: 'DMY' | 'MDY' | 'YMD'): RawBuilder<unknown> {
  const pattern =
    order === 'YMD' ? '^([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})$' : '^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})$';
  const [year, month, day] = order === 'YMD' ? [1, 2, 3] : order === 'DMY' ? [3, 2, 1] : [3, 1, 2];
  const part = (at: number): RawBuilder<unknown> => sql`p[${sql.lit(at)}]`;
  return sql`(select case when p is not null then
      case when length(${part(year)}) = 4 then ${part(year)} when ${part(year)}::int < 70 then '20' || ${part(year)} else '19' || ${part(year)} end
      || '-' || lpad(${part(month)}, 2, '0') || '-' || lpad(${part(day)}, 2, '0') end
    from (select regexp_match(btrim(v), ${sql.lit(pattern)}) as p offset 0) as parts)`;
}
