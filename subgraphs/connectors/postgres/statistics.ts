import type { ColumnProfile } from '../../../schema/events/discovered-schema.ts';
import type { Relation } from './catalogue.ts';
import { rowReader } from './cells.ts';
import { isOnly } from './sampling.ts';
import type { Transaction } from './session.ts';
import { fromOf, quoted, type PlannedColumn } from './sql.ts';

/** What is known of a column over the whole table, where its profile was made from a sample. */
export interface WholeColumn {
  values: number;
  min: string | null;
  max: string | null;
  /** As the planner's statistics estimate it; null when they say nothing. */
  distinct: number | null;
}

const ORDERED = new Set<PlannedColumn['kind']>(['INTEGER', 'DECIMAL', 'MONEY', 'DATE', 'TIMESTAMP']);
/** Three results a column; a select list holds 1 664. */
const MAX_MEASURED = 500;

/** Counts and extremes of the columns of a large table, in one pass of the server. */
export async function wholeColumns(
  { rows }: Transaction,
  relation: Relation,
  columns: readonly PlannedColumn[],
  count: number,
): Promise<WholeColumn[]> {
  const measured = columns.slice(0, MAX_MEASURED);
  const list = measured.flatMap(({ name, kind }) => {
    const column = kind === 'MONEY' ? `${quoted(name)}::numeric` : quoted(name);
    const extremes = ORDERED.has(kind) ? [`min(${column})::text`, `max(${column})::text`] : ['null', 'null'];
    return [`count(${quoted(name)})::text`, ...extremes];
  });
  const [row = []] = await rows(`select ${list.join(', ')} ${fromOf({ ...relation, only: isOnly(relation) })}`);
  const estimates = new Map(
    (
      await rows('select attname, n_distinct::text from pg_stats where schemaname = $1 and tablename = $2 and not inherited', [
        relation.schema,
        relation.name,
      ])
    ).map(([name, distinct]) => [name ?? '', Number(distinct)]),
  );
  return columns.map((column, index) => {
    const [values, min, max] = index < MAX_MEASURED ? row.slice(index * 3, index * 3 + 3) : [];
    const estimate = estimates.get(column.name) ?? 0;
    const read = rowReader([column]);
    const shown = (text: string | null | undefined): string | null => {
      const result = text == null ? null : read([text]);
      const value = result === null || 'code' in result ? null : (result.values[0] ?? null);
      return value === null ? null : String(value);
    };
    return {
      values: values == null ? count : Number(values),
      min: shown(min),
      max: shown(max),
      distinct: estimate === 0 ? null : Math.round(estimate < 0 ? -estimate * count : estimate),
    };
  });
}

/** The profile of a sample as one of the whole table: counts grow in proportion, what was measured takes the place of what was seen. */
export function profileOfWhole(profile: ColumnProfile, whole: WholeColumn, count: number, unique: boolean): ColumnProfile {
  const factor = profile.rows === 0 ? 1 : count / profile.rows;
  const distinct = unique ? whole.values : Math.min(whole.values, Math.max(profile.distinct, whole.distinct ?? 0));
  return {
    ...profile,
    rows: count,
    // Blank texts are no nulls to the server.
    blanks: Math.max(count - whole.values, Math.min(count, Math.round(profile.blanks * factor))),
    distinct,
    min: whole.min ?? profile.min,
    max: whole.max ?? profile.max,
    topValues: profile.topValues.map(({ value, count: seen }) => ({ value, count: Math.max(1, Math.round(seen * factor)) })),
  };
}
