import { arc as arcShape } from 'd3-shape';
import { formatShort } from '../format.ts';
import type { ChartProps, ChartTarget } from './chart-data.ts';
import { ChartFrame } from './frame.tsx';
import { Stage } from './stage.tsx';
import { textWidth } from './text.ts';
import { valueText } from './words.ts';

/** A stretch of a gauge with a meaning of its own. */
export interface GaugeZone {
  to: number;
  label: string;
  tone: 'good' | 'warning' | 'bad';
}

interface GaugeProps extends Omit<ChartProps, 'onSelect' | 'selected'> {
  /** The ends of the dial. */
  range: readonly [low: number, high: number];
  target?: ChartTarget | null;
  /** In rising order; the last one should end where the dial does. */
  zones?: readonly GaugeZone[];
}

const TURN = (Math.PI * 2) / 3;
const TONES = { good: 'var(--high)', warning: 'var(--medium)', bad: 'var(--low)' } as const;
const RING = 0.78;
const dial = arcShape<{ from: number; to: number; inner: number; outer: number }>()
  .startAngle(({ from }) => from)
  .endAngle(({ to }) => to)
  .innerRadius(({ inner }) => inner)
  .outerRadius(({ outer }) => outer)
  .cornerRadius(4);

/** One value on a dial: the newest point of the first series, between the ends it can have, with a target and zones where there are any. */
export function Gauge({ range: [low, high], target = null, zones = [], ...props }: GaugeProps) {
  const { series, unit, title } = props;
  const value = series[0]?.points.findLast(({ y }) => y !== null)?.y ?? null;
  const part = (at: number) => Math.max(0, Math.min(1, (at - low) / (high - low || 1)));
  const angle = (at: number) => -TURN + part(at) * TURN * 2;
  const zone = value === null ? null : (zones.find(({ to }) => value <= to) ?? zones.at(-1) ?? null);
  const label = series[0]?.label ?? title;
  const beyond = value !== null && (value < low || value > high);
  const said = `${label}: ${valueText(value, unit)}${zone ? `, ${zone.label}` : ''}${target ? `; ${target.label} ${valueText(target.value, unit)}` : ''}; the dial goes from ${valueText(low, unit)} to ${valueText(high, unit)}`;
  return (
    <ChartFrame
      {...props}
      shape="gauge"
      hasData={value !== null}
      note={beyond ? `The value is beyond the dial, which ends at ${valueText(value < low ? low : high, unit)}` : null}
      twin={() => ({
        head: [
          { name: 'What', unit: null },
          { name: label, unit },
        ],
        rows: [['Value', value], ...(target ? [[target.label, target.value]] : []), ['Least', low], ['Most', high]],
      })}
    >
      {({ width, height }) => {
        const radius = Math.min(width / 2 - 8, height / 1.6) - 4;
        const [cx, cy] = [width / 2, radius + 8];
        const ring = { inner: radius * RING, outer: radius };
        const end = (at: number, far: number) => ({ x: cx + Math.sin(angle(at)) * far, y: cy - Math.cos(angle(at)) * far });
        const tip = end(target?.value ?? 0, radius + 5);
        const foot = end(target?.value ?? 0, radius * RING - 5);
        const text = formatShort(value ?? 0, unit);
        return (
          <Stage
            title={title}
            summary={props.summary ?? said}
            width={width}
            height={height}
            stops={1}
            rows={1}
            form="area"
            hit={(px, py) => (Math.hypot(px - cx, py - cy) <= radius + 8 ? { stop: 0, row: 0 } : null)}
            spot={() => end(value ?? low, radius)}
            tip={() => ({
              head: zone?.label ?? title,
              rows: [
                { key: 'value', look: null, label, value: valueText(value, unit) },
                ...(target ? [{ key: 'target', look: null, label: target.label, value: valueText(target.value, unit) }] : []),
              ],
            })}
            say={() => said}
          >
            <g transform={`translate(${cx} ${cy})`}>
              <path d={dial({ from: -TURN, to: TURN, ...ring }) ?? ''} fill="var(--raised)" />
              {zones.map(({ to, label: name, tone }, index) => (
                <path
                  key={name}
                  d={
                    dial({ from: angle(zones[index - 1]?.to ?? low), to: angle(to), inner: radius * RING - 7, outer: radius * RING - 3 }) ??
                    ''
                  }
                  fill={TONES[tone]}
                />
              ))}
              <path
                d={dial({ from: -TURN, to: Math.max(-TURN + 0.02, angle(value ?? low)), ...ring }) ?? ''}
                fill={zone ? TONES[zone.tone] : 'var(--chart-1)'}
              />
            </g>
            {target ? (
              <line x1={foot.x} y1={foot.y} x2={tip.x} y2={tip.y} stroke="var(--ink)" strokeWidth="2.5" strokeLinecap="round" />
            ) : null}
            <text
              x={cx}
              y={cy}
              textAnchor="middle"
              dy="0.15em"
              className="fill-ink font-semibold"
              fontSize={Math.max(16, Math.min(32, (radius * 1.1 * 12) / textWidth(text)))}
            >
              {text}
            </text>
            {zone && radius >= 56 ? (
              <text x={cx} y={cy + 26} textAnchor="middle" className="fill-muted">
                {zone.label}
              </text>
            ) : null}
            {[low, high].map((at) => (
              <text key={at} {...end(at, radius * 0.89)} dy="18" textAnchor="middle" className="fill-muted">
                {formatShort(at, unit)}
              </text>
            ))}
          </Stage>
        );
      }}
    </ChartFrame>
  );
}
