import type { ChartTarget } from './chart-data.ts';
import type { Geometry } from './geometry.ts';
import { fitText } from './text.ts';

const UNDER_PX = 15;

/** Grid, labels of both axes, and a stronger line at zero. */
export function Axes({ geometry }: { geometry: Geometry }) {
  const { left, right, bottom, y, ticks, labels, places } = geometry;
  const [low, high] = y.domain();
  return (
    <g>
      {ticks.map(({ at, text }) => (
        <g key={at} transform={`translate(0 ${Math.round(y(at)) + 0.5})`}>
          <line x1={left} x2={right} stroke={at === 0 ? 'var(--control)' : 'var(--line)'} strokeOpacity={at === 0 ? 0.7 : 1} />
          {text ? (
            <text x={left - 8} dy="0.32em" textAnchor="end" className="fill-muted">
              {text}
            </text>
          ) : null}
        </g>
      ))}
      {(low ?? 0) < 0 && (high ?? 0) > 0 ? (
        <line x1={left} x2={right} y1={Math.round(y(0)) + 0.5} y2={Math.round(y(0)) + 0.5} stroke="var(--control)" strokeOpacity="0.7" />
      ) : null}
      {labels.map(({ index, x, text, under, anchor }) => (
        <g key={index} transform={`translate(0 ${bottom})`}>
          <line x1={places[index]} x2={places[index]} y1="3" y2="6" stroke="var(--control)" strokeOpacity="0.7" />
          <text x={x} y={UNDER_PX + 2} textAnchor={anchor} className="fill-muted">
            {fitText(text, right - left)}
          </text>
          {under ? (
            <text x={x} y={UNDER_PX * 2 + 1} textAnchor={anchor} className="fill-ink" fontWeight="500">
              {under}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  );
}

/** Values to reach, as dashed lines with their names. */
export function Targets({ geometry, targets }: { geometry: Geometry; targets: readonly ChartTarget[] }) {
  const { left, right, y } = geometry;
  return (
    <g>
      {targets.map(({ label, value }) => (
        <g key={label} transform={`translate(0 ${Math.round(y(value)) + 0.5})`}>
          <line x1={left} x2={right} stroke="var(--ink)" strokeDasharray="2 4" strokeLinecap="round" strokeWidth="1.5" />
          <text x={right - 2} y={-6} textAnchor="end" className="chart-halo fill-ink" fontWeight="500">
            {fitText(label, (right - left) * 0.7)}
          </text>
        </g>
      ))}
    </g>
  );
}
