import { arc as arcShape } from 'd3-shape';
import type { CSSProperties, KeyboardEvent } from 'react';
import { TIERS } from '../../../ui/confidence.ts';
import { arrowOf, arrowPath } from '../../../ui/trend.ts';
import { fit, valueForms } from './fit.ts';
import { LABEL_LINE_PX } from './label.ts';
import type { PlacedNode } from './layout.ts';
import { describeNode } from './words.ts';
import type { GalaxyNode } from './words.ts';

const FULL = 2 * Math.PI;
const arcPath = arcShape<{ inner: number; outer: number; share: number }>()
  .innerRadius((d) => d.inner)
  .outerRadius((d) => d.outer)
  .startAngle(0)
  .endAngle((d) => FULL * d.share)
  .cornerRadius(2);

/** Under this radius a planet is too small for its value. */
const VALUE_FROM_PX = 21;

/** Font sizes to try, largest first. */
const SUN_SIZES = [24, 20, 18, 16];
const PLANET_SIZES = [14, 13, 12];
/** What ring and air take of the diameter. */
const RIM_PX = 9;

interface PlanetProps {
  node: GalaxyNode;
  place: PlacedNode;
  centre: { x: number; y: number };
  order: number;
  current: boolean;
  dim: boolean;
  onAsk: (touched: boolean) => void;
  onLook: (looking: boolean) => void;
  onKey: (event: KeyboardEvent) => void;
}

/** One planet: ring = confidence, arc = data quality, hue = domain, arrow = trend. It is a button that asks its question. */
export function Planet({ node, place, centre, order, current, dim, onAsk, onLook, onKey }: PlanetProps) {
  const { r } = place;
  const tier = TIERS[node.confidence.tier];
  const hue = `var(--${node.domain.toLowerCase()})`;
  const sun = node.orbit === 'CENTRE';
  const { text: value, size: fontSize } = fit(valueForms(node), 2 * r - RIM_PX, sun ? SUN_SIZES : PLANET_SIZES);
  const arrow = node.trend ? arrowOf(node.trend) : null;
  const shown = sun || r >= VALUE_FROM_PX;
  const arcRadius = r + (sun ? 6.5 : 5);
  const style = { '--order': order, '--from-x': `${centre.x - place.x}px`, '--from-y': `${centre.y - place.y}px` } as CSSProperties;
  return (
    <g transform={`translate(${place.x} ${place.y})`}>
      <g className={sun ? undefined : 'planet-arrives'} style={style}>
        <g
          className={dim ? 'planet galaxy-dim' : 'planet'}
          role="button"
          tabIndex={current ? 0 : -1}
          aria-label={describeNode(node, shown ? value : (node.formattedValue ?? ''), place.lines)}
          data-node={node.id}
          data-orbit={node.orbit}
          data-confidence={node.confidence.tier}
          onClick={(event) => onAsk((event.nativeEvent as PointerEvent).pointerType === 'touch')}
          onPointerEnter={(event) => {
            if (event.pointerType !== 'touch') onLook(true);
          }}
          onPointerLeave={(event) => {
            if (event.pointerType !== 'touch') onLook(false);
          }}
          onFocus={() => onLook(true)}
          onBlur={() => onLook(false)}
          onKeyDown={onKey}
        >
          {sun ? <circle r={r * 2.1} fill="url(#galaxy-glow)" pointerEvents="none" /> : null}
          <circle className="planet-focus" r={r + 11} fill="none" stroke="var(--accent)" strokeWidth="2" />
          <g className="planet-body">
            <circle r={r} fill={`url(#galaxy-${node.domain.toLowerCase()})`} />
            <circle
              r={r}
              fill="none"
              stroke={tier.stroke}
              strokeWidth={sun ? 3.25 : 2.25}
              strokeDasharray={tier.dash}
              strokeLinecap={tier.cap}
            />
            <circle r={arcRadius + 0.875} fill="none" stroke={hue} strokeWidth="1.75" opacity="0.2" />
            <path
              d={arcPath({ inner: arcRadius, outer: arcRadius + 1.75, share: Math.min(1, Math.max(0.02, node.quality)) }) ?? ''}
              fill={hue}
            />
          </g>
          {shown ? (
            <g pointerEvents="none" fill="var(--ink)">
              <text
                textAnchor="middle"
                y={arrow ? fontSize * 0.12 : fontSize * 0.35}
                fontSize={fontSize}
                fontWeight="650"
                letterSpacing="-0.02em"
              >
                {`${value} `}
              </text>
              {arrow ? <path d={arrowPath(arrow, sun ? 12 : 8.5)} transform={`translate(0 ${fontSize * 0.12 + (sun ? 18 : 11)})`} /> : null}
            </g>
          ) : null}
          <text
            textAnchor="middle"
            className="halo"
            pointerEvents="none"
            fontSize={sun ? 14 : 12}
            fontWeight={sun ? 600 : 450}
            fill={sun ? 'var(--ink)' : 'var(--muted)'}
          >
            {place.lines.map((line, index) => (
              <tspan key={line} x="0" y={r + (sun ? 28 : 20) + index * (sun ? 17 : LABEL_LINE_PX)}>
                {`${line} `}
              </tspan>
            ))}
          </text>
        </g>
      </g>
    </g>
  );
}
