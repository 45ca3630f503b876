import { useMemo } from 'react';
import type { AnswerFieldsFragment } from '../../gql/graphql.ts';
import { BarChart } from '../../ui/charts/bar-chart.tsx';
import { LineChart } from '../../ui/charts/line-chart.tsx';

const HEIGHT_PX = 190;

/** The answer's number over time, and by its most telling dimension. */
export function AnswerCharts({ answer, limit }: { answer: AnswerFieldsFragment; limit: number }) {
  const { series, breakdown, columns, unit, label } = answer;
  const course = useMemo(
    () => [{ key: 'value', label, points: series.map(({ start, period, value }) => ({ x: start, name: period, y: value })) }],
    [series, label],
  );
  const split = useMemo(
    () => [{ key: 'value', label, points: breakdown.slice(0, limit).map((each) => ({ x: each.label, y: each.value, share: each.share })) }],
    [breakdown, label, limit],
  );
  const by = breakdown.length > 0 ? columns.find(({ unit: each }) => each === null)?.label : undefined;
  const groups = `${label}${by === undefined ? ', split' : ` by ${by.toLowerCase()}`}`;
  const rest = breakdown.length > limit ? `, the first ${limit} of ${breakdown.length}` : '';
  return (
    <>
      {series.length > 1 ? (
        <div className="border-t border-line pt-4">
          <LineChart title={`${label} over time`} unit={unit} series={course} height={HEIGHT_PX} />
        </div>
      ) : null}
      {breakdown.length > 0 ? (
        <div className="border-t border-line pt-4">
          <BarChart title={`${groups}${rest}`} unit={unit} series={split} lying />
        </div>
      ) : null}
    </>
  );
}
