import { scaleLinear } from 'd3-scale';
import { formatShort } from '../../ui/format.ts';

const WIDTH = 128;
const HEIGHT = 28;
const LEAST_BAR_PX = 2;

/**
 * How numbers lie between their smallest and largest, drawn from their quantiles: every bar holds the same share of the values, so a
 * narrow one is a high one. The words below say the same.
 */
export function Distribution({ quantiles }: { quantiles: readonly number[] }) {
  const least = quantiles[0] ?? 0;
  const most = quantiles.at(-1) ?? 0;
  const middle = quantiles[Math.floor(quantiles.length / 2)] ?? 0;
  const words =
    least === most ? `always ${formatShort(least, 'NUMBER')}` : `${formatShort(least, 'NUMBER')} … ${formatShort(most, 'NUMBER')}`;
  const x = scaleLinear([least, most], [0, WIDTH]);
  const parts = quantiles.slice(1).map((to, index) => {
    const from = quantiles[index] ?? to;
    return { from, width: Math.max(1, x(to) - x(from)) };
  });
  const y = scaleLinear([0, Math.max(...parts.map(({ width }) => 1 / width))], [LEAST_BAR_PX, HEIGHT]);
  return (
    <span className="grid gap-0.5">
      {least === most ? null : (
        <svg width={WIDTH} height={HEIGHT} aria-hidden className="block" data-chart="distribution">
          {parts.map(({ from, width }, index) => (
            <rect
              key={index}
              x={x(from)}
              width={Math.max(1, width - 0.5)}
              y={HEIGHT - y(1 / width)}
              height={y(1 / width)}
              fill="var(--accent)"
              opacity="0.75"
            />
          ))}
          <line x1={x(middle)} x2={x(middle)} y1={0} y2={HEIGHT} stroke="var(--ink)" strokeDasharray="2 2" />
        </svg>
      )}
      <span className="text-xs whitespace-nowrap text-muted">
        {words}
        {least === most ? '' : `, half below ${formatShort(middle, 'NUMBER')}`}
      </span>
    </span>
  );
}
