import { arc as arcShape } from 'd3-shape';
import type { Freshness } from './freshness.ts';

const DEGREE = Math.PI / 180;
/** The arc runs clockwise round the planet and leaves a gap at the upper right, where the dot stands. */
const GAP = { from: 24 * DEGREE, to: 56 * DEGREE, middle: 40 * DEGREE };
const SPAN = 2 * Math.PI - (GAP.to - GAP.from);
/** A share that is not nought is seen. */
const LEAST = 0.02;

const arcPath = arcShape<{ inner: number; outer: number; share: number }>()
  .innerRadius((d) => d.inner)
  .outerRadius((d) => d.outer)
  .startAngle(GAP.to)
  .endAngle((d) => GAP.to + SPAN * d.share)
  .cornerRadius(2);

/** How whole the data behind a number are, as an arc round its planet. */
export function QualityArc({ radius, quality, hue, thick }: { radius: number; quality: number; hue: string; thick: number }) {
  const ring = { inner: radius, outer: radius + thick };
  return (
    <g fill={`var(--${hue})`}>
      <path d={arcPath({ ...ring, share: 1 }) ?? ''} opacity="0.22" />
      <path d={arcPath({ ...ring, share: Math.min(1, Math.max(LEAST, quality)) }) ?? ''} />
    </g>
  );
}

/** How fresh the data are: a full dot, half a dot, or an empty ring. */
export function FreshnessDot({ radius, freshness, size }: { radius: number; freshness: Freshness; size: number }) {
  const x = Math.sin(GAP.middle) * radius;
  const y = -Math.cos(GAP.middle) * radius;
  return (
    <g transform={`translate(${x} ${y})`} data-freshness={freshness}>
      <circle r={size} fill={freshness === 'FRESH' ? 'var(--ink)' : 'var(--space-edge)'} stroke="var(--ink)" strokeWidth="1.25" />
      {freshness === 'AGEING' ? <path d={`M0 ${-size}A${size} ${size} 0 0 0 0 ${size}Z`} fill="var(--ink)" /> : null}
    </g>
  );
}
