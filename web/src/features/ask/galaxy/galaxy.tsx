import { Maximize, Minus, Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { GalaxyFieldsFragment } from '../../../gql/graphql.ts';
import { IconButton } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Edge, EdgeName } from './edge.tsx';
import { layOut } from './layout.ts';
import type { PlacedNode } from './layout.ts';
import { Legend, NO_FILTER, passes } from './legend.tsx';
import { isDirection, neighbour } from '../../../ui/graph/neighbour.ts';
import { NodeCard } from './node-card.tsx';
import { Planet } from './planet.tsx';
import { Orbits, Sky, SkyPaint } from './sky.tsx';
import { useSize } from '../../../ui/use-size.ts';
import { useZoom } from '../../../ui/graph/use-zoom.ts';

/** Below this width a card spans the sky, so that only its upper or lower half is free. */
const NARROW_PX = 560;

/** A corner that does not hide the planet whose card it is. */
function cardCorner(place: PlacedNode | undefined, size: { width: number; height: number } | null): string {
  if (!place || !size) return 'bottom-2 left-2';
  const low = place.y > size.height * 0.52;
  if (size.width < NARROW_PX) return low ? 'top-2 left-2' : 'bottom-2 left-2';
  return low && place.x < size.width / 2 ? 'bottom-2 right-2' : 'bottom-2 left-2';
}

interface GalaxyProps {
  galaxy: GalaxyFieldsFragment;
  label: string;
  onAsk: (question: string) => void;
}

/** The answer in the middle and what relates to it around; a planet asks its own question. */
export function Galaxy({ galaxy, label, onAsk }: GalaxyProps) {
  const [frame, size] = useSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const layer = useRef<SVGGElement>(null);
  const [filter, setFilter] = useState(NO_FILTER);
  const [looked, setLooked] = useState<{ id: string; touched: boolean } | null>(null);
  const [hoveredEdge, setHoveredEdge] = useState<number | null>(null);
  const centreId = galaxy.nodes.find((node) => node.orbit === 'CENTRE')?.id ?? galaxy.nodes[0]?.id ?? '';
  const [current, setCurrent] = useState(centreId);

  const placed = useMemo(() => (size ? layOut(galaxy.nodes, size.width, size.height) : null), [galaxy.nodes, size]);
  const zoom = useZoom(svg, layer, placed !== null);
  const places = useMemo(() => new Map(placed?.nodes.map((node) => [node.id, node])), [placed]);
  const shown = new Set(galaxy.nodes.filter((node) => passes(node, filter)).map((node) => node.id));
  const edges = galaxy.edges.map((edge, index) => ({ edge, index })).filter(({ edge }) => shown.has(edge.from) && shown.has(edge.to));

  const lookedId = looked?.id ?? null;
  const lit = (from: string, to: string, index: number) =>
    index === hoveredEdge || (lookedId !== null && lookedId !== centreId && (from === lookedId || to === lookedId));
  const near = new Set(edges.flatMap(({ edge, index }) => (lit(edge.from, edge.to, index) ? [edge.from, edge.to] : [])));
  const dimming = near.size > 0;
  const lookedNode = galaxy.nodes.find((node) => node.id === lookedId) ?? null;
  const lookedEdge =
    hoveredEdge === null
      ? edges.find(({ edge }) => lookedId !== centreId && (edge.from === lookedId || edge.to === lookedId))?.edge
      : galaxy.edges[hoveredEdge];

  const focus = (id: string) => {
    setCurrent(id);
    svg.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(id)}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, id: string, question: string) => {
    const visible = (placed?.nodes ?? []).filter((node) => shown.has(node.id));
    if (isDirection(event.key)) focus(neighbour(visible, id, event.key));
    else if (event.key === 'Enter' || event.key === ' ') onAsk(question);
    else if (event.key === '+' || event.key === '=') zoom.zoomIn();
    else if (event.key === '-') zoom.zoomOut();
    else if (event.key === '0') zoom.reset();
    else if (event.key === 'Home') focus(centreId);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="panel relative flex size-full min-h-[540px] flex-col overflow-hidden" data-galaxy>
      <div ref={frame} className="sky relative min-h-0 flex-1">
        <Sky />
        {placed ? (
          <svg
            ref={svg}
            width={placed.width}
            height={placed.height}
            className="absolute inset-0 block touch-pan-y select-none"
            role="group"
            aria-label={`Galaxy of ${label}: ${galaxy.nodes.length - 1} related metrics. Arrow keys move, Enter asks.`}
          >
            <SkyPaint />
            <g ref={layer}>
              <Orbits galaxy={placed} />
              {edges.map(({ edge, index }) => {
                const from = places.get(edge.from);
                const to = places.get(edge.to);
                if (!from || !to) return null;
                const on = lit(edge.from, edge.to, index);
                return (
                  <Edge
                    key={`${edge.from}>${edge.to}`}
                    edge={edge}
                    from={from}
                    to={to}
                    lit={on}
                    dim={dimming && !on}
                    onHover={(over) => setHoveredEdge(over ? index : null)}
                  />
                );
              })}
              {galaxy.nodes.map((node, order) => {
                const place = places.get(node.id);
                if (!place || !shown.has(node.id)) return null;
                return (
                  <Planet
                    key={node.id}
                    node={node}
                    place={place}
                    centre={placed.centre}
                    order={order}
                    current={current === node.id}
                    dim={dimming && !near.has(node.id)}
                    onAsk={(touched) =>
                      touched && !(looked?.touched && looked.id === node.id) ? setLooked({ id: node.id, touched }) : onAsk(node.question)
                    }
                    onLook={(looking) =>
                      setLooked((now) =>
                        looking ? { id: node.id, touched: now?.id === node.id && now.touched } : now?.touched ? now : null,
                      )
                    }
                    onKey={(event) => onKey(event, node.id, node.question)}
                  />
                );
              })}
              <g aria-hidden pointerEvents="none">
                {edges.map(({ edge, index }) => {
                  const from = places.get(edge.from);
                  const to = places.get(edge.to);
                  return from && to && lit(edge.from, edge.to, index) ? <EdgeName key={index} edge={edge} from={from} to={to} /> : null;
                })}
              </g>
            </g>
          </svg>
        ) : null}
        {lookedNode ? (
          <div
            className={classes(
              'absolute',
              looked?.touched ? 'inset-x-2' : 'pointer-events-none max-w-[calc(100%-16px)]',
              cardCorner(places.get(lookedNode.id), size),
            )}
          >
            <NodeCard
              key={lookedNode.id}
              node={lookedNode}
              edge={lookedEdge ?? null}
              onAsk={looked?.touched ? () => onAsk(lookedNode.question) : null}
            />
          </div>
        ) : null}
      </div>
      <div className="flex items-center justify-between gap-2 border-t border-line bg-surface py-1.5 pr-1.5 pl-3">
        <Legend nodes={galaxy.nodes} filter={filter} onFilter={setFilter} />
        <div className="flex shrink-0 max-sm:flex-col">
          <IconButton label="Zoom in" onClick={zoom.zoomIn}>
            <Plus aria-hidden size={16} />
          </IconButton>
          <IconButton label="Zoom out" onClick={zoom.zoomOut}>
            <Minus aria-hidden size={16} />
          </IconButton>
          <IconButton label="See everything" onClick={zoom.reset} className="max-sm:hidden">
            <Maximize aria-hidden size={15} />
          </IconButton>
        </div>
      </div>
    </div>
  );
}
