import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import type { ZoomBehavior, ZoomTransform } from 'd3-zoom';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { Loading } from '../states.tsx';
import { useSize } from '../use-size.ts';
import type { GroupedNode } from './clusters.ts';
import type { DrawnEdge } from './drawing.ts';
import { isDirection, neighbour } from './neighbour.ts';
import { paint } from './paint.ts';
import { quadtree } from './quadtree.ts';
import { useLargeLayout } from './use-large-layout.ts';

const HEIGHT_PX = 560;
const PAD_PX = 28;
/** How near to a node the pointer counts as on it. */
const REACH_PX = 14;
const STEP = 1.3;
const ZOOMS: [number, number] = [0.1, 8];

const TOKENS = ['--accent', '--edge', '--ink', '--surface', '--finance', '--growth', '--operations', '--product', '--people'];

/** The theme's colours: a picture has no style sheet. */
function readColours(): ReadonlyMap<string, string> {
  const look = getComputedStyle(document.documentElement);
  return new Map(TOKENS.map((token) => [token, look.getPropertyValue(token)]));
}

interface CanvasGraphProps {
  label: string;
  nodes: readonly GroupedNode[];
  edges: readonly DrawnEdge[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

/** Hundreds of nodes as one picture: the pointer finds them by a quadtree, arrows go from one to the next, + − 0 zoom. Use it with a table beside it. */
export default function CanvasGraph({ label, nodes, edges, chosen, onChoose }: CanvasGraphProps) {
  const [frame, size] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const behaviour = useRef<ZoomBehavior<HTMLCanvasElement, unknown> | null>(null);
  const [view, setView] = useState<Pick<ZoomTransform, 'x' | 'y' | 'k'>>({ x: 0, y: 0, k: 1 });
  const [looked, setLooked] = useState<number | null>(null);
  const [colours, setColours] = useState(readColours);
  const graph = useMemo(() => ({ nodes, edges }), [nodes, edges]);
  const dots = useLargeLayout(graph);
  const tree = useMemo(() => quadtree(dots ?? []), [dots]);
  const lines = useMemo(() => {
    const at = new Map(nodes.map(({ id }, index) => [id, index]));
    return edges.flatMap(({ from, to }): [number, number][] => {
      const [a, b] = [at.get(from), at.get(to)];
      return a === undefined || b === undefined ? [] : [[a, b]];
    });
  }, [nodes, edges]);
  const width = size?.width ?? 0;

  // All of it in sight, as large as it fits.
  const whole = useMemo(() => {
    if (!dots || dots.length === 0 || width === 0) return zoomIdentity;
    const [xs, ys] = [dots.map(({ x }) => x), dots.map(({ y }) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const k = Math.min(2, (width - 2 * PAD_PX) / Math.max(1, right - left), (HEIGHT_PX - 2 * PAD_PX) / Math.max(1, bottom - top));
    return zoomIdentity.translate(width / 2 - ((left + right) / 2) * k, HEIGHT_PX / 2 - ((top + bottom) / 2) * k).scale(k);
  }, [dots, width]);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const zooming = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent(ZOOMS)
      .filter((event: Event) => (event instanceof WheelEvent ? event.ctrlKey || event.metaKey : true))
      .on('zoom', ({ transform }: { transform: ZoomTransform }) => setView({ x: transform.x, y: transform.y, k: transform.k }));
    behaviour.current = zooming;
    const selected = select(element);
    selected.call(zooming).on('dblclick.zoom', null);
    zooming.transform(selected, whole);
    return () => {
      selected.on('.zoom', null);
    };
  }, [whole]);

  useEffect(() => {
    const observer = new MutationObserver(() => setColours(readColours()));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !dots || width === 0) return undefined;
    const wait = requestAnimationFrame(() => {
      const scale = window.devicePixelRatio || 1;
      element.width = width * scale;
      element.height = HEIGHT_PX * scale;
      context.scale(scale, scale);
      const at = nodes.findIndex(({ id }) => id === chosen);
      const names = nodes.map((node) => node.label);
      const hues = nodes.map(({ hue }) => hue);
      const picture = { dots, hues, names, lines, looked, chosen: at < 0 ? null : at, view, width, height: HEIGHT_PX };
      paint(context, picture, (token) => colours.get(token) ?? '');
    });
    return () => cancelAnimationFrame(wait);
  }, [dots, lines, nodes, looked, chosen, view, width, colours]);

  const under = useCallback(
    (event: PointerEvent): number | null => {
      const box = event.currentTarget.getBoundingClientRect();
      const at = { x: (event.clientX - box.left - view.x) / view.k, y: (event.clientY - box.top - view.y) / view.k };
      return tree.nearest(at.x, at.y, REACH_PX / view.k);
    },
    [tree, view],
  );
  const by = (factor: number) => canvas.current && behaviour.current?.scaleBy(select(canvas.current), factor);
  const onKey = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || !dots) return;
    if (isDirection(event.key)) {
      const places = nodes.map(({ id }, index) => ({ id, x: dots[index]?.x ?? 0, y: dots[index]?.y ?? 0 }));
      const from = nodes[looked ?? -1]?.id ?? chosen ?? '';
      setLooked(nodes.findIndex(({ id }) => id === neighbour(places, from, event.key as 'ArrowUp')));
    } else if ((event.key === 'Enter' || event.key === ' ') && looked !== null) onChoose(nodes[looked]?.id ?? '');
    else if (event.key === '+' || event.key === '=') by(STEP);
    else if (event.key === '-') by(1 / STEP);
    else if (event.key === '0' && canvas.current) behaviour.current?.transform(select(canvas.current), whole);
    else if (event.key === 'Escape' && looked !== null) setLooked(null);
    else return;
    event.preventDefault();
  };
  const told = nodes[looked ?? -1];
  return (
    <div ref={frame} className="relative" data-canvas-graph={nodes.length} data-laid={dots !== null}>
      {dots ? null : <Loading label="Laying out the graph" lines={3} className="absolute inset-x-0 top-0 p-6" />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a picture whose parts are reached by keys; the table below has a button for each */}
      <div
        role="application"
        aria-label={`${label}: ${nodes.length} nodes. Arrow keys move, Enter chooses, plus and minus zoom. The table below lists them all.`}
        tabIndex={0}
        onKeyDown={onKey}
        onBlur={() => setLooked(null)}
        className="focus-visible:outline-offset-[-2px]"
      >
        <canvas
          ref={canvas}
          className="block w-full cursor-grab"
          style={{ height: HEIGHT_PX }}
          onPointerMove={(event) => setLooked(under(event))}
          onPointerLeave={() => setLooked(null)}
          onClick={(event) => {
            const at = under(event as unknown as PointerEvent);
            if (at !== null) onChoose(nodes[at]?.id ?? '');
          }}
        />
      </div>
      <p
        role="status"
        dir="auto"
        className="absolute bottom-2 left-3 max-w-[90%] truncate rounded-md bg-surface/85 px-2 py-1 text-sm empty:hidden"
        data-told
      >
        {told ? told.description || told.label : ''}
      </p>
    </div>
  );
}
