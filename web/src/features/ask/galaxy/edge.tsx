import { memo } from 'react';
import type { Spot } from './glide.ts';
import type { PlacedNode } from './layout.ts';
import { RELATIONS } from './words.ts';
import type { GalaxyEdge } from './words.ts';

/** How far the middle of an edge bends aside, as a share of its length: enough to look like an orbit's pull. */
const BEND = 0.08;
/** Shorter edges are straight: bent, they would look like hooks. */
const BEND_FROM_PX = 60;
/** Half of what a relation's name takes. */
const NAME_PX = { x: 46, y: 9 };
/** Beyond the rim of a planet: its rings. */
const RIM_PX = 9;

interface EdgeProps {
  edge: GalaxyEdge;
  from: Spot;
  to: Spot;
  /** Its nodes are looked at: the relation is named. */
  lit: boolean;
  /** Among many: it steps back so that planets are seen. */
  faint: boolean;
  index: number;
  onHover: (index: number | null) => void;
}

/** The path of an edge between the rims of two planets, and its middle. */
export function edgePath(from: Spot, to: Spot): { path: string; x: number; y: number } {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const start = Math.min(0.5, (from.r + RIM_PX) / length);
  const end = Math.max(0.5, 1 - (to.r + RIM_PX) / length);
  const at = (share: number) => ({ x: from.x + dx * share, y: from.y + dy * share });
  const a = at(start);
  const b = at(end);
  const middle = at((start + end) / 2);
  const bend = length * (end - start) < BEND_FROM_PX ? 0 : BEND;
  const x = middle.x - dy * bend;
  const y = middle.y + dx * bend;
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    path: `M${round(a.x)} ${round(a.y)}Q${round(x)} ${round(y)} ${round(b.x)} ${round(b.y)}`,
    x: round((middle.x + x) / 2),
    y: round((middle.y + y) / 2),
  };
}

/** A relation as a line: a part is thick, a ratio dashed, a correlation dotted, a driver thin with a diamond in its middle. */
export const Edge = memo(function Edge({ edge, from, to, lit, faint, index, onHover }: EdgeProps) {
  const look = RELATIONS[edge.relation];
  const { path, x, y } = edgePath(from, to);
  const stroke = lit ? 'var(--accent)' : 'var(--edge)';
  return (
    <g
      className={lit ? 'galaxy-edge galaxy-near' : 'galaxy-edge'}
      data-edge={edge.relation}
      data-from={edge.from}
      data-to={edge.to}
      onPointerEnter={() => onHover(index)}
      onPointerLeave={() => onHover(null)}
    >
      <path d={path} fill="none" stroke="transparent" strokeWidth="14" />
      <path
        d={path}
        fill="none"
        stroke={stroke}
        strokeWidth={look.width + (lit ? 0.75 : 0)}
        strokeDasharray={look.dash}
        strokeLinecap="round"
        opacity={lit ? 1 : faint ? 0.24 : 0.6}
      />
      {look.mark ? (
        <path d="M-5 0L0 -5L5 0L0 5Z" data-mark transform={`translate(${x} ${y})`} fill={stroke} opacity={lit ? 1 : faint ? 0.4 : 0.85} />
      ) : null}
    </g>
  );
});

/** The relation's name on a lit edge, drawn after the planets so that nothing crosses it. Where a planet or its name stands there is no room; the card names it. */
export function EdgeName({ edge, from, to, nodes }: Pick<EdgeProps, 'edge' | 'from' | 'to'> & { nodes: readonly PlacedNode[] }) {
  const { x, y } = edgePath(from, to);
  const covers = (node: PlacedNode) =>
    Math.abs(node.x - x) < node.halfWidth + NAME_PX.x &&
    y - 12 + NAME_PX.y > node.y - node.above &&
    y - 12 - NAME_PX.y < node.y + node.below;
  if (nodes.some(covers)) return null;
  return (
    <text x={x} y={y - 8} textAnchor="middle" className="halo" fontSize="12" fontWeight="550" fill="var(--accent)">
      {RELATIONS[edge.relation].word}
    </text>
  );
}
