import type { GalaxyEdge } from './words.ts';
import { RELATIONS } from './words.ts';
import type { PlacedNode } from './layout.ts';

/** How far the middle of an edge bends aside, as a share of its length: enough to look like an orbit's pull. */
const BEND = 0.08;
/** Shorter edges are straight: bent, they would look like hooks. */
const BEND_FROM_PX = 60;

/** Free length an edge needs to carry its name. */
const NAME_FROM_PX = 70;

interface EdgeProps {
  edge: GalaxyEdge;
  from: PlacedNode;
  to: PlacedNode;
  /** Its nodes are looked at: the relation is named. */
  lit: boolean;
  dim: boolean;
  onHover: (hovered: boolean) => void;
}

/** The path of an edge between the rims of two planets, and the place of its name. */
export function edgePath(from: PlacedNode, to: PlacedNode): { path: string; labelX: number; labelY: number } {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const start = (from.r + 3) / length;
  const end = 1 - (to.r + 3) / length;
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
    labelX: round((middle.x + x) / 2),
    labelY: round((middle.y + y) / 2),
  };
}

export function Edge({ edge, from, to, lit, dim, onHover }: EdgeProps) {
  const look = RELATIONS[edge.relation];
  const { path } = edgePath(from, to);
  return (
    <g
      className={dim ? 'galaxy-edge galaxy-dim' : 'galaxy-edge'}
      data-edge={edge.relation}
      onPointerEnter={() => onHover(true)}
      onPointerLeave={() => onHover(false)}
    >
      <path d={path} fill="none" stroke="transparent" strokeWidth="14" />
      <path
        d={path}
        fill="none"
        stroke={lit ? 'var(--accent)' : 'var(--edge)'}
        strokeWidth={look.width + (lit ? 0.75 : 0)}
        strokeDasharray={look.dash}
        strokeLinecap="round"
        opacity={lit ? 1 : 0.55}
      />
    </g>
  );
}

/** The relation's name on a lit edge, drawn after the planets' lines so that nothing crosses it. A short edge has no room; the card names it. */
export function EdgeName({ edge, from, to }: { edge: GalaxyEdge; from: PlacedNode; to: PlacedNode }) {
  if (Math.hypot(to.x - from.x, to.y - from.y) - from.r - to.r < NAME_FROM_PX) return null;
  const { labelX, labelY } = edgePath(from, to);
  return (
    <text x={labelX} y={labelY + 4} textAnchor="middle" className="halo" fontSize="12" fontWeight="500" fill="var(--accent)">
      {RELATIONS[edge.relation].word}
    </text>
  );
}
