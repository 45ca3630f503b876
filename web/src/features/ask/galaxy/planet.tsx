import { Pin } from 'lucide-react';
import { memo } from 'react';
import type { KeyboardEvent } from 'react';
import { TIERS } from '../../../ui/confidence.ts';
import { Face } from './face.tsx';
import { fit, valueForms } from './fit.ts';
import { freshnessOf } from './freshness.ts';
import { LABEL_LINE_PX, SUN_LINE_PX } from './label.ts';
import type { PlacedNode } from './layout.ts';
import { FreshnessDot, QualityArc } from './rings.tsx';
import { describeNode } from './words.ts';
import type { GalaxyNode } from './words.ts';

/** Under this radius a planet is too small for its value. */
const VALUE_FROM_PX = 21;
/** Font sizes to try, largest first. */
const SUN_SIZES = [26, 24, 20, 18, 16];
const PLANET_SIZES = [15, 14, 13, 12];
/** What ring and air take of the diameter. */
const RIM_PX = 9;

/** What a planet tells of what happens to it; the same function for all of them, so that only those that change are drawn again. */
export interface PlanetEvents {
  onPress: (node: GalaxyNode, touched: boolean) => void;
  onLook: (node: GalaxyNode, looking: boolean) => void;
  onKey: (event: KeyboardEvent, node: GalaxyNode) => void;
}

interface PlanetProps {
  node: GalaxyNode;
  place: PlacedNode;
  now: Date;
  current: boolean;
  /** Of the neighbourhood that is looked at: the others step back. */
  near: boolean;
  /** The same number in the galaxy beside this one is looked at. */
  echoed: boolean;
  pinned: boolean;
  open: boolean;
  events: PlanetEvents;
}

/** One planet: size and ring = confidence, arc = data quality, dot = freshness, hue = domain, arrow = trend. It is a button. */
export const Planet = memo(function Planet({ node, place, now, current, near, echoed, pinned, open, events }: PlanetProps) {
  const { r } = place;
  const tier = TIERS[node.confidence.tier];
  const hue = node.domain.toLowerCase();
  const sun = place.orbit === 'CENTRE';
  const { text: value, size: fontSize } = fit(valueForms(node), 2 * r - RIM_PX, sun ? SUN_SIZES : PLANET_SIZES);
  const shown = sun || r >= VALUE_FROM_PX;
  const freshness = freshnessOf(node.freshness, now);
  return (
    <g transform={`translate(${place.x} ${place.y})`} data-place={node.id} data-radius={r}>
      <g
        className={near ? 'planet galaxy-near' : 'planet'}
        role="button"
        tabIndex={current ? 0 : -1}
        aria-label={describeNode(node, shown ? value : (node.formattedValue ?? ''), place.lines)}
        aria-expanded={open}
        data-node={node.id}
        data-orbit={node.orbit}
        data-confidence={node.confidence.tier}
        data-pinned={pinned || undefined}
        onClick={(event) => events.onPress(node, (event.nativeEvent as PointerEvent).pointerType === 'touch')}
        onPointerEnter={(event) => {
          if (event.pointerType !== 'touch') events.onLook(node, true);
        }}
        onPointerLeave={(event) => {
          if (event.pointerType !== 'touch') events.onLook(node, false);
        }}
        onFocus={() => events.onLook(node, true)}
        onBlur={() => events.onLook(node, false)}
        onKeyDown={(event) => events.onKey(event, node)}
      >
        {shown ? (
          <circle r={sun ? r * 2.3 : r * 1.75} fill={sun ? 'url(#galaxy-glow)' : `url(#galaxy-light-${hue})`} pointerEvents="none" />
        ) : null}
        <circle
          className={open || echoed ? 'planet-chosen' : 'planet-focus'}
          r={r + 12}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="2"
        />
        <g className="planet-body">
          <circle r={r} fill={`url(#galaxy-${hue})`} />
          <circle
            r={r}
            fill="none"
            stroke={tier.stroke}
            strokeWidth={sun ? 3.5 : r < VALUE_FROM_PX ? 1.75 : 2.5}
            strokeDasharray={tier.dash}
            strokeLinecap={tier.cap}
          />
          {shown ? <QualityArc radius={r + (sun ? 7 : 5.5)} quality={node.quality} hue={hue} thick={sun ? 2.5 : 2} /> : null}
          {shown && freshness ? <FreshnessDot radius={r + (sun ? 8 : 6.5)} freshness={freshness} size={sun ? 4.5 : 3.5} /> : null}
        </g>
        {shown ? <Face node={node} value={value} fontSize={fontSize} radius={r} /> : null}
        <text
          textAnchor="middle"
          className="halo"
          pointerEvents="none"
          fontSize={sun ? 15 : 12}
          fontWeight={sun ? 650 : 500}
          fill={sun ? 'var(--ink)' : 'var(--muted)'}
        >
          {place.lines.map((line, index) => (
            <tspan key={`${index} ${line}`} x="0" y={r + (sun ? 29 : 21) + index * (sun ? SUN_LINE_PX : LABEL_LINE_PX)}>
              {`${line} `}
            </tspan>
          ))}
        </text>
        {pinned ? (
          <g transform={`translate(${-r * 0.78} ${-r * 0.78})`} pointerEvents="none">
            <circle r="9" fill="var(--accent)" />
            <Pin aria-hidden x="-6" y="-6" size={12} color="var(--on-accent)" />
          </g>
        ) : null}
      </g>
    </g>
  );
});
