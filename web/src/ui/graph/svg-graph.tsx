import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useSize } from '../use-size.ts';
import type { DrawnEdge, DrawnNode, Layout, PlacedBox } from './drawing.ts';
import { edgePath } from './edge-path.ts';
import { GraphNode } from './graph-node.tsx';
import { isDirection, neighbour } from './neighbour.ts';
import { useZoom } from './use-zoom.ts';
import { ZoomButtons } from './zoom-buttons.tsx';
import './graph.css';

/** What a letter of a line's name takes, about. */
const NAME_CHAR_PX = 6.6;

/** Whether the name of a line between two columns fits between their boxes. */
function hasRoom(label: string, from: PlacedBox, to: PlacedBox): boolean {
  return Math.abs(to.x - from.x) - from.halfWidth - to.halfWidth > label.length * NAME_CHAR_PX;
}

export interface GraphProps {
  label: string;
  nodes: readonly DrawnNode[];
  edges: readonly DrawnEdge[];
  /** Places the nodes in a width, in pixels. Keep it stable: it is run again whenever it changes. */
  layOut: (width: number) => Layout;
  /** Whether edges run from column to column. */
  columns?: boolean;
  chosen: string | null;
  onChoose: (id: string) => void;
  legend?: ReactNode;
}

/**
 * Boxes and lines between them: looking at one (pointer or focus) lights its lines, a click or Enter chooses it, arrows move, + − 0 zoom. The
 * same is always to be had as a table beside it.
 */
export function SvgGraph({ label, nodes, edges, layOut, columns = false, chosen, onChoose, legend }: GraphProps) {
  const [frame, size] = useSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const layer = useRef<SVGGElement>(null);
  const [looked, setLooked] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const width = size?.width ?? 0;
  const layout = useMemo(() => (width > 0 ? layOut(width) : null), [layOut, width]);
  const places = useMemo(() => new Map(layout?.nodes.map((node) => [node.id, node])), [layout]);
  const zoom = useZoom(svg, layer, layout !== null);
  const current = [at, chosen, layout?.nodes[0]?.id].find((id) => id != null && places.has(id)) ?? null;
  const lit = (edge: DrawnEdge) => edge.from === looked || edge.to === looked || (looked === null && chosen !== null && (edge.from === chosen || edge.to === chosen)); // prettier-ignore
  const near = new Set(edges.filter(lit).flatMap(({ from, to }) => [from, to]));
  /** The lit lines by the two boxes they join: several between the same two say their names at one place. */
  const named = Map.groupBy(edges.filter((edge) => lit(edge) && edge.label !== ''), ({ from, to }) => [from, to].toSorted().join('>')); // prettier-ignore
  const dimming = looked !== null && near.size > 0;

  const focus = (id: string) => {
    setAt(id);
    svg.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(id)}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, id: string) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (isDirection(event.key)) focus(neighbour(layout?.nodes ?? [], id, event.key));
    else if (event.key === 'Enter' || event.key === ' ') onChoose(id);
    else if (event.key === '+' || event.key === '=') zoom.zoomIn();
    else if (event.key === '-') zoom.zoomOut();
    else if (event.key === '0') zoom.reset();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="panel overflow-hidden" data-graph={nodes.length}>
      <div
        ref={frame}
        className="scroll-thin overflow-x-auto"
        style={{ minHeight: 200 }}
        role="region"
        aria-label={label}
        tabIndex={layout && layout.width > width ? 0 : undefined}
      >
        {layout ? (
          <svg
            ref={svg}
            width={layout.width}
            height={layout.height}
            className="block touch-pan-x touch-pan-y select-none"
            role="group"
            aria-label={`${label}. Arrow keys move, Enter chooses, plus and minus zoom.`}
          >
            <g ref={layer}>
              {layout.columns.map((column) => (
                <text key={column.label} x={column.x} y="22" textAnchor="middle" fontSize="12" fontWeight="600" fill="var(--muted)">
                  {column.label}
                </text>
              ))}
              {edges.map((edge) => {
                const from = places.get(edge.from);
                const to = places.get(edge.to);
                if (!from || !to) return null;
                const on = lit(edge);
                return (
                  <path
                    key={edge.id}
                    data-edge={edge.id}
                    d={edgePath(from, to, columns).path}
                    fill="none"
                    stroke={on ? 'var(--accent)' : 'var(--edge)'}
                    strokeWidth={on ? 2 : 1.25}
                    strokeDasharray={edge.faint ? '3 5' : undefined}
                    opacity={on ? 1 : dimming ? 0.25 : 0.6}
                  />
                );
              })}
              {nodes.map((node) => {
                const place = places.get(node.id);
                return place ? (
                  <GraphNode
                    key={node.id}
                    node={node}
                    place={place}
                    current={current === node.id}
                    chosen={chosen === node.id}
                    dim={dimming && !near.has(node.id)}
                    onChoose={() => onChoose(node.id)}
                    onLook={(looking) => setLooked((now) => (looking ? node.id : now === node.id ? null : now))}
                    onKey={(event) => onKey(event, node.id)}
                  />
                ) : null;
              })}
              <g aria-hidden pointerEvents="none">
                {[...named].map(([pair, [first, ...more]]) => {
                  const from = first ? places.get(first.from) : undefined;
                  const to = first ? places.get(first.to) : undefined;
                  if (!first || !from || !to || (columns && !hasRoom(first.label, from, to))) return null;
                  const { x, y } = edgePath(from, to, columns);
                  return (
                    <text
                      key={pair}
                      x={x}
                      y={y + 4}
                      textAnchor="middle"
                      className="graph-halo"
                      fontSize="12"
                      fontWeight="500"
                      fill="var(--accent)"
                    >
                      {first.label}
                      {more.length > 0 ? ` +${more.length}` : ''}
                    </text>
                  );
                })}
              </g>
            </g>
          </svg>
        ) : null}
      </div>
      <div className="flex items-center justify-between gap-3 border-t border-line py-1.5 pr-1.5 pl-4">
        <div className="flex min-w-0 flex-wrap gap-x-4 gap-y-1 text-sm text-muted">{legend}</div>
        <ZoomButtons zoom={zoom} />
      </div>
    </div>
  );
}
