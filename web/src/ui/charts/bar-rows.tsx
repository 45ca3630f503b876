import type { Unit } from '../../gql/graphql.ts';
import { classes } from '../classes.ts';
import { formatPercent, formatShort } from '../format.ts';
import { useSize } from '../use-size.ts';
import type { Bar } from './bars.tsx';

const LEAST_ROW_PX = 28;
const MOST_ROW_PX = 60;
const NOTE_PX = 20;
/** How much of a row its bar takes. */
const BAR_SHARE = 0.36;

/** A ranked bar chart in as many one-line rows as fit into its box; few rows stand wider apart. Like ./bars.tsx it is a table: drawn and read are the same. */
export function BarRows({ bars, unit, caption }: { bars: readonly Bar[]; unit: Unit; caption: string }) {
  const [frame, size] = useSize<HTMLDivElement>();
  const height = size?.height ?? 0;
  const all = Math.floor(height / LEAST_ROW_PX);
  const fitting = bars.length <= all ? bars.length : Math.max(1, Math.floor((height - NOTE_PX) / LEAST_ROW_PX));
  const shown = bars.slice(0, fitting);
  const row = Math.min(MOST_ROW_PX, Math.max(LEAST_ROW_PX, Math.floor((height - (fitting < bars.length ? NOTE_PX : 0)) / fitting)));
  const most = Math.max(0, ...bars.map((bar) => Math.abs(bar.value ?? 0))) || 1;
  const shares = shown.some((bar) => bar.share !== null) && (size?.width ?? 0) > 320;
  return (
    <div ref={frame} className="h-full min-h-0 overflow-hidden">
      {height > 0 ? (
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
            {shown.map(({ label, value, share }) => (
              <tr key={label} style={{ height: row }}>
                <th scope="row" className="relative w-full max-w-0 p-0 text-left font-normal">
                  <span className="block w-2/5 truncate pr-3" title={label}>
                    {label}
                  </span>
                  <span
                    aria-hidden
                    className="absolute inset-y-0 right-0 left-[40%] my-auto rounded-sm bg-raised"
                    style={{ height: Math.round(row * BAR_SHARE) }}
                  >
                    <span
                      className={classes('block h-full rounded-sm', (value ?? 0) < 0 ? 'bg-low' : 'bg-accent')}
                      style={{ width: value === null ? 0 : `${Math.max(1, (Math.abs(value) / most) * 100)}%` }}
                    />
                  </span>
                </th>
                <td className="pl-3 text-right font-medium whitespace-nowrap">{value === null ? '–' : formatShort(value, unit)}</td>
                {shares ? (
                  <td className="pl-3 text-right whitespace-nowrap text-muted">{share === null ? '–' : formatPercent(share, 0)}</td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {height > 0 && bars.length > shown.length ? (
        <p className="text-xs text-muted" style={{ height: NOTE_PX, lineHeight: `${NOTE_PX}px` }}>
          and {bars.length - shown.length} more
        </p>
      ) : null}
    </div>
  );
}
