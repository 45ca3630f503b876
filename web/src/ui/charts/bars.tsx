import { scaleLinear } from 'd3-scale';
import type { Unit } from '../../gql/graphql.ts';
import { formatPercent, formatShort } from '../format.ts';

export interface Bar {
  label: string;
  /** null: the group has no value, for example a rate of nothing. */
  value: number | null;
  share: number | null;
}

/** A ranked bar chart that is a table: what is drawn and what is read are the same thing. */
export function Bars({ bars, unit, caption, limit }: { bars: readonly Bar[]; unit: Unit; caption: string; limit: number }) {
  const shown = bars.slice(0, limit);
  const most = Math.max(0, ...shown.map((bar) => Math.abs(bar.value ?? 0)));
  const width = scaleLinear([0, most || 1], [0, 100]);
  const shares = shown.some((bar) => bar.share !== null);
  return (
    <table className="w-full border-collapse text-sm" data-chart="bars">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
          {shares ? <th scope="col">Share</th> : null}
        </tr>
      </thead>
      <tbody>
        {shown.map((bar) => (
          <tr key={bar.label}>
            <th scope="row" className="w-full max-w-0 py-1 pr-3 text-left font-normal">
              <span className="block truncate pb-1" title={bar.label}>
                {bar.label}
              </span>
              <span aria-hidden className="block h-1.5 rounded-full bg-raised">
                <span
                  className={(bar.value ?? 0) < 0 ? 'block h-full rounded-full bg-low' : 'block h-full rounded-full bg-accent'}
                  style={{ width: bar.value === null ? 0 : `${Math.max(1, width(Math.abs(bar.value)))}%` }}
                />
              </span>
            </th>
            <td className="py-1 text-right align-top font-medium whitespace-nowrap">
              {bar.value === null ? '–' : formatShort(bar.value, unit)}
            </td>
            {shares ? (
              <td className="w-14 py-1 pl-2 text-right align-top whitespace-nowrap text-muted">
                {bar.share === null ? '–' : formatPercent(bar.share, 1)}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
