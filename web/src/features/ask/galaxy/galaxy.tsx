import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { GalaxyFieldsFragment } from '../../../gql/graphql.ts';
import { isDirection, neighbour } from '../../../ui/graph/neighbour.ts';
import { useZoom } from '../../../ui/graph/use-zoom.ts';
import { ZoomButtons } from '../../../ui/graph/zoom-buttons.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { useSize } from '../../../ui/use-size.ts';
import { CORNERS, cardCorner } from './card-place.ts';
import { passing, toggled } from './galaxy-settings.ts';
import type { GalaxySettings } from './galaxy-settings.ts';
import { Legend } from './legend.tsx';
import { LineNames, Lines } from './lines.tsx';
import { NodeCard } from './node-card.tsx';
import { Planet } from './planet.tsx';
import type { PlanetEvents } from './planet.tsx';
import { Orbits, Sky, SkyPaint } from './sky.tsx';
import { useLayout } from './use-layout.ts';
import { useMotion } from './use-motion.ts';
import type { GalaxyEdge, GalaxyNode } from './words.ts';

/** From so many planets on nothing fades: that would cost frames. */
const MANY = 40;

interface GalaxyProps {
  galaxy: GalaxyFieldsFragment;
  label: string;
  settings: GalaxySettings;
  onSettings: (settings: GalaxySettings) => void;
  /** Puts a planet in the middle: asks its question. */
  onCentre: (question: string) => void;
  /** A step back on the journey. */
  onBack: (() => void) | null;
  /** What stands above the sky: the journey, and what can be done with the galaxy. */
  children?: ReactNode;
  /** What a planet's open card can do beside becoming the middle. */
  actions?: (node: GalaxyNode) => ReactNode;
  /** Id of the planet that is the one looked at in the galaxy beside this one. */
  echo?: string | null;
  onLookedAt?: (node: GalaxyNode | null) => void;
}

/** The answer in the middle and what relates to it around. A press opens a planet's details, another puts it in the middle. */
export function Galaxy(props: GalaxyProps) {
  const { galaxy, label, settings, onSettings, onCentre, onBack, children, actions, echo = null, onLookedAt } = props;
  const { nodes } = galaxy;
  const [frame, size] = useSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const layer = useRef<SVGGElement>(null);
  const now = useNow();
  const [lookedId, setLookedId] = useState<string | null>(null);
  const [hoveredEdge, setHoveredEdge] = useState<number | null>(null);
  const [leaving, setLeaving] = useState<string | null>(null);
  const centre = nodes.find((node) => node.orbit === 'CENTRE') ?? nodes[0] ?? null;
  const [currentId, setCurrent] = useState<string | null>(null);
  const current = nodes.some(({ id }) => id === currentId) ? currentId : (centre?.id ?? null);

  const placed = useLayout(nodes, size);
  const zoom = useZoom(svg, layer, placed !== null);
  const motion = useMotion(layer, nodes, placed);
  const places = useMemo(() => new Map(placed?.nodes.map((node) => [node.id, node])), [placed]);
  const shown = useMemo(() => passing(nodes, galaxy.edges, settings), [nodes, galaxy.edges, settings]);
  const edges = galaxy.edges
    .map((edge, index) => ({ edge, index }))
    .filter(
      ({ edge: { from, to, relation } }) =>
        shown.has(from) && shown.has(to) && (settings.relations.size === 0 || settings.relations.has(relation)),
    );

  const open = nodes.find(({ question, orbit }) => question === settings.open && orbit !== 'CENTRE') ?? null;
  const focusId = leaving ?? lookedId ?? open?.id ?? echo;
  const lit = ({ from, to }: GalaxyEdge, index: number) =>
    index === hoveredEdge || (focusId !== null && focusId !== centre?.id && (from === focusId || to === focusId));
  const near = new Set(edges.flatMap(({ edge, index }) => (lit(edge, index) ? [edge.from, edge.to] : [])));
  if (focusId !== null && focusId !== centre?.id && shown.has(focusId)) near.add(focusId);
  const told = nodes.find(({ id }) => id === (lookedId ?? open?.id)) ?? null;
  const toldEdge = hoveredEdge === null ? edges.find(({ edge }) => told !== null && told.id !== centre?.id && (edge.from === told.id || edge.to === told.id))?.edge : galaxy.edges[hoveredEdge]; // prettier-ignore

  // The address follows a moment after a press: a second one in that moment is one more all the same.
  const pressed = useRef<string | null>(null);
  // Another galaxy: nothing of the former is looked at any more, and whoever was in it stands on its answer.
  const inside = useRef(false);
  useEffect(() => {
    pressed.current = null;
    setLeaving(null);
    setLookedId(null);
    setHoveredEdge(null);
    if (inside.current && document.activeElement === document.body) {
      setCurrent(null);
      const sun = nodes.find(({ orbit }) => orbit === 'CENTRE');
      svg.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(sun?.id ?? '')}"]`)?.focus();
    }
  }, [nodes]);

  const focus = (id: string) => {
    setCurrent(id);
    svg.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(id)}"]`)?.focus();
  };
  const recentre = (node: GalaxyNode) => {
    if (node.orbit === 'CENTRE') return;
    zoom.reset();
    setLeaving(node.id);
    motion.travel(node.id);
    onCentre(node.question);
  };
  const details = (node: GalaxyNode | null) => {
    pressed.current = node?.id ?? null;
    onSettings({ ...settings, open: node?.question ?? null });
  };
  const press = (node: GalaxyNode) => {
    setCurrent(node.id);
    if (node.orbit === 'CENTRE') details(null);
    else if (open?.id === node.id || pressed.current === node.id) recentre(node);
    else details(node);
  };
  const onKey = (event: KeyboardEvent, node: GalaxyNode) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const visible = (placed?.nodes ?? []).filter(({ id }) => shown.has(id));
    if (isDirection(event.key)) focus(neighbour(visible, node.id, event.key));
    else if (event.key === 'Enter' || event.key === ' ') press(node);
    else if (event.key === 'Escape' && open) details(null);
    else if (event.key === 'Escape' && onBack) onBack();
    else if (event.key === '+' || event.key === '=') zoom.zoomIn();
    else if (event.key === '-') zoom.zoomOut();
    else if (event.key === '0') zoom.reset();
    else if (event.key === 'p' && node.orbit !== 'CENTRE')
      onSettings({ ...settings, pins: [...toggled(new Set(settings.pins), node.question)] });
    else if (event.key === 'Home' && centre) focus(centre.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Planets get one and the same set of functions: moving over one draws only those again that change.
  const latest = useRef({ press, onKey, onLookedAt });
  useEffect(() => {
    latest.current = { press, onKey, onLookedAt };
  });
  const look = useCallback((node: GalaxyNode, looking: boolean) => {
    setLookedId((id) => (looking ? node.id : id === node.id ? null : id));
    latest.current.onLookedAt?.(looking ? node : null);
  }, []);
  const events = useMemo(
    (): PlanetEvents => ({
      onPress: (node) => latest.current.press(node),
      onLook: look,
      onKey: (event, node) => latest.current.onKey(event, node),
    }),
    [look],
  );

  return (
    <div
      className="panel relative flex size-full min-h-[480px] flex-col overflow-hidden"
      data-galaxy={nodes.length}
      onFocus={() => {
        inside.current = true;
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null) inside.current = false;
      }}
    >
      {children}
      <div ref={frame} className="sky relative min-h-0 flex-1 overflow-hidden" data-sky>
        <Sky />
        {placed ? (
          <svg
            ref={svg}
            width={placed.width}
            height={placed.height}
            className="absolute inset-0 block touch-pan-y select-none"
            role="group"
            aria-label={`Galaxy of ${label}: ${Math.max(0, nodes.length - 1)} related metrics. Arrow keys move, Enter opens details and, again, puts it in the middle, plus and minus zoom.`}
          >
            <SkyPaint />
            <g ref={layer} className={`${near.size > 0 ? 'galaxy-dimming' : ''} ${nodes.length > MANY ? 'galaxy-many' : ''}`}>
              <Orbits galaxy={placed} />
              {motion.ghosts.map(({ node, place }) => (
                <circle
                  key={node.id}
                  className="planet-leaves"
                  cx={place.x}
                  cy={place.y}
                  r={place.r}
                  fill={`url(#galaxy-${node.domain.toLowerCase()})`}
                />
              ))}
              <Lines edges={edges} places={places} lit={lit} onHover={setHoveredEdge} />
              {nodes.map((node) => {
                const place = places.get(node.id);
                if (!place || !shown.has(node.id)) return null;
                return (
                  <Planet
                    key={node.id}
                    node={node}
                    place={place}
                    now={now}
                    current={current === node.id}
                    near={near.has(node.id)}
                    echoed={echo === node.id}
                    pinned={node.orbit !== 'CENTRE' && settings.pins.includes(node.question)}
                    open={open?.id === node.id}
                    events={events}
                  />
                );
              })}
              {leaving === null ? <LineNames edges={edges} places={places} lit={lit} nodes={placed.nodes} /> : null}
            </g>
          </svg>
        ) : null}
        {told && size && placed && leaving === null ? (
          <div
            className={`absolute max-sm:inset-x-2 ${told.id === open?.id ? '' : 'pointer-events-none'} ${CORNERS[cardCorner(told.id, near, placed.nodes, size)]}`}
          >
            <NodeCard
              key={told.id}
              node={told}
              edge={toldEdge ?? null}
              now={now}
              onCentre={told.id === open?.id ? () => recentre(told) : null}
              actions={told.id === open?.id ? actions?.(told) : null}
              onClose={() => details(null)}
            />
          </div>
        ) : null}
      </div>
      <div className="flex items-center justify-between gap-2 border-t border-line bg-surface py-1.5 pr-1.5 pl-3 max-sm:flex-col max-sm:items-stretch max-sm:gap-0">
        <Legend nodes={nodes} edges={galaxy.edges} settings={settings} shown={shown.size} onSettings={onSettings} />
        <ZoomButtons zoom={zoom} />
      </div>
    </div>
  );
}
