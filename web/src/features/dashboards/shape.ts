import type { WidgetAnswerFieldsFragment } from '../../gql/graphql.ts';
import type { Bar } from '../../ui/charts/bars.tsx';
import type { Point } from '../../ui/charts/series.tsx';
import { formatCell } from '../../ui/format.ts';

type Shape = Pick<WidgetAnswerFieldsFragment, 'columns' | 'rows' | 'series' | 'breakdown'>;

const PERIODS: readonly string[] = ['DATE', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];

/** The rows as pairs of a name and a number, when they are: what they are split by in front, one measure behind. */
function pairs({ columns, rows }: Shape): { name: string; type: string; pairs: readonly [string, number | null][] } | null {
  const [first, second] = columns;
  if (!first || !second || columns.length !== 2 || first.unit !== null || second.unit === null) return null;
  return {
    name: first.name,
    type: first.type,
    pairs: rows.map((row) => {
      const value: unknown = row?.[1];
      return [formatCell(row?.[0], null), typeof value === 'number' ? value : null];
    }),
  };
}

/** The points of a line: the answer's own rows when they go by time (by quarter stays by quarter), else its course. */
export function pointsOf(answer: Shape): readonly Point[] {
  const rows = pairs(answer);
  if (rows && rows.pairs.length > 1 && PERIODS.includes(rows.type)) return rows.pairs.map(([period, value]) => ({ period, value }));
  return answer.series;
}

/** The bars of a split: the answer's own rows when they are one, else its most telling split. */
export function barsOf(answer: Shape): readonly Bar[] {
  const rows = pairs(answer);
  if (!rows || rows.pairs.length === 0) return answer.breakdown;
  const shares = new Map(answer.breakdown.map((each) => [each.label, each.share]));
  return rows.pairs.map(([label, value]) => ({ label, value, share: shares.get(label) ?? null }));
}
