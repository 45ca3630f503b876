import { classes } from '../classes.ts';

export interface Weight {
  name: string;
  /** Above zero speaks for it, below against it. */
  weight: number;
  sentence: string;
}

const signed = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1, minimumFractionDigits: 1, signDisplay: 'exceptZero' });

/** A weight with its sign: +4.2, −1.0. */
export function formatWeight(value: number): string {
  return signed.format(value).replace('-', '−');
}

/** What speaks for something and what against it, each as a bar that begins where the one above it ended: the last end is the sum. It is a table. */
export function Weights({ weights, total, caption }: { weights: readonly Weight[]; total: number; caption: string }) {
  const steps = weights.reduce<{ weight: Weight; start: number; end: number }[]>((all, weight) => {
    const start = all.at(-1)?.end ?? 0;
    return [...all, { weight, start, end: start + weight.weight }];
  }, []);
  const rest = total - (steps.at(-1)?.end ?? 0);
  const bounds = [0, total, rest, ...steps.flatMap(({ start, end }) => [start + rest, end + rest])];
  const low = Math.min(...bounds);
  const span = Math.max(...bounds) - low || 1;
  const at = (value: number) => `${((value - low) / span) * 100}%`;
  const bar = (start: number, end: number, look: string) => (
    <span aria-hidden className="relative block h-3 rounded-sm bg-raised">
      <span className="absolute inset-y-0 w-px bg-control" style={{ left: at(0) }} />
      <span
        className={classes('absolute inset-y-0 rounded-sm', look)}
        style={{ left: at(Math.min(start, end)), width: `max(2px, ${(Math.abs(end - start) / span) * 100}%)` }}
      />
    </span>
  );
  return (
    <table className="w-full border-collapse text-sm" data-chart="weights">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Compared</th>
          <th scope="col">Drawn</th>
          <th scope="col">Weight</th>
        </tr>
      </thead>
      <tbody>
        {Math.abs(rest) > 0.05 ? (
          <tr>
            <th scope="row" className="py-1.5 pr-3 text-left align-top font-normal text-muted">
              Before anything is compared
            </th>
            <td className="w-2/5 py-2 align-top">{bar(0, rest, 'bg-control')}</td>
            <td className="py-1.5 pl-3 text-right align-top whitespace-nowrap">{formatWeight(rest)}</td>
          </tr>
        ) : null}
        {steps.map(({ weight, start, end }) => (
          <tr key={weight.name} data-weight={weight.name}>
            <th scope="row" className="py-1.5 pr-3 text-left align-top font-normal">
              <span className="font-medium">{weight.name}</span>
              <span className="block text-muted">{weight.sentence}</span>
            </th>
            <td className="w-2/5 py-2 align-top">{bar(start + rest, end + rest, weight.weight < 0 ? 'bg-low' : 'bg-high')}</td>
            <td
              className={classes(
                'py-1.5 pl-3 text-right align-top font-medium whitespace-nowrap',
                weight.weight < 0 ? 'text-low' : 'text-high',
              )}
            >
              {formatWeight(weight.weight)}
            </td>
          </tr>
        ))}
        <tr className="border-t border-line">
          <th scope="row" className="py-2 pr-3 text-left font-semibold">
            Together
          </th>
          <td className="w-2/5 py-2 align-middle">{bar(0, total, 'bg-accent')}</td>
          <td className="py-2 pl-3 text-right font-semibold whitespace-nowrap">{formatWeight(total)}</td>
        </tr>
      </tbody>
    </table>
  );
}
