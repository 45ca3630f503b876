import { ChevronsDownUp } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../button.tsx';
import { formatCount } from '../format.ts';
import { Loading } from '../states.tsx';
import { clustered } from './clusters.ts';
import type { GroupedNode } from './clusters.ts';
import type { DrawnEdge, DrawnNode } from './drawing.ts';
import { forceLayout } from './force-layout.ts';
import { NodeTable } from './node-table.tsx';
import { MOST_DRAWN } from './sizes.ts';
import { SvgGraph } from './svg-graph.tsx';

const CanvasGraph = lazy(() => import('./canvas-graph.tsx'));

interface LargeGraphProps {
  label: string;
  nodes: readonly DrawnNode[];
  edges: readonly DrawnEdge[];
  chosen: string | null;
  onChoose: (id: string) => void;
  legend?: ReactNode;
}

type GroupedProps = Omit<LargeGraphProps, 'nodes'> & { nodes: readonly GroupedNode[] };

/** Thousands of nodes as clusters; one that is chosen opens, and nothing more is drawn than a person can look at. */
function ClusteredGraph({ label, nodes, edges, chosen, onChoose, legend }: GroupedProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const view = useMemo(() => clustered(nodes, edges, open), [nodes, edges, open]);
  const layOut = useCallback((width: number) => forceLayout(view.nodes, view.edges, width), [view]);
  return (
    <div className="grid gap-2" data-clustered={view.nodes.length}>
      <div className="flex flex-wrap items-center justify-between gap-2 px-1">
        <p className="text-sm text-muted">
          {formatCount(nodes.length)} in {formatCount(view.nodes.length)}: choose one to open it
        </p>
        {open.size > 0 ? (
          <Button className="min-h-8 text-sm" onClick={() => setOpen(new Set())} data-close-clusters>
            <ChevronsDownUp aria-hidden size={14} /> Close all
          </Button>
        ) : null}
      </div>
      <SvgGraph
        label={label}
        nodes={view.nodes}
        edges={view.edges}
        layOut={layOut}
        chosen={chosen}
        legend={legend}
        onChoose={(id) => (view.clusters.has(id) ? setOpen(new Set([...open, id])) : onChoose(id))}
      />
    </div>
  );
}

/** More nodes than are drawn as elements: hundreds as one picture, thousands as clusters; a table with all of them below. */
export default function LargeGraph(props: LargeGraphProps) {
  const { label, nodes, edges, chosen, onChoose, legend } = props;
  const grouped = useMemo(() => nodes.map((node): GroupedNode => ({ ...node, group: node.group ?? node.hue })), [nodes]);
  return (
    <div className="panel overflow-hidden" data-large-graph={nodes.length}>
      {nodes.length > MOST_DRAWN ? (
        <div className="p-3">
          <ClusteredGraph {...props} nodes={grouped} />
        </div>
      ) : (
        <>
          <Suspense fallback={<Loading label="Loading the graph" className="p-6" />}>
            <CanvasGraph label={label} nodes={grouped} edges={edges} chosen={chosen} onChoose={onChoose} />
          </Suspense>
          {legend ? <div className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-sm text-muted">{legend}</div> : null}
        </>
      )}
      <NodeTable label={label} nodes={nodes} chosen={chosen} onChoose={onChoose} />
    </div>
  );
}
