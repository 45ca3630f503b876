import { Edge, EdgeName } from './edge.tsx';
import type { PlacedNode } from './layout.ts';
import type { GalaxyEdge } from './words.ts';

/** From so many on, lines step back. */
const MANY = 30;

interface LinesProps {
  /** What is shown, each with its place in the galaxy's list. */
  edges: readonly { edge: GalaxyEdge; index: number }[];
  places: ReadonlyMap<string, PlacedNode>;
  /** Whether an edge is looked at, or one of its nodes. */
  lit: (edge: GalaxyEdge, index: number) => boolean;
  onHover: (index: number | null) => void;
}

/** The relations between planets. */
export function Lines({ edges, places, lit, onHover }: LinesProps) {
  return edges.map(({ edge, index }) => {
    const from = places.get(edge.from);
    const to = places.get(edge.to);
    if (!from || !to) return null;
    return (
      <Edge
        key={`${edge.from}>${edge.to}>${edge.relation}`}
        edge={edge}
        from={from}
        to={to}
        lit={lit(edge, index)}
        faint={edges.length > MANY}
        index={index}
        onHover={onHover}
      />
    );
  });
}

/** The names of the relations that are looked at, above everything else. */
export function LineNames({ edges, places, lit, nodes }: Pick<LinesProps, 'edges' | 'places' | 'lit'> & { nodes: readonly PlacedNode[] }) {
  return (
    <g aria-hidden pointerEvents="none">
      {edges.map(({ edge, index }) => {
        const from = places.get(edge.from);
        const to = places.get(edge.to);
        return from && to && lit(edge, index) ? <EdgeName key={index} edge={edge} from={from} to={to} nodes={nodes} /> : null;
      })}
    </g>
  );
}
