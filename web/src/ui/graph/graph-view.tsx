import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { Loading } from '../states.tsx';
import { MOST_ELEMENTS } from './sizes.ts';
import { SvgGraph } from './svg-graph.tsx';
import type { GraphProps } from './svg-graph.tsx';

const LargeGraph = lazy(() => import('./large-graph.tsx'));

/** A graph of any size: as elements while it is small; hundreds of nodes as one picture, thousands as clusters, with a table below. */
export function GraphView(props: GraphProps) {
  if (props.nodes.length <= MOST_ELEMENTS) return <SvgGraph {...props} />;
  const { label, nodes, edges, chosen, onChoose, legend } = props;
  return (
    <Suspense fallback={<Loading label={`Loading ${label}`} className="panel p-6" />}>
      <LargeGraph label={label} nodes={nodes} edges={edges} chosen={chosen} onChoose={onChoose} legend={legend} />
    </Suspense>
  );
}

/** What a hue stands for, in words beside it. */
export function LegendItem({ hue, children }: { hue: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden className="h-3 w-1 rounded-full" style={{ background: `var(--${hue})` }} />
      {children}
    </span>
  );
}
