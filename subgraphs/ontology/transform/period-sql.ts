import { sql, type RawBuilder } from 'kysely';

const MONTHS = {
  jan: '01',
  feb: '02',
  mar: '03',
  apr: '04',
  may: '05',
  jun: '06',
  jul: '07',
  aug: '08',
  sep: '09',
  oct: '10',
  nov: '11',
  dec: '12',
};
const QUARTERS = { '1': '01', '2': '04', '3': '07', '4': '10' };
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

/** The first day, as text, of the period that a value names; null when it names none. What periodOf reads of whole values. */
export function periodInText(value: RawBuilder<unknown>): RawBuilder<unknown> {
  const match = (pattern: string): RawBuilder<unknown> => sql`regexp_match(p, ${sql.lit(pattern)})`;
  const year = (group: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`case when length(${group}) = 4 then ${group} when ${group}::int < 70 then '20' || ${group} else '19' || ${group} end`;
  const found = (pattern: string, y: number, rest: (m: RawBuilder<unknown>) => RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(select ${year(sql`m[${sql.lit(y)}]`)} || '-' || ${rest(sql`m`)} from (select ${match(pattern)} as m offset 0) as f where m is not null)`;
  const monthOf =
    (at: number) =>
    (m: RawBuilder<unknown>): RawBuilder<unknown> =>
      sql`(${JSON.stringify(MONTHS)}::jsonb ->> ${m}[${sql.lit(at)}]) || '-01'`;
  const quarterOf =
    (at: number) =>
    (m: RawBuilder<unknown>): RawBuilder<unknown> =>
      sql`(${JSON.stringify(QUARTERS)}::jsonb ->> ${m}[${sql.lit(at)}]) || '-01'`;
  return sql`(select coalesce(
      substring(p from '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])'),
      ${found(`^${MONTH}[-_ ./,'']*([0-9]{4}|[0-9]{2})$`, 2, monthOf(1))},
      ${found(`^([0-9]{4})[-_ ./]*${MONTH}$`, 1, monthOf(2))},
      ${found('^([0-9]{4})[-_/.]?m?(0[1-9]|1[0-2])$', 1, (m) => sql`${m}[2] || '-01'`)},
      ${found('^(0?[1-9]|1[0-2])[-/.]([0-9]{4})$', 2, (m) => sql`lpad(${m}[1], 2, '0') || '-01'`)},
      ${found("^q([1-4])[-_ /'']*(?:fy|cy)?[-_ '']*([0-9]{4}|[0-9]{2})$", 2, quarterOf(1))},
      ${found("^(?:fy|cy)?[-_ '']*([0-9]{4}|[0-9]{2})[-_ /]*q([1-4])$", 1, quarterOf(2))},
      ${found("^(?:fy|cy)?[-_ '']*([0-9]{4})$", 1, () => sql`'01-01'`)})
    from (select lower(btrim(${value})) as p offset 0) as named)`;
}
