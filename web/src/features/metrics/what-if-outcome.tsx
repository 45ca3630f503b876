import type { WhatIfMetricFieldsFragment } from '../../gql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { formatChange, formatShort } from '../../ui/format.ts';

type Told = WhatIfMetricFieldsFragment;

/** Less is what numbers lose on their way through a computer. */
const LEAST_SHARE = 1e-6;

/** Whether a metric moves at all. */
function moves({ original, changed, change }: Told): boolean {
  if (change === null) return original !== changed;
  return Math.abs(change) > LEAST_SHARE * Math.max(Math.abs(original ?? 0), Math.abs(changed ?? 0));
}

/** Whether a change is for the better; null where neither way is. */
function isBetter({ metric, change }: Told): boolean | null {
  if (metric.goodDirection === 'NEUTRAL' || change === null || change === 0) return null;
  return change > 0 === (metric.goodDirection === 'UP');
}

function Bar({ share, ghost }: { share: number; ghost: boolean }) {
  return (
    <span className="block h-2 rounded-full bg-raised">
      <span
        className={classes('block h-full rounded-full', ghost ? 'bg-control' : 'bg-accent')}
        style={{ width: `max(2px, ${Math.min(1, Math.abs(share)) * 100}%)` }}
      />
    </span>
  );
}

/** Every metric that moves, as it is and as it would be: the upper bar is now, the lower one then. It is a table. */
export function WhatIfOutcome({ caption, rows }: { caption: string; rows: readonly Told[] }) {
  const moved = rows.filter(moves);
  const still = rows.filter((row) => !moves(row));
  return (
    <>
      <table className="w-full border-collapse" data-outcome={moved.length}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-left text-sm text-muted">
            <th scope="col" className="py-2 font-medium">
              Metric
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              Now
            </th>
            <th scope="col" className="py-2 pl-4 text-right font-medium">
              Then
            </th>
            <th scope="col" className="py-2 pl-4 text-right font-medium">
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {moved.map((row) => {
            const { metric, original, changed, change, relative, formattedOriginal, formattedChanged } = row;
            const most = Math.max(Math.abs(original ?? 0), Math.abs(changed ?? 0)) || 1;
            const better = isBetter(row);
            return (
              <tr key={metric.name} className="border-t border-line align-top" data-affected={metric.name}>
                <th scope="row" className="w-2/5 min-w-40 py-3 pr-4 text-left font-medium">
                  {metric.label}
                  <span aria-hidden className="mt-2 grid gap-1">
                    <Bar share={(original ?? 0) / most} ghost />
                    <Bar share={(changed ?? 0) / most} ghost={false} />
                  </span>
                </th>
                <td className="py-3 text-right whitespace-nowrap text-muted">{formattedOriginal ?? '–'}</td>
                <td className="py-3 pl-4 text-right font-semibold whitespace-nowrap">{formattedChanged ?? '–'}</td>
                <td className="py-3 pl-4 text-right whitespace-nowrap">
                  {change === null ? '–' : `${change > 0 ? '+' : change < 0 ? '−' : '±'}${formatShort(Math.abs(change), metric.unit)}`}
                  <span className="block text-sm text-muted">
                    {relative === null ? '' : formatChange(relative)}
                    {better === null ? '' : better ? ' · better' : ' · worse'}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {still.length > 0 ? (
        <p className="text-sm text-muted">
          Unmoved: {still.map(({ metric, formattedOriginal }) => `${metric.label} (${formattedOriginal ?? '–'})`).join(', ')}.
        </p>
      ) : null}
    </>
  );
}
