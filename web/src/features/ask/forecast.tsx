import { AnswerForecastDocument } from '../../gql/graphql.ts';
import type { AnswerFieldsFragment } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { LineChart } from '../../ui/charts/line-chart.tsx';
import { formatPercent, formatShort, plural } from '../../ui/format.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';

const PERIODS = 6;
/** What was, beside what may come: more of it would press the forecast into a corner. */
const HISTORY_SHOWN = 18;
const HEIGHT_PX = 190;

/** What a number is likely to be, with its interval and how far off the way of telling was before. */
export default function Forecast({ answer }: { answer: AnswerFieldsFragment }) {
  const [result, refresh] = useGraph(AnswerForecastDocument, { id: answer.id, periods: PERIODS }, { policy: 'cache-first' });
  if (result.state === 'loading') return <Loading label="Working out what comes next" lines={4} />;
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  const forecast = result.data.answer.__typename === 'Answer' ? result.data.answer.forecast : null;
  if (!forecast) return null;
  if (forecast.__typename === 'NoForecast') return <p className="text-sm text-muted">{forecast.reason}</p>;
  const { points, unit, label, text, backTestError, history } = forecast;
  const past = answer.series.filter(({ start }) => start < (points[0]?.start ?? '')).slice(-HISTORY_SHOWN);
  return (
    <div className="grid gap-3" data-forecast={points.length}>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="warning">a forecast, not data</Badge>
        <span className="text-sm text-muted">
          learnt from {plural(history, 'period')}
          {backTestError === null ? '' : `; off by ${formatPercent(backTestError, 0)} on average when tried on the past`}
        </span>
      </p>
      <p>{text}</p>
      <LineChart
        title={`${label}, and what comes next`}
        unit={unit}
        chrome="none"
        height={HEIGHT_PX}
        summary={text}
        series={[
          {
            key: 'value',
            label,
            points: [
              ...past.map(({ start, period, value }) => ({ x: start, name: period, y: value })),
              ...points.map(({ start, period, value, low, high }) => ({
                x: start,
                name: period,
                y: value,
                low,
                high,
                standing: 'forecast' as const,
              })),
            ],
          },
        ]}
      />
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">The forecast of {label}</caption>
        <thead>
          <tr className="text-left text-muted">
            <th scope="col" className="py-1 font-medium">
              Period
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              Likely
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              Four of five times between
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ period, start, value, low, high }) => (
            <tr key={start} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {period}
              </th>
              <td className="py-1 text-right font-medium">{formatShort(value, unit)}</td>
              <td className="py-1 text-right text-muted">
                {formatShort(low, unit)} – {formatShort(high, unit)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
