import { formatPercent } from '../../ui/format.ts';
import { Distribution } from './distribution.tsx';
import { sketchOf } from './sketch.ts';

/** How the values of a column lie, drawn from a few records. */
export function FieldSketch({ values }: { values: readonly unknown[] }) {
  const sketch = sketchOf(values);
  if (sketch.kind === 'numbers') return <Distribution quantiles={sketch.quantiles} />;
  if (sketch.kind === 'nothing') return <span className="text-sm text-muted">–</span>;
  return (
    <span className="grid w-40 gap-0.5" data-chart="values">
      {sketch.top.map(({ value, share }) => (
        <span key={value} className="relative flex justify-between gap-2 rounded-sm px-1 text-xs">
          <span aria-hidden className="absolute inset-y-0 left-0 rounded-sm bg-accent-soft" style={{ width: `${share * 100}%` }} />
          <span className="relative truncate">{value}</span>
          <span className="relative text-muted">{formatPercent(share, 0)}</span>
        </span>
      ))}
    </span>
  );
}
